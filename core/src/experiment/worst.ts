import { compareHarm, isBeyondLag } from '../base/harm.js';
import type { ClientResult } from '../engine/facts.js';
import type { VertexId } from '../model/model.js';
import type { Cause } from '../network/fault.js';

/**
 * The smallest cause of the worst that an operation can come to, the lag of replication apart: from all of its clients,
 * or from one. Undefined if nothing that was explored breaks it.
 */
export function worstCause(
  clients: readonly ClientResult[],
  operation: number,
  client: VertexId | undefined,
): Cause | undefined {
  const [worst] = clients
    .filter((one) => one.operation === operation && (client === undefined || one.client === client))
    .flatMap(({ findings }) => findings.filter(({ outcome }) => isBeyondLag(outcome)))
    .sort((a, b) => compareHarm(b.outcome, a.outcome));
  return worst?.cause;
}

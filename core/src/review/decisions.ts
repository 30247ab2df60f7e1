import { flatMapped, run, type Steps } from '../base/steps.js';
import { compareHarm, isBeyondLag } from '../base/harm.js';
import type { Outcome, Results } from '../engine/facts.js';
import type { Model, VertexId } from '../model/model.js';
import type { Cause } from '../network/fault.js';
import { byOperation } from './byOperation.js';
import type { Heatmap } from './heatmap.js';
import { type Standing, standingOf } from './standing.js';
import { type Status, statusOf } from './tally.js';

/** Where one operation stands, as a review asks for it. */
export interface OperationReview {
  readonly operation: number;
  readonly status: Status;
  readonly standing: Standing;
  /** Clients for whom it holds under any one fault, where it does not for others. */
  readonly unharmed: readonly VertexId[];
  /** The worst harm to data that a likely fault can do only until it is noticed, and nothing told already. */
  readonly passing?: { readonly client: VertexId; readonly cause: Cause; readonly outcome: Outcome };
  /** Of `not known`: the limit that was hit; absent where the design leaves out some kind of likely fault. */
  readonly why?: string;
}

/** One for each operation that a client issues, in order of the file. */
export function decisions(model: Model, results: Results, heat: Heatmap): OperationReview[] {
  return run(decisionsInSteps(model, results, heat));
}

/** `decisions` in steps. */
export function* decisionsInSteps(model: Model, results: Results, { likely }: Heatmap): Steps<OperationReview[]> {
  const clientsOf = byOperation(results.clients);
  const rowsOf = byOperation(likely.rows);
  return yield* flatMapped(model.operations, REVIEW_SIZE, (_, operation): OperationReview[] => {
    const clients = clientsOf.get(operation) ?? [];
    if (clients.length === 0) return [];
    const standing = standingOf(model, results.expectations, clients);
    const lasting = standing.likely.filter(({ outcome }) => isBeyondLag(outcome));
    const harmed = new Set(lasting.flatMap((one) => [...one.clients, ...one.others]));
    const told = new Set(lasting.map(({ verdict }) => verdict));
    const [passing] = (rowsOf.get(operation) ?? [])
      .flatMap(({ clients: [client], cells }) =>
        cells.flatMap(({ cause, passing: outcome }) =>
          client === undefined || outcome === undefined || outcome.verdict === 'ok' || told.has(outcome.verdict)
            ? []
            : [{ client, cause, outcome }],
        ),
      )
      .sort((a, b) => compareHarm(b.outcome, a.outcome));
    const why = clients.find(({ notKnown }) => notKnown !== undefined)?.notKnown;
    return [
      {
        operation,
        status: statusOf(model, standing, clients),
        standing,
        unharmed:
          lasting.length === 0
            ? []
            : clients.flatMap(({ client, notKnown }) =>
                notKnown === undefined && !harmed.has(client) ? [client] : [],
              ),
        ...(passing === undefined ? {} : { passing }),
        ...(why === undefined ? {} : { why }),
      },
    ];
  });
}

/** The work of a review of one operation, in the units of a step. */
const REVIEW_SIZE = (): number => 300;

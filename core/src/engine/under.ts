import { paced, run, type Steps } from '../base/steps.js';
import type { Model, VertexId } from '../model/model.js';
import type { Cause } from '../network/fault.js';
import type { FaultVerdict, Outcome } from './facts.js';
import { type Verdicts, verdictsOf } from './verdicts.js';

/** What becomes of one operation of one client under one fault. */
export interface UnderResult {
  readonly operation: number;
  readonly client: VertexId;
  readonly verdict: FaultVerdict;
  /** The further outcomes that are possible only while the break is being detected; worst first. */
  readonly whileDetecting: readonly Outcome[];
  /** As in `ClientResult`. */
  readonly notKnown?: string;
}

/** The verdicts of every operation, from every client, under one fault. */
export function verdictsUnder(model: Model, cause: Cause): UnderResult[] {
  return run(verdictsUnderInSteps(model, cause));
}

/** `verdictsUnder` in steps. */
export function* verdictsUnderInSteps(model: Model, cause: Cause): Steps<UnderResult[]> {
  const verdicts = verdictsOf(model);
  const settled = yield* settledInSteps(model, cause);
  const found: UnderResult[] = [];
  for (const one of settled) {
    yield REQUEST_SIZE;
    found.push({ ...one, whileDetecting: yield* besidesOf(verdicts, one) });
  }
  return found;
}

/** The verdicts of one request; undefined if the client does not issue the operation. */
export function requestUnder(model: Model, cause: Cause, operation: number, client: VertexId): UnderResult | undefined {
  return run(requestUnderInSteps(model, cause, operation, client));
}

/** `requestUnder` in steps. */
export function* requestUnderInSteps(
  model: Model,
  cause: Cause,
  operation: number,
  client: VertexId,
): Steps<UnderResult | undefined> {
  if (model.operations[operation]?.clients.includes(client) !== true) return undefined;
  const verdicts = verdictsOf(model);
  const one = yield* settledRequest(verdicts, cause, operation, client);
  return { ...one, whileDetecting: yield* besidesOf(verdicts, one) };
}

/** The verdicts of all requests once the break has settled. */
export function settledUnder(model: Model, cause: Cause): SettledResult[] {
  return run(settledInSteps(model, cause));
}

/** `settledUnder` in steps. */
export function* settledInSteps(model: Model, cause: Cause): Steps<SettledResult[]> {
  const verdicts = verdictsOf(model);
  const requests = model.operations.flatMap(({ clients }, operation) =>
    clients.map((client) => ({ operation, client })),
  );
  const found: SettledResult[] = [];
  for (const { operation, client } of requests) {
    yield REQUEST_SIZE;
    found.push(yield* settledRequest(verdicts, cause, operation, client));
  }
  return found;
}

/** The work of one verdict, in the units of a step. */
export const REQUEST_SIZE = 1000;

/**
 * The verdicts of all requests while the break is being detected: all that is possible once it has settled is possible
 * already, and more.
 */
export function detectingUnder(model: Model, cause: Cause): SettledResult[] {
  const verdicts = verdictsOf(model);
  return settledUnder(model, cause).map((one) =>
    one.notKnown === undefined
      ? { ...one, verdict: verdicts.under(cause, one.operation, one.client, verdicts.detecting) }
      : one,
  );
}

/** What becomes of a request once the break has settled. */
export type SettledResult = Omit<UnderResult, 'whileDetecting'>;

function* settledRequest(verdicts: Verdicts, cause: Cause, operation: number, client: VertexId): Steps<SettledResult> {
  const notKnown = verdicts.limit(operation);
  if (notKnown !== undefined) return { operation, client, verdict: { cause, outcomes: [], silent: false }, notKnown };
  return { operation, client, verdict: yield* paced(verdicts.underInSteps(cause, operation, client)) };
}

function* besidesOf(
  verdicts: Verdicts,
  { operation, client, verdict, notKnown }: SettledResult,
): Steps<readonly Outcome[]> {
  return notKnown === undefined ? yield* paced(verdicts.besidesInSteps(verdict, operation, client)) : [];
}

import { isAnswered } from '../base/harm.js';
import type { Expectation, TimeLimit, VertexId } from '../model/model.js';
import { percentileOf } from '../network/delay/delay.js';
import { type Cause, HEALTHY } from '../network/fault.js';
import { concreteParts, familySize, familyText, subsets } from '../network/families.js';
import { LinkWorld } from '../network/linkWorld.js';
import type { Clock } from './clock.js';
import type { ExpectationResult, FaultVerdict, TimedAnswer } from './facts.js';
import type { Timed } from './timed.js';
import type { Verdicts } from './verdicts.js';
import { Ways } from './ways.js';

/** More faults than this are not timed one by one. */
const MOST_FAULTS = 2000n;

/** In more combinations of situations than this an operation is not timed. */
const MOST_TIMED = 200_000;

/** Rounding is not lateness: of sums, and of tables of delays, in parts of the limit. */
const ROUNDING = 1e-9;
const ROUNDING_OF_TABLES = 1e-3;

/** What was found for one client of an expectation about a time. */
export interface TimedLook {
  /** It does not hold: there is no answer, or it comes too late. */
  readonly unanswered?: FaultVerdict;
  readonly late?: TimedAnswer;
  /** The slowest answer, where all come in time. */
  readonly slowest?: TimedAnswer;
  readonly notKnown?: string;
}

/** Looks at every fault that the expectation covers, smaller ones first; the first that refutes it is enough. */
export function* lookAtTime(
  verdicts: Verdicts,
  clock: Clock,
  expectation: Expectation,
  client: VertexId,
): Generator<void, TimedLook> {
  const operation = verdicts.model.operations[expectation.operation];
  const limit = expectation.within;
  if (operation === undefined || limit === undefined) return {};
  if (sizeOf(verdicts, expectation) > MOST_FAULTS)
    return { notKnown: `these are more than ${MOST_FAULTS} faults, too many to time each` };
  let slowest: TimedAnswer | undefined;
  let notKnown: string | undefined;
  const before = clock.cases;
  for (const cause of causesOf(verdicts, expectation)) {
    yield;
    if (clock.cases - before > MOST_TIMED)
      return { notKnown: 'its stores can be in too many combinations of situations to time each' };
    const verdict = yield* verdicts.underInSteps(cause, expectation.operation, client);
    if (verdict.silent) continue;
    if (verdict.outcomes.some((one) => one.before !== true && !isAnswered(one.verdict))) return { unanswered: verdict };
    const world = new LinkWorld(verdicts.topology, cause, 0);
    const ways = new Ways(verdicts.topology, world);
    const { time, undeclared } = yield* clock.longest(ways, world, { operation, client });
    if (time === undefined) {
      const link = verdicts.model.links[undeclared[0] ?? -1];
      notKnown ??= link === undefined ? 'a round trip on the way is not known' : `${link.label} has no round trip`;
      continue;
    }
    const answer = answerOf(time, limit, client, cause);
    const rounding = answer.share === undefined ? ROUNDING : ROUNDING_OF_TABLES;
    if (answer.ms > limit.ms * (1 + rounding)) return { late: answer };
    if (slowest === undefined || answer.ms > slowest.ms) slowest = answer;
  }
  if (notKnown !== undefined) return { notKnown };
  return slowest === undefined ? {} : { slowest };
}

function answerOf({ ms, legs, delay }: Timed, { share }: TimeLimit, client: VertexId, cause: Cause): TimedAnswer {
  if (delay === undefined) return { client, cause, ms, legs };
  return { client, cause, ms: percentileOf(delay(), share), share, legs };
}

/** The result for all clients together. */
export function togetherInTime(
  verdicts: Verdicts,
  index: number,
  looked: readonly { readonly client: VertexId; readonly one: TimedLook }[],
): ExpectationResult {
  const expectation = verdicts.model.expectations[index];
  const bound = expectation === undefined ? '' : boundOf(verdicts, expectation);
  const result = { expectation: index, bound };
  for (const { client, one } of looked)
    if (one.unanswered !== undefined)
      return { ...result, status: 'fails', counterexample: { client, verdict: one.unanswered } };
  const [late] = looked.flatMap(({ one }) => one.late ?? []).sort((a, b) => b.ms - a.ms);
  if (late !== undefined) return { ...result, status: 'fails', timed: late };
  const why = looked.find(({ one }) => one.notKnown !== undefined)?.one.notKnown;
  if (why !== undefined) return { ...result, status: 'not known', why };
  const [slowest] = looked.flatMap(({ one }) => one.slowest ?? []).sort((a, b) => b.ms - a.ms);
  if (slowest !== undefined) return { ...result, status: 'holds', timed: slowest };
  const name = verdicts.model.operations[expectation?.operation ?? -1]?.name ?? '?';
  return { ...result, status: 'not known', why: `nobody can issue \`${name}\` here` };
}

function sizeOf({ model }: Verdicts, { under }: Expectation): bigint {
  return under.kind === 'family' ? familySize(model, under.family) : 1n;
}

function* causesOf({ model }: Verdicts, { under }: Expectation): Generator<Cause> {
  if (under.kind === 'partition') yield { ...HEALTHY, partition: under.partition };
  else if (under.kind !== 'family') yield HEALTHY;
  else {
    const { family } = under;
    const most = family.links === 'all' ? model.links.length : family.links;
    for (const links of subsets(
      model.links.map((_, link) => link),
      most,
    ))
      for (const part of concreteParts(model, family)) yield { ...part, links };
  }
}

function boundOf({ model }: Verdicts, { under }: Expectation): string {
  switch (under.kind) {
    case 'partition':
      return `under ${model.partitions[under.partition]?.name ?? '?'}`;
    case 'family':
      return familyText(model, under.family);
    default:
      return 'the healthy network';
  }
}

import { compareHarm, isBeyondLag } from '../base/harm.js';
import type { Model, VertexId } from '../model/model.js';
import { type Cause, causeSize, HEALTHY } from '../network/fault.js';
import { familySize, familyText, leavesOutHealthy } from '../network/families.js';
import { onlyCuts } from '../network/places.js';
import { CODES, codeOf, LAG_CODES, OK } from './code.js';
import type { ClientResult, FamilyBound, FaultVerdict, Finding } from './facts.js';
import { healthyTime } from './latency.js';
import { percentileOf } from '../network/delay/delay.js';
import type { Timed } from './timed.js';
import { smallest } from './causes.js';
import type { Sweep } from './question.js';
import { sweep } from './sweep.js';
import type { Verdicts } from './verdicts.js';

/** The results for all operations with the same steps, from one client. */
export type Found = Omit<ClientResult, 'operation' | 'client'>;

/** The verdicts of one operation from one client, by their codes, under every fault of the families of the model. */
export function* sweepOperation(
  verdicts: Verdicts,
  operation: number,
  client: VertexId,
  limitOfRuns: number,
): Generator<void, readonly Sweep[]> {
  const sweeps: Sweep[] = [];
  // Nobody asks under which faults it is ok.
  const question = { bits: CODES.length, ...verdicts.harms(operation, client) };
  for (const family of verdicts.model.families)
    sweeps.push(yield* sweep(verdicts.topology, family, question, limitOfRuns));
  return sweeps;
}

/**
 * Every verdict of one operation from one client, with causes and counts, under every fault that the model explores.
 * `sweeps`: of this client, or of one that is alike.
 */
export function* exploreOperation(
  verdicts: Verdicts,
  operation: number,
  client: VertexId,
  sweeps: readonly Sweep[],
): Generator<void, Found> {
  const { model, topology } = verdicts;
  const under = (cause: Cause): Generator<void, FaultVerdict> => verdicts.underInSteps(cause, operation, client);
  const healthy = yield* under(HEALTHY);
  const partitions: FaultVerdict[] = [];
  for (const partition of model.partitions.keys()) partitions.push(yield* under({ ...HEALTHY, partition }));
  // The healthy network is counted once: with a family of link cuts, or by itself if there is none.
  const byItself = model.families.every(leavesOutHealthy) ? [healthy] : [];
  const singles = [...byItself, ...partitions];
  const time = healthyTime(topology, operation, client);
  return {
    healthy,
    ...(time === undefined ? {} : { latencyMs: time.ms }),
    ...(yield* timing(verdicts, healthy, { operation, client, time })),
    findings: yield* findingsOf(model, sweeps, singles, under),
    ...howFarOk(model, sweeps, healthy),
    okReason: verdicts.settled.strength(operation),
    partitions,
    explored: [
      ...sweeps.map((one) => boundOf(model, one)).filter(({ faults }) => faults !== '0'),
      ...(partitions.length > 0 ? [partitionBound(partitions.length)] : []),
    ],
    faults: sweeps.reduce((sum, one) => sum + familySize(model, one.family), BigInt(singles.length)).toString(),
  };
}

/** The percentiles that are told. */
const PERCENTILES = [0.5, 0.99, 0.999] as const;

/** How an answer's time varies, and when a read that may miss a write sees it. */
function* timing(
  verdicts: Verdicts,
  healthy: FaultVerdict,
  asked: { readonly operation: number; readonly client: VertexId; readonly time: Timed | undefined },
): Generator<void, Pick<ClientResult, 'percentiles' | 'freshness' | 'freshnessNotKnown'>> {
  const delay = asked.time?.delay?.();
  const isTimed = verdicts.model.links.some(({ roundTripMs }) => roundTripMs !== undefined);
  const misses = isTimed && healthy.outcomes.some(({ verdict }) => verdict === 'stale');
  const freshness = misses ? yield* verdicts.freshnesses.of(asked.operation, asked.client) : undefined;
  return {
    ...(delay === undefined
      ? {}
      : { percentiles: PERCENTILES.map((share) => ({ share, ms: percentileOf(delay, share) })) }),
    ...(freshness === undefined
      ? {}
      : 'notKnown' in freshness
        ? { freshnessNotKnown: freshness.notKnown }
        : { freshness }),
  };
}

export function partitionBound(count: number): FamilyBound {
  return {
    text: `${count} named partition${count === 1 ? '' : 's'}`,
    faults: String(count),
    complete: true,
    foundBy: { way: 'enumeration', runs: count },
  };
}

/** Of an operation that is not analysed, and why. */
export function nothingKnown(model: Model, notKnown: string): Found {
  const nothing = (cause: Cause): FaultVerdict => ({ cause, outcomes: [], silent: false });
  return {
    healthy: nothing(HEALTHY),
    notKnown,
    findings: [],
    okUpToLinks: -1,
    okUnderAnyNode: false,
    okReason: '',
    partitions: model.partitions.map((_, partition) => nothing({ ...HEALTHY, partition })),
    explored: [],
    faults: '0',
  };
}

/** One finding for each code that can occur, with its smallest causes and its count; worst first. */
function* findingsOf(
  model: Model,
  sweeps: readonly Sweep[],
  singles: readonly FaultVerdict[],
  under: (cause: Cause) => Generator<void, FaultVerdict>,
): Generator<void, Finding[]> {
  const findings: Finding[] = [];
  for (const code of CODES.filter((one) => one !== OK)) {
    const concrete = singles.filter((single) => single.outcomes.some((outcome) => codeOf(outcome) === code));
    const faults = sweeps.reduce((sum, { faults: counts }) => sum + (counts[code] ?? 0n), BigInt(concrete.length));
    if (faults === 0n) continue;
    const causes = smallest(model, [
      ...sweeps.flatMap((one) => one.causes[code] ?? []),
      ...concrete.map(({ cause }) => cause),
    ]);
    const [cause] = causes;
    if (cause === undefined) continue;
    const { outcomes } = yield* under(cause);
    const outcome = outcomes.find((one) => codeOf(one) === code);
    if (outcome !== undefined) findings.push({ outcome, cause, causes, faults: faults.toString() });
  }
  return findings.sort((a, b) => compareHarm(b.outcome, a.outcome));
}

function boundOf(model: Model, { family, complete, foundBy }: Sweep): FamilyBound {
  return { text: familyText(model, family), faults: familySize(model, family).toString(), complete, foundBy };
}

function howFarOk(
  model: Model,
  sweeps: readonly Sweep[],
  healthy: FaultVerdict,
): Pick<ClientResult, 'okUpToLinks' | 'okUnderAnyNode'> {
  const bad = CODES.filter((code) => code !== OK && (LAG_CODES & (1 << code)) === 0);
  const causes = sweeps.flatMap((one) => bad.flatMap((code) => one.causes[code] ?? []));
  const cuts = causes.flatMap((cause) => onlyCuts(model, cause));
  const ofLinks = sweeps.filter(({ family }) => family.links !== 0);
  const whole = ofLinks.some(({ family, complete }) => complete && family.links === 'all');
  const most = Math.max(
    0,
    ...ofLinks.map(({ family }) => (family.links === 'all' ? model.links.length : family.links)),
  );
  const broken = healthy.outcomes.some(isBeyondLag);
  return {
    okUpToLinks: broken ? -1 : cuts.length > 0 ? Math.min(most, ...cuts.map((cut) => cut - 1)) : whole ? 'all' : most,
    okUnderAnyNode:
      sweeps.some(({ family }) => family.nodes > 0) &&
      !causes.some((cause) => causeSize(cause) === 1 && cause.stopped.length === 1),
  };
}

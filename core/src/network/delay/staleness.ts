import { beyond, type Delay, from, nodesOf } from './delay.js';

/**
 * A copy of a write and of a later read. The letters are those of the WARS model (Bailis et al., “Probabilistically
 * Bounded Staleness for Practical Partial Quorums”, VLDB 2012): W, A, R and S.
 */
export interface Copy {
  /** W: the write, from its coordinator to the copy. Absent: the copy never gets it. */
  readonly write?: Delay;
  /** W + A: until the coordinator has the acknowledgement of the copy. Absent: it is not waited for. */
  readonly acknowledged?: Delay;
  /** R and S: the question of a read, and the answer. Absent: the copy is not asked. */
  readonly read?: { readonly question: Delay; readonly answer: Delay; readonly both: Delay };
}

/** A write that waits for `writes` of the copies, and a read that waits for `reads` of them. */
export interface Race {
  readonly copies: readonly Copy[];
  readonly writes: number;
  readonly reads: number;
}

/** More sets of copies that may answer a read than this are not summed over: a second at most. */
const MOST_SETS = 500;

/** To go through the stretches for one set takes a tenth of a millisecond, or several. */
const SETS_BETWEEN_PAUSES = 4;

/** Rarer times of an acknowledgement are left out. */
const NEGLIGIBLE = 1e-10;

/** Copies with the same delays are interchangeable. */
interface Kind {
  readonly copy: Copy;
  readonly count: number;
}

/** How many copies of each kind answer the read, and in how many ways. */
interface Answering {
  readonly counts: readonly number[];
  readonly ways: number;
}

/** A stretch of time with the probabilities of delays at points in it. */
interface Stretch {
  readonly at: number;
  /** Per point of the quadrature and kind: the probability that it is not over yet. */
  readonly pending: readonly (readonly number[])[];
  /** Per kind: the probability of an end in the stretch. */
  readonly ends: readonly number[];
}

/** Gauss-Legendre on [0, 1] with four points: exact for products of up to eight copies. */
const POINTS = [0.0694318442029737, 0.3300094782075719, 0.6699905217924281, 0.9305681557970263];
const WEIGHTS = [0.1739274225687269, 0.3260725774312731, 0.3260725774312731, 0.1739274225687269];

/**
 * The probability that a read misses a write if it begins `t` ms after the write was acknowledged; undefined: too many
 * sets of copies. No chance is involved: the read is stale if all copies that answer it get its question before the
 * write. Of the copies that the write was acknowledged by in time none is, so the two sets are disjoint, and what the
 * write and the read do apart from these sets is independent. It is summed over the sets that answer; for each, over
 * the time of the acknowledgement, with the write's side and the read's side as factors. Both the sum is prepared and
 * each is made with pauses.
 */
export function* stalenessInSteps(race: Race): Generator<void, StaleAfter | undefined> {
  const kinds = kindsOf(race.copies);
  const sets: Answering[] = [];
  for (const set of answeringSets(kinds, race.reads)) {
    if (sets.length === MOST_SETS) return undefined;
    sets.push(set);
  }
  const writing = stretches(kinds.map(({ copy }) => copy.acknowledged));
  const reading = stretches(kinds.map(({ copy }) => copy.read?.both));
  const sides: Side[] = [];
  for (const [i, set] of race.reads < 1 ? [] : sets.entries()) {
    if (i % SETS_BETWEEN_PAUSES === SETS_BETWEEN_PAUSES - 1) yield;
    if (set.counts.some((n, i) => n > 0 && kinds[i]?.copy.read === undefined)) continue;
    const acknowledged = writing.flatMap((stretch) => {
      const share = set.ways * acknowledgedIn(stretch, kinds, set, race.writes);
      return share > NEGLIGIBLE ? [{ at: stretch.at, share }] : [];
    });
    if (acknowledged.length > 0) sides.push({ acknowledged, missed: missedBy(reading, kinds, set) });
  }
  let sincePause = 0;
  return function* (t) {
    let stale = 0;
    for (const { acknowledged, missed } of sides) {
      if (++sincePause % SETS_BETWEEN_PAUSES === 0) yield;
      for (const { at, share } of acknowledged) stale += share * missed(at + t);
    }
    return Math.min(1, Math.max(0, stale));
  };
}

/** The probability that a read is stale which begins `t` ms after the write was acknowledged; with pauses. */
export type StaleAfter = (t: number) => Generator<void, number>;

/** The two sides of one set of copies that answer. */
interface Side {
  readonly acknowledged: readonly { readonly at: number; readonly share: number }[];
  readonly missed: (late: number) => number;
}

/** Over how many sets of copies is summed; undefined: more than `most`. */
export function setsOf({ copies, reads }: Race, most: number): number | undefined {
  let sets = 0;
  for (const _ of answeringSets(kindsOf(copies), reads)) if (++sets > most) return undefined;
  return sets;
}

function kindsOf(copies: readonly Copy[]): readonly Kind[] {
  const kinds: { copy: Copy; count: number }[] = [];
  for (const copy of copies) {
    const known = kinds.find((kind) => isSame(kind.copy, copy));
    if (known === undefined) kinds.push({ copy, count: 1 });
    else known.count++;
  }
  return kinds;
}

function isSame(a: Copy, b: Copy): boolean {
  return (
    a.write === b.write &&
    a.acknowledged === b.acknowledged &&
    a.read?.question === b.read?.question &&
    a.read?.answer === b.read?.answer
  );
}

function* answeringSets(kinds: readonly Kind[], reads: number, given: readonly number[] = []): Generator<Answering> {
  const kind = kinds[given.length];
  if (kind === undefined) {
    if (reads === 0)
      yield { counts: given, ways: kinds.reduce((ways, { count }, i) => ways * choose(count, given[i] ?? 0), 1) };
    return;
  }
  for (let n = 0; n <= Math.min(kind.count, reads); n++) yield* answeringSets(kinds, reads - n, [...given, n]);
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i;
  return ways;
}

/** About this many times divide the stretches. */
const MOST_EDGES = 80;

/** Time in stretches between the entries of all tables; a jump is a stretch of no length. Absent delays never end. */
function stretches(delays: readonly (Delay | undefined)[]): readonly Stretch[] {
  const edges = edgesOf([...new Set(delays.flatMap((delay) => delay ?? []))]);
  const found: Stretch[] = [];
  const add = (at: number, before: readonly number[], after: readonly number[]): void => {
    const ends = before.map((share, i) => share - (after[i] ?? 0));
    if (ends.every((share) => share <= 0)) return;
    found.push({ at, ends, pending: POINTS.map((point) => before.map((share, i) => share - point * (ends[i] ?? 0))) });
  };
  let last: { at: number; shares: readonly number[] } | undefined;
  for (const at of edges) {
    const before = delays.map((delay) => (delay === undefined ? 1 : from(delay, at)));
    const after = delays.map((delay) => (delay === undefined ? 1 : beyond(delay, at)));
    if (last !== undefined) add((last.at + at) / 2, last.shares, before);
    add(at, before, after);
    last = { at, shares: after };
  }
  return found;
}

/** All jumps, and of the other entries a part, so that the stretches are few. */
function edgesOf(delays: readonly Delay[]): readonly number[] {
  const edges = new Set<number>();
  for (const { ms } of delays) {
    const every = Math.max(1, Math.ceil((ms.length * delays.length) / MOST_EDGES));
    ms.forEach((at, i) => {
      if (i % every === 0 || i === ms.length - 1 || ms[i - 1] === at) edges.add(at);
    });
  }
  return [...edges].sort((a, b) => a - b);
}

/**
 * The probability that, without the copies that answer the read, exactly `writes` have acknowledged in time, the last
 * of them in this stretch.
 */
function acknowledgedIn(
  { ends, pending }: Stretch,
  kinds: readonly Kind[],
  { counts }: Answering,
  writes: number,
): number {
  const others = kinds.map(({ count }, i) => count - (counts[i] ?? 0));
  let sum = 0;
  for (const [point, rest] of pending.entries()) {
    for (const [last, ending] of ends.entries()) {
      const candidates = others[last] ?? 0;
      if (candidates <= 0 || ending <= 0) continue;
      const left = others.map((n, i) => (i === last ? n - 1 : n));
      sum += (WEIGHTS[point] ?? 0) * candidates * ending * exactly(left, rest, writes - 1);
    }
  }
  return sum;
}

/** The probability that exactly `wanted` of independent copies are done, by the probabilities that one is not. */
function exactly(counts: readonly number[], pending: readonly number[], wanted: number): number {
  if (wanted < 0) return 0;
  const shares = new Float64Array(wanted + 1);
  shares[0] = 1;
  for (const [kind, count] of counts.entries()) {
    const rest = pending[kind] ?? 1;
    for (let i = 0; i < count; i++)
      for (let n = wanted; n >= 0; n--)
        shares[n] = (shares[n] ?? 0) * rest + (n > 0 ? (shares[n - 1] ?? 0) * (1 - rest) : 0);
  }
  return shares[wanted] ?? 0;
}

/** How the time of the answer of one kind depends on the time of the question: shares by stretch and time. */
interface Questions {
  readonly ms: Float64Array;
  /** Per stretch, per time of `ms`. */
  readonly shares: readonly Float64Array[];
}

/**
 * For a set of copies that answers the read: the probability that it does so before all others, and that each of its
 * copies gets the question before a write that was sent `late` ms before the read began.
 */
function missedBy(
  reading: readonly Stretch[],
  kinds: readonly Kind[],
  { counts }: Answering,
): (late: number) => number {
  const members: readonly Member[] = counts.flatMap((n, i) => {
    const copy = kinds[i]?.copy;
    const questions = n > 0 && copy?.read !== undefined ? questionsOf(copy.read, reading) : undefined;
    return questions === undefined ? [] : [{ n, questions, write: copy?.write }];
  });
  // The other copies have not answered yet.
  const others = reading.map(({ pending }) =>
    pending.map((rest) =>
      kinds.reduce((share, { count }, i) => share * (rest[i] ?? 1) ** (count - (counts[i] ?? 0)), 1),
    ),
  );
  const [only] = members;
  if (only !== undefined && members.length === 1 && only.n === 1) return missedByOne(only, others);
  const arrivals = members.map(({ questions }) => new Float64Array(questions.ms.length));
  const before = new Float64Array(members.length);
  const steps = new Float64Array(members.length);
  return (late) => {
    for (const [m, { questions, write }] of members.entries()) {
      const arrival = arrivals[m];
      if (arrival === undefined) continue;
      for (let j = 0; j < arrival.length; j++)
        arrival[j] = write === undefined ? 1 : beyond(write, late + (questions.ms[j] ?? 0));
      before[m] = 0;
    }
    let sum = 0;
    for (let i = 0; i < others.length; i++) {
      const waiting = others[i] ?? [];
      for (let m = 0; m < members.length; m++) steps[m] = dot(members[m]?.questions.shares[i], arrivals[m]);
      for (let p = 0; p < POINTS.length; p++)
        sum += (WEIGHTS[p] ?? 0) * growth(members, before, steps, POINTS[p] ?? 0) * (waiting[p] ?? 1);
      for (let m = 0; m < members.length; m++) before[m] = (before[m] ?? 0) + (steps[m] ?? 0);
    }
    return sum;
  };
}

interface Member {
  readonly n: number;
  readonly questions: Questions;
  readonly write: Delay | undefined;
}

/** The same for one copy that answers alone: how probable each time of its question is does not depend on `late`. */
function missedByOne({ questions, write }: Member, others: readonly (readonly number[])[]): (late: number) => number {
  const weights = new Float64Array(questions.ms.length);
  for (const [i, waiting] of others.entries()) {
    const share = WEIGHTS.reduce((sum, weight, p) => sum + weight * (waiting[p] ?? 1), 0);
    questions.shares[i]?.forEach((one, j) => {
      weights[j] = (weights[j] ?? 0) + one * share;
    });
  }
  return (late) => {
    let sum = 0;
    // Asked thousands of times: pairs of an index and a weight would be garbage of megabytes.
    for (let j = 0; j < weights.length; j++)
      sum += (weights[j] ?? 0) * (write === undefined ? 1 : beyond(write, late + (questions.ms[j] ?? 0)));
    return sum;
  };
}

/** The growth of the product of `before + point · step`, each as often as there are copies of its kind. */
function growth(
  members: readonly Pick<Member, 'n'>[],
  before: Float64Array,
  steps: Float64Array,
  point: number,
): number {
  let [product, change] = [1, 0];
  for (let m = 0; m < members.length; m++) {
    const step = steps[m] ?? 0;
    const value = (before[m] ?? 0) + point * step;
    // One factor after the other: (p · v)' = p' · v + p · v'.
    for (let i = members[m]?.n ?? 0; i > 0; i--) {
      change = change * value + product * step;
      product *= value;
    }
  }
  return change;
}

function dot(a: Float64Array | undefined, b: Float64Array | undefined): number {
  let sum = 0;
  if (a !== undefined && b !== undefined) for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function questionsOf({ question, answer }: NonNullable<Copy['read']>, reading: readonly Stretch[]): Questions {
  const nodes = nodesOf(question);
  const replies = nodesOf(answer);
  const shares = reading.map(() => new Float64Array(nodes.ms.length));
  nodes.ms.forEach((at, j) => {
    replies.ms.forEach((reply, k) => {
      const row = shares[stretchOf(reading, at + reply)];
      if (row !== undefined) row[j] = (row[j] ?? 0) + (nodes.weight[j] ?? 0) * (replies.weight[k] ?? 0);
    });
  });
  return { ms: nodes.ms, shares };
}

/** The stretch nearest to a time. */
function stretchOf(reading: readonly Stretch[], at: number): number {
  let [low, high] = [0, reading.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const boundary = ((reading[middle]?.at ?? 0) + (reading[middle + 1]?.at ?? 0)) / 2;
    if (boundary < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

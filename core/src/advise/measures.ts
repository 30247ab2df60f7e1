import { harmsData, isAnswered, isBeyondLag, type VerdictKind } from '../base/harm.js';
import type { ClientResult, Results } from '../engine/facts.js';
import type { Model } from '../model/model.js';
import { type Tally, tallyOf } from '../review/tally.js';

/** How much of something there is. */
export interface Amount {
  /** From 0 to 1: of time, where the design has probabilities, or else of the faults that were looked at. */
  readonly share: number;
  /** The faults, in decimal, over all clients of the operations; absent where `share` is of time. */
  readonly faults?: { readonly some: string; readonly all: string };
  /** The verdicts that it consists of, from harmless to harmful. */
  readonly verdicts: readonly VerdictKind[];
}

/**
 * What a design is worth to some operations. Each amount, and the latency, is the mean over their clients, all counted
 * alike. Less is better.
 */
export interface Measures {
  /** What one likely fault does to the operations. It is told, and not compared. */
  readonly tally: Tally;
  readonly unanswered: Amount;
  /** Without the lag. */
  readonly stale: Amount;
  /** Other harm to data: dirty, partial, conflict, lost. */
  readonly harmed: Amount;
  /** The share of the clients that may get old data on the healthy network, while replication lags. */
  readonly lagging: number;
  /** Of a request on the healthy network, in milliseconds; absent if a round trip on the way is not declared. */
  readonly latencyMs?: number;
  /** Of the client that waits longest. */
  readonly slowestMs?: number;
  /** Members of all stores that hold data or vote. */
  readonly replicas: number;
  /** Links that are declared. */
  readonly links: number;
}

/** Undefined: something of it is not known. */
export function measuresOf(model: Model, results: Results, operations: readonly number[]): Measures | undefined {
  const asked = results.clients.filter(({ operation }) => operations.includes(operation));
  if (asked.some(({ notKnown }) => notKnown !== undefined)) return undefined;
  const latencies = asked.flatMap(({ latencyMs }) => (latencyMs === undefined ? [] : [latencyMs]));
  const isTimed = asked.length > 0 && latencies.length === asked.length;
  return {
    tally: tallyOf(model, results, operations),
    unanswered: amountOf(asked, (verdict) => !isAnswered(verdict)),
    stale: amountOf(asked, (verdict) => verdict === 'stale'),
    harmed: amountOf(asked, (verdict) => verdict !== 'stale' && harmsData(verdict)),
    lagging: mean(asked.map(({ healthy }) => (healthy.outcomes.some(({ howLong }) => howLong === 'lag') ? 1 : 0))),
    ...(isTimed ? { latencyMs: mean(latencies), slowestMs: Math.max(...latencies) } : {}),
    replicas: model.stores.reduce((sum, { replicas, witnesses }) => sum + replicas.length + witnesses.length, 0),
    links: model.links.filter(({ kind }) => kind === 'declared').length,
  };
}

/** All that one may want less of, in one row. */
function numbersOf({ unanswered, stale, harmed, lagging, latencyMs, replicas, links }: Measures): readonly number[] {
  return [unanswered.share, stale.share, harmed.share, lagging, latencyMs ?? Infinity, replicas, links];
}

/** Sums of the same shares in another order differ in their last digits. */
const ROUNDING = 1e-9;

/** Whether a design is nowhere worse than another one. */
export function isAsGood(one: Measures, other: Measures): boolean {
  const theirs = numbersOf(other);
  return numbersOf(one).every((own, i) => own <= (theirs[i] ?? 0) * (1 + ROUNDING));
}

/** The order in which designs are listed: answers, then data, then latency, then cost. */
export function compareMeasures(one: Measures, other: Measures): number {
  const theirs = numbersOf(other);
  for (const [i, own] of numbersOf(one).entries()) {
    const their = theirs[i] ?? 0;
    if (own > their * (1 + ROUNDING)) return 1;
    if (their > own * (1 + ROUNDING)) return -1;
  }
  return 0;
}

function amountOf(asked: readonly ClientResult[], counts: (verdict: VerdictKind) => boolean): Amount {
  const shares = asked.flatMap(({ reliability }) => (reliability === undefined ? [] : [reliability]));
  const isUnanswered = counts('error');
  if (shares.length > 0) {
    const counted = shares.map(({ verdicts }) =>
      verdicts.filter(({ verdict, beyondLag }) => counts(verdict) && beyondLag.most > 0),
    );
    // Two verdicts may be possible at the same time: their sum is the most that it can be.
    const sums = shares.map(({ unanswered }, i) =>
      isUnanswered
        ? unanswered.most
        : Math.min(
            1,
            (counted[i] ?? []).reduce((sum, { beyondLag }) => sum + beyondLag.most, 0),
          ),
    );
    return { share: mean(sums), verdicts: inOrder(counted.flat().map(({ verdict }) => verdict)) };
  }
  const found = asked.map(({ findings }) =>
    findings.filter(({ outcome }) => counts(outcome.verdict) && isBeyondLag(outcome)),
  );
  let [some, all] = [0n, 0n];
  for (const [i, { faults }] of asked.entries()) {
    const sum = (found[i] ?? []).reduce((sum, one) => sum + BigInt(one.faults), 0n);
    all += BigInt(faults);
    some += sum < BigInt(faults) ? sum : BigInt(faults);
  }
  return {
    share: quotient(some, all),
    faults: { some: some.toString(), all: all.toString() },
    verdicts: inOrder(found.flat().map(({ outcome }) => outcome.verdict)),
  };
}

function inOrder(verdicts: readonly VerdictKind[]): readonly VerdictKind[] {
  return [...new Set(verdicts)].sort();
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

/** A number holds no more than 2^1023. */
const MOST_BITS = 1000;

function quotient(some: bigint, all: bigint): number {
  if (some === 0n) return 0;
  const shift = BigInt(Math.max(0, all.toString(2).length - MOST_BITS));
  return Math.max(Number.MIN_VALUE, Number(some >> shift) / Number(all >> shift));
}

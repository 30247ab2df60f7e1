import { isAnswered, isBeyondLag } from '../base/harm.js';
import type { Outcome } from '../engine/facts.js';
import { detectingUnder, settledUnder } from '../engine/under.js';
import type { Model, VertexId } from '../model/model.js';
import { type Cause, HEALTHY } from '../network/fault.js';
import { linearizability, type RegisterVerdict } from './histories.js';
import type { Request, Requests, Window } from './requests.js';
import { type Seen, type SeenKind, seenOf } from './seen.js';

/** When a request was: before the first break, until a break was noticed, later, or after a heal. */
export type When = 'healthy' | 'detecting' | 'settled' | 'healing';

/** What was seen equally often of one operation from one client, in the same phases. */
export interface SeenRow {
  readonly operation: number;
  readonly client: VertexId;
  readonly when: readonly When[];
  readonly kind: SeenKind;
  readonly count: number;
  /** The first of them. */
  readonly first: Seen;
  /** What can happen in these phases, by the design; empty where nothing is known. */
  readonly predicted: readonly Outcome[];
  /** `not known`: a limit kept the operation from being analysed, or it was refused after a heal. */
  readonly status: 'predicted' | 'not predicted' | 'not known';
}

/** A harm that can happen, and in how many requests it did not. */
export interface UnseenRow {
  readonly operation: number;
  readonly client: VertexId;
  readonly outcome: Outcome;
  readonly tries: number;
}

/** A register, and whether its requests have one order. */
export interface RegisterRow {
  readonly register: string;
  readonly verdict: RegisterVerdict;
  /** Some request on it can answer what is old, or be thrown away: then a violation contradicts nothing. */
  readonly isExpected: boolean;
}

/** A recorded history beside the design. */
export interface Observation {
  readonly cause: Cause;
  readonly requests: number;
  readonly windows: readonly Window[];
  /** In milliseconds; undefined: the recording or the design does not say when the break was noticed. */
  readonly noticedMs: number | undefined;
  readonly seen: readonly SeenRow[];
  readonly unseen: readonly UnseenRow[];
  readonly registers: readonly RegisterRow[];
}

export interface ObserveOptions {
  /** How long it took until everybody had noticed the break; by default what the stores say. */
  readonly noticedMs?: number;
  /** A write that was acknowledged so short a time before a read may be on its way. */
  readonly lagMs?: number;
}

/** As the lab has it in which the presets were measured. */
const LAG_MS = 500;

/** Judges recorded requests: what was seen has to be possible under the fault, by the design. */
export function observe(model: Model, cause: Cause, found: Requests, options: ObserveOptions = {}): Observation {
  const { requests, windows, isTimed } = found;
  const noticedMs = isTimed ? (options.noticedMs ?? detectMs(model)) : undefined;
  const lag = isTimed ? (options.lagMs ?? LAG_MS) : 0;
  const predictions = new Predictions(model, cause);
  const rows = new Map<string, SeenRow>();
  for (const seen of seenOf(requests, windows, lag)) {
    const { operation, client } = seen.request;
    const when = phasesOf(seen.request, windows, noticedMs);
    const key = [operation, client, when.join(), seen.kind].join(' ');
    const known = rows.get(key);
    if (known === undefined) rows.set(key, rowOf(seen, when, predictions.of(operation, client, when)));
    else rows.set(key, { ...known, count: known.count + 1 });
  }
  const all = [...rows.values()];
  return {
    cause,
    requests: requests.length,
    windows,
    noticedMs,
    seen: all.sort((a, b) => a.operation - b.operation || a.client - b.client || RANK(a) - RANK(b)),
    unseen: unseenOf(all),
    registers: [...linearizability(requests)].map(([register, verdict]) => ({
      register,
      verdict,
      isExpected: predictions.harmsData(requests.filter((one) => one.register === register)),
    })),
  };
}

/** Says whether anything that was seen can't happen by the design. */
export function contradicts({ seen, registers }: Observation): boolean {
  return (
    seen.some(({ status }) => status === 'not predicted') ||
    registers.some(({ verdict, isExpected }) => verdict.kind === 'violation' && !isExpected)
  );
}

const WHENS: readonly When[] = ['healthy', 'detecting', 'settled', 'healing'];
const RANK = ({ when: [first = 'healthy'] }: SeenRow): number => WHENS.indexOf(first);

function detectMs({ stores }: Model): number | undefined {
  const all = stores.map((store) => store.detectMs);
  return all.includes(undefined) ? undefined : Math.max(0, ...all.map((ms) => ms ?? 0));
}

/**
 * The phases that a request touches, in order. Where nobody says when the break was noticed, all of it counts. What was
 * promoted may lead on after the heal, so that nothing is as before from then on.
 */
function phasesOf({ called, returned }: Request, windows: readonly Window[], noticedMs: number | undefined): When[] {
  const touched = new Set<When>();
  const span = (when: When, from: number, to: number): void => {
    if (called <= to && returned >= from && from <= to) touched.add(when);
  };
  const [first] = windows;
  span('healthy', -Infinity, first?.began ?? Infinity);
  for (const [i, { began, inForce, healed }] of windows.entries()) {
    const noticed = Math.min(healed, inForce + (noticedMs ?? Infinity));
    span('detecting', began, noticed);
    span('settled', noticed, noticed < healed ? healed : -Infinity);
    span('healing', healed, windows[i + 1]?.began ?? Infinity);
  }
  return WHENS.filter((when) => touched.has(when));
}

/** What can happen to each request in each phase. */
class Predictions {
  private readonly known: Readonly<Record<When, ReadonlyMap<string, readonly Outcome[] | undefined>>>;

  constructor(model: Model, cause: Cause) {
    const mapOf = (results: ReturnType<typeof settledUnder>): ReadonlyMap<string, readonly Outcome[] | undefined> =>
      new Map(
        results.map(({ operation, client, verdict, notKnown }) => [
          `${operation} ${client}`,
          notKnown === undefined ? verdict.outcomes : undefined,
        ]),
      );
    const [healthy, detecting] = [mapOf(settledUnder(model, HEALTHY)), mapOf(detectingUnder(model, cause))];
    const healing = new Map(
      [...healthy].map(([key, outcomes]) => {
        const others = detecting.get(key);
        return [key, outcomes === undefined || others === undefined ? undefined : [...outcomes, ...others]];
      }),
    );
    this.known = { healthy, detecting, settled: mapOf(settledUnder(model, cause)), healing };
  }

  /** Undefined: a limit was hit. */
  of(operation: number, client: VertexId, when: readonly When[]): readonly Outcome[] | undefined {
    const all: Outcome[] = [];
    for (const phase of when) {
      const outcomes = this.known[phase].get(`${operation} ${client}`);
      if (outcomes === undefined) return undefined;
      all.push(...outcomes);
    }
    return all;
  }

  /** Can one of them, at any time, answer what is old or be thrown away? */
  harmsData(requests: readonly Request[]): boolean {
    return requests.some(({ operation, client }) => {
      const outcomes = this.known.healing.get(`${operation} ${client}`);
      return outcomes === undefined || outcomes.some(({ verdict }) => DISORDERS.includes(verdict));
    });
  }
}

/** What makes a history of reads and writes one without an order. */
const DISORDERS: readonly Outcome['verdict'][] = ['stale', 'dirty', 'conflict', 'lost'];

function rowOf(seen: Seen, when: readonly When[], predicted: readonly Outcome[] | undefined): SeenRow {
  const { operation, client, access } = seen.request;
  const isPredicted = predicted?.some((outcome) => ALLOWED[seen.kind](outcome, access));
  // The model does not say which replica leads after the heal: a client that keeps to the former leader may be refused.
  const isOpen = when.includes('healing') && (seen.kind === 'error' || seen.kind === 'unknown');
  return {
    operation,
    client,
    when,
    kind: seen.kind,
    count: 1,
    first: seen,
    predicted: predicted ?? [],
    status: isPredicted === true ? 'predicted' : isPredicted === undefined || isOpen ? 'not known' : 'not predicted',
  };
}

/** A verdict says what can become of a request: an answer that turned out well contradicts nothing. */
const ALLOWED: Readonly<Record<SeenKind, (outcome: Outcome, access: Request['access']) => boolean>> = {
  ok: ({ verdict }) => isAnswered(verdict),
  error: ({ verdict }) => verdict === 'error' || verdict === 'partial',
  // No answer to a read is an error; of a write, nobody knows whether it took effect.
  unknown: ({ verdict }, access) =>
    verdict === 'unknown' || verdict === 'partial' || (access === 'read' && verdict === 'error'),
  lag: ({ verdict }) => verdict === 'stale',
  stale: ({ verdict, howLong }) => verdict === 'stale' && howLong !== 'lag',
  discarded: ({ verdict }) => verdict === 'conflict' || verdict === 'lost',
  'refused value': ({ verdict }) => verdict === 'dirty',
  "nobody's value": () => false,
};

/** Predicted harms that no request of a client came to, though it asked while they were possible. */
function unseenOf(rows: readonly SeenRow[]): UnseenRow[] {
  const found = new Map<string, UnseenRow & { isSeen: boolean }>();
  for (const row of rows) {
    const { operation, client, predicted, kind, first, count, when } = row;
    if (!when.includes('detecting') && !when.includes('settled')) continue;
    for (const outcome of predicted) {
      if (!isBeyondLag(outcome) || outcome.before === true) continue;
      const key = [operation, client, outcome.verdict].join(' ');
      const known = found.get(key) ?? { operation, client, outcome, tries: 0, isSeen: false };
      const isSeen = kind !== 'ok' && ALLOWED[kind](outcome, first.request.access);
      found.set(key, { ...known, tries: known.tries + count, isSeen: known.isSeen || isSeen });
    }
  }
  return [...found.values()].flatMap(({ isSeen, ...row }) => (isSeen ? [] : [row]));
}

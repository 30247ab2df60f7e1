import type { Harm, VerdictKind } from '../base/harm.js';
import type { Guarantee, VertexId } from '../model/model.js';
import type { Cause } from '../network/fault.js';
import type { Leg } from './timed.js';

export type { HowLong } from '../base/harm.js';
export type { Cause } from '../network/fault.js';

/**
 * What the engine found: plain data that JSON can carry, with indices into the model. Counts of faults are decimal
 * strings, because JSON cannot carry 2^60 as a number.
 */

/** The acknowledged write that a read can miss, or that a write can be in conflict with. */
export interface OtherWrite {
  readonly operation: number;
  readonly client: VertexId;
  /** Acknowledged just before the break, before the break was noticed, or once it had settled. */
  readonly when: 'before' | 'detecting' | 'during';
}

/** One thing that can happen to one operation, from one client, under one fault. */
export interface Outcome extends Harm {
  /** One sentence with numbers, no full stop: "1 of 3 replicas in reach of eu1, a majority is 2". */
  readonly reason: string;
  /** What the heal does, if the verdict does not say it: half a sentence. */
  readonly heal?: string;
  /** Index of the step of this outcome; 0 for a simple operation. */
  readonly step: number;
  readonly other?: OtherWrite;
  /** Only what the client got acknowledged just before the break can end so, not a request issued during it. */
  readonly before?: true;
  /** Write steps (indices) of a composite operation that took effect before it ended. */
  readonly halfDone?: readonly number[];
}

/** Everything that can happen under one fault, worst first; `outcomes[0]` is the verdict. Never empty. */
export interface FaultVerdict {
  readonly cause: Cause;
  readonly outcomes: readonly Outcome[];
  /** The client's machine is stopped or its zone lost: it issues no request, so there is no verdict. */
  readonly silent: boolean;
}

/**
 * How an answer about a family of faults was found. `structure`: classes of faults were counted, by patterns of
 * reachability or by facts, and each was judged once. `enumeration`: faults were judged one after the other, those at
 * once that differ only in what no answer depends on. `runs`: how many times the request was judged for it.
 */
export interface FoundBy {
  readonly way: 'structure' | 'enumeration';
  readonly runs: number;
  /** Where not the whole family was explored: what the whole would have taken more than. */
  readonly cap?: { readonly of: 'runs' | 'states'; readonly most: number };
}

/** One family of faults, as far as it was explored. */
export interface FamilyBound {
  /** "all 1,024 cuts of 10 links", "all cuts of at most 3 of 60 links", "12 one-way cuts", "5 stopped nodes". */
  readonly text: string;
  /** How many faults, in decimal. */
  readonly faults: string;
  /** False if a limit was hit and the family was not explored completely. */
  readonly complete: boolean;
  readonly foundBy: FoundBy;
}

/** One verdict other than ok, with how long it lasts, that an operation from a client can have. */
export interface Finding {
  readonly outcome: Outcome;
  /** The smallest cause; of several of the same size, the first in order of declaration. */
  readonly cause: Cause;
  /** Every cause without a smaller cause in it, smallest first, at most `MAX_CAUSES`. */
  readonly causes: readonly Cause[];
  /** In how many of the explored faults it can happen, in decimal. */
  readonly faults: string;
}

/** The results for one operation from one client. */
export interface ClientResult {
  readonly operation: number;
  readonly client: VertexId;
  readonly healthy: FaultVerdict;
  /** Expected time of one request on the healthy network, in milliseconds; absent if a round trip is not declared. */
  readonly latencyMs?: number;
  /** Absent: no round trip on the way varies. */
  readonly percentiles?: readonly Percentile[];
  /** When its reads see writes; absent: they miss none on the healthy network, or a round trip is not known. */
  readonly freshness?: Freshness;
  /** Why that is not known, where reads may miss a write and the design declares round trips. */
  readonly freshnessNotKnown?: string;
  /** Worst first (those until the heal before those for the lag); empty if everything explored is ok. */
  readonly findings: readonly Finding[];
  /** Set if the operation was not analysed: the limit that was hit. Then there are no outcomes and no findings. */
  readonly notKnown?: string;
  /**
   * The operation is ok under every set of at most this many cut links, apart from the lag that the scheme always has.
   * 'all': under every explored set. -1: not even on the healthy network.
   */
  readonly okUpToLinks: number | 'all';
  /** The operation is ok under every single stopped node, apart from the lag. */
  readonly okUnderAnyNode: boolean;
  /** Why it is ok: "us1 and us2 stay a majority". */
  readonly okReason: string;
  /** One per named partition of the model, same index. */
  readonly partitions: readonly FaultVerdict[];
  /** Absent: nothing in the design has a probability. */
  readonly reliability?: Reliability;
  readonly explored: readonly FamilyBound[];
  /** In decimal, over all families, the healthy network and the named partitions. */
  readonly faults: string;
}

/** A share of all, from 0 to 1, takes at most `ms`. */
export interface Percentile {
  readonly share: number;
  readonly ms: number;
}

/**
 * How probable it is that a read sees a write, by the time from the acknowledgement of the write to the read. Of all
 * read steps and writers, those for which it takes longest.
 */
export interface Freshness {
  readonly step: number;
  readonly writer: { readonly operation: number; readonly step: number; readonly client: VertexId };
  /** The share of reads that see it at once, from 0 to 1. */
  readonly atOnce: number;
  /** After `ms`, this share sees it. */
  readonly after: readonly Percentile[];
  /** No round trip varies: from then on, each read sees it. */
  readonly isExact: boolean;
}

/** A share of time, from 0 to 1, as a range; both ends are equal where nothing was left out. */
export interface Share {
  readonly least: number;
  readonly most: number;
}

/**
 * How much of the time in which a client runs its requests may end how, once each break has settled. The probabilities
 * of the design are taken as independent.
 */
export interface Reliability {
  /** How many combinations were judged. */
  readonly runs: number;
  /** False: combinations too rare for the limit were left out, so shares are ranges. */
  readonly isComplete: boolean;
  /** The share of those, in which any verdict may be possible. */
  readonly leftOut: number;
  /** A request may get no answer: `error`, `unknown` or `partial`. */
  readonly unanswered: Share;
  /** Every verdict but ok that is possible at some time, in order of `VERDICTS`. */
  readonly verdicts: readonly { readonly verdict: VerdictKind; readonly all: Share; readonly beyondLag: Share }[];
  /** The thing that matters most for answers, and the share without one if it were down half as often. */
  readonly matters?: {
    readonly kind: 'link' | 'vertex' | 'risk';
    readonly index: number;
    readonly unansweredAtHalf: number;
  };
}

/** Three values: a limit that was hit is never called safe. */
export type ExpectationStatus = 'holds' | 'fails' | 'not known';

/** Whether one expectation holds, under which faults that was explored, and a fault that refutes it. */
export interface ExpectationResult {
  readonly expectation: number;
  readonly status: ExpectationStatus;
  /** What was explored: "under atlantic", "all 11 sets of at most 2 of 4 links". */
  readonly bound: string;
  /**
   * For `fails`: the smallest counterexample; one that is left once the break has settled, if there is one. A share of
   * time has none.
   */
  readonly counterexample?: {
    readonly client: VertexId;
    readonly verdict: FaultVerdict;
    /** It is possible only until the break is noticed. */
    readonly whileDetecting?: true;
  };
  /** For `fails`: with `once settled` it would hold. */
  readonly holdsOnceSettled?: true;
  /** Of an expectation about a time: the answer that comes too late, or the slowest if all come in time. */
  readonly timed?: TimedAnswer;
  /** Of an expectation about a share of time: the client for whom it is worst, and that share. */
  readonly measured?: { readonly client: VertexId; readonly share: Share };
  /** For `holds`, if an answer is expected: the worst harm to data until the break is noticed. */
  readonly window?: HarmedUntilNoticed & { readonly client: VertexId };
  /** For `not known`: the limit that was hit, or that nobody issues the operation. */
  readonly why?: string;
}

/** How long an answer takes, under one fault. */
export interface TimedAnswer {
  readonly client: VertexId;
  readonly cause: Cause;
  readonly ms: number;
  /** A share of all answers takes no longer, from 0 to 1; absent: no round trip on the way varies. */
  readonly share?: number;
  /** The round trips that it waits for, one after the other, each as it is written. */
  readonly legs: readonly Leg[];
}

/** Harm to data that is possible only until the break is noticed, with its smallest cause. */
export interface HarmedUntilNoticed {
  readonly cause: Cause;
  readonly outcome: Outcome;
}

/**
 * `impossible`: not even given on the healthy network. `broken`: given on the healthy network, but not under some
 * fault. `given`: under every fault to explore. `not known`: a limit was hit, or the language does not say enough.
 */
export type NeedStatus = 'given' | 'impossible' | 'broken' | 'not known';

/** The result for one `needs` of one step, for one client. */
export interface NeedResult {
  readonly operation: number;
  /** Index of the step; 0 for a simple operation. */
  readonly step: number;
  /** Index into the step's `needs`. */
  readonly need: number;
  readonly guarantee: Guarantee;
  readonly client: VertexId;
  readonly status: NeedStatus;
  /** The reason; half a sentence without a full stop. Empty for `given`. */
  readonly why: string;
  /** For `impossible` and `broken`: the source of the rule, and what would give the guarantee. */
  readonly source?: string;
  readonly remedy?: string;
  /** For `broken`: the smallest cause. */
  readonly cause?: Cause;
  /**
   * For `broken`: the other fault under which the client did what it then misses, if one fault alone does not break the
   * need.
   */
  readonly earlier?: Cause;
  /** For `broken`: broken only until the break is noticed. */
  readonly whileDetecting?: true;
}

/** All facts that an exploration finds. Indices are those of the model. */
export interface Results {
  /** In order of operation, then of the operation's clients. */
  readonly clients: readonly ClientResult[];
  readonly expectations: readonly ExpectationResult[];
  /** In order of operation, step, need, client. */
  readonly needs: readonly NeedResult[];
}

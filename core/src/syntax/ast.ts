import type { Sources } from '../base/sources.js';
import type { Span } from '../base/span.js';
import type { Diagnostic } from '../checks/diagnostic.js';
import type { Loudness } from './settings/level.js';

/**
 * The syntax tree: the statements of the file, in its order, with positions; no name is looked up. After a mistake a
 * part may be missing: an absent name is `undefined`, an absent list is empty.
 */

/** A name or a word of the file. `name` is without quotes; `span` covers the quotes. */
export interface Word {
  readonly name: string;
  readonly span: Span;
}

/** A whole or decimal number. */
export interface NumberLiteral {
  readonly value: number;
  readonly span: Span;
}

/** A duration in milliseconds (`us`, `ms`, `s`, `min`, `h` in the text). */
export interface DurationLiteral {
  readonly ms: number;
  readonly span: Span;
}

/** A probability as written: 0.1% is 0.001. May be outside 0..1: a check reports it. */
export interface ProbabilityLiteral {
  readonly value: number;
  readonly span: Span;
}

/** A quoted text. */
export interface TextLiteral {
  readonly value: string;
  readonly span: Span;
}

interface Base {
  /** The whole statement, with its keyword and body. */
  readonly span: Span;
}

/** `node a, b fails 0.1%` – the share holds for every name. */
export interface NodeStatement extends Base {
  readonly kind: 'node';
  readonly names: readonly Word[];
  readonly fails?: ProbabilityLiteral;
}

/** `zone us fails 0.01% { node us1, us2 }`; a body may hold several `node` lines. */
export interface ZoneStatement extends Base {
  readonly kind: 'zone';
  readonly name?: Word;
  readonly fails?: ProbabilityLiteral;
  readonly nodes: readonly Word[];
  /** Of the lines that say how often their nodes fail. */
  readonly failing: readonly { readonly names: readonly Word[]; readonly fails: ProbabilityLiteral }[];
}

/** `risk duct { cable1, us -- eu, rack } fails 0.05%` */
export interface RiskStatement extends Base {
  readonly kind: 'risk';
  readonly name?: Word;
  readonly members: readonly { readonly from: Word; readonly to?: Word; readonly span: Span }[];
  readonly fails?: ProbabilityLiteral;
}

export interface RouterStatement extends Base {
  readonly kind: 'router';
  readonly names: readonly Word[];
}

/** `client a, b in us via us1` – the placement holds for every name. */
export interface ClientStatement extends Base {
  readonly kind: 'client';
  readonly names: readonly Word[];
  /** `word`: where `in` or `at` stands. */
  readonly placement?: { readonly kind: 'in' | 'at'; readonly word: Span; readonly target?: Word };
  readonly via: readonly Word[];
}

/** `p99.9`: `share` is 0.999. */
export interface PercentileLiteral {
  readonly share: number;
  readonly text: string;
  readonly span: Span;
}

/** How a round trip varies: `± 10ms` is its standard deviation, `p99 200ms` what a share of them takes at most. */
export type SpreadClause =
  | { readonly kind: 'deviation'; readonly by: DurationLiteral; readonly span: Span }
  | {
      readonly kind: 'percentile';
      readonly percentile: PercentileLiteral;
      readonly slow: DurationLiteral;
      readonly span: Span;
    };

/** `link name: a -- b 80ms ± 10ms fails 0.1%` */
export interface LinkStatement extends Base {
  readonly kind: 'link';
  readonly name?: Word;
  readonly from?: Word;
  readonly to?: Word;
  readonly oneWay: boolean;
  readonly roundTrip?: DurationLiteral;
  readonly spread?: SpreadClause;
  readonly fails?: ProbabilityLiteral;
}

export interface MeshStatement extends Base {
  readonly kind: 'mesh';
  readonly members: readonly Word[];
  readonly roundTrip?: DurationLiteral;
  readonly spread?: SpreadClause;
  readonly fails?: ProbabilityLiteral;
}

/**
 * One argument after `replicate`: `leader`, `a`, `2`, `R=2`, or a comma in a list of names. Each scheme gives them its
 * own meaning.
 */
export type SchemeArgument =
  | { readonly kind: 'comma'; readonly span: Span }
  | { readonly kind: 'word'; readonly word: Word; readonly span: Span }
  | { readonly kind: 'number'; readonly value: number; readonly span: Span }
  | { readonly kind: 'duration'; readonly ms: number; readonly span: Span }
  | { readonly kind: 'setting'; readonly name: Word; readonly value: number; readonly span: Span };

export type StoreClause =
  | { readonly kind: 'choose'; readonly span: Span; readonly value?: Word }
  | {
      readonly kind: 'replicate';
      readonly span: Span;
      readonly scheme?: Word;
      readonly args: readonly SchemeArgument[];
    }
  | {
      readonly kind: 'on partition';
      readonly span: Span;
      readonly reaction?: Word;
      readonly duration?: DurationLiteral;
    }
  | { readonly kind: 'merge'; readonly span: Span; readonly rule?: Word }
  | { readonly kind: 'like'; readonly span: Span; readonly preset?: Word }
  | { readonly kind: 'detect'; readonly span: Span; readonly duration?: DurationLiteral }
  | { readonly kind: 'rejoin'; readonly span: Span; readonly how?: Word }
  | { readonly kind: 'membership'; readonly span: Span; readonly how?: Word }
  | { readonly kind: 'from'; readonly span: Span; readonly store?: Word; readonly bound?: DurationLiteral }
  | { readonly kind: 'else'; readonly span: Span; readonly store?: Word }
  | RequiresClause;

/** `requires pd, gateway` */
export interface RequiresClause {
  readonly kind: 'requires';
  readonly span: Span;
  readonly names: readonly Word[];
}

export interface StoreMember {
  readonly name: Word;
  readonly role: 'replica' | 'witness' | 'observer';
  /** `observer c of b`: the copy that feeds it. */
  readonly from?: Word;
}

export interface StoreStatement extends Base {
  readonly kind: 'store';
  readonly name?: Word;
  readonly members: readonly StoreMember[];
  readonly clauses: readonly StoreClause[];
}

/** `service api on n1, n2 { requires db }` */
export interface ServiceStatement extends Base {
  readonly kind: 'service';
  readonly name?: Word;
  /** Nodes and zones. */
  readonly instances: readonly Word[];
  readonly clauses: readonly RequiresClause[];
}

/** `needs bounded 5s` */
export interface Need {
  readonly guarantee: Word;
  readonly bound?: DurationLiteral;
  readonly span: Span;
}

/** One access to one store: the only one of a simple operation, one line of a composite one. */
export interface StepNode {
  readonly access: 'read' | 'write';
  readonly store?: Word;
  readonly level?: Word;
  /** `level bounded 5s` */
  readonly bound?: DurationLiteral;
  readonly needs: readonly Need[];
  readonly span: Span;
}

/** Simple: `composite` is false and `steps` has at most one member. */
export interface OperationStatement extends Base {
  readonly kind: 'operation';
  readonly name?: Word;
  readonly composite: boolean;
  readonly clients: readonly Word[];
  /** The services that it goes through, in order. */
  readonly through: readonly Word[];
  readonly steps: readonly StepNode[];
}

export type PartitionLine =
  | { readonly kind: 'groups'; readonly span: Span; readonly groups: readonly (readonly Word[])[] }
  | {
      readonly kind: 'cut';
      readonly span: Span;
      readonly from?: Word;
      readonly to?: Word;
      readonly oneWay: boolean;
      readonly link?: Word;
    }
  | { readonly kind: 'isolate'; readonly span: Span; readonly targets: readonly Word[] }
  | {
      readonly kind: 'down';
      readonly span: Span;
      readonly targets: readonly Word[];
      /** Their disks are gone as well. */
      readonly destroyed: boolean;
    };

export interface PartitionStatement extends Base {
  readonly kind: 'partition';
  readonly name?: Word;
  readonly lines: readonly PartitionLine[];
}

/** `2 links`, `1 isolated node`, `all links`, `zone` (count 1). `count` is 'all' for `all links`. */
export interface FaultCount {
  readonly count: number | 'all';
  /** The words of what is counted, one or two. */
  readonly units: readonly Word[];
  readonly span: Span;
}

export type UnderClause =
  | { readonly kind: 'named'; readonly partition: Word; readonly span: Span }
  | { readonly kind: 'any'; readonly counts: readonly FaultCount[]; readonly span: Span }
  | { readonly kind: 'none'; readonly span: Span };

/** `99.99%` is the least share of time, `at most 5min a year` the most; as the rest, from 0 to 1. */
export interface ShareClause {
  readonly kind: 'least' | 'most';
  /** Of `least`, the share that is left: 0.0001. */
  readonly most: number;
  readonly text: string;
  readonly span: Span;
}

/** `within 200ms p99.9` */
export interface WithinClause {
  readonly limit: DurationLiteral;
  readonly percentile?: PercentileLiteral;
  /** As it is written. */
  readonly text: string;
  readonly span: Span;
}

export interface ExpectStatement extends Base {
  readonly kind: 'expect';
  readonly operation?: Word;
  readonly from: readonly Word[];
  readonly never: boolean;
  /** One of the verdicts or `available`; any other word is kept, and a check reports it. */
  readonly verdict?: Word;
  readonly beyondLag: boolean;
  readonly share?: ShareClause;
  /** In place of a verdict. */
  readonly within?: WithinClause;
  readonly under?: UnderClause;
  readonly whileDetecting: boolean;
  readonly onceSettled: boolean;
}

export interface AcceptStatement extends Base {
  readonly kind: 'accept';
  readonly verdict?: Word;
  readonly operation?: Word;
  readonly reason?: TextLiteral;
  /** The last day on which it holds, as it is written. */
  readonly until?: TextLiteral;
}

/** `explore any 2 links, 1 node` or `explore all links`: one family of faults; several statements add up. */
export interface ExploreStatement extends Base {
  readonly kind: 'explore';
  readonly counts: readonly FaultCount[];
}

/** `include "topology.cap"` */
export interface IncludeStatement extends Base {
  readonly kind: 'include';
  readonly file?: Word;
}

export type Statement =
  | NodeStatement
  | ZoneStatement
  | RouterStatement
  | ClientStatement
  | LinkStatement
  | MeshStatement
  | StoreStatement
  | ServiceStatement
  | RiskStatement
  | OperationStatement
  | PartitionStatement
  | ExpectStatement
  | AcceptStatement
  | ExploreStatement
  | IncludeStatement;

export interface File {
  readonly statements: readonly Statement[];
}

/** One file by itself, whatever includes it: offsets are those of its text. */
export interface FileParse extends File {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
  /** What the grammar alone has read. */
  readonly own: GrammarParse;
}

/** What the grammar reads of a text, in which comments of other languages are blank. */
export interface GrammarParse extends File {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
  /** The parts that it could not read, without the characters that no token begins with. In order of position. */
  readonly broken: readonly Span[];
}

/**
 * The result of reading a file that a design includes. `path` identifies the file: two names of one file (a link) have
 * the same path.
 */
export type FileRead =
  | { readonly kind: 'text'; readonly path: string; readonly text: string }
  | { readonly kind: 'missing' }
  /** The file exists, but outside of the folder that the design may not leave: a link leads there. */
  | { readonly kind: 'outside' }
  /** `why` is the end of a sentence: "it is a directory". */
  | {
      readonly kind: 'unreadable';
      readonly why: string;
      /** There is no place to read from, or no answer yet: whether there is such a file is not known. */
      readonly isUnknown?: true;
    };

/** One `include` of a design: the quoted path, the file it stands in, and the file that it names if that was read. */
export interface Include {
  readonly span: Span;
  readonly from: string;
  readonly to?: string;
}

/**
 * First stage: a text and its tree, and those of the files that it includes. Parsing never fails; mistakes are in
 * `diagnostics`. Spans are offsets in `sources`; for the design's own file these are offsets in its text.
 */
export interface Parsed {
  readonly text: string;
  /** The design's own file. */
  readonly file: File;
  /** By path: each file of the design by itself, so that the parts that an edit does not touch are not parsed again. */
  readonly parses: ReadonlyMap<string, FileParse>;
  /**
   * The statements of the whole design: those of the file, with those of an included file at the place of its include.
   */
  readonly statements: readonly Statement[];
  readonly sources: Sources;
  readonly includes: readonly Include[];
  /**
   * By path: the result for every file that was requested, so that the design can be built again from changed texts.
   */
  readonly reads: ReadonlyMap<string, FileRead>;
  /** How loudly things are said, by the `netsplit.json` beside the design. */
  readonly loudness: Loudness;
  /** What is explored if the design itself does not say it, by that file. */
  readonly explore: readonly ExploreStatement[];
  readonly diagnostics: readonly Diagnostic[];
  /** The day on which the design is looked at, as in `Place`. */
  readonly today?: string;
}

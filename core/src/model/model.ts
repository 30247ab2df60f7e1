import type { VerdictKind } from '../base/harm.js';
import type { Span } from '../base/span.js';
import type { Diagnostic } from '../checks/diagnostic.js';
import type { Parsed, Word } from '../syntax/ast.js';
import type { NameKind } from '../syntax/expected.js';
import type { Replication } from './schemes/index.js';

export type {
  ConsensusReplication,
  PrimaryReplication,
  QuorumReplication,
  Replication,
  SchemeName,
} from './schemes/index.js';

export type { VerdictKind } from '../base/harm.js';

/** A place where a message can be, by its index: nodes, then zone switches, then routers, then clients. */
export type VertexId = number;

export type Vertex =
  | { readonly kind: 'node'; readonly name: string; readonly zone?: VertexId; readonly fails?: number }
  | { readonly kind: 'zone'; readonly name: string; readonly members: readonly VertexId[]; readonly fails?: number }
  | { readonly kind: 'router'; readonly name: string }
  | {
      readonly kind: 'client';
      readonly name: string;
      /** `zone`: on its network; `node`: on that very machine; neither can fail. `free`: by its links only. */
      readonly placement: { readonly kind: 'zone' | 'node'; readonly vertex: VertexId } | { readonly kind: 'free' };
      /** Empty: not pinned. */
      readonly via: readonly VertexId[];
    };

/**
 * Something that can be cut. `declared`: a `link` statement or one pair of a `mesh`; `uplink`: a node to its zone's
 * switch; `implicit`: of a file with no `link` and no `mesh`.
 */
export interface Link {
  readonly kind: 'declared' | 'uplink' | 'implicit';
  /** The given name, if there is one; `label` is for people: "us–eu", "us1's link to us". */
  readonly name?: string;
  readonly label: string;
  readonly a: VertexId;
  readonly b: VertexId;
  /** Carries messages from a to b only. */
  readonly oneWay: boolean;
  readonly roundTripMs?: number;
  /** Absent: each round trip takes that long. */
  readonly spread?: Spread;
  /** The share of time in which it is down, from 0 to 1. */
  readonly fails?: number;
}

/**
 * How a round trip varies. `deviation`: its mean is that of the link, and this its standard deviation. `percentile`:
 * its median is that of the link, and a share of all takes at most `ms`.
 */
export type Spread =
  | { readonly kind: 'deviation'; readonly ms: number }
  | { readonly kind: 'percentile'; readonly share: number; readonly ms: number };

/** What fails together: cables in one duct, machines on one power feed. */
export interface Risk {
  readonly name: string;
  /** Indices of links, which are cut both ways. */
  readonly links: readonly number[];
  /** Nodes that are stopped, zones that are lost, routers. */
  readonly vertices: readonly VertexId[];
  /** The share of time in which it has happened, from 0 to 1. */
  readonly fails: number;
}

export type Choice = 'CP' | 'AP';

export type Reaction = { readonly kind: 'error' } | { readonly kind: 'wait'; readonly ms: number };

export type MergeRule = 'lww' | 'crdt' | 'siblings' | 'manual' | 'discard';

/** A node that holds a copy and has no vote: it never leads, and its acknowledgement never counts. */
export interface Observer {
  readonly node: VertexId;
  /** The only copy that feeds it, a replica or an observer before it; absent: all that feed replicas. */
  readonly from?: VertexId;
}

export interface Store {
  readonly name: string;
  /** Nodes that hold the data, in order of declaration. */
  readonly replicas: readonly VertexId[];
  /** Nodes that vote and hold no data. */
  readonly witnesses: readonly VertexId[];
  /** Absent: none. */
  readonly observers?: readonly Observer[];
  readonly choice?: Choice;
  readonly replication: Replication;
  readonly onPartition: Reaction;
  readonly merge: MergeRule;
  /**
   * Those whose history a failover or the heal throws away don't come back by themselves: a person has to rebuild them.
   * For texts only.
   */
  readonly rejoinsByHand?: true;
  /** How long it takes until everybody has noticed a break, where it is said. */
  readonly detectMs?: number;
  /** Its data is derived from another store, and nobody writes it. */
  readonly from?: Derivation;
  /** A replica serves only while it gets an answer from each of these. Absent: it needs none. */
  readonly requires?: readonly Required[];
  /** The preset whose clauses it has, but for those that it has of its own: for texts only. */
  readonly preset?: string;
}

/** Holds no data: issues the steps of operations that go through it, from the machine of an instance. */
export interface Service {
  readonly name: string;
  /** Nodes, in order of declaration. */
  readonly instances: readonly VertexId[];
  /** An instance serves only while it gets an answer from each of these. Absent: it needs none. */
  readonly requires?: readonly Required[];
}

/** Where derived data comes from. */
export interface Derivation {
  /** Index into `stores`. */
  readonly store: number;
  /** A copy that is older refuses: its store requires the source. */
  readonly boundMs?: number;
  /** Where no copy answers, the client reads the source. */
  readonly orSource?: true;
}

/** A store or a service, by its index, from which a machine needs an answer. */
export interface Required {
  readonly kind: 'store' | 'service';
  readonly index: number;
}

export type Level =
  | 'leader'
  | 'local'
  | 'bounded'
  | 'any'
  | 'one'
  | 'two'
  | 'quorum'
  | 'all'
  | 'local-quorum'
  | 'each-quorum'
  | 'hint';

export type Guarantee =
  | 'linearizable'
  | 'sequential'
  | 'causal'
  | 'read-your-writes'
  | 'monotonic-reads'
  | 'bounded'
  | 'eventual';

export interface NeedModel {
  readonly guarantee: Guarantee;
  readonly boundMs?: number;
}

export interface Step {
  readonly access: 'read' | 'write';
  /** Index into `stores`. */
  readonly store: number;
  readonly level?: Level;
  /** Of `level bounded`. */
  readonly boundMs?: number;
  readonly needs: readonly NeedModel[];
}

export interface Operation {
  readonly name: string;
  readonly composite: boolean;
  readonly clients: readonly VertexId[];
  /** Indices into `services`, in the order in which a request passes them. Absent: the clients issue the steps. */
  readonly through?: readonly number[];
  readonly steps: readonly Step[];
}

/**
 * One concrete way in which the network is broken. Directions: of link i, a→b is `2 * i`, b→a is `2 * i + 1`.
 * Groups: no message passes between two vertices of different groups of one entry, whatever links there are.
 */
export interface Fault {
  readonly cutDirections: readonly number[];
  readonly stopped: readonly VertexId[];
  /** Nodes whose disks are gone; they are stopped as well. */
  readonly destroyed: readonly VertexId[];
  readonly groups: readonly (readonly (readonly VertexId[])[])[];
}

export interface Partition {
  readonly name: string;
  readonly fault: Fault;
}

/** At most this many of each, all combinations. 'all': every set. */
export interface FaultFamily {
  readonly links: number | 'all';
  readonly oneWays: number;
  /** Stopped. */
  readonly nodes: number;
  /** Lost: with their nodes, their switch and the clients in them. */
  readonly zones: number;
  /** Nodes of which all links are cut, the uplink among them. */
  readonly isolated: number;
  /** Zones of which every link that leaves them is cut. */
  readonly apart: number;
  /** Pairs of places, zones and nodes outside of zones, between which no message passes. */
  readonly pairs: number;
  /** Stopped, and their disks are gone. */
  readonly destroyedNodes: number;
  /** Lost, and the disks of their nodes are gone. */
  readonly destroyedZones: number;
}

export type Under =
  | { readonly kind: 'explored' }
  | { readonly kind: 'none' }
  | { readonly kind: 'partition'; readonly partition: number }
  | { readonly kind: 'family'; readonly family: FaultFamily };

export interface Expectation {
  readonly operation: number;
  /** Empty: every client of the operation. */
  readonly clients: readonly VertexId[];
  readonly never: boolean;
  readonly verdict: VerdictKind | 'available';
  readonly beyondLag: boolean;
  readonly under: Under;
  /** Is it about the time before every server has noticed the break? */
  readonly whileDetecting: boolean;
  /** Is it about the time afterwards only? If it is neither, the verdict decides: see `phasesOf`. */
  readonly onceSettled: boolean;
  /** It is about a share of time, which the probabilities of the design give, and not about single faults. */
  readonly share?: TimeShare;
  /** It is about how long an answer takes; the verdict is `available`. */
  readonly within?: TimeLimit;
}

/** How long an answer may take. */
export interface TimeLimit {
  readonly ms: number;
  /** The share of all that may take no longer, from 0 to 1; it matters where round trips vary. */
  readonly share: number;
  /** As it is written: "within 200ms p99.9". */
  readonly text: string;
}

/**
 * `available` for at least all time but this share, or another verdict for at most this share. From 0 to 1: what is
 * expected to be rare, so that small shares stay exact.
 */
export interface TimeShare {
  readonly most: number;
  /** As it is written: "99.99%", "5min a year". */
  readonly text: string;
}

export interface Acceptance {
  readonly operation: number;
  readonly verdict: VerdictKind;
  readonly reason: string;
  /** The last day on which it holds, as `2027-03-01`; absent: it does not end. */
  readonly until?: string;
  /** That day was before the one on which the design is looked at. */
  readonly hasEnded?: true;
}

/**
 * The design as a plain value: names are bound, defaults filled in, no positions (`Origins` has those), so that two
 * texts that differ in comments or layout have equal models. Everything refers to everything by its index.
 */
export interface Model {
  readonly vertices: readonly Vertex[];
  readonly links: readonly Link[];
  readonly stores: readonly Store[];
  readonly services: readonly Service[];
  readonly operations: readonly Operation[];
  readonly partitions: readonly Partition[];
  readonly expectations: readonly Expectation[];
  readonly acceptances: readonly Acceptance[];
  /** What `explore` says; by default all links, and one fault of each other kind, each by itself. */
  readonly families: readonly FaultFamily[];
  /** Absent: none. */
  readonly risks?: readonly Risk[];
}

/** Where the things of a model stand in the text. Same indices as in the model. Implicit links have no place. */
export interface Origins {
  readonly vertices: readonly Span[];
  readonly links: readonly (Span | undefined)[];
  readonly stores: readonly Span[];
  readonly services: readonly Span[];
  readonly operations: readonly Span[];
  /** Per operation, each of its steps. */
  readonly steps: readonly (readonly Span[])[];
  /** Per operation, per step, each of its needs. */
  readonly needs: readonly (readonly (readonly Span[])[])[];
  readonly partitions: readonly Span[];
  readonly risks: readonly Span[];
  /** The whole statement. */
  readonly expectations: readonly Span[];
  readonly acceptances: readonly Span[];
}

/** What a declared name can name. */
export type SymbolKind = NameKind;

/**
 * One declared name: where it is declared (the word itself and the whole statement) and every place that refers to it.
 */
export interface DeclaredSymbol {
  readonly kind: SymbolKind;
  readonly name: string;
  /**
   * Index into the model's list of that kind (vertices for node, zone, router, client). Absent where the statement was
   * dropped.
   */
  readonly index?: number;
  readonly word: Word;
  readonly statement: Span;
  readonly references: readonly Span[];
}

/** An error in one statement, on which others depend. */
export interface Mistake {
  /** What has it: "store `orders`", "a link". */
  readonly what: string;
  /** The error itself, and what its diagnostic says. */
  readonly span: Span;
  readonly message: string;
}

/**
 * What is not judged, because it has a mistake or depends on one: what its author means is not known, so that no
 * verdict would be about the design.
 */
export interface Unjudged {
  readonly kind: 'operation' | 'partition' | 'expectation';
  /** An expectation: as it is written, in one line. */
  readonly name: string;
  /** The word that declares it; an expectation: the whole statement. */
  readonly span: Span;
  readonly mistake: Mistake;
  /** The mistake is in its own statement, where a diagnostic says so. */
  readonly isOwn: boolean;
}

/**
 * Second stage: names bound. Statements that make no sense, and what depends on them, are left out of the model, so
 * that no output can have a verdict on them; what has a mistake has a diagnostic.
 */
export interface Resolved extends Parsed {
  readonly model: Model;
  readonly origins: Origins;
  /** What the model would have, were it not for mistakes; in order of position. */
  readonly unjudged: readonly Unjudged[];
  readonly symbols: readonly DeclaredSymbol[];
  /** Those of parsing and those of resolving and checking, in order of position. */
  readonly diagnostics: readonly Diagnostic[];
}

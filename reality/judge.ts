import type { Outcome } from '../core/src/engine/facts.js';
import { lasts } from '../core/src/engine/replication/election.js';
import { StoreWorld } from '../core/src/engine/storeWorld.js';
import { casesUnder, Verdicts } from '../core/src/engine/verdicts.js';
import type { Model } from '../core/src/index.js';
import { type Cause, HEALTHY } from '../core/src/network/fault.js';
import { LinkWorld } from '../core/src/network/linkWorld.js';
import { BROKEN_PHASES, type BrokenPhase, type ObservedRow, type Seen } from './observations.js';
import type { System } from './systems/system.js';

/** What the engine says of one row. */
export interface Prediction {
  /** Everything that can happen in this phase. Until the break is noticed that includes what can happen afterwards. */
  readonly outcomes: readonly Outcome[];
  /** A row of a break that has settled counts as *detecting* where servers or the client cannot have noticed it. */
  readonly countsAs: BrokenPhase;
  /** The same for each case that chance decides between: who is elected or promoted, which copy is drawn. */
  readonly cases: readonly (readonly Outcome[])[];
}

/** One row beside its prediction. */
export interface JudgedRow extends ObservedRow, Prediction {
  /** Seen and not predicted; empty if the row agrees. */
  readonly unforeseen: readonly Seen[];
  /** The worst that was seen is the worst that is predicted. */
  readonly isExact: boolean;
}

/** The engine's answers about one design under its partition, or on the healthy network where it has none. */
export class Predictions {
  private readonly verdicts: Verdicts;

  constructor(
    private readonly model: Model,
    private readonly system: System,
    private readonly links: readonly string[],
  ) {
    this.verdicts = new Verdicts(model);
  }

  of({ phase: when, operation, client }: ObservedRow): Prediction {
    const index = this.model.operations.findIndex(({ name }) => name === operation);
    const vertex = this.model.vertices.findIndex(({ name }) => name === client);
    if (when === 'healthy' || when === 'healed') return this.whole(index, vertex);
    const elects = when === 'settled' && this.deposesItsLeader;
    const countsAs = elects || this.stillWaits(operation, client) ? 'detecting' : when;
    const settled = this.outcomes('settled', index, vertex);
    const outcomes = countsAs === 'settled' ? settled : [...settled, ...this.outcomes('detecting', index, vertex)];
    if (countsAs === 'settled') return { outcomes, countsAs, cases: this.cases(index, vertex, this.cause) };
    const cases = elects
      ? BROKEN_PHASES.flatMap((phase) => this.cases(index, vertex, this.cause, phase))
      : this.asksInVain(client)
        ? [outcomes.filter(({ verdict }) => verdict === 'error' || verdict === 'unknown')]
        : this.cases(index, vertex, this.cause);
    return { outcomes, countsAs, cases: [...cases, outcomes] };
  }

  /** On the network with nothing cut. */
  private whole(index: number, vertex: number): Prediction {
    const outcomes = this.outcomes('settled', index, vertex, HEALTHY);
    return { outcomes, countsAs: 'settled', cases: this.cases(index, vertex, HEALTHY) };
  }

  private cases(
    index: number,
    vertex: number,
    cause: Cause,
    phase: BrokenPhase = 'settled',
  ): readonly (readonly Outcome[])[] {
    const found = casesUnder(this.verdicts, this.verdicts.judgeOf(phase), cause, { operation: index, client: vertex });
    const isDrawn = this.model.operations[index]?.steps.some(({ level }) => level === 'any') === true;
    return isDrawn ? found.flatMap((outcomes) => outcomes.map((one) => [one])) : found;
  }

  /**
   * Without PreVote a leader that has a majority, but that one replica does not hear, is deposed again and again, until
   * the elections give one that all hear. How long that takes has no bound: a run of NATS ended after 40 s without a leader that lasts.
   */
  private get deposesItsLeader(): boolean {
    const [store] = this.model.stores;
    if (store?.replication.scheme !== 'consensus' || store.replication.leader === undefined) return false;
    const here = new StoreWorld(new LinkWorld(this.verdicts.topology, this.cause, 0), store, 0);
    const leader = store.replicas.indexOf(store.replication.leader);
    return here.canLead(leader) && !lasts(here, leader);
  }

  private get cause(): Cause {
    return this.model.partitions.length === 0 ? HEALTHY : { ...HEALTHY, partition: 0 };
  }

  /** The client's own link is cut, and the run ends before the client gives its server up: it has noticed nothing yet. */
  private stillWaits(operation: string, client: string): boolean {
    return this.isCutFrom(client) && keepsConnection(this.system, operation);
  }

  /** The server that such a client asks first gives no answer. */
  private asksInVain(client: string): boolean {
    return this.isCutFrom(client, 'n1');
  }

  private isCutFrom(client: string, server?: string): boolean {
    return this.links.some((link) => {
      const ends = link.split(/--|->/);
      return ends.includes(client) && (server === undefined || ends.includes(server));
    });
  }

  private outcomes(phase: BrokenPhase, operation: number, client: number, cause = this.cause): readonly Outcome[] {
    return this.verdicts.under(cause, operation, client, this.verdicts.judgeOf(phase)).outcomes;
  }
}

/** To the end of the run. */
function keepsConnection({ old }: System, operation: string): boolean {
  return old?.lasts === 'the run' && old.operations.includes(operation);
}

export function judged(system: System, row: ObservedRow, prediction: Prediction): JudgedRow {
  const unforeseen = [...row.seen.keys()].filter(
    (seen) => !prediction.outcomes.some((one) => ALLOWED[seen](one, prediction.countsAs)),
  );
  return { ...row, ...prediction, unforeseen, isExact: unforeseen.length === 0 && isExact(system, row, prediction) };
}

/** A verdict says what can become of an answer: that it did not happen contradicts nothing. */
const ALLOWED: Readonly<Record<Seen, (outcome: Outcome, phase: BrokenPhase) => boolean>> = {
  ok: ({ verdict }) => ['ok', 'stale', 'conflict', 'lost'].includes(verdict),
  error: ({ verdict }) => verdict === 'error',
  lag: ({ verdict }) => verdict === 'stale',
  // A copy that follows no leader yet lags for as long as that takes.
  stale: ({ verdict, howLong }, phase) => verdict === 'stale' && (howLong !== 'lag' || phase === 'detecting'),
  unknown: ({ verdict }) => verdict === 'unknown',
  applied: ({ verdict }) => verdict === 'unknown',
  // Until the break is noticed, what was not kept may have been acknowledged before what was: it is then lost, and what
  // was kept is ok.
  conflict: ({ verdict }, phase) =>
    ['conflict', 'lost'].includes(verdict) || (phase === 'detecting' && verdict === 'ok'),
  discarded: ({ verdict }) => verdict === 'conflict' || verdict === 'lost',
};

/** From harmless to harmful. A loss is as bad as a conflict, the other side of which it is; the lag is none. */
const HARM: readonly (readonly string[])[] = [
  ['ok', 'lag'],
  ['error'],
  ['stale'],
  ['unknown', 'applied'],
  ['conflict', 'discarded', 'lost'],
];

/** Reasons of what happens only over a connection from before the break. */
const OVER_OLD = /still waits for|can't travel back/;

function isExact(system: System, row: ObservedRow, { cases, countsAs }: Prediction): boolean {
  return cases.some((outcomes) => isExactIn(system, row, outcomes, countsAs));
}

function isExactIn(
  system: System,
  { seen, operation }: ObservedRow,
  outcomes: readonly Outcome[],
  countsAs: BrokenPhase,
): boolean {
  const worst = (names: readonly string[]): number =>
    Math.max(0, ...names.map((name) => HARM.findIndex((some) => some.includes(name))));
  // A run does not try what becomes of a write that was acknowledged just before the break, nor a way of connecting
  // that its clients do not have.
  const tried = outcomes.filter(
    ({ before, other, reason }) =>
      before !== true && other?.when !== 'before' && (keepsConnection(system, operation) || !OVER_OLD.test(reason)),
  );
  const found = worst([...seen.keys()]);
  const least = worst(tried.map(({ verdict, howLong }) => (howLong === 'lag' ? 'lag' : verdict)));
  // Writes at two copies that meet soon are in conflict if they were at the same time: then, though not for long.
  const most = worst(outcomes.map((one) => (countsAs === 'settled' && isLag(one) ? 'lag' : one.verdict)));
  return least <= found && found <= most;
}

/** A read that is old only until what it lacks has arrived. */
export function isLag({ verdict, howLong }: Outcome): boolean {
  return verdict === 'stale' && howLong === 'lag';
}

import type { VertexId } from '../model/model.js';

/**
 * `healthy`: before the break; `detecting`: until all replicas have noticed it; `settled`: after that; `healed`: the
 * network is whole again.
 */
export type Phase = 'healthy' | 'detecting' | 'settled' | 'healed';

/** A step of an operation, by index. */
export interface Asked {
  readonly operation: number;
  readonly step: number;
}

/** The writes that a replica has, by their labels: "v1". */
export interface Held {
  readonly at: VertexId;
  readonly writes: readonly string[];
}

/** What a step is about, besides the vertices that take part in it. */
export interface About {
  /** The request that a client issues, or that is answered. */
  readonly asked?: Asked;
  /** The step shows the outcome of the run: a missed, discarded or recovered write. */
  readonly outcome?: true;
  /** The labels of writes that a merge drops although every replica has seen them. */
  readonly drops?: readonly string[];
  /** Votes, heartbeats and empty copies: their result is an event of its own. */
  readonly housekeeping?: true;
}

/**
 * One thing that happens in a run, in the order in which it happens. `message`: from one vertex to another, which
 * arrives or is lost; `event`: at one vertex; `network`: the network breaks or heals. The text is one sentence without
 * a full stop, with names as in the file.
 */
export type TraceStep = About & {
  /** What replicas have just before it. */
  readonly held: readonly Held[];
} & (
    | {
        readonly kind: 'message';
        readonly phase: Phase;
        readonly from: VertexId;
        readonly to: VertexId;
        readonly arrives: boolean;
        readonly text: string;
      }
    | { readonly kind: 'event'; readonly phase: Phase; readonly at: VertexId; readonly text: string }
    | { readonly kind: 'network'; readonly phase: Phase; readonly text: string }
  );

/** A message on its way. */
export interface Passage {
  readonly from: VertexId;
  readonly to: VertexId;
  readonly arrives: boolean;
}

/** Takes the steps of a run; sentences are made only if they are kept. */
export interface Log {
  message(passage: Passage, text: () => string, about?: About): void;
  event(at: VertexId, text: () => string, about?: About): void;
  network(text: () => string): void;
  phase: Phase;
  /** How to see what replicas have: it is noted with each step that is kept. */
  watch(held: () => readonly Held[]): void;
  /**
   * Does it take steps that no verdict depends on too, such as what becomes of a write whose client was told that it
   * failed?
   */
  readonly aftermath: boolean;
}

/** Drops the steps; most runs need none. */
export class SilentLog implements Log {
  phase: Phase = 'healthy';
  readonly aftermath = false;
  message(): void {}
  event(): void {}
  network(): void {}
  watch(): void {}
}

export class KeepingLog implements Log {
  readonly steps: TraceStep[] = [];
  readonly aftermath = true;
  phase: Phase = 'healthy';
  private held: () => readonly Held[] = () => [];

  watch(held: () => readonly Held[]): void {
    this.held = held;
  }

  message(passage: Passage, text: () => string, about: About = {}): void {
    this.steps.push({ kind: 'message', phase: this.phase, ...passage, text: text(), ...about, held: this.held() });
  }

  event(at: VertexId, text: () => string, about: About = {}): void {
    this.steps.push({ kind: 'event', phase: this.phase, at, text: text(), ...about, held: this.held() });
  }

  network(text: () => string): void {
    this.steps.push({ kind: 'network', phase: this.phase, text: text(), held: this.held() });
  }
}

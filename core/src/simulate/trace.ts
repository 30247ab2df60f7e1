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

/** What a step is about, besides the vertices that take part in it. */
export interface About {
  /** The request that a client issues, or that is answered. */
  readonly asked?: Asked;
  /** The step shows the outcome of the run: a missed, discarded or recovered write. */
  readonly outcome?: true;
  /** Votes, heartbeats and empty copies: their result is an event of its own. */
  readonly housekeeping?: true;
}

/**
 * One thing that happens in a run, in the order in which it happens. `message`: from one vertex to another, which
 * arrives or is lost; `event`: at one vertex; `network`: the network breaks or heals. The text is one sentence without
 * a full stop, with names as in the file.
 */
export type TraceStep = About &
  (
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
}

export class KeepingLog implements Log {
  readonly steps: TraceStep[] = [];
  readonly aftermath = true;
  phase: Phase = 'healthy';

  message(passage: Passage, text: () => string, about: About = {}): void {
    this.steps.push({ kind: 'message', phase: this.phase, ...passage, text: text(), ...about });
  }

  event(at: VertexId, text: () => string, about: About = {}): void {
    this.steps.push({ kind: 'event', phase: this.phase, at, text: text(), ...about });
  }

  network(text: () => string): void {
    this.steps.push({ kind: 'network', phase: this.phase, text: text() });
  }
}

import type { VertexId } from '../model/model.js';

/** `healthy`: before the break; `detecting`: until everybody has noticed it; `settled`; `healed`: the network is whole again. */
export type Phase = 'healthy' | 'detecting' | 'settled' | 'healed';

/**
 * One thing that happens in a run, in the order in which it happens. `message`: from one vertex to another, which arrives or is lost; `event`: at one vertex;
 * `network`: the network breaks or heals. The text is one sentence without a full stop, names as in the file.
 */
export type TraceStep =
  | { readonly kind: 'message'; readonly phase: Phase; readonly from: VertexId; readonly to: VertexId; readonly arrives: boolean; readonly text: string }
  | { readonly kind: 'event'; readonly phase: Phase; readonly at: VertexId; readonly text: string }
  | { readonly kind: 'network'; readonly phase: Phase; readonly text: string };

/** Where the steps of a run go; sentences are made only where somebody keeps them. */
export interface Log {
  message(from: VertexId, to: VertexId, arrives: boolean, text: () => string): void;
  event(at: VertexId, text: () => string): void;
  network(text: () => string): void;
  phase: Phase;
}

/** Forgets the steps: what most runs are made with. */
export class SilentLog implements Log {
  phase: Phase = 'healthy';
  message(): void {}
  event(): void {}
  network(): void {}
}

export class KeepingLog implements Log {
  readonly steps: TraceStep[] = [];
  phase: Phase = 'healthy';

  message(from: VertexId, to: VertexId, arrives: boolean, text: () => string): void {
    this.steps.push({ kind: 'message', phase: this.phase, from, to, arrives, text: text() });
  }

  event(at: VertexId, text: () => string): void {
    this.steps.push({ kind: 'event', phase: this.phase, at, text: text() });
  }

  network(text: () => string): void {
    this.steps.push({ kind: 'network', phase: this.phase, text: text() });
  }
}

import type { Advice, AdviceRequest, ClientResult, FileRead, Judged, Resolved, Results } from '#core';

/** Main thread → worker: do this run. `run` grows with every run. */
export interface RunMessage {
  readonly run: number;
  readonly uri: string;
  /** As JSON, which is copied and read several times as fast as an object. */
  readonly model: string;
  /** Set for a run that tries edits instead of exploring the model: the text of the same model. */
  readonly design?: DesignText;
  /** Beside `design`: looks for nearby designs, instead of judging fixes. */
  readonly advice?: AdviceRequest;
}

/** A design as it is written, with the files that were read for it. */
export interface DesignText {
  readonly path: string;
  readonly text: string;
  readonly reads: ReadonlyMap<string, FileRead>;
  readonly today?: string | undefined;
}

/** What a worker needs to read a design again. */
export function designText({ sources, text, reads, today }: Resolved): DesignText {
  return { path: sources.files[0]?.path ?? '', text, reads, today };
}

/**
 * The results of a run. Those of a client of an operation that are the same as in the worker's run before, of the same
 * document, are just a number: which of that run's. Copying them is most of the time between a keystroke and its
 * verdicts.
 */
export interface ResultsMessage {
  readonly clients: readonly (ClientResult | number)[];
  readonly expectations: Results['expectations'];
  readonly needs: Results['needs'];
}

/** Worker → main thread, about one run. */
export type RunReport =
  | { readonly run: number; readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly run: number; readonly kind: 'done'; readonly results: ResultsMessage }
  | { readonly run: number; readonly kind: 'judged'; readonly judged: Judged }
  | { readonly run: number; readonly kind: 'advised'; readonly advice: Advice }
  | { readonly run: number; readonly kind: 'stopped' }
  /** The analysis threw. The worker itself is well. */
  | ({ readonly run: number; readonly kind: 'failed' } & Failure);

/** Why there are no results. */
export interface Failure {
  /** A mistake of ours, or the bound on memory: then the results are not known, and nothing is wrong. */
  readonly why: 'mistake' | 'memory';
  readonly message: string;
}

/** Main thread → web worker. Without shared memory, it reads messages between the slices of a run. */
export type WebWorkerMessage =
  | { readonly kind: 'run'; readonly message: RunMessage }
  | { readonly kind: 'stop'; readonly run: number };

/**
 * Handed to a worker of Node when it starts. The one number in `cancelled` is shared memory: every run up to it is to
 * stop. A message would not be seen, since such a worker reads none while it computes.
 */
export interface WorkerData {
  readonly cancelled: SharedArrayBuffer;
}

import type { Steps } from '#core';
import type { Message } from '#protocol';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Settled } from './analysis/analysis.js';
import type { Progress } from './analysis/queue.js';
import type { Ask, Server } from './server.js';

export function message(text: string): Message {
  return { kind: 'message', message: text };
}

export const FAILED = message(
  'The analysis of this design failed, which is a mistake of Netsplit. The log says more (command “Netsplit: ' +
    'Show Output”); it is tried again after a pause, and at each change of the design.',
);

/** The answer to a request that has waited for results and got none. `notOpen` says what there is none of. */
export function refused(why: Exclude<Settled, { kind: 'done' }>, notOpen: Message): Message | ResponseError<void> {
  switch (why.kind) {
    case 'failed':
      return why.why === 'memory' ? message(why.message) : FAILED;
    case 'not open':
      return notOpen;
    case 'cancelled':
      return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  }
}

/** A request that may take a while. */
export interface LongAsk extends Ask {
  readonly watch: (progress: Progress) => void;
  /** The answer where the document is not open. */
  readonly notOpen: Message;
  /** The answer where a mistake of ours was thrown. */
  readonly failed: Message;
}

export type Done = Extract<Settled, { readonly kind: 'done' }>;

/** Answers from the results of the whole analysis, once they are there. */
export async function answerWhenSettled<T>(
  server: Server,
  ask: LongAsk,
  make: (done: Done) => T | Steps<T>,
): Promise<T | Message | ResponseError<void>> {
  const settled = await server.analysis.settled(ask.uri, ask.token, ask.watch);
  if (settled.kind !== 'done') return refused(settled, ask.notOpen);
  return server.answer<T | Message>(ask, ask.failed, () => make(settled));
}

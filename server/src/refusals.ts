import type { Message } from '#protocol';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Settled } from './analysis/analysis.js';

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

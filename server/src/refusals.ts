import type { Message } from '#protocol';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Settled } from './analysis/analysis.js';

export function message(text: string): Message {
  return { kind: 'message', message: text };
}

export const FAILED = message(
  'The analysis of this design failed, which is a mistake of Netsplit. The log says more (command “Netsplit: Show Output”); a change of the design starts it again.',
);

/** The answer to a request that has waited for results and got none. `notOpen` says what there is none of. */
export function refused(kind: Exclude<Settled['kind'], 'done'>, notOpen: Message): Message | ResponseError<void> {
  switch (kind) {
    case 'failed':
      return FAILED;
    case 'not open':
      return notOpen;
    case 'cancelled':
      return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  }
}

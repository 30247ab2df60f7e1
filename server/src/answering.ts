import type { Steps } from '#core';
import type { CancellationToken } from 'vscode-languageserver';
import type { Clock } from './clock.js';
import type { Documents } from './documents/documents.js';
import type { Snapshot } from './documents/snapshot.js';
import { inSlices } from './inSlices.js';
import type { Ask, Server } from './server.js';

/** How requests about documents are answered. `log` hears of mistakes of ours. */
export function answering(documents: Documents, clock: Clock, log: (message: string) => void): Server['answer'] {
  return async <T>(
    { request, uri, token, isNewest }: Ask,
    empty: T,
    compute: (snapshot: Snapshot) => T | Steps<T>,
  ): Promise<T> => {
    const failed = (error: unknown): T => {
      log(`${request} of ${uri} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return empty;
    };
    const computed = (): T | Steps<T> => {
      // The client has given up on a cancelled request, whatever it is answered.
      if (token.isCancellationRequested) return empty;
      try {
        const snapshot = documents.get(uri);
        return snapshot === undefined ? empty : compute(snapshot);
      } catch (error) {
        return failed(error);
      }
    };
    const answer = await documents.complete(uri, computed, { isNewest: isNewest === true });
    return isSteps(answer) ? inTurns(answer, clock, token, empty).catch(failed) : answer;
  };
}

/** What steps make, taken between messages; `empty` as soon as nobody waits for it. Rejects with what a step throws. */
export function inTurns<T>(steps: Steps<T>, clock: Clock, token: CancellationToken, empty: T): Promise<T> {
  const isWanted = (): boolean => !token.isCancellationRequested;
  return new Promise((settle, reject) =>
    inSlices(steps, clock, isWanted, (ended) => {
      if (ended.kind === 'failed') reject(ended.error);
      else settle(ended.kind === 'done' ? ended.value : empty);
    }),
  );
}

function isSteps<T>(answer: T | Steps<T>): answer is Steps<T> {
  return typeof answer === 'object' && answer !== null && 'next' in answer;
}

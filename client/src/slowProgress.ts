import { CancellationTokenSource, ProgressLocation, window, type CancellationToken } from 'vscode';
import type { Progress } from './languageServer.js';

/** What is done sooner shows no notification: it would be gone before one has read it. */
const SLOW_MS = 500;

type Task<T> = (token: CancellationToken, report: (progress: Progress) => void) => Promise<T>;

/**
 * Runs a task; where it takes long, a notification shows how far it is and lets one cancel it. Undefined: cancelled.
 */
export async function withProgressWhenSlow<T>(title: string, task: Task<T>): Promise<T | undefined> {
  const cancellation = new CancellationTokenSource();
  let last: Progress = {};
  let show: ((progress: Progress) => void) | undefined;
  const work = task(cancellation.token, (progress) => {
    last = progress;
    show?.(progress);
  });
  try {
    if (await endsWithin(work, SLOW_MS)) return await work;
    return await window.withProgress(
      { location: ProgressLocation.Notification, title, cancellable: true },
      async (notification, token) => {
        let shown = 0;
        show = ({ message, percentage }) => {
          const increment = Math.max(0, (percentage ?? 0) - shown);
          shown += increment;
          notification.report({ increment, ...(message === undefined ? {} : { message }) });
        };
        show(last);
        const cancelled = new Promise<undefined>((resolve) => {
          token.onCancellationRequested(() => {
            cancellation.cancel();
            resolve(undefined);
          });
        });
        // After a cancellation nobody waits for the answer, nor for its failure.
        work.catch(() => undefined);
        return Promise.race([work, cancelled]);
      },
    );
  } finally {
    cancellation.dispose();
  }
}

/** A failure is an end as well: the caller that awaits the task gets it. */
async function endsWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), ms)));
  const ended = work.then(
    () => true,
    () => true,
  );
  try {
    return await Promise.race([ended, late]);
  } finally {
    clearTimeout(timer);
  }
}

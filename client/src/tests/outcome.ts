import type { ExpectationTest } from '#protocol';

/** How a finished test is shown. `message` is plain text on one line, short enough to stand after a line of code. */
export type Outcome =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'errored'; readonly status: 'not judged' | 'not known'; readonly message: string };

export function outcomeOf({ status, message }: ExpectationTest): Outcome {
  if (status === 'holds') return { kind: 'passed' };
  const text = message === '' ? status : message;
  if (status === 'not judged') return { kind: 'errored', status, message: text };
  if (status !== 'fails') return { kind: 'errored', status: 'not known', message: text };
  // The sign before it says that it fails.
  return { kind: 'failed', message: text.replace(/^fails: /, '') };
}

const MARKS: Readonly<Record<ExpectationTest['status'], string>> = {
  holds: '✓',
  fails: '✗',
  'not known': '?',
  'not judged': '!',
  pending: '…',
};

/** What a terminal prints of it. `steps`: how it comes to fail. The server has made control characters visible. */
export function outputOf({ status, label, actual, bound }: ExpectationTest, steps: readonly string[]): string {
  const looked = bound === '' ? '' : ` (looked at: ${bound})`;
  const lines = [
    `${MARKS[status]} ${label}: ${status}${looked}`,
    ...(actual === '' ? [] : [`  ${actual}`]),
    ...steps.map((step) => `    ${step}`),
  ];
  return `${lines.join('\r\n')}\r\n`;
}

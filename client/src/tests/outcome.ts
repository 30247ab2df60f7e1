import type { ExpectationTest } from '#protocol';

/** How a finished test is shown. `message` is multi-line plain text. */
export type Outcome =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly message: string; readonly expected: string; readonly actual: string }
  | { readonly kind: 'errored'; readonly message: string };

export function outcomeOf({ status, label, actual }: ExpectationTest): Outcome {
  if (status === 'holds') return { kind: 'passed' };
  const text = actual === '' ? status : actual;
  if (status === 'not judged') return { kind: 'errored', message: `Not judged: ${text}` };
  if (status !== 'fails') return { kind: 'errored', message: `Not known: ${text}` };
  // An editor does not break the lines of a comparison: what happens, and why, stand below each other.
  return { kind: 'failed', message: text, expected: label, actual: text.replaceAll(': ', ':\n') };
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

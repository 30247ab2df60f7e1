// The channel from a suite to the browser that shows it: pixels, keys, and the inside of webviews.
// The requests and their fields are listed on top of scripts/host/pageChannel.mjs.

import type { Context } from 'mocha';

const address = process.env['NETSPLIT_PAGE'];

/** False under the desktop program, which has no such channel. */
export const inBrowser = address !== undefined;

/** For the first line of a test that needs the channel: under the desktop program the test is reported as skipped. */
export function needsPage(test: Context): void {
  if (!inBrowser) test.skip();
}

interface Requests {
  screenshot: { path: string; frame?: string; selector?: string };
  frames: Record<string, never>;
  text: { frame?: string; selector: string };
  html: { frame?: string; selector: string };
  count: { frame?: string; selector: string };
  click: { frame?: string; selector: string; modifiers?: readonly 'Control'[] };
  press: { key: string };
  type: { text: string };
  evaluate: { frame?: string; script: string };
  addScript: { frame?: string; path: string };
  resize: { width: number; height: number };
}

interface Answers {
  frames: string[];
  text: string;
  html: string;
  count: number;
  evaluate: unknown;
}

type Answer<Name extends keyof Requests> = Name extends keyof Answers ? Answers[Name] : null;

export async function askPage<Name extends keyof Requests>(name: Name, body: Requests[Name]): Promise<Answer<Name>> {
  if (address === undefined)
    throw new Error('This needs the browser-hosted VS Code: begin the test with needsPage(this).');
  const response = await fetch(`${address}/${name}`, { method: 'POST', body: JSON.stringify(body) });
  const answer = (await response.json()) as { ok: true; value: Answer<Name> } | { ok: false; error: string };
  if (!answer.ok) throw new Error(`/${name} ${JSON.stringify(body)}: ${answer.error}`);
  return answer.value;
}

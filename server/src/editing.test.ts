// What the server offers for writing and reading a design, asked for over a real connection.

import { applyEdits, LineIndex } from '#core';
import type { TextEdit } from 'vscode-languageserver/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BANK } from './testing/bank.js';
import { at, bundle, remove, TestClient } from './testing/client.js';

const URI = 'file:///design/bank.cap';
const textDocument = { uri: URI };

let folder: string;
beforeAll(async () => {
  folder = await bundle();
});
afterAll(() => remove(folder));

async function withServer(run: (client: TestClient) => Promise<void>, ...options: [initializationOptions?: unknown, capabilities?: object]): Promise<void> {
  const client = await TestClient.start(folder, ...options);
  try {
    await run(client);
  } finally {
    expect(await client.stop()).toBe(0);
  }
}

describe('formatting', () => {
  const messy = BANK.replace('zone us { node us1, us2 }', 'zone  us{node us1,us2}').replace('  choose CP', 'choose   CP');
  const options = { tabSize: 8, insertSpaces: false };
  const applied = (text: string, edits: readonly TextEdit[]): string => {
    const lines = new LineIndex(text);
    return applyEdits(text, edits.map(({ range, newText }) => ({ span: { start: lines.offset(range.start), end: lines.offset(range.end) }, text: newText })));
  };

  test('a document, a range, and behind a brace: one layout, whatever the editor is set to', () =>
    withServer(async (client) => {
      await client.open(URI, messy);
      const whole = await client.request<TextEdit[]>('textDocument/formatting', { textDocument, options });
      expect(applied(messy, whole)).toBe(BANK);
      const range = { start: at(messy, 'zone  us'), end: at(messy, 'zone  us', 3) };
      const part = await client.request<TextEdit[]>('textDocument/rangeFormatting', { textDocument, range, options });
      expect(applied(messy, part)).toBe(messy.replace('zone  us{node us1,us2}', 'zone us { node us1, us2 }'));
      const position = at(messy, 'wait 5s\n}', 'wait 5s\n}'.length);
      const typed = await client.request<TextEdit[]>('textDocument/onTypeFormatting', { textDocument, position, ch: '}', options });
      expect(applied(messy, typed)).toBe(messy.replace('choose   CP', '  choose CP'));
    }));
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CodeLens, DocumentSymbol } from 'vscode-languageserver';
import { bundle, remove, TestClient } from '../testing/client.js';

const URI = 'file:///design/many.cap';

let folder: string;
beforeAll(async () => {
  folder = await bundle();
});
afterAll(() => remove(folder));

test('an outline of many statements says how many it leaves out', { timeout: 60_000 }, async () => {
  const client = await TestClient.start(folder);
  try {
    await client.open(URI, Array.from({ length: 10_050 }, (_, i) => `node n${i}\n`).join(''));
    const ask = { textDocument: { uri: URI } };
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', ask);
    expect(symbols).toHaveLength(10_001);
    expect(symbols.at(-1)).toMatchObject({ name: '… and 50 more', detail: 'an outline shows 10000' });
    expect(symbols.at(-2)?.name).toBe('n9999');
    expect(await client.request<CodeLens[]>('textDocument/codeLens', ask)).toEqual([]);
  } finally {
    expect(await client.stop()).toBe(0);
  }
});

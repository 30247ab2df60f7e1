import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DocumentAnswer, type DocumentQuery, Requests } from '#protocol';
import { BANK } from '../testing/bank.js';
import { bundle, remove, TestClient } from '../testing/client.js';

const URI = 'file:///design/bank.cap';

let folder: string;
beforeAll(async () => {
  folder = await bundle();
});
afterAll(() => remove(folder));

test('the report of an open design as Markdown and as a page, and a sentence for one that is not open', async () => {
  const client = await TestClient.start(folder);
  try {
    await client.open(URI, BANK);
    const saved = (query: Partial<DocumentQuery>): Promise<DocumentAnswer> =>
      client.request<DocumentAnswer>(Requests.document, { uri: URI, name: 'bank.cap', format: 'md', ...query });
    expect(await saved({})).toMatchObject({
      kind: 'document',
      text: expect.stringMatching(/^# bank\.cap\n[^]*hold under any one fault/) as unknown,
    });
    expect(await saved({ format: 'html' })).toMatchObject({
      kind: 'document',
      text: expect.stringMatching(/^<!doctype html>[^]*<title>bank\.cap/i) as unknown,
    });
    expect(await saved({ uri: 'file:///design/other.cap' })).toMatchObject({ kind: 'message' });
  } finally {
    expect(await client.stop()).toBe(0);
  }
});

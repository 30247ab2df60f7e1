import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FenceAnswer, Requests } from '#protocol';
import { BANK } from '../testing/bank.js';
import { bundle, remove, TestClient } from '../testing/client.js';

let folder: string;
const pages = mkdtempSync(path.join(tmpdir(), 'netsplit-pages-'));
beforeAll(async () => {
  folder = await bundle();
});
afterAll(async () => {
  await remove(folder);
  rmSync(pages, { recursive: true, force: true });
});

test('designs of a Markdown page that is not open are drawn, with what they include', async () => {
  writeFileSync(path.join(pages, 'bank.cap'), BANK);
  const uri = pathToFileURL(path.join(pages, 'page.md')).href;
  const client = await TestClient.start(folder);
  const draw = async (info: string, text: string): Promise<string> =>
    (await client.request<FenceAnswer>(Requests.fence, { uri, info, text })).html;
  try {
    expect(await draw('cap', BANK)).toMatch(/^<figure><svg [^]*<table class="heat">/);
    expect(await draw('cap picture under=atlantic', 'include "bank.cap"\n')).toContain('under partition atlantic');
    expect(await draw('cap', 'include "gone.cap"\n')).toContain('class="mistakes"');
    expect(await draw('ts', BANK)).toBe('');
  } finally {
    expect(await client.stop()).toBe(0);
  }
});

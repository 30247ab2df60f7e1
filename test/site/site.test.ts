// The documentation as a site: every link of every page leads to something, codes and schemas have their addresses, and
// an accessibility checker finds nothing on pages of each kind.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHECKS } from '../../core/src/checks/index.js';
import { findOrInstallChromium } from '../../scripts/host/chromium.mjs';
import { buildSite } from '../../scripts/site.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(path.join(tmpdir(), 'netsplit-site-'));
let browser: Browser;
let pages: readonly string[];
beforeAll(async () => {
  ({ pages } = await buildSite(folder));
  browser = await chromium.launch({ executablePath: await findOrInstallChromium(), args: ['--no-sandbox'] });
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

test('every link leads to a file, and to an anchor that is there', () => {
  expect(pages.length).toBeGreaterThan(100);
  const broken = pages.flatMap((page) =>
    [...read(page).matchAll(/(?:href|src)="(?![a-z]+:)([^"#]*)(?:#([^"]*))?"/g)]
      .filter(([, place = '', anchor]) => {
        const file = place === '' ? page : path.posix.join(path.posix.dirname(page), decodeURI(place));
        if (!existsSync(path.join(folder, file))) return true;
        // What follows is a design: the page reads it.
        if (file === 'playground/index.html') return false;
        return anchor !== undefined && !read(file).includes(`id="${anchor}"`);
      })
      .map(([link]) => `${page}: ${link}`),
  );
  expect(broken).toEqual([]);
});

test('the pages of codes and the schemas have their addresses', () => {
  for (const { code } of CHECKS) expect(read(`codes/${code}.html`)).toContain(`<h1 id="${code}">`);
  const schemas = readdirSync(path.resolve(import.meta.dirname, '../../schema'));
  for (const schema of schemas) expect(JSON.parse(read(`schema/${schema}`))).toHaveProperty('$schema');
});

test('designs are drawn with their text in colours; a part of one is text alone', () => {
  const index = read('index.html');
  expect(index).toContain('<span class="keyword">zone</span>');
  expect(index.match(/<svg /g)?.length).toBeGreaterThanOrEqual(1);
  expect(read('samples/bank.html')).toMatch(/<pre [^]*<svg [^]*<table class="heat">/);
  expect(read('language.html')).not.toContain('class="mistakes"');
});

test('a design leads to the playground with it, a lesson and a sample by name', async () => {
  const linkOf = (page: string): string =>
    /href="([^"]*playground\/index\.html#[^"]*)"/.exec(read(page))?.[1] ?? 'none';
  expect(linkOf('lessons.html')).toBe('playground/index.html#open=majority.cap');
  expect(linkOf('samples/bank.html')).toBe('../playground/index.html#open=bank.cap');
  const [, part = ''] = linkOf('index.html').split('#d=');
  const [[, text = ''] = []] = JSON.parse(inflateRawSync(Buffer.from(part, 'base64url')).toString()) as [
    string,
    string,
  ][];
  expect(text).toMatch(/^zone us [^]*operation view: read {2}cart/);
});

test('nothing is loaded from elsewhere, and no page has a script', () => {
  for (const page of pages) expect(read(page)).not.toMatch(/<script|(?:src|stylesheet" href)="https?:/);
});

test.each(['light', 'dark'] as const)(
  'an accessibility checker finds nothing in a %s browser',
  async (colorScheme) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme });
    for (const one of ['index.html', 'codes/op-lost.html', 'codes/index.html', 'samples/bank.html', 'ci.html']) {
      await page.goto(pathToFileURL(path.join(folder, one)).href);
      await page.evaluate(`${axe};0`);
      const found = await page.evaluate(
        `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html)))`,
      );
      expect({ one, found }).toEqual({ one, found: [] });
    }
    await page.close();
  },
  120_000,
);

test('a phone shows a page without scrolling sideways', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
  for (const one of ['index.html', 'language.html', 'samples/two-region-shop.html']) {
    await page.goto(pathToFileURL(path.join(folder, one)).href);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  }
  await page.close();
});

test('a link that leads nowhere is refused', async () => {
  const page = path.resolve(import.meta.dirname, '../../docs/zz-broken.md');
  writeFileSync(page, '# Broken\n\n[a](gone.md) [b](language.md#gone) [c](#broken)\n');
  try {
    await expect(buildSite(path.join(folder, 'broken'))).rejects.toThrow(
      'Links that lead nowhere:\n  docs/zz-broken.md: gone.md\n  docs/zz-broken.md: language.md#gone',
    );
  } finally {
    rmSync(page);
  }
});

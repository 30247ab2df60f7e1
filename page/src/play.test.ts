import { createServer, type Server } from 'node:http';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runCli } from '../../cli/src/testing/runCli.js';
import { build } from '../../scripts/build.mjs';
import { findOrInstallChromium } from '../../scripts/host/chromium.mjs';
import { buildPlayground } from '../../scripts/playground.mjs';

// The playground in a real browser: as a folder on a web server, and as the page that `netsplit play` writes.

/** What somebody with a slow line waits for, all parts compressed. */
const MOST_BYTES = 400 * 1024;
/** The page that `netsplit play` writes, which has the whole core. */
const MOST_PAGE_BYTES = 1_000_000;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(path.join(tmpdir(), 'netsplit-play-'));
const site = path.join(folder, 'site');
const errors: string[] = [];
let server: Server;
let address: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  await build();
  await buildPlayground(site);
  server = createServer(({ url = '/' }, response) => {
    const file = path.join(site, url === '/' ? 'index.html' : url);
    if (existsSync(file)) response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'text/plain' });
    else response.writeHead(404);
    response.end(existsSync(file) ? readFileSync(file) : '');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await chromium.launch({ executablePath: await findOrInstallChromium(), args: ['--no-sandbox'] });
});

beforeEach(async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(address).origin });
  page = await context.newPage();
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    // The browser asks for an icon by itself.
    if (message.type() === 'error' && !message.location().url.endsWith('favicon.ico')) errors.push(message.text());
  });
});

afterEach(async () => {
  await page.context().close();
  expect(errors.splice(0)).toEqual([]);
});

afterAll(async () => {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const content = (): Locator => page.locator('#editor .cm-content');
const problems = (): Locator => page.locator('#problems li');
const part = (label: string): Locator => page.locator(`#picture [role=button][aria-label^="${label}"]`);
const answer = (verdict: string): Locator => page.locator('#lesson .options button', { hasText: verdict }).first();
const textOf = async (): Promise<string> => (await page.locator('#editor .cm-line').allInnerTexts()).join('\n');

/** Opens the page, and waits until it knows what every fault does. */
async function open(fragment = ''): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${address}${fragment}`);
  await page.locator('#faults[aria-busy=false]').waitFor({ state: 'attached' });
}

async function typeAtEnd(text: string): Promise<void> {
  await content().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
}

test('what every visitor loads is small', () => {
  const bytes = readdirSync(site, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => gzipSync(readFileSync(path.join(site, name)), { level: 9 }).length);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(MOST_BYTES);
});

test('it loads its own parts and nothing else', async () => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await open();
  expect(asked.filter((url) => /^https?:/.test(url) && !url.startsWith(address))).toEqual([]);
  const policy = await page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content');
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
});

test('a mistake is said where it stands, with a fix that mends it', async () => {
  await open();
  await typeAtEnd('operation look: read acount from bob\n');
  await problems().filter({ hasText: 'acount' }).first().waitFor();
  await page.locator('#editor .cm-lintRange-error').hover();
  await page.locator('#editor .cm-diagnosticAction', { hasText: 'account' }).click();
  await problems().filter({ hasText: 'acount' }).waitFor({ state: 'detached' });
  expect(await textOf()).toContain('operation look: read account from bob');
});

test('what may come next is offered, and a hover says what a word means', async () => {
  await open();
  await typeAtEnd('expect pay from b');
  await page.locator('#editor .cm-tooltip-autocomplete li', { hasText: 'bob' }).click();
  expect(await textOf()).toContain('expect pay from bob');
  await page.locator('#editor .cm-line span', { hasText: /^store$/ }).hover();
  await page.locator('#editor .cm-tooltip-hover').waitFor();
});

test('a statement is offered whole, with places to fill in', async () => {
  await open();
  await typeAtEnd('partit');
  await page.locator('#editor .cm-tooltip-autocomplete li', { hasText: 'partition' }).first().click();
  expect(await textOf()).toMatch(/partition \w+ \{.*\}\s*$/);
});

test('words have the colours of what they are', async () => {
  await open();
  expect(await page.locator('#editor .tok-keyword', { hasText: /^zone$/ }).count()).toBe(2);
  expect(await page.locator('#editor .tok-enumMember', { hasText: /^CP$/ }).count()).toBe(1);
});

test('a click cuts a link: the verdicts change, a run opens, and the cut is written into the text', async () => {
  await open();
  expect(await page.locator('#verdicts').innerText()).not.toContain('error');
  await part('Link us').locator('.label-back').click();
  await page.locator('#verdicts .error .run').first().click();
  await page.getByRole('dialog').locator('.stepper').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Write' }).click();
  await page.locator('#editor .cm-line', { hasText: 'cut us -- eu' }).waitFor();
});

test('an edit changes the verdicts of what is shown', async () => {
  await open();
  await part('Link us').locator('.label-back').click();
  await page.locator('#verdicts .error').first().waitFor();
  await page.locator('#editor .cm-line', { hasText: 'choose CP' }).click();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('AP');
  await page.locator('#verdicts .conflict').first().waitFor();
  await page.getByRole('button', { name: 'Every fault' }).click();
  await page.locator('#faults .heat .conflict').first().waitFor();
});

test('a sign of the heat map leads to its run', async () => {
  await open();
  await page.getByRole('button', { name: 'Every fault' }).click();
  await page.locator('#faults .heat .error button').first().click();
  await page.getByRole('dialog').locator('.timeline').waitFor();
});

test('the link holds the text: it opens as it was', async () => {
  await open();
  await typeAtEnd('// ünïcödé <b>bold</b>\n');
  await page.locator('#faults[aria-busy=false]').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.locator('#status', { hasText: 'copied' }).waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const text = await textOf();
  expect(link).toMatch(/#d=[\w-]+$/);
  await open(new URL(link).hash);
  expect(await textOf()).toBe(text);
});

test('a link that was cut off says so', async () => {
  await open('#d=q1aqVs');
  await page.locator('#status', { hasText: 'no design' }).waitFor();
});

test('an incident of the menu is fetched when it is opened, and a server without it is told of', async () => {
  await open();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.locator('#library').selectOption('incident-github-2018-10-21.cap');
  await page.locator('#editor .cm-line', { hasText: 'optics' }).first().waitFor();
  expect(asked).toEqual(['/samples/incident-github-2018-10-21.cap.txt']);

  await page.route('**/incident-cloudflare*', (route) => route.fulfill({ status: 404 }));
  await page.locator('#library').selectOption('incident-cloudflare-2020-11-02.cap');
  await page.locator('#status', { hasText: "can't be fetched" }).waitFor();
  expect(await page.locator('#library').inputValue()).toBe('incident-github-2018-10-21.cap');
  // The browser itself tells of an answer that is an error.
  errors.splice(0);
});

test('a sample of the menu opens, with what it includes', async () => {
  await open();
  await page.locator('#library').selectOption('regions-consensus.cap');
  await page.waitForURL(/#open=regions-consensus\.cap$/);
  expect(await textOf()).not.toMatch(/^include /m);
  expect(
    await problems()
      .filter({ has: page.locator('.error') })
      .count(),
  ).toBe(0);
});

test('a lesson asks, keeps the answer to itself, and then shows it', async () => {
  await open('#open=majority.cap');
  const lesson = page.getByRole('region', { name: 'Lesson' });
  expect(await problems().count()).toBe(0);
  await page.getByRole('button', { name: 'Every fault' }).click();
  expect(await page.locator('#faults').innerText()).toContain('Choose an answer first');
  await answer('lost').click();
  expect(await lesson.getByRole('status').innerText()).toMatch(/^Not lost but error\./);
  await page.locator('#verdicts .error').first().waitFor();
  expect(await part('Client bob').getAttribute('aria-label')).toContain('pay: error');
  expect(await problems().count()).toBeGreaterThan(0);
  await lesson.getByRole('button', { name: 'Show the run' }).click();
  await page.getByRole('dialog').getByText('under partition ocean: error').first().waitFor();
  await page.keyboard.press('Escape');
  await lesson.getByRole('button', { name: 'Next lesson' }).click();
  await lesson.getByRole('heading', { name: 'Lesson 2 of 10' }).waitFor();
});

test('a keyboard reaches everything, and leaves the text', async () => {
  await open('#open=majority.cap');
  await content().focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  expect(await content().evaluate((one) => one === (one.getRootNode() as ShadowRoot).activeElement)).toBe(false);
  await answer('error').press('Enter');
  await page.locator('#verdicts .error').first().waitFor();
});

test('a phone shows one part at a time, and nothing sideways', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open('#open=majority.cap');
  for (const name of ['Text', 'Every fault', 'Picture']) {
    await page.getByRole('button', { name, exact: true }).click();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect({ name, wide }).toEqual({ name, wide: 390 });
  }
  expect(await page.locator('#editor').isVisible()).toBe(false);
  await answer('error').click();
  expect(await page.getByRole('button', { name: 'More' }).or(page.locator('#more')).first().isVisible()).toBe(true);
});

test('netsplit play writes one page, with what the design includes', async () => {
  writeFileSync(path.join(folder, 'net.cap'), 'node a, b\nlink wire: a -- b 2ms\n');
  writeFileSync(
    path.join(folder, 'shop.cap'),
    'include "net.cap"\nclient web at a\nstore cart on b { choose CP }\noperation buy: write cart from web\n// </script>\n',
  );
  const { code } = await runCli(['play', 'shop.cap', '--out', 'shop.html'], { cwd: folder, dist: 'built' });
  expect(code).toBe(0);
  const file = path.join(folder, 'shop.html');
  expect(readFileSync(file).length).toBeLessThan(MOST_PAGE_BYTES);
  await page.goto(pathToFileURL(file).href);
  await part('Link wire').locator('.label-back').click();
  await page.locator('#verdicts .error').first().waitFor();
  expect(await textOf()).toContain('include "net.cap"');
  expect(
    await problems()
      .filter({ has: page.locator('.error') })
      .count(),
  ).toBe(0);
  await page.locator('#library').selectOption('bank.cap');
  await page.locator('#editor .cm-line', { hasText: 'account' }).first().waitFor();
});

/** What the accessibility checker finds. The policy of a page lets no other script in: it comes through the browser. */
async function violations(): Promise<unknown> {
  await page.evaluate(`${axe};0`);
  return page.evaluate(
    `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html)))`,
  );
}

describe.each(['light', 'dark'] as const)('an accessibility checker in a %s browser', (colorScheme) => {
  beforeEach(() => page.emulateMedia({ colorScheme, reducedMotion: 'reduce' }));

  test('finds nothing in a design that is cut, with a mistake', async () => {
    await open();
    await typeAtEnd('store basket on us1, eu9');
    await page.keyboard.press('Escape');
    await part('Link us').locator('.label-back').click();
    await page.locator('#verdicts .error').first().waitFor();
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Every fault' }).click();
    expect(await violations()).toEqual([]);
  });

  test('finds nothing in a lesson, before and after the answer', async () => {
    await open('#open=failover-loses.cap');
    expect(await violations()).toEqual([]);
    await answer('ok').click();
    await page.locator('#verdicts .lost').first().waitFor();
    expect(await violations()).toEqual([]);
  });

  test('finds nothing on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open();
    expect(await violations()).toEqual([]);
  });
});

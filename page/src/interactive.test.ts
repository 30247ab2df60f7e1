import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runCli } from '../../cli/src/testing/runCli.js';
import { build } from '../../scripts/build.mjs';
import { findOrInstallChromium } from '../../scripts/host/chromium.mjs';

// The file that the command line writes, opened from the disk in a real browser with the policy that it brings.

const HOSTILE = '<img src=x onerror="document.title=1">';
const TEXT = `zone us { node us1, us2 }
zone eu { node eu1 }
link ocean: us -- eu 80ms
node "${HOSTILE.replaceAll('"', '\\"')}"
client web in us
client fan in eu
store orders on us1, us2, eu1 { choose CP }
operation pay: write orders from web, fan
// </script><script>document.title = 2</script> <!--
expect pay from web ok under any 1 link
`;
/** What a reviewer can be asked to take as an attachment. */
const MOST_BYTES = 900_000;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(path.join(tmpdir(), 'netsplit-page-'));
const file = path.join(folder, 'shop.html');
let browser: Browser;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  await build();
  writeFileSync(path.join(folder, 'shop.cap'), TEXT);
  for (const options of [
    ['--out', 'still.html'],
    ['--interactive', '--out', 'shop.html'],
  ]) {
    const { code } = await runCli(['report', 'shop.cap', ...options], { cwd: folder, dist: 'built' });
    expect(code).toBe(0);
  }
  browser = await chromium.launch({ executablePath: await findOrInstallChromium(), args: ['--no-sandbox'] });
});

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(pathToFileURL(file).href);
  await page.locator('#chapters details').nth(2).waitFor();
});

afterEach(async () => {
  await page.close();
  expect(errors.splice(0)).toEqual([]);
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const part = (label: string): Locator => page.locator(`#picture [role=button][aria-label^="${label}"]`);

test('it is small, and names no other place to load anything from', () => {
  const text = readFileSync(file, 'utf8');
  expect(text.length).toBeLessThan(MOST_BYTES);
  expect(text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
});

test('a click cuts a link, and the verdicts change', async () => {
  expect(await page.locator('#verdicts').innerText()).not.toContain('error');
  await part('Link ocean').locator('.label-back').click();
  await page.locator('#verdicts .error').first().waitFor();
  expect(await part('Client fan').getAttribute('aria-label')).toContain('pay: error');
});

test('a verdict leads to its run, a row to the line of the design, a cut to a partition', async () => {
  await part('Link ocean').locator('.label-back').click();
  await page.locator('#verdicts .error .run').click();
  await page.getByRole('dialog').getByText('the network breaks').first().waitFor();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Write' }).click();
  expect(await page.getByRole('dialog').locator('pre').innerText()).toMatch(/^partition \w+ \{\s+cut ocean\s+\}$/);
  await page.keyboard.press('Escape');
  await page.locator('#verdicts tr.link th').first().click();
  expect(await page.locator('#source .revealed').innerText()).toContain('operation pay');
});

test('a run is played on the picture, and each step is one that a key or a click reaches', async () => {
  await part('Link ocean').locator('.label-back').click();
  await page.locator('#verdicts .error .run').click();
  const dialog = page.getByRole('dialog');
  const sentence = dialog.locator('.stepper p');
  const first = await sentence.innerText();
  expect(await dialog.locator('.frame .play').count()).toBe(1);
  await page.clock.install();
  await dialog.getByRole('button', { name: 'Play' }).click();
  const second = await sentence.innerText();
  expect(second).not.toBe(first);
  await page.clock.runFor(2500);
  expect(await sentence.innerText()).not.toBe(second);
  await dialog.getByRole('button', { name: 'Pause' }).click();
  const paused = await sentence.innerText();
  await page.clock.runFor(20_000);
  expect(await sentence.innerText()).toBe(paused);
  await page.keyboard.press('Home');
  expect(await sentence.innerText()).toBe(first);
  await dialog.locator('.timeline [data-kind=step]').nth(1).locator('[role=button]').click();
  expect(await sentence.innerText()).toBe(second);
  expect(await dialog.locator('.timeline .current').count()).toBe(1);
});

test('with reduced motion a run has steps alone', async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await part('Link ocean').locator('.label-back').click();
  await page.locator('#verdicts .error .run').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Step forward' }).waitFor();
  expect(await dialog.getByRole('button', { name: 'Play' }).count()).toBe(0);
});

test('the report stands below, behind folds, with the text of the design', async () => {
  const names = await page.locator('#chapters > details > summary').allInnerTexts();
  expect(names).toContain('Expectations');
  expect(names.at(-1)).toBe('The design, shop.cap');
});

test('on a phone nothing stands out of the page, and no verdict out of its table', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await part('Link ocean').locator('.label-back').click();
  await page.locator('#verdicts .error').first().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const hidden = await page.locator('#verdicts .scroller').evaluate((one) => one.scrollWidth - one.clientWidth);
  expect(hidden).toBe(0);
});

test('the names of a heat map stand over their columns, and beside each other where it scrolls', async () => {
  await page.locator('summary', { hasText: 'Every operation under every likely fault' }).click();
  const heat = page.locator('#chapters .heat').first();
  const widths = await heat
    .locator('thead .kind')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).display));
  expect(new Set(widths)).toEqual(new Set(['table-cell']));
  const [operation, client] = await Promise.all(
    ['rowgroup', 'row'].map((scope) => heat.locator(`tbody th[scope=${scope}]`).first().boundingBox()),
  );
  const beside = await heat
    .locator('tbody th[scope=row]')
    .first()
    .evaluate((one) => getComputedStyle(one).left);
  expect(Math.abs(parseFloat(beside) - (operation?.width ?? 0))).toBeLessThan(1);
  expect(client?.width).toBeGreaterThan(0);
});

test('nothing of a design is markup or code', async () => {
  expect(await page.title()).toBe('shop.cap');
  expect(await page.locator('img').count()).toBe(0);
  expect(await page.locator('#source').textContent()).toContain('</script><script>document.title = 2</script>');
});

/** What the accessibility checker finds. The policy of a page lets no other script in: it comes through the browser. */
async function violations(): Promise<unknown> {
  await page.evaluate(`${axe};0`);
  return page.evaluate(
    `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html)))`,
  );
}

describe.each(['light', 'dark'] as const)('an accessibility checker in a %s browser', (colorScheme) => {
  beforeEach(() => page.emulateMedia({ colorScheme }));

  test('finds nothing in the page', async () => {
    await part('Link ocean').locator('.label-back').click();
    await page.locator('#verdicts .error').first().waitFor();
    await page.locator('#chapters > details:not([open]) > summary').first().click();
    expect(await violations()).toEqual([]);
  });

  test('finds nothing in a run', async () => {
    await part('Link ocean').locator('.label-back').click();
    await page.locator('#verdicts .error .run').click();
    await page.getByRole('dialog').locator('.stepper').waitFor();
    expect(await violations()).toEqual([]);
  });

  test('finds nothing in a report without a script, with all folds open', async () => {
    await page.goto(pathToFileURL(path.join(folder, 'still.html')).href);
    for (const fold of await page.locator('details').all()) await fold.evaluate((one) => one.setAttribute('open', ''));
    expect(await violations()).toEqual([]);
  });
});

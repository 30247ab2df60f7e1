import { HEALTHY as NOTHING } from '../../core/src/network/fault.js';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  drawTimeline,
  playOf,
  PLAY_STYLE,
  LIGHT_COLOURS,
  parse,
  printSvg,
  resolve,
  timeline as runOf,
  timelineReport,
  timelineSubjects,
  TIMELINE_STYLE,
} from '#core';
import type { FromTimeline, PickedFault, Place, ToTimeline } from '#protocol';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { timelinePage } from '../../client/src/panels/timelinePage.js';
import { findOrInstallChromium } from '../../scripts/host/chromium.mjs';

// The page as it is shipped, in a real browser with its real policy, showing what the core draws; VS Code's side of the
// conversation is written here.

const ADDRESS = 'https://timeline.test';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const VIOLATIONS = `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html)))`;
const folder = import.meta.dirname;

/** What VS Code gives to a page: its API and the colours of a light theme. */
const HOST = `
  window.told = [];
  window.acquireVsCodeApi = () => ({
    postMessage: (message) => window.told.push(message),
    getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
    setState: (state) => sessionStorage.setItem('state', JSON.stringify(state)),
  });
  document.addEventListener('DOMContentLoaded', () => {
    const colours = { 'editor-foreground': '#3b3b3b', 'editor-background': '#ffffff', descriptionForeground: '#616161', 'editorWidget-background': '#f8f8f8',
      'charts-red': '#e51400', 'charts-blue': '#1a85ff', 'list-hoverBackground': '#f2f2f2', 'panel-border': '#e5e5e5',
      'button-secondaryBackground': '#e5e5e5', 'button-secondaryForeground': '#3b3b3b', 'button-background': '#005fb8', 'button-foreground': '#ffffff',
      'dropdown-background': '#ffffff', 'dropdown-foreground': '#3b3b3b', 'font-family': 'sans-serif', 'font-size': '13px', focusBorder: '#005fb8' };
    for (const [name, value] of Object.entries(colours)) document.documentElement.style.setProperty('--vscode-' + name, value);
  });
`;

const HOSTILE = '<img src=x onerror="document.title=1">';
const TEXT = `node db1, db2, "${HOSTILE.replaceAll('"', '\\"')}"
mesh db1, db2, "${HOSTILE.replaceAll('"', '\\"')}"
client app at db1
store fast on db1, db2, "${HOSTILE.replaceAll('"', '\\"')}" { replicate primary db1 async failover automatic }
operation save: write fast from app
partition alone { db1 | db2, "${HOSTILE.replaceAll('"', '\\"')}" }
`;
const resolved = resolve(parse(TEXT));
const { model } = resolved;
const HEALTHY: PickedFault = { links: [], oneWays: [], nodes: [], zones: [] };
const ALONE: PickedFault = { ...HEALTHY, partition: 'alone' };
const rangeOf = (line: number): Place => ({ start: { line, character: 0 }, end: { line, character: 4 } });

/** The lost write; its first step is written nowhere, so that there is such a one. */
function lost(title?: string): Extract<ToTimeline, { type: 'timeline' }> {
  const subject = timelineSubjects(model, { ...NOTHING, partition: 0 }, 0, model.operations[0]?.clients[0] ?? -1).find(
    ({ outcome }) => outcome.verdict === 'lost',
  );
  if (subject === undefined) throw new Error('nothing is lost');
  const run = runOf(resolved, subject);
  const scene = drawTimeline(model, run, { textColumns: 42 });
  const report = timelineReport(model, run);
  const places = run.steps.map((_, i) => (i === 0 ? null : rangeOf(i)));
  return {
    type: 'timeline',
    uri: 'file:///shop.cap',
    timeline: {
      requests: [
        { title: 'save from app', target: { operation: 'save', client: 'app' } },
        { title: `load from ${HOSTILE}`, target: { operation: 'load', client: HOSTILE } },
      ],
      causes: [
        { title: 'no fault', fault: HEALTHY },
        { title: 'alone', fault: ALONE },
      ],
      outcomes: [
        { title: 'lost', outcome: { verdict: 'lost', phase: 'settled' } },
        { title: 'ok', outcome: { verdict: 'ok', phase: 'settled' } },
      ],
      target: { operation: 'save', client: 'app', fault: ALONE, outcome: { verdict: 'lost', phase: 'settled' } },
      title: title ?? run.title,
      scene,
      play: playOf(model, run),
      style: PLAY_STYLE,
      steps: scene.parts.flatMap(({ kind, index, label }) =>
        kind === 'step' ? [{ label, range: places[index] ?? null, isHarm: run.harm.includes(index) }] : [],
      ),
      report,
      ranges: report.sections.map(({ table }) => (table?.rows ?? []).map((_, i) => places[i] ?? null)),
    },
  };
}
const steps = lost().timeline.steps.length;

let browser: Browser;
let script: string;
let style: string;
let page: Page;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: await findOrInstallChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const bundled = async (name: string): Promise<string> => {
    const { outputFiles } = await build({
      entryPoints: [path.join(folder, name)],
      bundle: true,
      write: false,
      format: 'iife',
      platform: 'browser',
    });
    return outputFiles[0]?.text ?? '';
  };
  [script, style] = [await bundled('timeline.ts'), await bundled('timeline.css')];
});
afterAll(() => browser?.close());

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 700, height: 800 } });
  const parts = {
    script: `${ADDRESS}/timeline.js`,
    style: `${ADDRESS}/timeline.css`,
    cspSource: ADDRESS,
    nonce: 'unguessable',
  };
  const answers: Record<string, { contentType: string; body: string }> = {
    '/': { contentType: 'text/html', body: timelinePage(parts) },
    '/timeline.js': { contentType: 'text/javascript', body: script },
    '/timeline.css': { contentType: 'text/css', body: style },
  };
  await page.route(`${ADDRESS}/**`, (route) =>
    route.fulfill(answers[new URL(route.request().url()).pathname] ?? { status: 404 }),
  );
  await page.addInitScript(HOST);
  await page.goto(ADDRESS);
});
afterEach(() => page.close());

const tell = (message: ToTimeline): Promise<void> =>
  page.evaluate((data) => void window.dispatchEvent(new MessageEvent('message', { data })), message);
const told = async (): Promise<FromTimeline[]> => ((await page.evaluate('window.told')) as FromTimeline[]).slice(1);
const step = (number: number): ReturnType<Page['locator']> =>
  page.locator(`#picture [role=button][aria-label^="Step ${number} of "]`);
/** The steps that are pointed out, in the picture, to a screen reader, and in the words. */
const current = (): Promise<unknown> =>
  page.evaluate(() => [
    [...document.querySelectorAll('#picture .current')].map((one) => Number(one.getAttribute('data-index')) + 1),
    [...document.querySelectorAll('#picture [aria-current=step]')].map(
      (one) => one.getAttribute('aria-label')?.split(' ')[1],
    ),
    [...document.querySelectorAll('#words tr.current[aria-current=step]')].map((row) =>
      row.textContent?.trim().charAt(0),
    ),
    document.getElementById('step')?.textContent?.split(' ')[1],
  ]);
const at = (number: number): unknown => [[number], [String(number)], [String(number)], String(number)];

test('asks for its timeline when it is ready, and says that it waits', async () => {
  expect(await page.evaluate('window.told')).toEqual([{ type: 'ready' }]);
  expect(await page.locator('#picture').innerText()).toBe('Waiting for the timeline…');
  await tell({ type: 'pending', waitingFor: 'Waiting for the analysis…' });
  expect(await page.locator('#waiting').innerText()).toBe('Waiting for the analysis…');
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  await page.evaluate(`${axe};0`);
  expect(await page.evaluate(VIOLATIONS)).toEqual([]);
});

test('draws the run with its style, its steps as sentences, and names as text', async () => {
  await tell(lost());
  expect(await page.locator('h1').innerText()).toBe('save from app under partition alone: lost');
  expect(await page.locator('#picture .lane').count()).toBe(3);
  expect(await page.locator('#picture [role=button]').count()).toBe(steps);
  expect(await page.locator('#picture .harm .harm-sign').evaluate((sign) => getComputedStyle(sign).stroke)).toBe(
    'rgb(229, 20, 0)',
  );
  expect(await page.locator('#picture .harm [role=button]').getAttribute('aria-label')).toMatch(
    /^Step \d+ of \d+, healed: v1 is gone, though app was told that it is done; here it goes wrong\.$/,
  );
  expect(await page.locator('img').count()).toBe(0);
  expect(await page.title()).toBe('Netsplit timeline');
});

test('forward and back by buttons, each step points at its source', async () => {
  await tell(lost());
  expect(await current()).toEqual(at(1));
  const forward = page.getByRole('button', { name: 'Step forward' });
  const back = page.getByRole('button', { name: 'Step back' });
  expect([await back.getAttribute('aria-disabled'), await forward.getAttribute('aria-disabled')]).toEqual([
    'true',
    'false',
  ]);
  await forward.click();
  await forward.click();
  await back.click();
  expect(await current()).toEqual(at(2));
  expect(await told()).toEqual([1, 2, 1].map((line) => ({ type: 'reveal', range: rangeOf(line), how: 'point' })));
  await page.keyboard.press('End');
  await forward.focus();
  await page.keyboard.press('Enter');
  expect(await current()).toEqual(at(steps));
  expect([await back.getAttribute('aria-disabled'), await forward.getAttribute('aria-disabled')]).toEqual([
    'false',
    'true',
  ]);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('forward');
});

test('by keyboard: one stop for the picture, arrows step, the focus goes along, Enter goes to the source', async () => {
  await tell(lost());
  expect(await page.locator('#picture [tabindex="0"]').count()).toBe(1);
  await page.locator('#more summary').focus();
  await page.keyboard.press('Tab');
  expect(await step(1).evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  expect(await step(2).evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  expect((await told()).at(-1)).toEqual({ type: 'reveal', range: rangeOf(1), how: 'go' });
  await page.keyboard.press('End');
  expect(await current()).toEqual(at(steps));
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  expect(await page.getByRole('status').innerText()).toBe('This is not written anywhere in the file.');
  expect(await page.locator('#picture [tabindex="0"]').count()).toBe(1);
});

test('a click on a step goes there and shows its source', async () => {
  await tell(lost());
  await step(4)
    .locator('.row-back')
    .click({ position: { x: 5, y: 5 } });
  expect(await current()).toEqual(at(4));
  expect(await told()).toEqual([{ type: 'reveal', range: rangeOf(3), how: 'show' }]);
});

test('another request, another fault, another verdict', async () => {
  await tell(lost());
  const { operation, client, fault } = lost().timeline.target;
  await page.locator('#request').selectOption({ label: `load from ${HOSTILE}` });
  await page.locator('#cause').selectOption('no fault');
  await page.locator('#outcome').selectOption('ok');
  expect(await told()).toEqual([
    { type: 'ask', target: { operation: 'load', client: HOSTILE } },
    { type: 'ask', target: { operation, client, fault: HEALTHY } },
    { type: 'ask', target: { operation, client, fault, outcome: { verdict: 'ok', phase: 'settled' } } },
  ]);
});

test('the same run of a newer text stays at its step, another one begins; what has come is said', async () => {
  await tell(lost());
  await step(3)
    .locator('.row-back')
    .click({ position: { x: 5, y: 5 } });
  await tell(lost('the same of a newer text'));
  expect(await current()).toEqual(at(3));
  expect(await page.getByRole('status').innerText()).toBe(`the same of a newer text: ${steps} steps.`);
  const other = lost('another');
  await tell({ ...other, timeline: { ...other.timeline, target: { ...other.timeline.target, fault: HEALTHY } } });
  expect(await current()).toEqual(at(1));
});

test('as text: the same steps in a table, which point at their source too', async () => {
  await tell(lost());
  await page.getByLabel('More').click();
  await page.getByRole('button', { name: 'As text' }).click();
  expect(await page.locator('#picture').isVisible()).toBe(false);
  expect(await page.locator('#words tbody tr').count()).toBe(steps);
  await page.getByRole('button', { name: 'Step forward' }).click();
  expect(await current()).toEqual(at(2));
  await page.locator('#words tbody tr').nth(3).click();
  expect((await told()).at(-1)).toEqual({ type: 'reveal', range: rangeOf(3), how: 'show' });
  await page.evaluate(`${axe};0`);
  expect(await page.evaluate(VIOLATIONS)).toEqual([]);
});

test('a page that was hidden, or a window that was loaded again, shows what there was, at its step', async () => {
  await tell(lost());
  await page.getByRole('button', { name: 'Step forward' }).click();
  await page.getByLabel('More').click();
  await page.getByRole('button', { name: 'As text' }).click();
  await page.reload();
  expect(await current()).toEqual(at(2));
  expect(await page.locator('#words').isVisible()).toBe(true);
  expect(await page.evaluate(() => JSON.parse(sessionStorage.getItem('state') ?? '{}') as unknown)).toMatchObject({
    uri: 'file:///shop.cap',
    target: { operation: 'save', client: 'app', fault: ALONE },
  });
});

test('what can’t be shown is said in words', async () => {
  await tell(lost());
  await tell({ type: 'message', message: 'There is no save from app in the design any more.' });
  expect(await page.locator('#picture').innerText()).toBe('There is no save from app in the design any more.');
  expect(await page.locator('#stepper').isVisible()).toBe(false);
});

test('is made into a PNG under the policy of the page: twice the size, light, with all that is in it', async () => {
  await tell(lost());
  await page.getByLabel('More').click();
  await page.getByRole('button', { name: 'Export SVG' }).click();
  await page.getByRole('button', { name: 'Export PNG' }).click();
  expect(await told()).toEqual([
    { type: 'export', format: 'svg' },
    { type: 'export', format: 'png' },
  ]);
  const { scene } = lost().timeline;
  await page.emulateMedia({ colorScheme: 'dark' });
  await tell({
    type: 'rasterise',
    svg: printSvg(scene, TIMELINE_STYLE, LIGHT_COLOURS),
    width: scene.width,
    height: scene.height,
  });
  await page.waitForFunction(`window.told.some(({ type }) => type === 'png')`);
  const png = (await told()).at(-1);
  if (png?.type !== 'png') throw new Error('there is no PNG');
  const bytes = Buffer.from(png.data, 'base64');
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([2 * scene.width, 2 * scene.height]);
  const pixels = await page.evaluate(async (data) => {
    const bitmap = await createImageBitmap(
      new Blob([Uint8Array.from(atob(data), (character) => character.charCodeAt(0))], { type: 'image/png' }),
    );
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('there is no canvas');
    context.drawImage(bitmap, 0, 0);
    const all = context.getImageData(0, 0, bitmap.width, bitmap.height).data;
    const seen = new Set<string>();
    for (let i = 0; i < all.length; i += 4) seen.add([all[i], all[i + 1], all[i + 2], all[i + 3]].join(' '));
    return { corner: [...all.slice(0, 4)], ink: seen.has('31 35 40 255'), broken: seen.has('207 34 46 255') };
  }, png.data);
  expect(pixels).toEqual({ corner: [255, 255, 255, 255], ink: true, broken: true });
});

test('an accessibility checker finds nothing, also in a narrow panel', async () => {
  await tell(lost());
  await page.evaluate(`${axe};0`);
  expect(await page.evaluate(VIOLATIONS)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 500 });
  expect(await page.evaluate(VIOLATIONS)).toEqual([]);
});

test('a run is played on the design: it goes on by itself, pauses, and ends at the last step', async () => {
  await tell(lost());
  const steps = await page.locator('#picture [data-kind=step]').count();
  expect(await page.locator('#play svg').getAttribute('role')).toBe('img');
  await page.locator('#pace').selectOption('fast');
  await page.getByRole('button', { name: 'Play' }).click();
  await page.getByText(`Step 3 of ${steps}`).waitFor();
  expect(await page.locator('#picture .coming').count()).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Pause' }).click();
  expect(await page.locator('#picture .coming').count()).toBe(0);
  await page.locator('#picture .current [role=button]').focus();
  await page.keyboard.press('p');
  await page.getByText(`Step ${steps} of ${steps}`).waitFor();
  await page.getByRole('button', { name: 'Play' }).waitFor();
  expect(await page.locator('#play .copy-gone').count()).toBe(1);
  // Once more, from the beginning.
  await page.getByRole('button', { name: 'Play' }).click();
  await page.getByText(`Step 2 of ${steps}`).waitFor();
});

test('a step by hand stops the play', async () => {
  await tell(lost());
  await page.getByRole('button', { name: 'Play' }).click();
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await page.getByRole('button', { name: 'Step back' }).click();
  await page.getByRole('button', { name: 'Play' }).waitFor();
});

test('with reduced motion there are steps and no play', async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.reload();
  await tell(lost());
  expect(await page.getByRole('button', { name: 'Play' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Step forward' }).click();
  await page.getByRole('button', { name: 'Step forward' }).click();
  expect(await page.evaluate('document.getAnimations().length')).toBe(0);
});

test('an accessibility checker finds nothing while a run is played', async () => {
  await tell(lost());
  await page.getByRole('button', { name: 'Play' }).click();
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await page.evaluate(`${axe};0`);
  expect(await page.evaluate(VIOLATIONS)).toEqual([]);
});

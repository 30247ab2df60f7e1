import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  causeOf,
  changesReport,
  changesUnder,
  DIAGRAM_STYLE,
  drawWithVerdicts,
  exploreAll,
  linkIds,
  parse,
  pickOf,
  resolve,
  smallestCauses,
} from '#core';
import type { Diagram, FromDiagram, PickedFault, ToDiagram } from '#protocol';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { diagramPage } from '../../client/src/panels/diagramPage.js';
import { findOrInstallChromium } from '../../scripts/host/chromium.mjs';

// The page as it is shipped, in a real browser with its real policy, showing what the core draws; VS Code's side of the
// conversation is written here.

const ADDRESS = 'https://diagram.test';
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
      'charts-red': '#e51400', 'charts-yellow': '#bf8803', 'charts-green': '#388a34', 'charts-blue': '#1a85ff', 'charts-orange': '#d18616',
      'button-secondaryBackground': '#e5e5e5', 'button-secondaryForeground': '#3b3b3b', 'button-background': '#005fb8', 'button-foreground': '#ffffff',
      'dropdown-background': '#ffffff', 'dropdown-foreground': '#3b3b3b', 'font-family': 'sans-serif', 'font-size': '13px', focusBorder: '#005fb8' };
    for (const [name, value] of Object.entries(colours)) document.documentElement.style.setProperty('--vscode-' + name, value);
  });
`;

const HOSTILE = '<img src=x onerror="document.title=1">';
const TEXT = `zone us { node us1, us2 }
zone eu { node eu1 }
link us -- eu 80ms
link us1 -> "${HOSTILE.replaceAll('"', '\\"')}"
node "${HOSTILE.replaceAll('"', '\\"')}"
router hub
link hub -- us
client web in us
client fan in eu
store orders on us1, us2, eu1 { choose CP }
operation pay: write orders from web, fan
partition ocean { us | eu }
`;
const HEALTHY: PickedFault = { links: [], oneWays: [], nodes: [], zones: [] };
const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 8 } };

const resolved = resolve(parse(TEXT));
const results = exploreAll(resolved.model);

function diagram(fault: PickedFault = HEALTHY): Extract<ToDiagram, { type: 'diagram' }> {
  const { model } = resolved;
  const cause = causeOf(model, fault);
  const report = changesReport(resolved, cause, changesUnder(model, cause));
  const shown: Diagram = {
    scene: drawWithVerdicts(model, { cause }),
    style: DIAGRAM_STYLE,
    fault,
    links: model.links.map((link, i) => ({ id: linkIds(model)[i] ?? '', oneWay: link.oneWay, range })),
    vertices: model.vertices.map(({ name, kind }) => ({ name, range: kind === 'router' ? null : range })),
    partitions: ['ocean'],
    stores: ['orders'],
    operations: ['pay'],
    zones: ['us', 'eu'],
    causes: smallestCauses(results.clients, 3).map((one, i) => ({ title: String(i), fault: pickOf(model, one) })),
    report,
    ranges: report.sections.map(({ table }) => (table?.rows ?? []).map(() => range)),
    runs: report.sections.map(({ table }) =>
      (table?.rows ?? []).map(({ cells }) =>
        cells.map(({ run }) => (run === undefined ? null : { operation: 'pay', client: 'web', fault })),
      ),
    ),
  };
  return { type: 'diagram', uri: 'file:///shop.cap', diagram: shown };
}

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
  [script, style] = [await bundled('diagram.ts'), await bundled('diagram.css')];
}, 60_000);
afterAll(() => browser?.close());

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 800, height: 900 } });
  const parts = {
    script: `${ADDRESS}/diagram.js`,
    style: `${ADDRESS}/diagram.css`,
    cspSource: ADDRESS,
    nonce: 'unguessable',
  };
  const answers: Record<string, { contentType: string; body: string }> = {
    '/': { contentType: 'text/html', body: diagramPage(parts) },
    '/diagram.js': { contentType: 'text/javascript', body: script },
    '/diagram.css': { contentType: 'text/css', body: style },
  };
  await page.route(`${ADDRESS}/**`, (route) =>
    route.fulfill(answers[new URL(route.request().url()).pathname] ?? { status: 404 }),
  );
  await page.addInitScript(HOST);
  await page.goto(ADDRESS);
});
afterEach(() => page.close());

const tell = (message: ToDiagram): Promise<void> =>
  page.evaluate((data) => void window.dispatchEvent(new MessageEvent('message', { data })), message);
const told = (): Promise<FromDiagram[]> => page.evaluate('window.told');
const last = async (): Promise<FromDiagram | undefined> => (await told()).at(-1);
const part = (name: string): ReturnType<Page['locator']> =>
  page.locator(`#picture [role=button][aria-label^="${name}"]`);

test('asks for its picture when it is ready, and says that it waits', async () => {
  expect(await told()).toEqual([{ type: 'ready' }]);
  expect(await page.locator('main').innerText()).toBe('Waiting for the picture…');
});

test('draws the picture with its style, and the verdicts beside it; names are text', async () => {
  await tell(diagram({ ...HEALTHY, partition: 'ocean' }));
  expect(await page.locator('#picture .node').count()).toBe(4);
  expect(
    await part('Node us1')
      .locator('.node-box')
      .evaluate((box) => getComputedStyle(box).fill),
  ).toBe('rgb(255, 255, 255)');
  expect(await page.getByRole('columnheader').allInnerTexts()).toEqual(['operation', 'from', 'no fault', 'now']);
  expect(await page.locator('tbody tr').allInnerTexts()).toHaveLength(2);
  expect(await page.locator('img').count()).toBe(0);
  expect(await page.title()).toBe('Netsplit diagram');
});

test('a click cuts a link, stops a node, loses a zone; a second one takes it back', async () => {
  await tell(diagram());
  await part('Link us to eu').locator('.label-back').click();
  expect(await last()).toEqual({ type: 'ask', fault: { ...HEALTHY, links: ['us--eu'] } });
  await tell(diagram({ ...HEALTHY, links: ['us--eu'] }));
  expect(await part('Link us to eu').getAttribute('aria-pressed')).toBe('true');
  await part('Node us2').click();
  expect(await last()).toEqual({ type: 'ask', fault: { ...HEALTHY, links: ['us--eu'], nodes: ['us2'] } });
  await part('Zone eu').locator('.zone-bar').click();
  expect(await last()).toMatchObject({ fault: { zones: ['eu'] } });
  await part('Link us to eu').locator('.label-back').click();
  expect(await last()).toEqual({ type: 'ask', fault: HEALTHY });
  await part('Link us to eu')
    .locator('.label-back')
    .click({ modifiers: ['Shift'] });
  expect(await last()).toMatchObject({ fault: { links: [], oneWays: [{ link: 'us--eu', to: 'b' }] } });
});

test('what a partition breaks is not broken a second time', async () => {
  await tell(diagram({ ...HEALTHY, partition: 'ocean' }));
  await part('Link us to eu').locator('.label-back').click();
  expect(await page.getByRole('status').innerText()).toMatch(/^This is broken already/);
  expect(await told()).toEqual([{ type: 'ready' }]);
});

test('a click shows the source: with Ctrl, of what can’t break, or where one has chosen so', async () => {
  await tell(diagram());
  await part('Node us2').click({ modifiers: ['Control'] });
  await part('Client web').click();
  await page.getByLabel('More').click();
  await page.getByLabel('A click').selectOption('reveal');
  await part('Link us to eu').locator('.label-back').click();
  expect(await told()).toEqual([{ type: 'ready' }, ...[1, 2, 3].map(() => ({ type: 'reveal', range }))]);
  await part('Router hub').click();
  expect(await page.getByRole('status').innerText()).toBe('This is not written anywhere in the file.');
});

test('by keyboard: one stop for the picture, arrows inside it, and the focus stays where it was', async () => {
  await tell(diagram());
  await part('Zone us').focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Zone eu of 1 node.');
  await page.keyboard.press('Enter');
  expect(await last()).toMatchObject({ type: 'ask', fault: { zones: ['eu'] } });
  await tell(diagram({ ...HEALTHY, zones: ['eu'] }));
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'Zone eu of 1 node, lost.',
  );
  expect(await page.locator('#picture [tabindex="0"]').count()).toBe(1);
  const width = (): Promise<number> =>
    page.locator('#picture svg').evaluate((svg) => svg.getBoundingClientRect().width);
  const before = await width();
  await page.keyboard.press('+');
  expect(await width()).toBeGreaterThan(before * 1.2);
  await page.keyboard.press('0');
  expect(await width()).toBe(before);
});

test('the picture is moved by dragging, which breaks nothing', async () => {
  await tell(diagram());
  for (let i = 0; i < 6; i++) await page.getByRole('button', { name: 'Larger' }).click();
  const place = page.locator('#picture');
  const scrolled = (): Promise<number> => place.evaluate(({ scrollLeft }) => scrollLeft);
  const before = await scrolled();
  const box = await place.boundingBox();
  if (box === null) throw new Error('The picture has no place.');
  await page.mouse.move(box.x + 300, box.y + 100);
  await page.mouse.down();
  await page.mouse.move(box.x + 220, box.y + 100, { steps: 4 });
  await page.mouse.up();
  expect(await scrolled()).toBe(before + 80);
  expect(await told()).toEqual([{ type: 'ready' }]);
});

test('the names of a large network can be read; the whole of it is shown where one asks for it', async () => {
  const zones = Array.from({ length: 6 }, (_, i) => `zone z${i} { node ${[0, 1, 2, 3, 4].map((k) => `z${i}n${k}`)} }`);
  const links = zones.flatMap((_, i) => [`link z${i} -- z${(i + 1) % 6} 5ms`, `link z${i} -- z${(i + 3) % 6} 9ms`]);
  const { model } = resolve(parse(`${[...zones, ...links].join('\n')}\nclient app in z0\n`));
  const small = diagram();
  const scene = drawWithVerdicts(model, { cause: causeOf(model, HEALTHY) });
  await tell({ ...small, diagram: { ...small.diagram, scene } });
  const height = (): Promise<number> =>
    page
      .locator('#picture .name')
      .first()
      .evaluate((name) => name.getBoundingClientRect().height);
  expect(await height()).toBeGreaterThan(9);
  await page.getByRole('button', { name: 'Fit' }).click();
  const [picture, place] = await Promise.all(
    ['#picture svg', '#picture'].map((one) => page.locator(one).evaluate((it) => it.getBoundingClientRect().height)),
  );
  expect(picture).toBeLessThanOrEqual(Math.ceil(place ?? 0));
});

test('partitions, smallest causes, and who is pointed out are chosen from lists', async () => {
  await tell(diagram());
  await page.locator('#partition').selectOption('ocean');
  expect(await last()).toEqual({ type: 'ask', fault: { ...HEALTHY, partition: 'ocean' } });
  await page.getByLabel('More').click();
  await page.getByLabel('Point out').selectOption('operation pay');
  expect(await last()).toEqual({ type: 'ask', fault: HEALTHY, selection: { kind: 'operation', name: 'pay' } });
  await page.getByLabel('Point out').selectOption('zone eu');
  expect(await last()).toEqual({ type: 'ask', fault: HEALTHY, selection: { kind: 'zone', name: 'eu' } });
  const causes = diagram().diagram.causes ?? [];
  await page.getByLabel('Next smallest cause').click();
  expect(await last()).toEqual({ type: 'ask', fault: causes[0]?.fault });
  await tell(diagram(causes[0]?.fault));
  expect(await page.locator('#cause').innerText()).toBe(`1 of ${causes.length}`);
  await page.getByLabel('Previous smallest cause').click();
  expect(await last()).toEqual({ type: 'ask', fault: causes.at(-1)?.fault });
  await page.getByRole('button', { name: 'Write' }).click();
  expect(await last()).toEqual({ type: 'write' });
  await page.getByRole('button', { name: 'Heal' }).click();
  expect(await last()).toEqual({ type: 'ask', fault: HEALTHY });
});

test('what a fault changes is said and marked', async () => {
  await tell(diagram());
  await tell(diagram({ ...HEALTHY, partition: 'ocean' }));
  expect(await page.getByRole('status').innerText()).toBe('ocean: 1 verdict changed just now.');
  // In the table, and in the picture at the client and at the copy that no new write reaches.
  expect(await page.locator('#verdicts .changed').count()).toBe(1);
  expect(await page.locator('#picture .client .changed').count()).toBe(1);
  expect(await page.locator('#picture .node .changed').count()).toBe(1);
});

test('where the cursor of the text is, is marked, also in the next picture', async () => {
  await tell(diagram());
  const us1 = resolved.model.vertices.findIndex(({ name }) => name === 'us1');
  await tell({ type: 'cursor', vertices: [us1], links: [2] });
  await tell(diagram({ ...HEALTHY, nodes: ['us2'] }));
  expect(
    await page
      .locator('.at-cursor [role=button]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')?.split(' ').slice(0, 2).join(' '))),
  ).toEqual(['Link eu1', 'Node us1']);
});

test('as text, with everything that the picture says', async () => {
  await tell(diagram({ ...HEALTHY, links: ['us--eu'] }));
  await page.getByLabel('More').click();
  await page.getByRole('button', { name: 'As text' }).click();
  expect(await page.locator('#picture').isVisible()).toBe(false);
  expect(await page.locator('#words').innerText()).toContain('Link us to eu, round trip 80 ms, cut.');
});

test('a page that was hidden, or a window that was loaded again, shows what there was', async () => {
  await tell(diagram({ ...HEALTHY, links: ['us--eu'] }));
  await page.reload();
  expect(await part('Link us to eu').getAttribute('aria-pressed')).toBe('true');
  expect(await page.evaluate(() => JSON.parse(sessionStorage.getItem('state') ?? '{}') as unknown)).toMatchObject({
    uri: 'file:///shop.cap',
    fault: { links: ['us--eu'] },
  });
});

test('what can’t be shown is said in words', async () => {
  await tell(diagram());
  await tell({ type: 'pending', waitingFor: 'Waiting for the language server…' });
  expect(await page.locator('footer').innerText()).toContain('Waiting for the language server…');
  await tell({ type: 'message', message: 'The design is not open any more.' });
  expect(await page.locator('main').innerText()).toBe('The design is not open any more.');
});

test('an accessibility checker finds nothing', async () => {
  await tell(diagram({ ...HEALTHY, partition: 'ocean', nodes: ['us2'] }));
  await page.evaluate(`${axe};0`);
  expect(await page.evaluate(VIOLATIONS)).toEqual([]);
  await page.getByLabel('More').click();
  await page.getByRole('button', { name: 'As text' }).click();
  expect(await page.evaluate(VIOLATIONS)).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { analyze, matrixReport, panelReport } from '#core';
import type { Cell, FromPanel, Report, ReportQuery, ToPanel } from '#protocol';
import { reportPage } from '../../client/src/panels/reportPage.js';
import { findOrInstallChromium } from '../../scripts/host/chromium.mjs';

// The page as it is shipped, in a real browser with its real policy; only VS Code's side of the conversation is written
// here.

const ADDRESS = 'https://report.test';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
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
    const colours = { 'editor-foreground': '#3b3b3b', 'editor-background': '#ffffff', descriptionForeground: '#616161',
      'charts-red': '#e51400', 'charts-yellow': '#bf8803', 'charts-green': '#388a34', 'charts-blue': '#1a85ff' };
    for (const [name, value] of Object.entries(colours)) document.documentElement.style.setProperty('--vscode-' + name, value);
  });
`;

let browser: Browser;
let script: string;
let style: string;
let page: Page;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: await findOrInstallChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const bundle = await build({
    entryPoints: ['report.ts', 'report.css'].map((name) => path.join(folder, name)),
    outdir: folder,
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
  });
  const made = (ending: string): string => bundle.outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
  script = made('.js');
  style = made('.css');
}, 60_000);
afterAll(() => browser?.close());

beforeEach(async () => {
  page = await browser.newPage();
  const parts = {
    script: `${ADDRESS}/report.js`,
    style: `${ADDRESS}/report.css`,
    cspSource: ADDRESS,
    nonce: 'unguessable',
  };
  const answers: Record<string, { contentType: string; body: string }> = {
    '/': { contentType: 'text/html', body: reportPage(parts) },
    '/report.js': { contentType: 'text/javascript', body: script },
    '/report.css': { contentType: 'text/css', body: style },
  };
  await page.route(`${ADDRESS}/**`, (route) =>
    route.fulfill(answers[new URL(route.request().url()).pathname] ?? { status: 404 }),
  );
  await page.addInitScript(HOST);
  await page.goto(ADDRESS);
});
afterEach(() => page.close());

const tell = (message: ToPanel): Promise<void> =>
  page.evaluate((data) => void window.dispatchEvent(new MessageEvent('message', { data })), message);
const told = (): Promise<FromPanel[]> => page.evaluate('window.told');
async function violations(): Promise<unknown> {
  await page.evaluate(`${axe};0`);
  return page.evaluate(
    `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html)))`,
  );
}

const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 8 } };
const verdict = (text: string, kind: NonNullable<Cell['verdict']>): Cell => ({ text, verdict: kind });

const RUN = {
  operation: 'viewCart',
  client: 'traveller',
  fault: { links: [], oneWays: [], nodes: [], zones: [], partition: 'atlantic' },
  outcome: { verdict: 'stale' },
};

const QUERY: ReportQuery = {
  kind: 'partition',
  uri: 'file:///bank.cap',
  fault: { kind: 'partition', name: 'atlantic' },
};

function simulation(viewCart: Cell, title = 'Simulation: atlantic'): Extract<ToPanel, { type: 'report' }> {
  const rows = [
    { cells: [{ text: 'withdraw' }, { text: 'teller' }, verdict('ok', 'ok'), { text: 'us1 and us2 are a majority' }] },
    { cells: [{ text: 'viewCart' }, { text: 'traveller' }, viewCart, { text: 'eu1 can’t see what us1 takes' }] },
    { cells: [{ text: '' }, { text: '' }, verdict('or error', 'error'), { text: 'no replica in reach' }] },
  ];
  const table = { columns: ['operation', 'from', 'verdict', 'why'], rows };
  const report: Report = {
    title,
    summary: 'Two of three work.',
    sections: [{ paragraphs: ['Once it has settled.'], table }],
    bound: 'this fault',
  };
  const runs = [[[], [null, null, RUN], []]];
  return { type: 'report', query: QUERY, report, ranges: [[null, range, range]], runs, changes: [null], version: 7 };
}

test('asks for its report when it is ready, and says that it waits', async () => {
  expect(await told()).toEqual([{ type: 'ready' }]);
  expect(await page.locator('main').innerText()).toBe('Waiting for the report…');
});

test('draws titles, verdicts with symbol and word, and the bound', async () => {
  await tell(simulation(verdict('stale', 'stale')));
  expect(await page.locator('h1').innerText()).toBe('Simulation: atlantic');
  expect(await page.locator('tbody tr').allInnerTexts()).toEqual([
    'withdraw\tteller\t✓ok\tus1 and us2 are a majority',
    'viewCart\ttraveller\t◷stale\teu1 can’t see what us1 takes',
    '\t\t✕or error\tno replica in reach',
  ]);
  expect(await page.locator('.bound').innerText()).toBe('Looked at: this fault.');
});

test('a column with nothing in it is left out', async () => {
  const message = simulation(verdict('ok', 'ok'));
  const table = {
    columns: ['', 'expectation', 'what happens'],
    rows: [{ cells: [verdict('holds', 'ok'), { text: 'expect pay ok' }, { text: '' }] }],
  };
  await tell({ ...message, report: { ...message.report, sections: [{ paragraphs: [], table }] } });
  expect(await page.getByRole('columnheader').allInnerTexts()).toEqual(['expectation']);
  expect(await page.getByRole('rowheader').allInnerTexts()).toEqual(['expect pay ok']);
});

test('what a design calls its things is text, never markup', async () => {
  const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
  await tell(simulation(verdict(hostile, 'stale'), hostile));
  expect(await page.locator('h1').innerText()).toBe(hostile);
  expect(await page.locator('main img, main script').count()).toBe(0);
  expect(await page.title()).toBe('Netsplit report');
});

test('the policy refuses scripts without the nonce and everything from elsewhere', async () => {
  const refused = await page.evaluate(async () => {
    const directives: string[] = [];
    const all = new Promise<void>((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        if (directives.push(effectiveDirective) === 3) resolve();
      });
    });
    const script = document.createElement('script');
    script.textContent = 'document.title = "ran"';
    const image = document.createElement('img');
    image.src = 'https://elsewhere.test/pixel.png';
    document.body.append(script, image);
    await fetch('https://elsewhere.test/').catch(() => undefined);
    await all;
    return directives;
  });
  expect(refused.sort()).toEqual(['connect-src', 'img-src', 'script-src-elem']);
  expect(await page.title()).toBe('Netsplit report');
});

test('a row leads to its place in the editor, by mouse and by keyboard', async () => {
  await tell(simulation(verdict('stale', 'stale')));
  // The table, to scroll it, then its two rows that lead somewhere, with the verdict in between that shows its run.
  const reached: string[] = [];
  for (let i = 0; i < 4; i++) {
    await page.keyboard.press('Tab');
    reached.push(await page.evaluate(() => document.activeElement?.tagName ?? ''));
  }
  expect(reached).toEqual(['DIV', 'BUTTON', 'BUTTON', 'BUTTON']);
  await page.keyboard.press('Enter');
  await page.locator('td', { hasText: 'can’t see' }).click();
  expect(await told()).toEqual([{ type: 'ready' }, { type: 'reveal', range }, { type: 'reveal', range }]);
});

test('a verdict shows the run that leads to it, and nothing else', async () => {
  await tell(simulation(verdict('stale', 'stale')));
  await page.getByRole('button', { name: 'stale' }).click();
  await page.getByRole('button', { name: 'stale' }).press('Enter');
  expect(await told()).toEqual([
    { type: 'ready' },
    { type: 'timeline', target: RUN },
    { type: 'timeline', target: RUN },
  ]);
});

test('while one waits, the report stays; the next one keeps the focus and says what has changed', async () => {
  await tell(simulation(verdict('stale', 'stale')));
  await page.getByRole('button', { name: 'viewCart' }).focus();
  await tell({ type: 'pending', waitingFor: 'Waiting for the analysis…' });
  expect(await page.locator('tbody tr').count()).toBe(3);
  expect(await page.locator('footer').innerText()).toContain('Waiting for the analysis…');
  expect(await page.locator('main').getAttribute('aria-busy')).toBe('true');

  await tell(simulation(verdict('ok', 'ok')));
  expect(await page.locator('#waiting').isVisible()).toBe(false);
  expect(await page.getByRole('status').innerText()).toBe('Up to date: 1 verdict changed.');
  expect(await page.locator('.changed').allInnerTexts()).toEqual(['✓ok']);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('viewCart');
});

test('what can’t be answered is said in words', async () => {
  await tell(simulation(verdict('stale', 'stale')));
  await tell({ type: 'message', query: QUERY, message: 'There is no partition “atlantic” any more.' });
  expect(await page.locator('main').innerText()).toBe('There is no partition “atlantic” any more.');
});

test('a page that was hidden shows its report again before anybody answers', async () => {
  await tell(simulation(verdict('stale', 'stale')));
  await page.reload();
  expect(await page.locator('h1').innerText()).toBe('Simulation: atlantic');
  expect(await told()).toEqual([{ type: 'ready' }]);
  // With the question, a window that is loaded again makes the panel anew.
  expect(await page.evaluate(() => JSON.parse(sessionStorage.getItem('state') ?? '{}') as unknown)).toMatchObject({
    query: QUERY,
  });
});

test('in a narrow panel, sentences stand below their row and nothing is cut off', async () => {
  await page.setViewportSize({ width: 480, height: 600 });
  const why = 'eu1 can answer without addItem from teller, which us1 acknowledged just before the break';
  const message = simulation(verdict('stale until the heal', 'stale'));
  const [section] = message.report.sections;
  const rows = section?.table?.rows.map(({ cells }) => ({ cells: [...cells.slice(0, 3), { text: why }] })) ?? [];
  const table = { columns: section?.table?.columns ?? [], rows };
  await tell({ ...message, report: { ...message.report, sections: [{ paragraphs: [], table }] } });
  const below = await page
    .locator('tbody tr')
    .first()
    .evaluate((row) => {
      const [name, , , sentence] = [...row.children].map((cell) => cell.getBoundingClientRect());
      return name !== undefined && sentence !== undefined && sentence.top >= name.bottom - 1 && sentence.width > 300;
    });
  expect(below).toBe(true);
  expect(await page.locator('.scroller').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  expect(await page.getByRole('row').count()).toBe(4);
  expect(await violations()).toEqual([]);
});

test('in a narrow panel, a sentence that is a button stands beside the name of its column', async () => {
  await page.setViewportSize({ width: 480, height: 600 });
  const message = simulation(verdict('ok', 'ok'));
  const [section] = message.report.sections;
  const [first, second] = section?.table?.rows ?? [];
  const why =
    'us1 takes the request in and waits, not knowing of the break: us1 has no direct connection to the leader eu1';
  const rows = [
    first,
    second,
    { cells: [{ text: '' }, { text: '' }, verdict('or error', 'error'), { text: why }] },
  ].flatMap((row) => row ?? []);
  await tell({
    ...message,
    ranges: [[range, range, range]],
    runs: [[[], [], [null, null, RUN]]],
    report: {
      ...message.report,
      sections: [{ paragraphs: [], table: { columns: section?.table?.columns ?? [], rows } }],
    },
  });
  const cell = page.locator('td.prose', { hasText: 'not knowing' });
  const beside = await cell.evaluate((one) => {
    const button = one.querySelector('button');
    return (
      button !== null &&
      button.getBoundingClientRect().top - one.getBoundingClientRect().top < 10 &&
      button.getBoundingClientRect().left > one.getBoundingClientRect().left + 10
    );
  });
  expect(beside).toBe(true);
});

test('a section that tells of another design has a button that asks to write it', async () => {
  const message = simulation(verdict('ok', 'ok'));
  const changes = [
    { range, text: 'R=2' },
    { range, text: 'W=2' },
  ];
  const other = { heading: '1. R=2 W=2', folded: true, paragraphs: ['Better: `get` never stale.'] } as const;
  await tell({
    ...message,
    report: { ...message.report, sections: [...message.report.sections, other] },
    changes: [null, changes],
  });
  const button = page.getByRole('button', { name: 'Apply to the file: 1. R=2 W=2' });
  expect(await button.isVisible()).toBe(false);
  await page.locator('summary').click();
  await button.click();
  expect((await told()).at(-1)).toEqual({ type: 'apply', changes, version: 7 });
  expect(await violations()).toEqual([]);
});

test('an accessibility checker finds nothing', async () => {
  await tell(simulation({ ...verdict('stale until the heal', 'stale'), howLong: 'heal' }));
  await tell({ type: 'pending', waitingFor: 'Waiting for the analysis…' });
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
  expect(await violations()).toEqual([]);
});

const DESIGN = `zone us { node us1, us2 }
zone eu { node eu1 }
link us -- eu 80ms
client ann in us
client bob in eu
store account on us1, us2, eu1 { choose CP }
store fast on us1, us2, eu1 { replicate primary us1 async failover automatic }
operation pay: write account from ann, bob
operation save: write fast from ann, bob
operation load: read fast from bob
`;

/** The panel of all partitions, as the server makes it. */
function everything(): Extract<ToPanel, { type: 'report' }> {
  const { resolved, results } = analyze(DESIGN);
  const query: ReportQuery = { kind: 'all', uri: 'file:///bank.cap' };
  const made = panelReport(resolved.model, matrixReport(resolved, results), (span) => (span ? range : null));
  return { type: 'report', query, ...made, version: 7 };
}

test('a heat map: one sign is reached with Tab, the others with the arrow keys, and each says its sentence', async () => {
  await tell(everything());
  const heat = page.getByRole('grid', { name: 'Every operation under every likely fault' });
  expect(await heat.locator('[data-sign][tabindex="0"]').count()).toBe(1);
  const signs = await heat.locator('[data-sign]').count();
  expect(signs).toBe((await heat.locator('tbody tr').count()) * (await heat.locator('thead .fault').count()));
  await heat.locator('[data-sign]').first().focus();
  const seen = new Set<string | null>();
  for (let row = 0; row < 5; row++) {
    await page.keyboard.press('Home');
    for (let column = 0; column < signs / 5; column++) {
      seen.add(await page.evaluate('document.activeElement.dataset.key'));
      await page.keyboard.press('ArrowRight');
    }
    await page.keyboard.press('ArrowDown');
  }
  expect(seen.size).toBe(signs);
  const sentence = await page.evaluate('document.activeElement.getAttribute("aria-label")');
  expect(sentence).toMatch(/^load from bob /);
  expect(await page.locator('.says').first().innerText()).toBe(sentence);
  expect(await page.locator('.signs .mark').first().innerText()).toMatch(/✓\s*ok/);
});

test('in high contrast, what breaks is filled', async () => {
  await tell(everything());
  await page.evaluate('document.body.className = "vscode-high-contrast"');
  const back = `getComputedStyle(document.querySelector('.heat td.error')).backgroundColor`;
  expect(await page.evaluate(back)).toBe('rgb(59, 59, 59)');
  expect(await page.evaluate(back.replace('error', 'ok'))).toBe('rgba(0, 0, 0, 0)');
});

test('an accessibility checker finds nothing in a heat map with raised signs, its folds opened', async () => {
  const message = everything();
  const [section, ...others] = message.report.sections;
  const rows = (section?.table?.rows ?? []).map(({ cells, ...row }) => ({
    ...row,
    cells: cells.map((cell) => (cell.verdict === 'ok' ? { ...cell, passing: 'partial' as const } : cell)),
  }));
  const table = { columns: [], ...section?.table, rows };
  await tell({
    ...message,
    report: { ...message.report, sections: [{ paragraphs: [], ...section, table }, ...others] },
  });
  expect(await page.evaluate(`getComputedStyle(document.querySelector('.heat sup'), '::before').content`)).toBe('"½"');
  for (const fold of await page.locator('summary').all()) await fold.click();
  expect(await violations()).toEqual([]);
});

test('a sign of a heat map leads to its timeline', async () => {
  await tell(everything());
  await page.locator('.heat .sign.error button').first().click();
  expect((await told()).at(-1)).toMatchObject({ type: 'timeline', target: { operation: 'pay', client: 'bob' } });
});

test('folds that are open stay open when the report is drawn again', async () => {
  const message = everything();
  await tell(message);
  await page.locator('summary', { hasText: 'Beyond one fault' }).click();
  await tell({ ...message, report: { ...message.report, summary: 'Something else.' } });
  await page.getByText('Something else.').waitFor();
  expect(await page.locator('details[open] > summary').allInnerTexts()).toEqual(['Beyond one fault, and one-way cuts']);
});

import { expect, test } from 'vitest';
import { analyze } from '../../analyze.js';
import { printHtml } from '../print/html.js';
import { printDesignMarkdown } from '../print/markdown.js';
import { designReport } from './designReport.js';

const SHOP = `zone us { node us1, us2 }
zone eu { node eu1 }
link us -- eu 80ms
client web in eu
store orders on us1, us2, eu1 { choose CP }
operation pay: write orders from web
partition ocean { us | eu }
expect pay ok under ocean
`;
const HOSTILE = `node "<img src=x onerror=alert(1)>", "a & b"
client "</style><script>alert(2)</script>" at "a & b"
store "| \`x\` |" on "<img src=x onerror=alert(1)>", "a & b" { choose AP }
operation "[x](javascript:1)": write "| \`x\` |" from "</style><script>alert(2)</script>"
partition "\u202Ep" { "a & b" | "<img src=x onerror=alert(1)>" }
`;

function made(text: string): ReturnType<typeof designReport> {
  const { resolved, results, diagnostics } = analyze(text);
  return designReport('shop <1>.cap', resolved, results, diagnostics);
}

test('the decisions first, then a fold for everything else, with pictures and runs', () => {
  const shown = made(SHOP).chapters.map(
    ({ report, picture, timeline, group = '' }) =>
      `${group === '' ? '' : `${group}: `}${report.title}${picture === undefined ? '' : ' (picture)'}${
        timeline === undefined ? '' : ' (timeline)'
      }`,
  );
  expect(shown).toEqual([
    'What this design decides (picture)',
    'Every operation under every likely fault',
    'Beyond one fault, and one-way cuts',
    'Expectations',
    'How long',
    'How often, by how often links fail',
    'Named partitions (1): Simulation: ocean (picture)',
    'Each operation in detail (1): Operation pay',
    'How each verdict comes about (2): Timeline: pay from web under partition ocean: error (timeline)',
    "How each verdict comes about (2): Timeline: pay from web when eu1 can't be heard: unknown (timeline)",
    'Findings',
    'What was looked at, and what is not modelled',
  ]);
});

test('says at once what breaks, who decided it, what does not hold, and what was left out', () => {
  const cellsOf = (text: string): string[][] =>
    made(text).chapters[0]?.report.sections.flatMap(({ table }) =>
      (table?.rows ?? []).map(({ cells }) => cells.map(({ text: shown, notes = [] }) => [shown, ...notes].join(' / '))),
    ) ?? [];
  const failing = made(`${SHOP}expect nothing ok`).chapters[0]?.report;
  expect(failing?.summary).toBe(
    '0 of 1 operation holds under any one fault; 1 breaks: 1 undecided. The file has 1 error: what is not understood is left out of ' +
      'this report. 1 expectation not judged, because of mistakes.',
  );
  expect(cellsOf(SHOP)).toEqual([
    [
      'pay / write orders (CP)',
      'errors for web under partition ocean / 1 of 3 replicas in reach of eu1, a majority is 2',
      'nobody decided this',
    ],
    [
      'expect pay ok under ocean',
      'error for web under partition ocean: 1 of 3 replicas in reach of eu1, a majority is 2',
      '8',
    ],
  ]);
  expect(cellsOf(`${SHOP}accept error on pay "no answer is better"\n`)[0]?.[2]).toBe('accepted: “no answer is better”');
  expect(cellsOf(SHOP.replace('pay ok', 'pay error'))[0]?.[2]).toBe('expected, line 8');
  expect(made('').chapters.map(({ report }) => report.title)).toEqual([
    'What this design decides',
    'Expectations',
    'What was looked at, and what is not modelled',
  ]);
});

test('a page of HTML is one file, with a strict policy, and names are text in it', () => {
  const html = printHtml(made(HOSTILE));
  expect(html).toContain(
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
  );
  expect(html).not.toMatch(/<script|<img|\u202E|href="(?!#)|src="/);
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(html).toContain('shop &lt;1&gt;.cap');
  expect(html.match(/<svg /g)).toHaveLength(2);
});

test('signs of the heat map lead to a run of the same verdict, have a sentence, and are reached by keyboard', () => {
  const html = printHtml(made(SHOP));
  const links = [...html.matchAll(/<td class="sign ([^"]*)"><a href="#(chapter-\d+)" aria-label="([^"]*)">/g)];
  expect(links.length).toBeGreaterThan(2);
  for (const [, look, chapter] of links) {
    const run = html.slice(html.indexOf(`id="${chapter ?? ''}"`));
    expect(/<h3>Timeline: [^<]*: (\w+)<\/h3>/.exec(run)?.[1]).toBe(look);
  }
  expect(links[0]?.[3]).toBe(
    'pay from web under partition ocean: error: 1 of 3 replicas in reach of eu1, a majority is 2. ' +
      'The run of pay from web under partition ocean',
  );
  const others = [...html.matchAll(/<td class="sign[^"]*"><(?!a )([^>]*)>/g)].map(([, attributes]) => attributes);
  expect(others.length).toBeGreaterThan(2);
  for (const one of others) expect(one).toMatch(/^span role="img" tabindex="0" aria-label="pay from web /);
});

test('everything but the decisions is folded, and is printed', () => {
  const html = printHtml(made(SHOP));
  const main = html.slice(html.indexOf('<main>'));
  expect(main.indexOf('What this design decides')).toBeLessThan(main.indexOf('<details'));
  expect(main.match(/<details/g)).toHaveLength(12);
  expect(main).not.toMatch(/<details[^>]* open/);
  expect(html).toContain('details::details-content');
});

test('Markdown has the pictures as Mermaid, and names mean nothing in it', () => {
  const markdown = printDesignMarkdown(made(HOSTILE));
  expect(markdown.match(/^```mermaid$/gm)).toHaveLength(2);
  expect(markdown).toMatch(/^# shop /);
  expect(markdown.replace(/```mermaid[\s\S]*?```/g, '')).not.toMatch(/(?<!\\)<|(?<!\\)\]\(|\u202E/);
  expect(printDesignMarkdown(made(SHOP))).toContain('### Simulation: ocean');
});

test('the same design gives the same bytes', () => {
  expect(printHtml(made(SHOP))).toBe(printHtml(made(SHOP)));
});

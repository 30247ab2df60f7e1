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

test('has a chapter for everything, pictures of the design and of each partition, and the worst run of each operation', () => {
  expect(
    made(SHOP).chapters.map(
      ({ report, picture, timeline }) =>
        `${report.title}${picture === undefined ? '' : ' (picture)'}${timeline === undefined ? '' : ' (timeline)'}`,
    ),
  ).toEqual([
    'The design (picture)',
    'All operations under all partitions',
    'Expectations',
    'Simulation: ocean (picture)',
    'Operation pay',
    "Timeline: pay from web when eu1 can't be heard: unknown (timeline)",
    'Findings',
  ]);
});

test('says at once what does not hold, and what was left out', () => {
  expect(made(`${SHOP}expect nothing ok`).chapters[0]?.report.sections.flatMap(({ paragraphs }) => paragraphs)).toEqual(
    [
      'The file has 1 error: what is not understood is left out of this report.',
      '1 of 1 expectation does not hold.',
      '1 expectation not judged, because of mistakes.',
    ],
  );
  expect(made('').chapters.map(({ report }) => report.title)).toEqual(['The design', 'Expectations']);
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

test('verdicts of the matrix lead to the drawn run that they are of, and to no other', () => {
  const html = printHtml(made(SHOP));
  const links = [...html.matchAll(/<a href="#(chapter-\d+)" title="[^"]*">(.*?)<\/a>/g)].map(([, chapter, text]) => [
    chapter,
    text?.replace(/<[^>]*>/g, ''),
  ]);
  expect(new Set(links.map(([chapter]) => chapter))).toEqual(new Set(['chapter-6']));
  expect(new Set(links.map(([, text]) => text))).toEqual(new Set(['? unknown']));
  expect(html).toMatch(/<section id="chapter-6">\s*<h2>Timeline: pay from web/);
});

test('Markdown has the pictures as Mermaid, and names mean nothing in it', () => {
  const markdown = printDesignMarkdown(made(HOSTILE));
  expect(markdown.match(/^```mermaid$/gm)).toHaveLength(2);
  expect(markdown).toMatch(/^# shop /);
  expect(markdown.replace(/```mermaid[\s\S]*?```/g, '')).not.toMatch(/(?<!\\)<|\]\(javascript|\u202E/);
  expect(printDesignMarkdown(made(SHOP))).toContain('## Simulation\\: ocean');
});

test('the same design gives the same bytes', () => {
  expect(printHtml(made(SHOP))).toBe(printHtml(made(SHOP)));
});

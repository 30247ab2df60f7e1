import { expect, test } from 'vitest';
import type { Report } from '../reports/document.js';
import { escapeMarkdown, printMarkdown } from './markdown.js';
import type { Style } from './style.js';
import { printText, wrap } from './text.js';

const report: Report = {
  title: 'A title',
  summary: 'What it is about.',
  sections: [
    {
      heading: 'First',
      paragraphs: ['A paragraph.'],
      table: {
        columns: ['operation', 'from', 'verdict', 'why'],
        rows: [
          { cells: [{ text: 'pay' }, { text: '東京' }, { text: 'ok', verdict: 'ok' }, { text: '' }] },
          {
            cells: [
              { text: 'a|b*c' },
              { text: 'x\u001b[2J' },
              { text: 'error', verdict: 'error' },
              { text: '1 of 3 replicas in reach of eu1, a majority is 2' },
            ],
          },
          {
            cells: [
              { text: 'get' },
              { text: 'x' },
              { text: 'stale for the lag', verdict: 'stale', howLong: 'lag' },
              { text: 'it is on its way' },
            ],
          },
        ],
      },
    },
  ],
  bound: 'all 2 cuts of 1 link',
};

test('text: aligned, the longest column wrapped, nothing that a terminal obeys', () => {
  expect(printText(report, { columns: 72 })).toBe(`A title
What it is about.

First
A paragraph.
operation  from          verdict            why
pay        東京          ok
a|b*c      x⟨U+001B⟩[2J  error              1 of 3 replicas in reach of
                                            eu1, a majority is 2
get        x             stale for the lag  it is on its way

Looked at: all 2 cuts of 1 link.
`);
});

test('text: colours come from outside and cost no alignment', () => {
  const style: Style = {
    bold: (text) => `<b>${text}</b>`,
    dim: (text) => `<d>${text}</d>`,
    verdict: (verdict, text) => `<${verdict}>${text}</>`,
    severity: (_severity, text) => text,
  };
  const lines = printText(report, { columns: 200, style }).split('\n');
  expect(lines[0]).toBe('<b>A title</b>');
  expect(lines[7]).toBe(
    'a|b*c      x⟨U+001B⟩[2J  <error>error</>              1 of 3 replicas in reach of eu1, a majority is 2',
  );
  expect(lines[8]).toContain('<d>stale for the lag</d>');
});

test('a word that is longer than the line stands by itself', () => {
  expect(wrap('a bbbbbbbbbb c', 5)).toEqual(['a', 'bbbbbbbbbb', 'c']);
  expect(wrap('', 5)).toEqual(['']);
});

test('Markdown: every name shows as it is, whatever it contains', () => {
  expect(escapeMarkdown('<script>`x`[a](b)$(zap)|')).toBe('\\<script\\>\\`x\\`\\[a\\]\\(b\\)\\$\\(zap\\)\\|');
  const row = (why: string): Report => ({
    ...report,
    sections: [
      { paragraphs: [], table: { columns: ['name', 'why'], rows: [{ cells: [{ text: 'a|b*c' }, { text: why }] }] } },
    ],
  });
  expect(printMarkdown(row('x\u001b[2J'))).toContain('| a\\|b\\*c | x⟨U+001B⟩\\[2J |\n');
  expect(
    printMarkdown(row(`# ${'long '.repeat(20)}1. <b> - us1→us2: 3 of 5, a_b _c_ $(zap) &amp; http://x @me`)),
  ).toContain(
    `- a\\|b\\*c
  - why: # ${'long '.repeat(17)}long
    long long 1. \\<b\\> - us1→us2: 3 of 5, a_b \\_c\\_ \\$(zap) \\&amp; http\\://x \\@me
`,
  );
});

test('Markdown reads as plain text: aligned tables where they find room, lists where not, short lines', () => {
  expect(printMarkdown(report)).toBe(`# A title

What it is about.

## First

A paragraph.

| operation | from          | verdict               | why                                              |
| --------- | ------------- | --------------------- | ------------------------------------------------ |
| pay       | 東京          | ok                    |                                                  |
| a\\|b\\*c   | x⟨U+001B⟩\\[2J | **error**             | 1 of 3 replicas in reach of eu1, a majority is 2 |
| get       | x             | **stale for the lag** | it is on its way                                 |

Looked at: all 2 cuts of 1 link.
`);
  const rows = [{ cells: [{ text: '1.' }, { text: 'healthy' }, { text: 'a sentence '.repeat(10).trim() }] }];
  const long = { paragraphs: [], table: { columns: ['', 'when', 'what happens'], rows } };
  expect(printMarkdown({ ...report, sections: [long] })).toContain(`
1. healthy
   - what happens: a sentence a sentence a sentence a sentence a sentence a sentence a sentence a
     sentence a sentence a sentence
`);
});

test('Markdown: no line begins as a list, a heading or a rule by chance', () => {
  const begins = ['- x', '# x', '+ x', '=====', '12. x', '3) x', '> x'].map(
    (text) => printMarkdown({ title: 'T', summary: text, sections: [], bound: '' }).split('\n')[2],
  );
  expect(begins).toEqual(['\\- x', '\\# x', '\\+ x', '\\=====', '12\\. x', '3\\) x', '\\> x']);
});

import { CAUSE_PARTS } from '../../network/fault.js';
import { drawWithVerdicts } from '../diagram/draw.js';
import { escapeXml, printSvg } from '../diagram/svg.js';
import type { DesignReport } from '../reports/designReport.js';
import type { Cell, Report, Section, Table } from '../reports/document.js';
import { TIMELINE_STYLE } from '../timeline/style.js';
import { SIGNS } from '../words/signs.js';
import { visible } from './visible.js';

/** Nothing is loaded and nothing runs; styles stand in the file itself. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

const STYLE = [
  ':root { color-scheme: light dark; --ink: #1f2328; --muted: #59636e; --paper: #ffffff; --rule: #d1d9e0; ' +
    '--ok: #1a7f37; --bad: #cf222e; --warn: #9a6700; }',
  '@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --muted: #9198a1; --paper: #0d1117; ' +
    '--rule: #3d444d; --ok: #3fb950; --bad: #ff7b72; --warn: #d29922; } }',
  'body { background: var(--paper); color: var(--ink); ' +
    'font: 15px/1.5 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; margin: 2rem auto; ' +
    'max-width: 76rem; padding: 0 1.5rem; }',
  'h1, h2, h3 { line-height: 1.25; overflow-wrap: anywhere; }',
  'h2 { border-top: 1px solid var(--rule); margin-top: 2.5rem; padding-top: 1.5rem; }',
  'nav ul { columns: 18rem; padding-left: 1.2rem; }',
  'a { color: inherit; }',
  'figure { margin: 1rem 0; overflow-x: auto; }',
  'figure svg { height: auto; max-width: 100%; }',
  '.scroller { overflow-x: auto; }',
  'table { border-collapse: collapse; margin: 0.8rem 0; }',
  'th, td { border-bottom: 1px solid var(--rule); overflow-wrap: break-word; ' +
    'padding: 0.3rem 1rem 0.3rem 0; text-align: left; vertical-align: top; }',
  'thead th { color: var(--muted); font-weight: 400; vertical-align: bottom; }',
  '.bound { color: var(--muted); font-size: 0.93em; }',
  '.verdict { font-weight: 600; min-width: 6.5em; }',
  '.ok { color: var(--ok); } .error, .lost { color: var(--bad); } .stale, .dirty, .unknown, .partial, .conflict { ' +
    'color: var(--warn); } .lag, .not-known { color: var(--muted); }',
  '@media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; } tr, figure { ' +
    'break-inside: avoid; } nav { display: none; } }',
].join('\n');

/**
 * One file that needs no other, for a browser, a printer, or an attachment. Text from the design is text in it, never
 * markup.
 */
export function printHtml({ title, model, chapters }: DesignReport): string {
  const runs: Runs = new Map(
    chapters.flatMap(({ timeline }, i) =>
      timeline === undefined ? [] : [[keyOf(timeline.subject, timeline.subject.outcome), `chapter-${i + 1}`]],
    ),
  );
  return `${[
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title>`,
    `<style>\n${STYLE}\n</style>`,
    '</head>',
    '<body>',
    `<header><h1>${escaped(title)}</h1></header>`,
    '<nav aria-label="Contents"><ul>',
    ...chapters.map(({ report }, i) => `<li><a href="#chapter-${i + 1}">${escaped(report.title)}</a></li>`),
    '</ul></nav>',
    '<main>',
    ...chapters.flatMap(({ report, picture, timeline }, i) => [
      `<section id="chapter-${i + 1}">`,
      `<h2>${escaped(report.title)}</h2>`,
      paragraph(report.summary),
      ...(picture === undefined ? [] : [`<figure>${printSvg(drawWithVerdicts(model, { cause: picture }))}</figure>`]),
      ...(timeline === undefined ? [] : [`<figure>${printSvg(timeline.scene, TIMELINE_STYLE)}</figure>`]),
      ...sections(report, runs),
      '</section>',
    ]),
    '</main>',
    '</body>',
    '</html>',
  ].join('\n')}\n`;
}

/** Where in the document the run of a verdict is drawn. */
type Runs = ReadonlyMap<string, string>;

function keyOf(
  { operation, client, cause }: NonNullable<Cell['run']>,
  { verdict, howLong }: Pick<Cell, 'verdict' | 'howLong'>,
): string {
  const broken = [...CAUSE_PARTS.map((part) => cause[part]), cause.partition];
  return JSON.stringify([operation, client, ...broken, verdict, howLong]);
}

function escaped(text: string): string {
  return escapeXml(visible(text));
}

function paragraph(text: string, look = ''): string {
  return text === '' ? '' : `<p${look === '' ? '' : ` class="${look}"`}>${escaped(text)}</p>`;
}

function sections({ title, sections: all, bound }: Report, runs: Runs): string[] {
  return [
    ...all.flatMap((section) => sectionLines(title, section, runs)),
    paragraph(bound === '' ? '' : `Looked at: ${bound}.`, 'bound'),
  ];
}

function sectionLines(title: string, { heading, paragraphs, table }: Section, runs: Runs): string[] {
  return [
    ...(heading === undefined ? [] : [`<h3>${escaped(heading)}</h3>`]),
    ...paragraphs.map((one) => paragraph(one)),
    ...(table === undefined ? [] : tableLines(heading === undefined ? title : `${title}: ${heading}`, table, runs)),
  ];
}

/** A wide table scrolls by itself, by keyboard as well. */
function tableLines(name: string, { columns, rows }: Table, runs: Runs): string[] {
  const head = columns
    .map((column) => (column === '' ? '<td></td>' : `<th scope="col">${escaped(column)}</th>`))
    .join('');
  return [
    `<div class="scroller" tabindex="0" role="region" aria-label="${escaped(name)}"><table>`,
    `<thead><tr>${head}</tr></thead>`,
    '<tbody>',
    ...rows.map(({ cells }) => `<tr>${cells.map((cell) => cellText(cell, runs)).join('')}</tr>`),
    '</tbody></table></div>',
  ];
}

function cellText(cell: Cell, runs: Runs): string {
  const { text, verdict, howLong, run } = cell;
  if (verdict === undefined) return `<td>${escaped(text)}</td>`;
  const look = `verdict ${verdict.replaceAll(' ', '-')}${howLong === 'lag' ? ' lag' : ''}`;
  const shown = `<span aria-hidden="true">${SIGNS[verdict]} </span>${escaped(text)}`;
  const chapter = run === undefined ? undefined : runs.get(keyOf(run, cell));
  const linked = chapter === undefined ? shown : `<a href="#${chapter}" title="The run that leads to it">${shown}</a>`;
  return `<td class="${look}">${linked}</td>`;
}

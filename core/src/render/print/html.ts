import { MOST_PER_STEP, run, type Steps } from '../../base/steps.js';
import { CAUSE_PARTS } from '../../network/fault.js';
import { drawWithVerdictsInSteps } from '../diagram/draw.js';
import { escapeXml, printSvg } from '../diagram/svg.js';
import type { Model } from '../../model/model.js';
import { type Chapter, type DesignReport, grouped } from '../reports/designReport.js';
import type { Cell, Report, Section, Table } from '../reports/document.js';
import { TIMELINE_STYLE } from '../timeline/style.js';
import { whenText } from '../words/cause.js';
import { LEGEND } from '../words/legend.js';
import { operationName, vertexName } from '../words/names.js';
import { SIGNS } from '../words/signs.js';
import { visible } from './visible.js';

/** Nothing is loaded and nothing runs; styles stand in the file itself. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

const STYLE = `
:root { color-scheme: light dark; --ink: #1f2328; --muted: #59636e; --paper: #ffffff; --rule: #d1d9e0; --soft: #f4f6f8;
  --link: #0969da; --ok: #1a7f37; --bad: #cf222e; --warn: #9a6700; --doubt: #8250df;
  --ok-back: #dafbe1; --bad-back: #ffd7d5; --warn-back: #fff1c2; --doubt-back: #eddeff; --lost-back: #cf222e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --muted: #9198a1; --paper: #0d1117; --rule: #3d444d;
  --soft: #161b22; --link: #58a6ff; --ok: #3fb950; --bad: #ff7b72; --warn: #d29922; --doubt: #bc8cff;
  --ok-back: #16351f; --bad-back: #5a1e1d; --warn-back: #4b3a0a; --doubt-back: #3d2963; --lost-back: #c93c37; } }
body { background: var(--paper); color: var(--ink); margin: 1.2rem auto; max-width: 76rem; padding: 0 1.5rem;
  font: 14px/1.45 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
header { align-items: baseline; display: flex; flex-wrap: wrap; gap: 0.2rem 1.5rem; justify-content: space-between; }
h1 { font-size: 1.35rem; margin: 0; } h2 { font-size: 1.05rem; } h3 { font-size: 1rem; }
h1, h2, h3 { line-height: 1.3; overflow-wrap: anywhere; }
p { margin: 0.5rem 0; } header p, .note, .legend, .bound { color: var(--muted); }
a { color: var(--link); }
.first { align-items: start; display: flex; flex-wrap: wrap; gap: 1rem 1.8rem; margin: 0.9rem 0; }
.first figure { flex: 1 1 20rem; margin: 0; max-width: 30rem; }
.first.wide figure { flex-basis: 100%; max-width: 100%; } .first.wide figure svg { max-height: 24rem; }
.first > div { flex: 1 1 34rem; min-width: 0; } .first h2 { margin: 0; }
.first .summary { font-weight: 600; }
.legend { display: flex; font-size: 13px; flex-wrap: wrap; gap: 0 1rem; list-style: none; margin: 0.6rem 0; padding: 0; }
details { border-top: 1px solid var(--rule); padding: 0.45rem 0; }
summary { color: var(--link); cursor: pointer; } summary h2 { display: inline; font-size: 1em; font-weight: 400; }
summary span { color: var(--muted); margin-left: 0.8rem; }
details section { margin: 0.8rem 0 2rem; }
figure { margin: 1rem 0; overflow-x: auto; } figure svg { height: auto; max-width: 100%; }
.scroller { overflow-x: auto; }
table { border-collapse: collapse; margin: 0.5rem 0; }
th, td { border-bottom: 1px solid var(--rule); overflow-wrap: break-word; padding: 0.3rem 1rem 0.3rem 0;
  text-align: left; vertical-align: top; }
thead th { color: var(--muted); font-weight: 400; vertical-align: bottom; }
.note { font-weight: 400; }
.verdict { min-width: 6.5em; } .verdict > a, .verdict > span { color: inherit; font-weight: 600; }
.verdict > a { text-decoration: underline dotted var(--muted); text-underline-offset: 0.2em; }
.verdict [aria-hidden] { color: var(--verdict); } .verdict.lag [aria-hidden] { color: var(--muted); }
.open { border: 1px solid var(--warn); border-radius: 0.9em; color: var(--warn); display: inline-block; padding: 0 0.7em; white-space: nowrap; }
.first table { width: 100%; } .first td:nth-child(2) { width: 58%; }
.ok { --verdict: var(--ok); --back: var(--ok-back); } .error { --verdict: var(--bad); --back: var(--bad-back); }
.lost { --verdict: var(--bad); --back: var(--lost-back); } .unknown { --verdict: var(--doubt); --back: var(--doubt-back); }
.stale, .dirty, .partial, .conflict { --verdict: var(--warn); --back: var(--warn-back); }
.not-known { --verdict: var(--muted); }
.heat th, .heat td { border-bottom: 0; } .heat tbody th { font-weight: 400; padding: 0.2rem 0.8rem 0.2rem 0; }
.heat tbody th[rowspan] { font-weight: 600; } .heat .next > * { border-top: 1px solid var(--rule); }
.heat thead th { font-size: 0.85em; line-height: 1.2; padding: 0.2rem; text-align: center; }
.heat thead th.name { text-align: left; } .heat thead th[colspan] { border-bottom: 1px solid var(--rule); }
.heat thead th span { display: inline-block; max-height: 11em; text-align: left; transform: rotate(180deg);
  writing-mode: vertical-rl; }
.heat td.sign { border: 2px solid var(--paper); font-weight: 700; min-width: 2.4rem; padding: 0; text-align: center; }
.heat.many td.sign { border-width: 1px; min-width: 1.5rem; } .heat.many .sign > * { padding: 0.25rem 0; }
.heat.many tbody th { padding-right: 0.4rem; }
.sign > * { color: var(--ink); display: block; padding: 0.25rem 0.2rem; position: relative; text-decoration: none; }
.sign { background: var(--back, var(--soft)); print-color-adjust: exact; }
.sign.pale { background: color-mix(in srgb, var(--back) 35%, var(--paper)); } .sign.pale > * { font-weight: 400; }
.sign.lost:not(.pale) > * { color: #ffffff; }
.sign sup { font-size: 0.72em; line-height: 0; }
.sign > :focus { outline: 2px solid var(--link); outline-offset: -2px; }
.sign > :focus::after, .sign > :hover::after { background: var(--paper); border: 1px solid var(--rule);
  color: var(--ink); content: attr(aria-label); font-weight: 400; padding: 0.4rem 0.6rem; position: fixed; bottom: 0.6rem;
  left: 50%; text-align: left; transform: translateX(-50%); width: min(44rem, 90vw); z-index: 1; }
@media (forced-colors: active) { .heat td.sign { border: 1px solid; } }
@media print { body { font-size: 11px; margin: 0; max-width: none; } h2 { break-after: avoid; }
  tr, figure { break-inside: avoid; } details::details-content { content-visibility: visible; display: block; height: auto; } }
`.trim();

/** A picture that is wider than this stands above the decisions, and not beside them. In pixels. */
const WIDE = 760;
/** A summary of at most this many characters stands beside the name of its fold. */
const SHORT = 60;

/**
 * One file that needs no other, for a browser, a printer, or an attachment. Text from the design is text in it, never
 * markup.
 */
export function printHtml(report: DesignReport): string {
  return run(printHtmlInSteps(report));
}

/** `printHtml` in steps. */
export function* printHtmlInSteps({ title, model, facts, chapters }: DesignReport): Steps<string> {
  const [first, ...more] = chapters;
  const places: Places = {
    model,
    ids: new Map(chapters.map((chapter, i) => [chapter, `chapter-${i + 1}`])),
    runs: runsOf(model, chapters),
  };
  const body = first === undefined ? [] : yield* firstScreen(first, places);
  for (const group of grouped(more)) {
    yield MOST_PER_STEP;
    body.push(...(yield* fold(group, places)));
  }
  return `${[
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="generator" content="Netsplit">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title>`,
    `<style>\n${STYLE}\n</style>`,
    '</head>',
    '<body>',
    `<header><h1>${escaped(title)}</h1>${paragraph(facts)}</header>`,
    '<main>',
    ...body,
    '</main>',
    '</body>',
    '</html>',
  ].join('\n')}\n`;
}

/** Where in the document chapters and runs are. */
interface Places {
  readonly model: Model;
  readonly ids: ReadonlyMap<Chapter, string>;
  readonly runs: Runs;
}

/** What is decided, beside the picture, and what the signs mean. */
function* firstScreen(chapter: Chapter, places: Places): Steps<string[]> {
  const { report, picture } = chapter;
  const scene = picture === undefined ? undefined : yield* drawWithVerdictsInSteps(places.model, { cause: picture });
  const wide = scene !== undefined && scene.width > WIDE ? ' wide' : '';
  return [
    `<section id="${places.ids.get(chapter) ?? ''}" class="first${wide}">`,
    ...(scene === undefined ? [] : [`<figure>${printSvg(scene)}</figure>`]),
    '<div>',
    `<h2>${escaped(report.title)}</h2>`,
    paragraph(report.summary, 'summary'),
    ...sections(report, places.runs),
    '</div>',
    '</section>',
    `<ul class="legend">${LEGEND.map(
      ({ verdict, meaning }) => `<li><span aria-hidden="true">${SIGNS[verdict]}</span> ${escaped(meaning)}</li>`,
    ).join('')}</ul>`,
  ];
}

/** Several chapters of one group share a fold. */
function* fold(chapters: readonly Chapter[], places: Places): Steps<string[]> {
  const [first] = chapters;
  if (first === undefined) return [];
  const { report, group } = first;
  if (group !== undefined) {
    const lines = ['<details>', `<summary><h2>${escaped(group)}</h2></summary>`];
    for (const chapter of chapters) {
      yield MOST_PER_STEP;
      lines.push(
        `<section id="${places.ids.get(chapter) ?? ''}">`,
        `<h3>${escaped(chapter.report.title)}</h3>`,
        paragraph(chapter.report.summary),
        ...(yield* content(chapter, places)),
        '</section>',
      );
    }
    return [...lines, '</details>'];
  }
  const isShort = report.summary !== '' && report.summary.length <= SHORT;
  const beside = isShort ? `<span>${escaped(report.summary)}</span>` : '';
  return [
    `<details id="${places.ids.get(first) ?? ''}">`,
    `<summary><h2>${escaped(report.title)}</h2>${beside}</summary>`,
    ...(isShort ? [] : [paragraph(report.summary)]),
    ...(yield* content(first, places)),
    '</details>',
  ];
}

function* content({ report, picture, timeline }: Chapter, { model, runs }: Places): Steps<string[]> {
  const scene = picture === undefined ? undefined : yield* drawWithVerdictsInSteps(model, { cause: picture });
  return [
    ...(scene === undefined ? [] : [`<figure>${printSvg(scene)}</figure>`]),
    ...(timeline === undefined
      ? sections(report, runs)
      : [
          `<figure>${printSvg(timeline.scene, TIMELINE_STYLE)}</figure>`,
          '<details><summary>In words</summary>',
          ...sections(report, runs),
          '</details>',
        ]),
  ];
}

/** Where in the document the run of a verdict is drawn, and whose run it is. */
type Runs = ReadonlyMap<string, { readonly chapter: string; readonly title: string }>;

/** Each run under its own verdict, and the first of an operation's verdict under that. */
function runsOf(model: Model, chapters: readonly Chapter[]): Runs {
  const runs = new Map<string, { readonly chapter: string; readonly title: string }>();
  chapters.forEach(({ timeline }, i) => {
    if (timeline === undefined) return;
    const { subject } = timeline;
    const { operation, client, cause, outcome } = subject;
    const found = {
      chapter: `chapter-${i + 1}`,
      title:
        `The run of ${operationName(model, operation)} from ` +
        `${vertexName(model, client)} ${whenText(model, cause)}`,
    };
    for (const key of [keyOf(subject, outcome), likeKey(subject, outcome)]) if (!runs.has(key)) runs.set(key, found);
  });
  return runs;
}

function keyOf(
  { operation, client, cause }: NonNullable<Cell['run']>,
  { verdict, howLong }: Pick<Cell, 'verdict' | 'howLong'>,
): string {
  const broken = [...CAUSE_PARTS.map((part) => cause[part]), cause.partition];
  return JSON.stringify([operation, client, ...broken, verdict, howLong]);
}

/** Verdicts of one operation that come about alike. */
function likeKey(
  { operation }: NonNullable<Cell['run']>,
  { verdict, howLong }: Pick<Cell, 'verdict' | 'howLong'>,
): string {
  return JSON.stringify([operation, verdict, howLong]);
}

function escaped(text: string): string {
  return escapeXml(visible(text));
}

function paragraph(text: string, look = ''): string {
  return text === '' ? '' : `<p${look === '' ? '' : ` class="${look}"`}>${escaped(text)}</p>`;
}

/** The sections of a report as lines of HTML that stand in another page; runs are not led to. */
export function sectionsHtml(report: Report): readonly string[] {
  return sections(report, new Map()).filter((line) => line !== '');
}

function sections({ title, sections: all, bound }: Report, runs: Runs): string[] {
  return [
    ...all.flatMap((section) => sectionLines(title, section, runs)),
    paragraph(bound === '' ? '' : `Looked at: ${bound}.`, 'bound'),
  ];
}

function sectionLines(title: string, { heading, paragraphs, chart, table }: Section, runs: Runs): string[] {
  const name = heading === undefined ? title : `${title}: ${heading}`;
  return [
    ...(heading === undefined ? [] : [`<h3>${escaped(heading)}</h3>`]),
    ...(chart === undefined ? [] : [`<figure>${printSvg(chart.scene, chart.style)}</figure>`]),
    ...(table?.groups === undefined ? [] : heatLines(name, table, table.groups, runs)),
    ...paragraphs.map((one) => paragraph(one, table?.groups === undefined ? '' : 'bound')),
    ...(table === undefined || table.groups !== undefined ? [] : tableLines(name, table, runs)),
  ];
}

/** A wide table scrolls by itself, by keyboard as well. */
function scroller(name: string, table: readonly string[]): string[] {
  return [`<div class="scroller" tabindex="0" role="region" aria-label="${escaped(name)}">`, ...table, '</div>'];
}

function tableLines(name: string, { columns, rows }: Table, runs: Runs): string[] {
  const head = columns
    .map((column) => (column === '' ? '<td></td>' : `<th scope="col">${escaped(column)}</th>`))
    .join('');
  return scroller(name, [
    '<table>',
    `<thead><tr>${head}</tr></thead>`,
    '<tbody>',
    ...rows.map(({ cells }) => `<tr>${cells.map((cell) => cellText(cell, runs)).join('')}</tr>`),
    '</tbody></table>',
  ]);
}

function cellText(cell: Cell, runs: Runs): string {
  const { text, verdict, howLong, notes = [] } = cell;
  const more = notes
    .filter((note) => note !== '')
    .map((note) => `<div class="note">${escaped(note)}</div>`)
    .join('');
  if (cell.open === true) return `<td><span class="open">${escaped(text)}</span></td>`;
  if (verdict === undefined) return `<td>${more === '' ? escaped(text) : `<b>${escaped(text)}</b>${more}`}</td>`;
  const look = `verdict ${verdict.replaceAll(' ', '-')}${howLong === 'lag' ? ' lag' : ''}`;
  const shown = `<span aria-hidden="true">${SIGNS[verdict]} </span>${escaped(text)}`;
  const run = cell.run === undefined ? undefined : runs.get(keyOf(cell.run, cell));
  const linked =
    run === undefined
      ? `<span>${shown}</span>`
      : `<a href="#${run.chapter}" title="${escaped(run.title)}">${shown}</a>`;
  return `<td class="${look}">${linked}${more}</td>`;
}

/** Coloured signs; the first column names the operation of several rows. */
function heatLines(name: string, { columns, rows }: Table, groups: NonNullable<Table['groups']>, runs: Runs): string[] {
  const top = groups.map((group) =>
    group.name === ''
      ? `<td colspan="${group.columns}"></td>`
      : `<th scope="colgroup" colspan="${group.columns}">${escaped(group.name)}</th>`,
  );
  const head = columns.map((column, i) =>
    i < NAMING
      ? `<th scope="col" class="name">${escaped(column)}</th>`
      : `<th scope="col"><span>${escaped(column)}</span></th>`,
  );
  const same = sameBelow(rows);
  return scroller(name, [
    `<table class="heat${columns.length > MANY_COLUMNS ? ' many' : ''}">`,
    `<thead><tr>${top.join('')}</tr><tr>${head.join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map(({ cells }, i) => {
      const [operation, from, ...signs] = cells;
      const size = same[i] ?? 0;
      const first = size === 0 ? '' : `<th scope="rowgroup" rowspan="${size}">${escaped(operation?.text ?? '')}</th>`;
      const drawn = signs.map((cell) => signCell(cell, runs)).join('');
      const next = size > 0 && i > 0 ? ' class="next"' : '';
      return `<tr${next}>${first}<th scope="row">${escaped(from?.text ?? '')}</th>${drawn}</tr>`;
    }),
    '</tbody></table>',
  ]);
}

/** More columns than this have less room each, so that they fit beside an editor. */
const MANY_COLUMNS = 12;

/** The columns of a heat map that name a row. */
const NAMING = 2;

/** Of each row, over how many rows the name in its first cell holds; 0 where the row above has it. */
function sameBelow(rows: Table['rows']): number[] {
  const name = (i: number): string | undefined => rows[i]?.cells[0]?.text;
  return rows.map((_, i) => {
    if (i > 0 && name(i - 1) === name(i)) return 0;
    let end = i;
    while (end < rows.length && name(end) === name(i)) end++;
    return end - i;
  });
}

/** A sign that a keyboard reaches, with its sentence. */
function signCell(cell: Cell, runs: Runs): string {
  const { text, verdict, label = text, pale, passing } = cell;
  const look = ['sign', ...(verdict === undefined ? [] : [verdict.replaceAll(' ', '-')]), ...(pale ? ['pale'] : [])];
  const sign = verdict === undefined ? escaped(text) : SIGNS[verdict];
  const shown = `${pale === true ? `(${sign})` : sign}${passing === undefined ? '' : `<sup>${SIGNS[passing]}</sup>`}`;
  const run =
    cell.run === undefined ? undefined : (runs.get(keyOf(cell.run, cell)) ?? runs.get(likeKey(cell.run, cell)));
  const drawn =
    run === undefined
      ? `<span role="img" tabindex="0" aria-label="${escaped(label)}">${shown}</span>`
      : `<a href="#${run.chapter}" aria-label="${escaped(`${label}. ${run.title}`)}">${shown}</a>`;
  return `<td class="${look.join(' ')}">${drawn}</td>`;
}

import { printMermaid } from '../diagram/mermaid.js';
import { type DesignReport, grouped } from '../reports/designReport.js';
import type { Cell, Report, Row, Section, Table } from '../reports/document.js';
import { LEGEND } from '../words/legend.js';
import { SIGNS } from '../words/signs.js';
import { wrap } from './text.js';
import { padEnd, visible, width } from './visible.js';

/** Everything that means something in Markdown or HTML, in an autolink, or in an icon reference of VS Code. */
const MARKUP = /[\\`*_{}[\]<>()#+.!|~&$:@^=-]/g;

/** A text that may hold names of the file, as Markdown that shows that very text, on whatever line it stands. */
export function escapeMarkdown(text: string): string {
  return visible(text).replace(MARKUP, '\\$&');
}

/** What is markup in the middle of a line; an underscore inside of a word is a letter. */
const INLINE = /[\\`*[\]<>|~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
/** What begins an entity, a link, an emoji, somebody's name or the number of an issue. */
const REFERENCE = /&(?=[#\p{L}])|:(?=[\p{L}\p{N}_+/-])|@(?=\p{L})|#(?=[\p{L}\p{N}])|(?<=www)\./giu;
/** What means something at the beginning of a line. */
const FIRST = /^(?:[-+#=]|\d+(?=[.)](?:\s|$)))/;

/** The same for a file that people also read as it is: only what would be taken for markup has a mark. */
export function readable(text: string): string {
  return visible(text).replace(INLINE, '\\$&').replace(REFERENCE, '\\$&');
}

/** Lines of a file are no longer than this, but for names and for tables that find no room. In columns. */
const LINE = 100;

/** A report as Markdown, for a pull request, a wiki, or an editor's preview; it reads as plain text as well. */
export function printMarkdown(report: Report): string {
  return joined(reportBlocks(report, '#', []));
}

/**
 * A whole design in one file, the decisions first. Pictures are Mermaid, which the places where Markdown is read draw
 * by themselves; they stand below what a reader of the plain text asks first.
 */
export function printDesignMarkdown({ title, model, facts, chapters }: DesignReport): string {
  const pictureOf = ({ picture }: DesignReport['chapters'][number]): string[] =>
    picture === undefined ? [] : [`\`\`\`mermaid\n${printMermaid(model, { cause: picture })}\`\`\``];
  const [first, ...more] = chapters;
  return joined([
    `# ${readable(title)}`,
    paragraph(`${facts}.`),
    ...(first === undefined ? [] : [...reportBlocks(first.report, '##', []), legend(), ...pictureOf(first)]),
    ...grouped(more).flatMap((fold) => {
      const group = fold[0]?.group;
      const level = group === undefined ? '##' : '###';
      return [
        group === undefined ? '' : `## ${readable(group)}`,
        ...fold.flatMap((chapter) => reportBlocks(chapter.report, level, pictureOf(chapter))),
      ];
    }),
  ]);
}

function legend(): string {
  return paragraph(`${LEGEND.map(({ verdict, meaning }) => `${SIGNS[verdict]} ${meaning}`).join(' · ')}.`);
}

function joined(blocks: readonly string[]): string {
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** The sections of a report without its title, for the middle of another page. */
export function sectionsMarkdown({ sections }: Pick<Report, 'sections'>): readonly string[] {
  return sections.flatMap((section) => sectionBlocks(section, '####')).filter((block) => block !== '');
}

function reportBlocks(report: Report, level: string, picture: readonly string[]): string[] {
  return [
    `${level} ${readable(report.title)}`,
    paragraph(report.summary),
    ...picture,
    ...report.sections.flatMap((section) => sectionBlocks(section, `${level}#`)),
    report.bound === '' ? '' : paragraph(`Looked at: ${report.bound}.`),
  ];
}

function sectionBlocks({ heading, paragraphs, table }: Section, level: string): string[] {
  return [
    heading === undefined ? '' : `${level} ${readable(heading)}`,
    ...(table?.groups === undefined ? [] : heatBlocks(table)),
    ...paragraphs.map(paragraph),
    table === undefined || table.groups !== undefined ? '' : tableBlock(table),
  ];
}

function paragraph(text: string): string {
  return lines(text, LINE).join('\n');
}

/** A text in lines, none of which begins with what a line may not begin with. Marks do not count. */
function lines(text: string, columns: number): string[] {
  return text === '' ? [] : wrap(visible(text), columns).map((line) => begun(readable(line)));
}

function begun(marked: string): string {
  return marked.replace(FIRST, (first) => (/^\d/.test(first) ? `${first}\\` : `\\${first}`));
}

/** Aligned where that finds room; otherwise a list, with sentences on lines of their own. */
function tableBlock(table: Table): string {
  const { columns, rows } = withoutEmptyColumns(table);
  const hasNotes = rows.some(({ cells }) => cells.some(({ notes = [] }) => notes.length > 0));
  const room = columns.reduce((sum, _, i) => sum + SEPARATOR + columnWidth(columns, rows, i), 1);
  if (hasNotes || room > LINE) return rows.map((row) => listItem(columns, row)).join('\n');
  const texts = rows.map(({ cells }) => cells.map(cellText));
  return aligned(columns.map(readable), texts).join('\n');
}

/** `| ` and the space after a cell. */
const SEPARATOR = 3;

function columnWidth(columns: readonly string[], rows: readonly Row[], i: number): number {
  return Math.max(width(visible(columns[i] ?? '')), ...rows.map(({ cells }) => width(visible(cells[i]?.text ?? ''))));
}

/** A column that has nothing to say, such as what went wrong where all is well, only takes room. */
function withoutEmptyColumns({ columns, rows }: Table): Table {
  const isFilled = (_: unknown, i: number): boolean => rows.some(({ cells }) => cells[i]?.text !== '');
  return {
    columns: columns.filter(isFilled),
    rows: rows.map((row) => ({ ...row, cells: row.cells.filter(isFilled) })),
  };
}

function aligned(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((name, i) => Math.max(3, width(name), ...rows.map((row) => width(row[i] ?? ''))));
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((columns, i) => padEnd(cells[i] ?? '', columns)).join(' | ')} |`;
  return [line(head), line(widths.map((columns) => '-'.repeat(columns))), ...rows.map(line)];
}

/** Verdicts that need attention are bold: the word says it, the weight helps to find it. */
function cellText({ text, verdict, open }: Cell): string {
  const shown = readable(text);
  return text === '' || (open !== true && (verdict === undefined || verdict === 'ok')) ? shown : `**${shown}**`;
}

/** A text that is longer than this is a sentence. In columns. */
const SENTENCE = 36;

/** What a row is about on one line, each sentence on a line below it. */
function listItem(columns: readonly string[], { cells }: Row): string {
  const filled = cells.flatMap((cell, i) => (cell.text === '' ? [] : [{ cell, column: columns[i] ?? '' }]));
  const [first] = filled;
  const isSentence = ({ cell }: { readonly cell: Cell }): boolean =>
    cell !== first?.cell && cell.verdict === undefined && width(visible(cell.text)) > SENTENCE;
  const [name = '', ...more] = filled.filter((one) => !isSentence(one)).map(({ cell }) => signed(cell));
  // Rows that have numbers are numbered, and no name begins a list of its own.
  const number = /^(\d+)\.?$/.exec(name)?.[1];
  const subject = number === undefined ? `- ${[begun(name), ...more].join(' · ')}` : `${number}. ${more.join(' · ')}`;
  const indent = ' '.repeat(number === undefined ? 2 : number.length + 2);
  const below = [
    ...filled.filter(isSentence).map(({ cell, column }) => `${named(column)}${cell.text}`),
    ...cells.flatMap(({ notes = [] }) => notes),
  ];
  return [
    subject,
    ...below.flatMap((text) => lines(text, LINE - 4).map((line, i) => `${indent}${i === 0 ? '- ' : '  '}${line}`)),
  ].join('\n');
}

/** A column that is a question has its answers in full. */
function named(column: string): string {
  return column.endsWith('?') ? '' : `${column}: `;
}

function signed(cell: Cell): string {
  const shown = cellText(cell);
  return cell.verdict === undefined || cell.notes === undefined ? shown : `${SIGNS[cell.verdict]} ${shown}`;
}

/** Signs in numbered columns, and what the numbers stand for: faults have long names. */
function heatBlocks({ columns, rows, groups = [] }: Table): string[] {
  const naming = groups[0]?.columns ?? 0;
  const faults = columns.slice(naming);
  const head = [...columns.slice(0, naming).map(readable), ...faults.map((_, i) => String(i + 1))];
  const table = aligned(
    head,
    rows.map(({ cells }) => cells.map((cell, i) => (i < naming ? readable(cell.text) : signText(cell)))),
  );
  return [table.join('\n'), faults.map((fault, i) => `${i + 1}. ${readable(fault)}`).join('\n')];
}

function signText({ text, verdict, pale, passing }: Cell): string {
  if (verdict === undefined) return readable(text);
  const sign = pale === true ? `(${SIGNS[verdict]})` : SIGNS[verdict];
  return `${sign}${passing === undefined ? '' : ` ${SIGNS[passing]}\\*`}`;
}

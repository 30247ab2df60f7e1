import type { Cell, Report, Section, Table } from '../reports/document.js';
import { PLAIN, type Style } from './style.js';
import { padEnd, visible, width } from './visible.js';

/** Below this a column of sentences cannot be read. */
const NARROWEST = 24;
const GAP = '  ';

/** How a report is printed as text. */
export interface TextOptions {
  readonly style?: Style;
  /** How many columns the terminal has; the default is for files and pipes. */
  readonly columns?: number;
  /** Without the details, which are named only. */
  readonly isBrief?: boolean;
  /** What goes before the names of the details: how one gets them. */
  readonly leftOut?: string;
}

/** A report as text for a terminal: aligned columns, the longest ones wrapped. */
export function printText(
  report: Report,
  { style = PLAIN, columns = 120, isBrief = false, leftOut = 'With --all also' }: TextOptions = {},
): string {
  const lines = [style.bold(visible(report.title)), ...wrap(visible(report.summary), columns)];
  const isLeftOut = (section: Section): boolean => isBrief && section.folded === true;
  for (const section of report.sections)
    if (!isLeftOut(section)) lines.push('', ...sectionLines(section, style, columns));
  const left = report.sections.filter(isLeftOut).map(({ heading = '' }) => `“${visible(heading)}”`);
  if (left.length > 0)
    lines.push('', ...wrap(`${leftOut}: ${left.join(', ')}.`, columns).map((line) => style.dim(line)));
  if (report.bound !== '')
    lines.push('', ...wrap(visible(`Looked at: ${report.bound}.`), columns).map((line) => style.dim(line)));
  return `${lines.join('\n')}\n`;
}

function sectionLines(section: Section, style: Style, columns: number): string[] {
  const heading = section.heading === undefined ? [] : [style.bold(visible(section.heading))];
  const paragraphs = section.paragraphs.flatMap((paragraph) => wrap(visible(paragraph), columns));
  return [...heading, ...paragraphs, ...(section.table === undefined ? [] : tableLines(section.table, style, columns))];
}

/** A column of a table, with its head. */
interface Column {
  readonly head: string;
  readonly texts: readonly string[];
  readonly cells: readonly (Cell | undefined)[];
}

/** As one table, or as several below each other where one is wider than the terminal. */
function tableLines(table: Table, style: Style, columns: number): string[] {
  const all = table.columns.map((name, x): Column => {
    const cells = table.rows.map((row) => row.cells[x]);
    return { head: visible(name), texts: cells.map((cell) => visible(cell?.text ?? '')), cells };
  });
  // The names that a row is about stand before its verdicts.
  const first = all.findIndex(({ cells }) => cells.some((cell) => cell?.verdict !== undefined));
  const keys = all.slice(0, Math.max(0, first));
  return blocks(all, keys, columns).flatMap((block, i) => [
    ...(i === 0 ? [] : ['']),
    ...blockLines(block, table.rows.length, style, columns),
  ]);
}

/** A block has as many columns as fit when they are as narrow as their words allow, and begins with the keys. */
function blocks(all: readonly Column[], keys: readonly Column[], columns: number): (readonly Column[])[] {
  if (keys.length === 0 || total(all.map(leastWidth)) <= columns) return [all];
  const found: Column[][] = [];
  let block = [...keys];
  for (const column of all.slice(keys.length)) {
    if (block.length > keys.length && total([...block, column].map(leastWidth)) > columns) {
      found.push(block);
      block = [...keys];
    }
    block.push(column);
  }
  return [...found, block];
}

/** The width of columns with what is between them. */
function total(widths: readonly number[]): number {
  return widths.reduce((sum, one) => sum + one, 0) + GAP.length * (widths.length - 1);
}

/** Its longest word. */
function leastWidth({ head, texts }: Column): number {
  return Math.max(...[head, ...texts].flatMap((text) => text.split(' ').map(width)));
}

function blockLines(block: readonly Column[], rows: number, style: Style, columns: number): string[] {
  const widths = fitted(block, columns);
  const line = (texts: readonly string[], paint: (text: string, column: number) => string): string[] => {
    const parts = texts.map((one, x) => wrap(one, widths[x] ?? columns));
    const height = Math.max(...parts.map((part) => part.length));
    return Array.from({ length: height }, (_, y) =>
      parts
        .map((part, x) => {
          const text = part[y] ?? '';
          const room = x === parts.length - 1 ? 0 : (widths[x] ?? 0);
          return `${text === '' ? '' : paint(text, x)}${padEnd(text, room).slice(text.length)}`;
        })
        .join(GAP)
        .trimEnd(),
    );
  };
  return [
    ...line(
      block.map(({ head }) => head),
      (text) => style.dim(text),
    ),
    ...Array.from({ length: rows }, (_, y) =>
      line(
        block.map(({ texts }) => texts[y] ?? ''),
        (text, x) => paintCell(block[x]?.cells[y], text, style),
      ),
    ).flat(),
  ];
}

function paintCell(cell: Cell | undefined, text: string, style: Style): string {
  if (cell?.verdict === undefined) return text;
  // Lag is there on a healthy network too: no reason for an alarming colour.
  return cell.howLong === 'lag' || cell.pale === true ? style.dim(text) : style.verdict(cell.verdict, text);
}

/**
 * The widest columns give way until the table fits, down to what can still be read with ease; if that is not enough,
 * down to their words.
 */
function fitted(block: readonly Column[], columns: number): number[] {
  const wanted = block.map(({ head, texts }) => Math.max(...[head, ...texts].map(width)));
  const room = columns - GAP.length * (block.length - 1);
  const easy = narrowed(
    wanted,
    block.map(() => NARROWEST),
    room,
  );
  return total(easy) <= columns ? easy : narrowed(easy, block.map(leastWidth), room);
}

/** None gets narrower than its `least`, unless it was before. */
function narrowed(wanted: readonly number[], least: readonly number[], room: number): number[] {
  const widths = [...wanted];
  for (;;) {
    const over = widths.reduce((sum, one) => sum + one, 0) - room;
    const givers = widths.flatMap((one, i) => (one > (least[i] ?? 0) ? [one] : []));
    if (over <= 0 || givers.length === 0) return widths;
    const widest = Math.max(...givers);
    const next = Math.max(0, ...givers.filter((one) => one < widest));
    const sharers = givers.filter((one) => one === widest).length;
    const target = Math.max(next, widest - Math.ceil(over / sharers));
    for (let i = 0; i < widths.length; i++)
      if (widths[i] === widest && widest > (least[i] ?? 0)) widths[i] = Math.max(least[i] ?? 0, target);
  }
}

/** The lines of a text, broken between words; a word that is longer than a line stands by itself. Never empty. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && width(line) + 1 + width(word) > columns) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

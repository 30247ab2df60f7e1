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
}

/** A report as text for a terminal: aligned columns, the longest ones wrapped. */
export function printText(report: Report, { style = PLAIN, columns = 120 }: TextOptions = {}): string {
  const lines = [style.bold(visible(report.title)), ...wrap(visible(report.summary), columns)];
  for (const section of report.sections) lines.push('', ...sectionLines(section, style, columns));
  if (report.bound !== '')
    lines.push('', ...wrap(visible(`Looked at: ${report.bound}.`), columns).map((line) => style.dim(line)));
  return `${lines.join('\n')}\n`;
}

function sectionLines(section: Section, style: Style, columns: number): string[] {
  const heading = section.heading === undefined ? [] : [style.bold(visible(section.heading))];
  const paragraphs = section.paragraphs.flatMap((paragraph) => wrap(visible(paragraph), columns));
  return [...heading, ...paragraphs, ...(section.table === undefined ? [] : tableLines(section.table, style, columns))];
}

function tableLines(table: Table, style: Style, columns: number): string[] {
  const head = table.columns.map((name) => visible(name));
  const cells = table.rows.map((row) => row.cells.map((cell) => visible(cell.text)));
  const widths = fitted(
    head.map((name, i) => Math.max(width(name), ...cells.map((row) => width(row[i] ?? '')))),
    columns - GAP.length * (head.length - 1),
  );
  const line = (parts: readonly (readonly string[])[], paint: (padded: string, column: number) => string): string[] => {
    const height = Math.max(...parts.map((part) => part.length));
    return Array.from({ length: height }, (_, y) =>
      parts
        .map((part, x) => paint(padEnd(part[y] ?? '', x === parts.length - 1 ? 0 : (widths[x] ?? 0)), x))
        .join(GAP)
        .trimEnd(),
    );
  };
  const wrapped = (texts: readonly string[]): string[][] => texts.map((one, i) => wrap(one, widths[i] ?? columns));
  return [
    ...line(wrapped(head), (padded) => style.dim(padded)),
    ...table.rows.flatMap((row, y) =>
      line(wrapped(cells[y] ?? []), (padded, x) => paintCell(row.cells[x], padded, style)),
    ),
  ];
}

function paintCell(cell: Cell | undefined, padded: string, style: Style): string {
  if (cell?.verdict === undefined || padded.trim() === '') return padded;
  // Lag is there on a healthy network too: no reason for an alarming colour.
  return cell.howLong === 'lag' ? style.dim(padded) : style.verdict(cell.verdict, padded);
}

/** The widest columns give way until the table fits, down to what can still be read. */
function fitted(wanted: readonly number[], room: number): number[] {
  const widths = [...wanted];
  for (;;) {
    const total = widths.reduce((sum, one) => sum + one, 0);
    const widest = Math.max(...widths, 0);
    if (total <= room || widest <= NARROWEST) return widths;
    const next = Math.max(NARROWEST, ...widths.filter((one) => one < widest));
    const sharers = widths.filter((one) => one === widest).length;
    const target = Math.max(next, widest - Math.ceil((total - room) / sharers));
    for (let i = 0; i < widths.length; i++) if (widths[i] === widest) widths[i] = target;
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

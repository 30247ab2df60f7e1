import type { Cell, Range, Report, Row, Section, Table } from '#protocol';

/**
 * A report as elements. Whatever comes from a design becomes text, never markup: a store may well be called "<img onerror=…>".
 */

type Ranges = readonly (readonly (Range | null)[])[];

/** Beside the word, so that nothing is told by colour alone. */
const SYMBOLS: Readonly<Record<NonNullable<Cell['verdict']>, string>> = {
  ok: '✓',
  error: '✕',
  stale: '◷',
  unknown: '?',
  conflict: '≠',
  lost: '∅',
  'not known': '…',
};

export function drawReport(report: Report, ranges: Ranges, changed: ReadonlySet<Cell> | undefined, reveal: (range: Range) => void): HTMLElement[] {
  const sections = report.sections.map((section, i) => drawSection(section, i, ranges[i] ?? [], changed, reveal));
  return [element('h1', report.title), ...text('p', report.summary, 'summary'), ...sections, ...text('p', report.bound, 'bound')];
}

export function drawMessage(message: string): HTMLElement[] {
  return text('p', message, 'message');
}

function drawSection({ heading, paragraphs, table }: Section, index: number, ranges: readonly (Range | null)[], changed: ReadonlySet<Cell> | undefined, reveal: (range: Range) => void): HTMLElement {
  const section = element('section');
  if (heading !== undefined) section.append(element('h2', heading));
  section.append(...paragraphs.flatMap((paragraph) => text('p', paragraph)));
  if (table !== undefined && table.rows.length > 0) section.append(drawTable(table, heading ?? 'Verdicts', index, ranges, changed, reveal));
  return section;
}

function drawTable({ columns, rows }: Table, name: string, section: number, ranges: readonly (Range | null)[], changed: ReadonlySet<Cell> | undefined, reveal: (range: Range) => void): HTMLElement {
  const head = element('tr');
  for (const column of columns) {
    const cell = element('th', column);
    cell.scope = 'col';
    head.append(cell);
  }
  const thead = element('thead');
  thead.append(head);
  const tbody = element('tbody');
  tbody.append(...rows.map((row, i) => drawRow(row, `${section}.${i}`, ranges[i] ?? null, changed, reveal)));
  const table = element('table');
  table.append(thead, tbody);
  // A wide table scrolls by itself, by keyboard as well.
  const scroller = element('div', undefined, 'scroller');
  scroller.tabIndex = 0;
  scroller.setAttribute('role', 'region');
  scroller.setAttribute('aria-label', name);
  scroller.append(table);
  return scroller;
}

function drawRow({ cells }: Row, key: string, range: Range | null, changed: ReadonlySet<Cell> | undefined, reveal: (range: Range) => void): HTMLElement {
  const row = element('tr');
  row.append(...cells.map((cell, i) => drawCell(cell, i === 0, changed?.has(cell) === true)));
  const name = row.firstElementChild;
  if (range === null || name === null) return row;
  row.classList.add('link');
  // The button is for keyboards and screen readers; a mouse may click anywhere in the row, and its click on the button gets there too.
  const button = element('button');
  button.type = 'button';
  button.title = 'Show in the editor';
  button.dataset['key'] = key;
  button.append(...name.childNodes);
  name.append(button);
  row.addEventListener('click', () => {
    // Selecting text to copy it ends in a click as well.
    if (window.getSelection()?.isCollapsed !== false) reveal(range);
  });
  return row;
}

function drawCell(cell: Cell, first: boolean, changed: boolean): HTMLElement {
  const drawn = first ? element('th') : element('td');
  if (drawn instanceof HTMLTableCellElement && first) drawn.scope = 'row';
  if (cell.verdict === undefined) {
    drawn.textContent = cell.text;
  } else {
    const symbol = element('span', SYMBOLS[cell.verdict], 'symbol');
    symbol.setAttribute('aria-hidden', 'true');
    drawn.className = `verdict ${cell.verdict.replaceAll(' ', '-')}`;
    // Passing staleness is information, what stays until the heal is a warning.
    if (cell.howLong === 'lag') drawn.classList.add('lag');
    drawn.append(symbol, element('span', cell.text));
  }
  if (changed) drawn.classList.add('changed');
  return drawn;
}

function text(name: 'p', content: string, className?: string): HTMLElement[] {
  return content === '' ? [] : [element(name, content, className)];
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, content?: string, className?: string): HTMLElementTagNameMap[Name] {
  const created = document.createElement(name);
  if (content !== undefined) created.textContent = content;
  if (className !== undefined) created.className = className;
  return created;
}

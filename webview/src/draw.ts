import type { Cell, Changes, Place, Report, Row, Runs, Section, Table, TextChange, TimelineTarget } from '#protocol';
import { element, SYMBOLS } from './elements.js';
import { drawHeat } from './heat.js';
import { drawScenery } from './picture.js';

/**
 * A report as elements. Whatever comes from a design becomes text, never markup: a store may well be called "<img
 * onerror=…>".
 */

export interface Drawing {
  /** Of each section, of each row: where its subject stands in the editor's text. */
  readonly ranges: readonly (readonly (Place | null)[])[];
  /** Verdicts whose run can be shown. */
  readonly runs: ReadonlyMap<Cell, TimelineTarget>;
  /** Cells to point out. */
  readonly changed: ReadonlySet<Cell>;
  readonly reveal: (range: Place) => void;
  readonly showRun: (target: TimelineTarget) => void;
  /** Where an editor is at hand: what makes the designs that the sections tell of, and what writes them. */
  readonly changes?: Changes;
  readonly apply?: (changes: readonly TextChange[]) => void;
}

/** The runs by the cells that speak of them. */
export function runsOf({ sections }: Report, runs: Runs): ReadonlyMap<Cell, TimelineTarget> {
  return new Map(
    sections.flatMap(({ table }, s) =>
      (table?.rows ?? []).flatMap(({ cells }, r) =>
        cells.flatMap((cell, c): [Cell, TimelineTarget][] => {
          const target = runs[s]?.[r]?.[c] ?? null;
          return target === null ? [] : [[cell, target]];
        }),
      ),
    ),
  );
}

export function drawReport({ title, summary, sections, bound }: Report, drawing: Drawing): HTMLElement[] {
  const drawn = sections.map((section, i) => drawSection(section, title, i, drawing));
  return [
    element('h1', title),
    ...paragraphs([summary], 'summary'),
    ...drawn,
    ...paragraphs([bound === '' ? '' : `Looked at: ${bound}.`], 'bound'),
  ];
}

export function drawMessage(message: string): HTMLElement[] {
  return paragraphs([message], 'message');
}

/** A table without a heading of its own has the name of the report: a page may have several reports. */
function drawSection(section: Section, report: string, index: number, drawing: Drawing): HTMLElement {
  const { heading, table } = section;
  const name = heading ?? report;
  const drawn = element(section.folded === true ? 'details' : 'section');
  if (heading !== undefined) {
    const title = element('h2', heading);
    const summary = element('summary');
    summary.append(title);
    drawn.append(section.folded === true ? summary : title);
  }
  if (section.chart !== undefined) drawn.append(drawChart(section.chart));
  const texts = paragraphs(section.paragraphs);
  if (table === undefined || table.rows.length === 0) drawn.append(...texts);
  else if (table.groups !== undefined) drawn.append(drawHeat(table, name, index, drawing), ...texts);
  else drawn.append(...texts, drawTable(table, name, index, drawing));
  drawn.append(...drawApply(index, name, drawing));
  return drawn;
}

/** The button that writes the design of a section into the file. */
function drawApply(index: number, name: string, { changes, apply }: Drawing): HTMLElement[] {
  const own = changes?.[index] ?? null;
  if (own === null || apply === undefined) return [];
  const button = element('button', 'Apply to the file', 'apply');
  button.type = 'button';
  button.setAttribute('aria-label', `Apply to the file: ${name}`);
  button.dataset['key'] = `${index}.apply`;
  button.addEventListener('click', () => apply(own));
  return [button];
}

/** The style of the charts of this page, which is the same for all of them. */
const charts = new CSSStyleSheet();

function drawChart({ scene, style }: NonNullable<Section['chart']>): HTMLElement {
  charts.replaceSync(style);
  if (!document.adoptedStyleSheets.includes(charts)) document.adoptedStyleSheets.push(charts);
  const drawn = element('div', undefined, 'chart');
  const picture = drawScenery(scene);
  picture.setAttribute('width', String(scene.width));
  drawn.append(picture);
  return drawn;
}

/**
 * Texts longer than this are sentences: where the panel is narrow, they stand below their row instead of squeezed
 * beside it.
 */
const LONGEST_WORDS = 32;

interface Column {
  readonly name: string;
  /** Its cells say what a row is about. */
  readonly naming: boolean;
  readonly prose: boolean;
}

function columnsOf({ columns, rows }: Table): Column[] {
  const naming = Math.max(
    0,
    columns.findIndex((column) => column !== ''),
  );
  return columns.map((name, i) => {
    const long = rows.some(
      ({ cells }) => cells[i]?.verdict === undefined && (cells[i]?.text.length ?? 0) > LONGEST_WORDS,
    );
    return { name, naming: i === naming, prose: long && i !== naming };
  });
}

/** A column that has nothing to say, such as what went wrong where all is well, only takes room. */
function withoutEmptyColumns({ columns, rows }: Table): Table {
  const isFilled = (_: unknown, i: number): boolean => rows.some(({ cells }) => cells[i]?.text !== '');
  return {
    columns: columns.filter(isFilled),
    rows: rows.map((row) => ({ ...row, cells: row.cells.filter(isFilled) })),
  };
}

function drawTable(full: Table, name: string, index: number, drawing: Drawing): HTMLElement {
  const table = withoutEmptyColumns(full);
  const columns = columnsOf(table);
  const head = element('tr');
  for (const { name: title, prose } of columns) {
    // A column of symbols may have no name, and a header without one is none.
    const cell = element(title === '' ? 'td' : 'th', title, prose ? 'prose' : '');
    if (title !== '') cell.scope = 'col';
    cell.role = title === '' ? 'cell' : 'columnheader';
    head.append(cell);
  }
  const thead = element('thead');
  thead.append(head);
  const tbody = element('tbody');
  tbody.append(
    ...table.rows.map((row, i) =>
      drawRow(row, columns, { key: `${index}.${i}`, range: drawing.ranges[index]?.[i] ?? null }, drawing),
    ),
  );
  const drawn = element('table');
  drawn.append(thead, tbody);
  // A table that is laid out as a grid is a table to screen readers only if it says so.
  drawn.role = 'table';
  for (const group of [thead, tbody]) group.role = 'rowgroup';
  for (const row of drawn.rows) row.role = 'row';
  if (columns.some(({ prose }) => prose)) drawn.classList.add('with-prose');
  drawn.style.setProperty('--columns', String(columns.filter(({ prose }) => !prose).length));
  // A wide table scrolls by itself, by keyboard as well.
  const scroller = element('div', undefined, 'scroller');
  scroller.tabIndex = 0;
  scroller.setAttribute('role', 'region');
  scroller.setAttribute('aria-label', name);
  scroller.append(drawn);
  return scroller;
}

function drawRow(
  { cells }: Row,
  columns: readonly Column[],
  { key, range }: { readonly key: string; readonly range: Place | null },
  drawing: Drawing,
): HTMLElement {
  const { changed, reveal } = drawing;
  const drawn = cells.map((cell, i) => drawCell(cell, columns[i], changed.has(cell)));
  cells.forEach((cell, i) => addRun(drawn[i], drawing.runs.get(cell), `${key}.${i}`, drawing));
  const row = element('tr');
  row.append(...drawn);
  cells.forEach((cell, i) => drawn[i]?.append(...drawNotes(cell)));
  // Rows that go on with the subject above them begin with empty cells.
  const naming = columns.findIndex((column) => column.naming);
  // A verdict is a button already, and no button holds another one.
  const canName = (cell: Cell | undefined): boolean =>
    cell !== undefined && cell.text !== '' && !drawing.runs.has(cell);
  const name = drawn[canName(cells[naming]) ? naming : cells.findIndex(canName)];
  if (range === null || name === undefined) return row;
  row.classList.add('link');
  // The button is for keyboards and screen readers; a mouse may click anywhere in the row, and a click on the button
  // gets there too.
  const button = element('button');
  button.type = 'button';
  button.title = 'Show in the editor';
  button.dataset['key'] = key;
  button.append(...[...name.childNodes].filter((one) => !(one instanceof HTMLElement && one.className === 'note')));
  name.prepend(button);
  row.addEventListener('click', () => {
    // Selecting text, to copy it, ends in a click as well.
    if (window.getSelection()?.isCollapsed !== false) reveal(range);
  });
  return row;
}

/** A verdict is a button that shows its run. */
function addRun(
  cell: HTMLElement | undefined,
  target: TimelineTarget | undefined,
  key: string,
  { showRun }: Drawing,
): void {
  if (cell === undefined || target === undefined) return;
  const button = element('button', undefined, 'run');
  button.type = 'button';
  button.title = 'Show the timeline: a run that leads to it';
  button.dataset['key'] = key;
  button.append(...cell.childNodes);
  cell.append(button);
  button.addEventListener('click', (event) => {
    // The rest of the row leads to the source.
    event.stopPropagation();
    showRun(target);
  });
}

function drawCell(cell: Cell, column: Column | undefined, changed: boolean): HTMLElement {
  const header = column?.naming === true && cell.text !== '';
  const drawn = element(header ? 'th' : 'td');
  drawn.role = header ? 'rowheader' : 'cell';
  if (header) drawn.scope = 'row';
  if (cell.verdict === undefined) {
    drawn.append(cell.open === true ? element('span', cell.text, 'open') : cell.text);
    if (column?.prose === true) {
      drawn.classList.add('prose');
      drawn.dataset['column'] = column.name.endsWith('?') ? column.name : `${column.name}:`;
    }
  } else {
    const symbol = element('span', SYMBOLS[cell.verdict], 'symbol');
    symbol.setAttribute('aria-hidden', 'true');
    drawn.className = `verdict ${cell.verdict.replaceAll(' ', '-')}`;
    // Staleness that passes by itself is information, what stays until the heal is a warning.
    if (cell.howLong === 'lag') drawn.classList.add('lag');
    const mark = element('span', undefined, 'mark');
    mark.append(symbol, element('span', cell.text));
    drawn.append(mark);
  }
  if (changed) drawn.classList.add('changed');
  return drawn;
}

/** Sentences below what a cell says, and no part of its button. */
function drawNotes({ notes = [] }: Cell): HTMLElement[] {
  return notes.filter((note) => note !== '').map((note) => element('div', note, 'note'));
}

function paragraphs(texts: readonly string[], className?: string): HTMLElement[] {
  return texts.filter((text) => text !== '').map((text) => element('p', text, className));
}

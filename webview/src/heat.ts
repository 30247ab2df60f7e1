import type { Cell, Table } from '#protocol';
import type { Drawing } from './draw.js';
import { element, SYMBOLS } from './elements.js';

/** The columns that name a row: the operation and its clients. */
const NAMING = 2;

/** More columns than this have less room each, so that they fit beside an editor. */
const MANY_COLUMNS = 12;

/**
 * A heat map: coloured signs, each a button that shows its run. One of them is reached with Tab, the others from there
 * with the arrow keys; the sentence of the one in hand stands below.
 */
export function drawHeat(table: Table, name: string, index: number, drawing: Drawing): HTMLElement {
  const isMany = table.columns.length > MANY_COLUMNS;
  const drawn = element('table', undefined, isMany ? 'heat many' : 'heat');
  drawn.setAttribute('role', 'grid');
  drawn.setAttribute('aria-label', name);
  drawn.append(headOf(table), bodyOf(table, index, drawing));
  const says = element('p', 'Point at a sign to read why, click to see how.', 'says note');
  says.setAttribute('aria-hidden', 'true');
  moveWithKeys(drawn);
  const say = ({ target }: Event): void => {
    const sign = target instanceof Element ? target.closest('td')?.querySelector('[aria-label]') : null;
    if (sign == null) return;
    says.textContent = sign.getAttribute('aria-label');
    says.classList.remove('note');
  };
  drawn.addEventListener('mouseover', say);
  drawn.addEventListener('focusin', say);
  // Of both names that stay in sight, the second one stands beside the first.
  const beside = drawn.querySelector<HTMLElement>('tbody th');
  new ResizeObserver(() => drawn.style.setProperty('--beside', `${beside?.offsetWidth ?? 0}px`)).observe(drawn);
  const scroller = element('div', undefined, 'scroller');
  scroller.append(drawn);
  const whole = element('div');
  whole.append(scroller, signsOf(table), says);
  return whole;
}

/** What the signs stand for: those that occur, from harmless to harmful. */
function signsOf({ rows }: Table): HTMLElement {
  const shown = new Set(rows.flatMap(({ cells }) => cells.flatMap(({ verdict, passing }) => [verdict, passing])));
  const drawn = element('p', undefined, 'signs');
  for (const [verdict, symbol] of Object.entries(SYMBOLS)) {
    if (!shown.has(verdict as keyof typeof SYMBOLS)) continue;
    const sign = element('span', symbol, `symbol ${verdict.replaceAll(' ', '-')}`);
    const named = element('span', undefined, 'mark');
    named.append(sign, verdict);
    drawn.append(named);
  }
  return drawn;
}

function headOf({ columns, groups = [] }: Table): HTMLElement {
  const top = element('tr');
  for (const { name, columns: size } of groups) {
    const cell = element(name === '' ? 'td' : 'th', name, name === '' ? undefined : 'kind');
    cell.colSpan = size;
    if (name !== '') cell.scope = 'colgroup';
    top.append(cell);
  }
  const head = element('tr');
  columns.forEach((column, i) => {
    const cell = element('th', undefined, i < NAMING ? 'name' : 'fault');
    cell.scope = 'col';
    cell.append(element('span', column));
    head.append(cell);
  });
  const drawn = element('thead');
  drawn.append(top, head);
  return drawn;
}

function bodyOf({ rows }: Table, index: number, drawing: Drawing): HTMLElement {
  const body = element('tbody');
  const name = (i: number): string | undefined => rows[i]?.cells[0]?.text;
  rows.forEach(({ cells }, i) => {
    const row = element('tr');
    if (i === 0 || name(i) !== name(i - 1)) {
      let end = i;
      while (end < rows.length && name(end) === name(i)) end++;
      const operation = element('th');
      operation.rowSpan = end - i;
      operation.scope = 'rowgroup';
      operation.append(revealing(name(i) ?? '', drawing.ranges[index]?.[i] ?? null, `${index}.${i}`, drawing));
      row.append(operation);
      if (i > 0) row.className = 'next';
    }
    const from = element('th', cells[1]?.text);
    from.scope = 'row';
    row.append(from, ...cells.slice(NAMING).map((cell, c) => drawSign(cell, `${index}.${i}.${c + NAMING}`, drawing)));
    body.append(row);
  });
  body.querySelector('[data-sign]')?.setAttribute('tabindex', '0');
  return body;
}

/** The name of an operation leads to where it is written. */
function revealing(name: string, range: Drawing['ranges'][number][number], key: string, drawing: Drawing): HTMLElement {
  if (range === null) return element('span', name);
  const button = element('button', name);
  button.type = 'button';
  button.title = 'Show in the editor';
  button.dataset['key'] = key;
  button.addEventListener('click', () => drawing.reveal(range));
  return button;
}

function drawSign(cell: Cell, key: string, { runs, changed, showRun }: Drawing): HTMLElement {
  const { text, verdict, label = text, pale, passing } = cell;
  const target = runs.get(cell);
  const sign = element(target === undefined ? 'span' : 'button');
  if (target === undefined) sign.setAttribute('role', 'img');
  else {
    sign.setAttribute('type', 'button');
    sign.addEventListener('click', () => showRun(target));
  }
  const symbol = verdict === undefined ? text : SYMBOLS[verdict];
  sign.append(pale === true ? `(${symbol})` : symbol);
  if (passing !== undefined) {
    // The label says it in words. The style sheet draws it: a checker takes “½” for a word that the label lacks.
    const raised = element('sup');
    raised.dataset['raised'] = SYMBOLS[passing];
    sign.append(raised);
  }
  sign.setAttribute('aria-label', label);
  sign.setAttribute('tabindex', '-1');
  sign.dataset['sign'] = '';
  sign.dataset['key'] = key;
  const drawn = element('td', undefined, `sign ${verdict?.replaceAll(' ', '-') ?? 'silent'}`);
  if (pale === true) drawn.classList.add('pale');
  if (changed.has(cell)) drawn.classList.add('changed');
  drawn.append(sign);
  return drawn;
}

function moveWithKeys(table: HTMLTableElement): void {
  table.addEventListener('keydown', (event) => {
    const rows = [...table.querySelectorAll('tbody tr')].map((row) => [
      ...row.querySelectorAll<HTMLElement>('[data-sign]'),
    ]);
    const { target } = event;
    if (!(target instanceof HTMLElement)) return;
    const y = rows.findIndex((row) => row.includes(target));
    const x = rows[y]?.indexOf(target) ?? -1;
    if (x < 0) return;
    const row = rows[y] ?? [];
    const keys: Readonly<Record<string, HTMLElement | undefined>> = {
      ArrowRight: row[x + 1],
      ArrowLeft: row[x - 1],
      ArrowDown: rows[y + 1]?.[x],
      ArrowUp: rows[y - 1]?.[x],
      Home: row[0],
      End: row[row.length - 1],
    };
    if (!(event.key in keys)) return;
    event.preventDefault();
    const next = keys[event.key];
    if (next === undefined) return;
    row[x]?.setAttribute('tabindex', '-1');
    next.setAttribute('tabindex', '0');
    next.focus();
  });
}

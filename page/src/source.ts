import type { Resolved } from '#core';

/** The text of the design with a number for each line, so that a verdict leads to what it is about. */
export function drawSource({ text }: Resolved): HTMLElement {
  const list = document.createElement('ol');
  list.id = 'source';
  for (const line of text.split(/\r\n|\r|\n/)) {
    const item = document.createElement('li');
    item.textContent = line === '' ? ' ' : line;
    list.append(item);
  }
  return list;
}

export function revealLine(line: number): void {
  const list = document.getElementById('source');
  const fold = list?.closest('details');
  if (fold instanceof HTMLDetailsElement) fold.open = true;
  for (const item of list?.querySelectorAll('.revealed') ?? []) item.classList.remove('revealed');
  const item = list?.children[line];
  item?.classList.add('revealed');
  item?.scrollIntoView({ block: 'center' });
}

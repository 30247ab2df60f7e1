/** Elements of the pages' controls. */

export type Entry = readonly [value: string, text: string];

export function options(list: HTMLSelectElement, entries: readonly Entry[], chosen: string): void {
  list.replaceChildren(...entries.map(([value, text]) => new Option(text, value, false, value === chosen)));
}

export function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`The page has no #${id}.`);
  return element;
}

export function onClick(id: string, act: () => void): void {
  byId(id, HTMLButtonElement).addEventListener('click', act);
}

/** The picture or the same in words: of the two places, one is shown. */
export function drawAsText(asText: boolean): void {
  byId('text', HTMLButtonElement).setAttribute('aria-pressed', String(asText));
  byId('words', HTMLElement).hidden = !asText;
  byId('picture', HTMLElement).hidden = asText;
}

/** A menu closes with Escape, and with a click on something else. */
export function closingMenu(menu: HTMLDetailsElement): void {
  const close = (): void => void (menu.open = false);
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Node) || !menu.contains(target)) close();
  });
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !menu.open) return;
    close();
    menu.querySelector('summary')?.focus();
  });
}

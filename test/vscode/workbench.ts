// What a user does with VS Code itself: quick picks, messages, panels.

import { askPage } from './page';

/** A row of the quick pick that is open, as soon as it is there. */
const row = (label: string): string => `css=.quick-input-list .monaco-list-row:has-text("${label}")`;

export async function pick(label: string): Promise<void> {
  await askPage('click', { selector: row(label) });
}

/** Ticks a row where several may be picked. */
export async function tick(label: string): Promise<void> {
  await askPage('click', { selector: `${row(label)} >> css=.quick-input-list-checkbox` });
}

/** The label and the description of a row. */
export async function pickable(label: string): Promise<string> {
  return (await askPage('text', { selector: row(label) })).replace(/\s+/g, ' ');
}

/** The notification with these words, as soon as it is there. */
export async function notification(words: string): Promise<string> {
  return askPage('text', { selector: `css=.notification-list-item-message:has-text("${words}")` });
}

/** The text of a report, once it has these words in it. */
export async function reportText(title: string, words: string): Promise<string> {
  return askPage('text', { frame: title, selector: `css=main:has-text("${words}")` });
}

/** The rows of a report's tables that have this text, cell by cell. */
export async function reportRows(title: string, words: string): Promise<string[]> {
  await askPage('text', { frame: title, selector: `css=tbody tr:has-text("${words}")` });
  const script = `[...document.querySelectorAll('tbody tr')].map((row) => [...row.cells].map((cell) => cell.innerText).join(' | '))`;
  const rows = (await askPage('evaluate', { frame: title, script })) as string[];
  return rows.filter((one) => one.includes(words));
}

import { escapeMarkdown } from '../render/print/markdown.js';
import { shortList } from '../render/words/sentence.js';
import { verdictText } from '../render/words/verdict.js';
import type { ActionRun, LinkTo } from './action.js';

/** Longer names are cut in hovers: a quoted name may be as long as its author likes. */
const LONGEST = 60;
/** Longer lists are counted. */
export const MOST_LISTED = 6;

/** A name of the file as Markdown that shows that very name, whatever it is. */
export function asText(text: string): string {
  const characters = [...text];
  return escapeMarkdown(characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : text);
}

/** A name of the file in bold, which works around any escaped text that is not empty. */
export function bold(text: string): string {
  return `**${asText(text).trim() || '""'}**`;
}

/** Names of the file as a list, cut where it gets long. */
export function listed(names: readonly string[]): string {
  return shortList(names.map(asText), MOST_LISTED);
}

/** A verdict in bold, that leads to how it comes about where the editor can show that. */
export function verdictLink(linkTo: LinkTo, operation: number, run: ActionRun): string {
  const words = `**${verdictText(run.outcome)}**`;
  return linkTo(words, { kind: 'timeline', operation, run }) ?? words;
}

/** A table with a header row; cells are Markdown already. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => (cell === '' ? ' ' : cell)).join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}

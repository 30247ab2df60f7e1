import { count } from '../render/words/sentence.js';
import { visible } from '../render/print/visible.js';
import type { Effect } from './effect.js';

/** An editor's menu shows so much of a line. */
export const MOST_TITLE = 60;

/**
 * What is done and what comes of it, in at most 60 characters: "Choose AP: pay error → conflict, breaks 1 expectation".
 * Only names that are very long are cut.
 */
export function fixTitle(action: string, operation: string, { change, first, broken }: Effect): string {
  const does = visible(action);
  const breaks = broken === 0 ? '' : `, breaks ${count(broken, 'expectation')}`;
  const effects = change === undefined ? first : [`${visible(operation)} ${change}`, change];
  const titles = effects.flatMap((effect) => [`${does}: ${effect}${breaks}`, `${does}: ${effect}`]);
  const least = effects.at(-1) ?? '';
  return titles.find((title) => title.length <= MOST_TITLE) ?? `${cut(does, MOST_TITLE - least.length - 2)}: ${least}`;
}

/** A title of at most 60 characters; the details have all of it. */
export function cut(text: string, most = MOST_TITLE): string {
  const characters = [...text];
  let end = characters.length;
  while (end > 0 && characters.slice(0, end).join('').length > most - 1) end--;
  return text.length <= most ? text : `${characters.slice(0, end).join('').trimEnd()}…`;
}

/** Small pieces of sentences, as plain text: printers escape them. */

import { thousands } from '../../base/thousands.js';

/** "a", "a and b", "a, b and c". */
export function list(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1] ?? ''}`;
}

/** The same, cut where it gets long: "a, b and 7 more". */
export function shortList(items: readonly string[], most: number): string {
  return list(shortened(items, most));
}

/** The items of a list that is cut where it gets long. */
export function shortened(items: readonly string[], most: number): readonly string[] {
  return items.length <= most ? items : [...items.slice(0, most - 1), `${items.length - most + 1} more`];
}

/** One of them, cut where it gets long: "a, b or 7 more". */
export function either(items: readonly string[], most: number): string {
  const shown = shortened(items, most);
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} or ${shown[shown.length - 1] ?? ''}`;
}

export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** Digits of a count that still tells a reader something. */
const MOST_COUNTED = 6;

/** "11 of 28 faults"; of millions of them, "about 76% of all faults". The counts are decimal strings. */
export function faultShare(some: string, all: string): string {
  if (all.length <= MOST_COUNTED) return `${thousands(some)} of ${thousands(all)} faults`;
  const percent = (BigInt(some) * 100n) / BigInt(all);
  return `${percent === 0n ? 'fewer than 1%' : `about ${percent}%`} of all faults`;
}

/** A reason as the end of a sentence; some things have none. */
export function because(reason: string): string {
  return reason === '' ? '' : `: ${reason}`;
}

/** "17 ms"; a tenth where it is small enough to matter. */
export function msText(ms: number): string {
  return `${ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms)} ms`;
}

export function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];

/** "third" for index 2; "21st" where the words end. */
export function ordinal(index: number): string {
  const n = index + 1;
  const teen = n % 100 >= 11 && n % 100 <= 13;
  return ORDINALS[index] ?? `${n}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
}

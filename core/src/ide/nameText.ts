import { nameText } from '../model/resolve.js';
import { STATEMENTS } from '../syntax/tokens.js';

/** A name as it is written in a file: in quotes where it is no identifier, or would begin a statement. */
export function quotedIfNeeded(name: string): string {
  return Object.hasOwn(STATEMENTS, name) ? quoted(name) : nameText(name);
}

export function quoted(name: string): string {
  return `"${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

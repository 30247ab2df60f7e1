import { nameText, quoted } from '../model/nameText.js';
import { STATEMENTS } from '../syntax/tokens.js';

export { quoted };

/** A name as it is written in a file: in quotes if it is not an identifier, or would begin a statement. */
export function quotedIfNeeded(name: string): string {
  return Object.hasOwn(STATEMENTS, name) ? quoted(name) : nameText(name);
}

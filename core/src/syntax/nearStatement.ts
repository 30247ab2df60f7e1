import { didYouMean } from '../base/didYouMean.js';
import { Recent } from '../base/recent.js';
import { STATEMENTS } from './tokens.js';

const NAMES = Object.keys(STATEMENTS);
/** No statement is nearly as long. */
const LONGEST = 40;
/** A line that is not understood is read in many ways, and each asks for the same words. */
const asked = new Recent<string, string | undefined>(1000);

/** The word of a statement that was probably meant. */
export function nearStatement(word: string): string | undefined {
  if (word.length > LONGEST) return undefined;
  if (!asked.has(word)) asked.set(word, didYouMean(word, NAMES));
  return asked.get(word);
}

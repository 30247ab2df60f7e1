import { VERDICTS } from '../../base/harm.js';
import { wordFor } from '../foreignWords.js';
import { lower, type Token } from './scan.js';

/** The verdict that a word names, in this language or in another one. */
export function verdictOf(token: Token): string | undefined {
  const word = lower(token);
  const own = [...VERDICTS, 'available'].find((one) => one === word);
  return own ?? wordFor('verdict', word);
}

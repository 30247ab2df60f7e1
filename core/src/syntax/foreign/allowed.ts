import { isSeparator, type Known } from './known.js';
import { isMark, isName, lower, type Token, written } from './scan.js';
import { verdictOf } from './verdicts.js';

const MAY: ReadonlySet<string> = new Set('may might can could'.split(' '));
const TURNING: ReadonlySet<string> = new Set('not never only under when if during while from'.split(' '));
const HARMFUL: ReadonlySet<string> = new Set('error stale dirty unknown partial conflict lost'.split(' '));

/**
 * `expect view may be stale`: that something may happen is accepted. The author's words stand for the reason. Undefined
 * where it is said of some clients or faults only, for an acceptance holds for all.
 */
export function readAllowed(tokens: readonly Token[], { operations }: Known): readonly string[] | undefined {
  const fine = fineFor(tokens, operations);
  if (fine !== undefined) return fine;
  const at = tokens.findIndex((token) => MAY.has(lower(token)));
  if (at < 1 || tokens.some((token) => TURNING.has(lower(token)))) return undefined;
  const own = tokens.slice(0, at).filter((token) => operations.has(token.text));
  const [operation] = own;
  const said = tokens.slice(at + 1).filter((token) => lower(token) !== 'be' && !isSeparator(token));
  const verdicts = said.map(verdictOf);
  const areHarmful = verdicts.length > 0 && verdicts.every((one) => one !== undefined && HARMFUL.has(one));
  if (operation === undefined || own.length > 1 || !areHarmful) return undefined;
  const reason = JSON.stringify(
    tokens
      .slice(at)
      .filter((token) => isName(token) || isMark(token, ','))
      .map(({ text }) => text)
      .join(' '),
  );
  return verdicts.map((one) => `accept ${one ?? ''} on ${written(operation.text)} ${reason}`);
}

const FINE: ReadonlySet<string> = new Set('fine ok okay acceptable tolerable allowed good alright'.split(' '));

/** `it's fine if see is stale for a while`: accepted, for the reason that it is said to be. */
function fineFor(tokens: readonly Token[], operations: ReadonlyMap<string, unknown>): readonly string[] | undefined {
  const fine = tokens.findIndex((token, i) => FINE.has(lower(token)) && IF.has(lower(tokens[i + 1] ?? token)));
  const own = tokens.slice(fine + 2).filter((token) => operations.has(token.text));
  const [operation, other] = own;
  const verdicts = tokens.slice(fine + 2).flatMap((token) => verdictOf(token) ?? []);
  const isTurned = tokens.some((token) =>
    ["isn't", 'not', 'never', 'only', 'under', 'from', 'unless'].includes(lower(token)),
  );
  if (fine < 0 || operation === undefined || other !== undefined || isTurned) return undefined;
  const [verdict, another] = verdicts;
  if (verdict === undefined || another !== undefined || !HARMFUL.has(verdict)) return undefined;
  const reason = tokens.filter(isName).map(({ text }) => text);
  return [`accept ${verdict} on ${written(operation.text)} ${JSON.stringify(reason.join(' '))}`];
}

const IF: ReadonlySet<string> = new Set('if that when for'.split(' '));

/** `forall c: pay from c ok`: without the quantifier and the clients that it stands for. */
export function withoutQuantifier(tokens: readonly Token[]): readonly Token[] {
  const [first, second] = tokens;
  if (first === undefined || second === undefined) return tokens;
  const words = ['forall', '∀'].includes(first.text.toLowerCase())
    ? 1
    : lower(first) === 'for' && isAll(second)
      ? 2
      : 0;
  const name = tokens[words];
  const end = tokens.findIndex((token, i) => i > words && i < words + 4 && isMark(token, ':', ',', '.'));
  if (words === 0 || name === undefined || !isName(name) || end < 0) return tokens;
  const isOfName = (token: Token, i: number): boolean =>
    (lower(token) === 'from' && tokens[i + 1]?.text === name.text) ||
    (token.text === name.text && lower(tokens[i - 1] ?? token) === 'from');
  return tokens.filter((token, i) => i > end && !isOfName(token, i));
}

function isAll(token: Token): boolean {
  return ['all', 'every', 'each', 'any'].includes(lower(token));
}

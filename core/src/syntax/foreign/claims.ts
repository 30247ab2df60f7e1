import { isSeparator, type Known } from './known.js';
import { isMark, lower, type Token } from './scan.js';
import { verdictOf } from './verdicts.js';

const ANSWERED: readonly string[] = ['ok', 'stale', 'dirty', 'conflict', 'lost'];

/** That one of several verdicts is reached is said by those that are not: `ok or stale` of a read is `available`. */
export function oneOf(verdicts: readonly string[], steps: readonly string[]): readonly string[] {
  if (verdicts.length < 2) return verdicts;
  const [reads, writes] = ['read', 'write'].map((access) => steps.some((step) => step.startsWith(access)));
  const possible = [
    'ok',
    'error',
    ...(reads === true ? ['stale', 'dirty'] : []),
    ...(writes === true ? ['unknown', 'conflict', 'lost'] : []),
    ...(steps.length > 1 ? ['partial'] : []),
  ];
  const others = possible.filter((one) => !verdicts.includes(one));
  const isAnswered = verdicts.includes('ok') && verdicts.every((one) => ANSWERED.includes(one));
  const never = (all: readonly string[]): readonly string[] => all.map((one) => `never ${one}`);
  if (steps.length === 0) return [];
  return isAnswered ? ['available', ...never(others.filter((one) => ANSWERED.includes(one)))] : never(others);
}

/**
 * `pay from ann ok and from bob error`, `pay ok, view stale`: each with its operation. Undefined where the verdicts are
 * said of the same; a claim of which the client is not known is undefined.
 */
export function claimsOf(head: readonly Token[], known: Known): readonly (readonly Token[] | undefined)[] | undefined {
  const pieces: Token[][] = [[]];
  for (const token of head) {
    if (isSeparator(token)) pieces.push([]);
    else pieces[pieces.length - 1]?.push(token);
  }
  const isOperation = (token: Token): boolean => known.operations.has(token.text);
  const isClient = ({ text }: Token): boolean => known.places.get(text) === 'client';
  const isWhole = (piece: readonly Token[]): boolean =>
    piece.some((token) => isOperation(token) || isClient(token)) && piece.some((one) => verdictOf(one) !== undefined);
  if (pieces.length < 2 || !pieces.every(isWhole)) return undefined;
  const haveClients = new Set(pieces.map((piece) => piece.some(isClient)));
  let operation: Token | undefined;
  return pieces.map((piece) => {
    const own = piece.find(isOperation);
    operation = own ?? operation;
    if (operation === undefined || haveClients.size > 1) return undefined;
    return own === undefined ? [operation, ...piece] : piece;
  });
}

/** What commas part, if each part has an operation, a verdict and a fault of its own. */
export function sentencesIn(
  tokens: readonly Token[],
  known: Known,
  under: ReadonlySet<string>,
): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (isMark(token, ',')) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  const isWhole = (part: readonly Token[]): boolean =>
    part.some(({ text }) => known.operations.has(text)) &&
    part.some((token) => verdictOf(token) !== undefined) &&
    part.some((token) => under.has(lower(token)));
  return parts.every(isWhole) ? parts : [];
}

/** `requirement R1: pay is ok` */
export function withoutLabel(tokens: readonly Token[], { operations }: Known): readonly Token[] {
  const [label, colon, ...rest] = tokens;
  const isOperation = ({ text }: Token): boolean => operations.has(text);
  const isLabel = label !== undefined && isMark(colon, ':') && !isOperation(label) && rest.some(isOperation);
  return isLabel ? rest : tokens;
}

import { CHOICE_WORDS } from './choices.js';
import { CLAUSE_WORDS } from './clauses.js';
import { GUARANTEE_WORDS } from './guarantees.js';
import { LEVEL_WORDS } from './levels.js';
import { MERGE_RULE_WORDS } from './mergeRules.js';
import { REACTION_WORDS } from './reactions.js';
import { SCHEME_ARGUMENT_WORDS } from './schemeArguments.js';
import { SCHEME_WORDS } from './schemes.js';
import { STATEMENT_WORDS } from './statements.js';
import { UNIT_WORDS } from './units.js';
import { VERDICT_WORDS } from './verdicts.js';
import type { Form, WordGroup, WordRow } from './word.js';

/**
 * The words of the language, by what they are. A new word is a row of its group's file: the lexer, completion, hovers,
 * signature help and semantic colours read this table, and `node scripts/docs.mjs` writes the TextMate grammar from it.
 */
export const LANGUAGE = {
  statement: STATEMENT_WORDS,
  scheme: SCHEME_WORDS,
  'scheme argument': SCHEME_ARGUMENT_WORDS,
  clause: CLAUSE_WORDS,
  choice: CHOICE_WORDS,
  reaction: REACTION_WORDS,
  'merge rule': MERGE_RULE_WORDS,
  level: LEVEL_WORDS,
  guarantee: GUARANTEE_WORDS,
  verdict: VERDICT_WORDS,
  unit: UNIT_WORDS,
} satisfies Readonly<Record<Exclude<WordGroup, 'preset'>, Readonly<Record<string, WordRow>>>>;

/** One meaning of a word. */
export interface WordMeaning extends WordRow {
  readonly group: WordGroup;
}

const ROWS: readonly { readonly word: string; readonly row: WordMeaning }[] = groups().flatMap(([group, words]) =>
  Object.entries<WordRow>(words).map(([word, row]) => ({ word, row: { group, ...row } })),
);

/** A word may have several meanings: `on` of a store and `on partition`; a hover takes the one of the place. */
export const WORDS: ReadonlyMap<string, readonly WordMeaning[]> = byWord();

function byWord(): Map<string, WordMeaning[]> {
  const words = new Map<string, WordMeaning[]>();
  for (const { word, row } of ROWS) words.set(word, [...(words.get(word) ?? []), row]);
  // The word that tells a phrase apart stands for it: `isolated` for `isolated node`.
  for (const { word, row } of ROWS) for (const part of word.split(' ')) if (!words.has(part)) words.set(part, [row]);
  return words;
}

function groups(): [keyof typeof LANGUAGE, Readonly<Record<string, WordRow>>][] {
  return Object.entries(LANGUAGE) as [keyof typeof LANGUAGE, Readonly<Record<string, WordRow>>][];
}

/** The words of a group, in the order in which they are offered. */
export function wordsOf(group: WordGroup): string[] {
  return group === 'preset' ? [] : Object.keys(LANGUAGE[group]);
}

/** The clauses that stand in the body of a statement. */
export function clausesOf(body: NonNullable<WordRow['body']>): (keyof typeof CLAUSE_WORDS)[] {
  const rows: Readonly<Record<string, WordRow>> = CLAUSE_WORDS;
  return (Object.keys(CLAUSE_WORDS) as (keyof typeof CLAUSE_WORDS)[]).filter((word) => rows[word]?.body === body);
}

/** How statements and clauses are written. */
export const FORMS: readonly Form[] = ROWS.flatMap(({ row }) => row.form ?? []);

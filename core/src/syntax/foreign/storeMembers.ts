import { wordFor } from '../foreignWords.js';
import { wordsOf } from '../language/index.js';
import { isBracket, isFiller, isSeparator, type Known, namesIn } from './known.js';
import { isOneWay } from './links.js';
import { presetOf } from './products.js';
import { isMark, isName, lower, type Token } from './scan.js';

/** What the words of a store's body have said so far. */
export interface Parts {
  readonly members: string[];
  readonly witnesses: string[];
  readonly observers: string[];
  readonly copies: string[];
  readonly clauses: string[];
  /** Words after the scheme of `replicate`. */
  readonly scheme: string[];
  primary?: string;
  /** It has a primary, which may be named elsewhere. */
  hasPrimary?: boolean;
  /** It is called a leader, which consensus has as well. */
  isLeader?: boolean;
  choice?: string;
  preset?: string;
  level?: string;
  /** Of writes alone. */
  writeLevel?: string;
  /** A primary's reads do so anyway; of consensus it is a level. */
  readsAtLeader?: true;
  /** It is synchronous; with how many copies is not said. */
  isSync?: true;
  read?: string | undefined;
  write?: string | undefined;
  inSync?: string;
  /** A quorum of reads and writes alike. */
  isQuorum?: true;
  /** How many votes there are, where a quorum is said to be one of them. */
  votes?: string;
  /** A part that is not understood. */
  lost: boolean;
}

/** What the values of a setting say. */
export type Key = (values: readonly Token[], parts: Parts, known: Known) => void;

/** The names of places in the values of a setting. */
export const names = (values: readonly Token[], known: Known): string[] => {
  const found = namesIn(
    values.filter((token) => !isFiller(token) && !isMark(token, '=', ':', '@', '==')),
    (name) => known.places.has(name),
  );
  return found ?? [];
};

/** Products' words for a copy without a vote. */
const OBSERVERS: ReadonlySet<string> = new Set(
  'observer observers learner learners non-voter non-voting nonvoting read-replica'.split(' '),
);

/** `on a, b, witness c`, with whatever else stands in that list. */
export const members: Key = (values, parts, known) => {
  // A number of replicas is what the list of them says.
  const list = values.filter(({ kind }) => kind !== 'number');
  // `on a -> b, c`: the first ships to the others; `store x -> a, b` says where it is.
  if (list.slice(list.findIndex(isName) + 1).some(isOneWay) && list.some(isName))
    parts.primary ??= list.find(isName)?.text ?? '';
  let witness = false;
  for (const group of split(list)) {
    const [first] = group;
    if (first !== undefined && OBSERVERS.has(lower(first)) && group.length > 1 && !known.places.has(first.text)) {
      if (group.some((token) => lower(token) === 'of')) parts.lost = true;
      parts.observers.push(...names(group.slice(1), known));
    } else if (first !== undefined && lower(first) === 'witness' && group.length > 1) {
      witness = true;
      parts.witnesses.push(...names(group.slice(1), known));
    } else if (
      group.every((token) => isEverywhere(token, known) || isBracket(token)) &&
      group.some((token) => !isBracket(token))
    )
      parts.members.push(...[...known.places].flatMap(([one, kind]) => (kind === 'node' ? one : [])));
    else if (!isAlone(group, parts)) parts.members.push(...names(group, known));
  }
  if (witness && parts.members.length === 0) parts.lost = true;
};

/** `on all`, `on every node` */
function isEverywhere(token: Token, { places }: Known): boolean {
  if (places.has(token.text)) return false;
  return isMark(token, '*') || ['all', 'every', 'everywhere', 'node', 'nodes', 'the'].includes(lower(token));
}

function split(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = [[]];
  for (const token of tokens) {
    if (isSeparator(token) || isMark(token, '{') || token.kind === 'arrow') groups.push([]);
    else groups[groups.length - 1]?.push(token);
  }
  return groups;
}

/** Every copy takes writes. */
export const LEADERLESS: ReadonlySet<string> = new Set(
  'leaderless multi-master multimaster multi-leader multi-primary active-active gossip any'.split(' '),
);

/** `AP`, `async`, `mongodb`: a value without its key. */
function isAlone(group: readonly Token[], parts: Parts): boolean {
  // `eventually consistent` is not consistent.
  const [adverb] = group.filter(isName);
  const isAdverb = adverb !== undefined && lower(adverb).endsWith('ly');
  const choices = new Set((isAdverb ? [adverb] : group.filter(isName)).map(choiceOf));
  const [said] = choices;
  if (choices.size === 1 && said !== undefined && (group.find(isName)?.text.length ?? 0) > 1) {
    parts.choice ??= said;
    return true;
  }
  const [only, more] = group.filter((token) => !isBracket(token) && !isFiller(token) && !isMark(token, '=', ':', '=='));
  if (only === undefined) return true;
  if (more !== undefined) return false;
  if (LEADERLESS.has(lower(only))) {
    parts.scheme.push('any');
    return true;
  }
  if (wordsOf('merge rule').includes(lower(only)) && lower(only) !== 'manual') {
    parts.clauses.push(`merge ${lower(only)}`);
    return true;
  }
  const choice = choiceOf(only);
  const preset = presetOf(only);
  if (choice !== undefined && only.text.length > 1) parts.choice ??= choice;
  else if (preset !== undefined) parts.preset ??= preset;
  else return false;
  return true;
}

/** `CP` or `AP`, in any words; undefined for other words. */
export function choiceOf({ text }: Token): string | undefined {
  return wordsOf('choice').find((one) => one === text.toUpperCase()) ?? wordFor('choice', text);
}

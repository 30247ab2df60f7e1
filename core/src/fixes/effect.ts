import { differencesBetween, paired, type Side } from '../render/reports/diffReport.js';
import { boundOfAll, isLimited } from '../render/words/bound.js';
import { operationName } from '../render/words/names.js';
import { count, msText, shortList } from '../render/words/sentence.js';
import {
  type Changes,
  expectationChanges,
  latencyText,
  needChanges,
  slowerOperations,
  survivesText,
  unsaidWorse,
} from './effect/changes.js';
import { briefText, otherText, ownText } from './effect/claimText.js';
import { type Claim, claimsOf, type Pair } from './effect/claims.js';
import { headlineChange, type Helps } from './effect/headlineChange.js';

/** What a change does to a design, seen from one operation. */
export interface Effect {
  /** All of it, as the details say after the colon: "never stale; errors under 2 cuts (+80 ms)". */
  readonly text: string;
  /** How much it helps with the headline of the operation. */
  readonly helps: Helps;
  /** "stale → error"; absent where the headline stays as it was. */
  readonly change?: string;
  /** The first thing that gets better, then in fewer words: "stale in 5 of 25 faults, was 12", "stale less often". */
  readonly first: readonly string[];
  /** How many expectations it breaks. */
  readonly broken: number;
  /** Expectations, as they are written, that hold now and did not before. */
  readonly mended: readonly string[];
}

/** More of one sort are counted in a title, not listed. */
const MOST_LISTED = 3;
/** Details are a line or two. */
const MOST_CHARACTERS = 125;

/** Everything that an edit changes, from no operation's point of view. */
export interface Comparison {
  readonly before: Side;
  readonly after: Side;
  readonly pairs: readonly Pair[];
  readonly claims: readonly Claim[];
  readonly needs: Changes;
  readonly expectations: Changes;
  /** What is worse and in no claim. */
  readonly unsaid: readonly string[];
}

/** Compares all verdicts before and after an edit, as `netsplit diff` does. */
export function compareSides(before: Side, after: Side): Comparison {
  const pairs = paired(before, after);
  const claims = claimsOf(before, after, pairs);
  const differences = differencesBetween(before, after);
  return {
    before,
    after,
    pairs,
    claims,
    needs: needChanges(before, after),
    expectations: expectationChanges(differences),
    unsaid: unsaidWorse(after, differences, claims),
  };
}

/**
 * What an edit does, seen from one operation: what gets better for it first, then its price, then what gets worse for
 * others, then what gets better for them. Undefined if nothing gets better for the operation. Everything that gets
 * worse is in the text: as a sentence if there is room, else by operation and verdict.
 */
export function effectOf(comparison: Comparison, operation: string): Effect | undefined {
  const { before, after, pairs, claims, expectations } = comparison;
  const own = pairs.filter(([, now]) => operationName(after.resolved.model, now.operation) === operation);
  const survives = survivesText(own);
  const isBetter =
    claims.some((claim) => claim.operation === operation && claim.change === 'better') || survives !== undefined;
  if (!isBetter) return undefined;
  const subject: Subject = { operation, own, survives };
  const detailed = effectText(comparison, subject, DETAILED);
  const { helps, text: change } = headlineChange(before, after, own);
  const better = claims.find((claim) => claim.operation === operation && claim.change === 'better');
  return {
    text: detailed.length <= MOST_CHARACTERS ? detailed : effectText(comparison, subject, BRIEF),
    helps,
    ...(change === undefined ? {} : { change }),
    first: survives === undefined ? (better === undefined ? [] : [ownText(better), briefText(better)]) : [survives],
    broken: expectations.worse.length,
    mended: expectations.better,
  };
}

/** How what happens to others is told. `slower`: by operation, by how many milliseconds at most. */
interface Wording {
  readonly worse: (claims: readonly Claim[], slower: ReadonlyMap<string, number>) => string[];
  readonly better: (claims: readonly Claim[]) => string[];
  readonly statements: (verb: string, statements: readonly string[]) => string[];
}

const DETAILED: Wording = {
  worse: (claims, slower) => [
    ...claims.map(otherText),
    ...[...slower].map(([name, ms]) => `slows \`${name}\` by ${msText(ms)}`),
  ],
  better: (claims) => listed(claims.map(otherText)),
  /** "breaks `expect a never stale` and 2 more expectations" */
  statements: (verb, [first, ...rest]) =>
    first === undefined
      ? []
      : [`${verb} \`${first}\`${rest.length === 0 ? '' : ` and ${count(rest.length, 'more expectation')}`}`],
};

const BRIEF: Wording = {
  /** "worse for `add` (conflict, +80 ms) and `view` (stale)" */
  worse: (claims, slower) => {
    const what = new Map<string, Set<string>>();
    const say = (operation: string, text: string): void =>
      void what.set(operation, (what.get(operation) ?? new Set()).add(text));
    for (const { operation, verdict } of claims) say(operation, verdict);
    for (const [operation, ms] of slower) say(operation, `+${msText(ms)}`);
    const texts = [...what].map(([name, own]) => `\`${name}\` (${[...own].join(', ')})`);
    return texts.length === 0 ? [] : [`worse for ${shortList(texts, MOST_LISTED)}`];
  },
  better: (claims) =>
    claims.length === 0
      ? []
      : [`better for ${shortList([...new Set(claims.map(({ operation }) => `\`${operation}\``))], MOST_LISTED)}`],
  statements: (verb, statements) =>
    statements.length === 0 ? [] : [`${verb} ${count(statements.length, 'expectation')}`],
};

/** The operation that the effect is told of, and its results. */
interface Subject {
  readonly operation: string;
  readonly own: readonly Pair[];
  readonly survives: string | undefined;
}

function effectText(comparison: Comparison, { operation, own, survives }: Subject, wording: Wording): string {
  const { after, pairs, claims, needs, expectations, unsaid } = comparison;
  const ours = (change: Claim['change']): string[] =>
    claims.flatMap((claim) => (claim.operation === operation && claim.change === change ? [ownText(claim)] : []));
  const others = (change: Claim['change']): Claim[] =>
    claims.filter((claim) => claim.operation !== operation && claim.change === change);
  const otherPairs = pairs.filter((pair) => !own.includes(pair));
  const latency = latencyText(own);
  const ourParts = [
    ...(survives === undefined ? [] : [survives]),
    ...listed([...ours('better'), ...needs.better]),
    ...ours('worse'),
  ];
  const parts = [
    `${ourParts.join('; ')}${latency === undefined ? '' : ` (${latency})`}`,
    ...unsaid,
    ...wording.worse(others('worse'), slowerOperations(after, otherPairs)),
    ...needs.worse,
    ...wording.statements('breaks', expectations.worse),
    ...wording.statements('mends', expectations.better),
    ...wording.better(others('better')),
  ];
  const limited = pairs.some(([, now]) => isLimited(now))
    ? ` (looked at ${boundOfAll(own.map(([, now]) => now))})`
    : '';
  return `${parts.join('; ')}${limited}`;
}

/** A worse verdict is never left out; of what is better the first will do. */
function listed(parts: readonly string[]): string[] {
  return parts.length <= MOST_LISTED
    ? [...parts]
    : [...parts.slice(0, MOST_LISTED), `${parts.length - MOST_LISTED} more better`];
}

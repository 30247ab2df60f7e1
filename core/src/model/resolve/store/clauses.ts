import { didYouMean } from '../../../base/didYouMean.js';
import type { Span } from '../../../base/span.js';
import { NAMES } from '../../../checks/names.js';
import { STORE } from '../../../checks/store.js';
import { TEXT } from '../../../checks/text.js';
import type { StoreClause, StoreStatement } from '../../../syntax/ast.js';
import { wordFor } from '../../../syntax/foreignWords.js';
import type { Choice, MergeRule, Reaction } from '../../model.js';
import { clausesOf, plainLevels, presetNamed, PRESETS } from '../../presets/index.js';
import type { PlainLevels, Preset } from '../../presets/preset.js';
import { CHOICES, MEMBERSHIPS, MERGE_RULES, REACTIONS, REJOINS } from '../../values.js';
import { inOtherLetters, oneOf, quote, replacement, type Scope } from '../scope.js';
import type { Members } from './members.js';

type ByKind = { readonly [K in StoreClause['kind']]?: Extract<StoreClause, { kind: K }> };

/** The clauses of one store: those of its own, and beside them those of its preset. */
export interface Clauses {
  readonly own: ByKind;
  readonly preset: Preset | undefined;
  /** The store's own clause, or else the preset's. */
  readonly all: ByKind;
}

export function resolveClauses(statement: StoreStatement, scope: Scope): Clauses {
  const own = byKind(statement.clauses);
  for (const clause of statement.clauses) {
    const first = own[clause.kind];
    if (first === undefined || first === clause) continue;
    scope.report(
      STORE.contradictoryClause,
      clause.span,
      `This store has a \`${clause.kind}\` already: keep one of the two.`,
      { related: [{ span: first.span, message: 'the first one' }] },
    );
  }
  const preset = resolvePreset(own.like, scope);
  return { own, preset, all: preset === undefined ? own : { ...byKind(clausesOf(preset)), ...own } };
}

/** The clauses by their kind; of two of a kind the first counts. */
function byKind(clauses: readonly StoreClause[]): ByKind {
  return Object.fromEntries([...clauses].reverse().map((clause) => [clause.kind, clause]));
}

function resolvePreset(clause: ByKind['like'], scope: Scope): Preset | undefined {
  const word = clause?.preset;
  if (word === undefined) return undefined;
  const preset = presetNamed(word.name);
  if (preset !== undefined) return preset;
  const names = PRESETS.map(({ name }) => name);
  const usual = wordFor('preset', word.name) ?? inOtherLetters(word.name, names) ?? didYouMean(word.name, names);
  // A product may have several configurations.
  const product = usual?.split('-')[0] ?? word.name;
  const meant = names.filter((name) => name === usual || name.startsWith(`${product}-`));
  const hint = meant.length === 0 ? `; ${oneOf(names)}` : `: ${oneOf(meant)}`;
  scope.report(NAMES.unknownPreset, word.span, `There is no preset ${quote(word.name)}${hint}`, {
    fixes: meant.map((name) => ({ ...replacement(word.span, name), ...(name === usual ? { isPreferred: true } : {}) })),
  });
  return undefined;
}

/** A mistake in a clause of the preset is reported at the word that stands for it. */
export function placeOf(clause: StoreClause, { own }: Clauses): Span {
  return own[clause.kind] === clause ? clause.span : (own.like?.preset?.span ?? clause.span);
}

/** The levels that the preset gives to operations without `level`; undefined: the scheme's default. */
export function plainLevelsOf(
  { own, preset }: Clauses,
  { replicas, witnesses }: Pick<Members, 'replicas' | 'witnesses'>,
): PlainLevels | undefined {
  if (preset === undefined || !keepsLevels(own.replicate, preset)) return undefined;
  return plainLevels(preset, replicas.length, witnesses.length);
}

/**
 * Does an operation without `level` still mean the product's default, where the store has a `replicate` of its own? Not
 * where that says how many, or is another scheme.
 */
function keepsLevels(own: ByKind['replicate'], preset: Preset): boolean {
  if (own === undefined) return true;
  const scheme = byKind(clausesOf(preset)).replicate?.scheme?.name;
  return own.scheme?.name === scheme && !own.args.some(({ kind }) => kind === 'setting');
}

export function resolveChoice({ all: { choose } }: Clauses, scope: Scope): Choice | undefined {
  const word = choose?.value;
  if (word === undefined) return undefined;
  if (word.name.toUpperCase() !== 'CA') return scope.value(word, CHOICES, 'choice');
  scope.report(
    STORE.chooseCa,
    word.span,
    'There is no CA to choose: the network breaks anyway, and then consistency (AP) or availability (CP) gives way.',
    {
      fixes: [
        { title: 'Choose CP: refuse when the network breaks', edits: [{ span: word.span, text: 'CP' }] },
        { title: 'Choose AP: answer from what is in reach', edits: [{ span: word.span, text: 'AP' }] },
      ],
    },
  );
  // Read as CP, so that the rest of the file is still analysed.
  return 'CP';
}

export function resolveReaction({ all }: Clauses, scope: Scope): Reaction {
  const clause = all['on partition'];
  const kind = clause?.reaction === undefined ? undefined : scope.value(clause.reaction, REACTIONS, 'reaction');
  if (clause === undefined || kind !== 'wait') return { kind: 'error' };
  if (clause.duration !== undefined) return { kind: 'wait', ms: scope.duration(clause.duration, 'A wait') ?? 5000 };
  const { end } = clause.span;
  scope.report(TEXT.syntaxError, clause.span, 'How long to wait? Write a duration: `on partition wait 5s`.', {
    fixes: [{ title: 'Wait 5 seconds', edits: [{ span: { start: end, end }, text: ' 5s' }] }],
  });
  return { kind: 'wait', ms: 5000 };
}

export function resolveMerge({ all: { merge } }: Clauses, scope: Scope): MergeRule {
  return (merge?.rule === undefined ? undefined : scope.value(merge.rule, MERGE_RULES, 'merge rule')) ?? 'lww';
}

export function rejoinsByHand({ all: { rejoin } }: Clauses, scope: Scope): boolean {
  return rejoin?.how !== undefined && scope.value(rejoin.how, REJOINS, 'way to rejoin') === 'manual';
}

export function agreesOnMembership({ all: { membership } }: Clauses, scope: Scope): boolean {
  return membership?.how !== undefined && scope.value(membership.how, MEMBERSHIPS, 'membership') === 'agreed';
}

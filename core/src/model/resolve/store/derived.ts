import { STORE } from '../../../checks/store.js';
import type { StoreClause, StoreStatement, Word } from '../../../syntax/ast.js';
import { isOfDerivedData, PRESETS } from '../../presets/index.js';
import { oneOf, quote, type Scope } from '../scope.js';
import type { Preset } from '../../presets/preset.js';
import type { Clauses } from './clauses.js';
import { observersThatFollow, witnessesWithVotes } from './contradictions.js';
import type { Members } from './members.js';
import type { StorePart } from './store.js';

/** What a store of derived data may have besides its source. */
const ALLOWED: readonly StoreClause['kind'][] = ['from', 'else', 'requires', 'detect', 'like'];

interface Derived {
  readonly name: Word;
  readonly members: Members;
  readonly clauses: Clauses;
}

/** Copies that are fed from another store: each answers by itself, and nobody writes them. */
export function derivedStore(
  statement: StoreStatement,
  { name, members, clauses }: Derived,
  scope: Scope,
): StorePart | undefined {
  for (const { kind, span } of statement.clauses) {
    if (ALLOWED.includes(kind)) continue;
    scope.report(
      STORE.contradictoryClause,
      span,
      `${quote(name.name)} is derived: its copies answer alone and take no writes, ` +
        `so \`${kind}\` means nothing here. Remove it.`,
    );
  }
  const preset = presetOfDerived({ name, clauses }, scope);
  const replication = { scheme: 'any' } as const;
  witnessesWithVotes(statement, members, replication, scope);
  observersThatFollow(statement, members, replication, scope);
  const entry = scope.own('store', name);
  if (entry === undefined) return undefined;
  const { detect } = clauses.own;
  const detectMs = detect?.duration === undefined ? undefined : scope.duration(detect.duration, 'Detecting');
  return {
    entry,
    statement,
    store: {
      name: name.name,
      replicas: members.replicas,
      witnesses: [],
      replication,
      onPartition: { kind: 'error' },
      merge: 'lww',
      ...(detectMs === undefined ? {} : { detectMs }),
      ...(preset === undefined ? {} : { preset: preset.name }),
    },
    preset,
    plain: preset?.plain,
  };
}

/** Reports one of a product that keeps data of its own. */
function presetOfDerived(
  { name, clauses: { own, preset } }: Omit<Derived, 'members'>,
  scope: Scope,
): Preset | undefined {
  if (preset === undefined || isOfDerivedData(preset)) return preset;
  const caches = PRESETS.filter(isOfDerivedData).map((one) => one.name);
  scope.report(
    STORE.contradictoryClause,
    own.like?.span ?? name.span,
    `${quote(preset.name)} keeps data of its own, and ${quote(name.name)} is derived from another store: remove the ` +
      `\`like\` or the \`from\`, or ${oneOf(caches)}`,
  );
  return undefined;
}

/** `like cdn` says how copies behave, and not whose: reports it where nothing does. */
export function reportLikeWithoutFrom({ own, preset }: Clauses, scope: Scope): void {
  if (preset === undefined || !isOfDerivedData(preset) || own.like === undefined) return;
  scope.report(
    STORE.contradictoryClause,
    own.like.span,
    `${quote(preset.name)} is a copy of what another store has: write \`from STORE\` beside it.`,
  );
}

export function reportElseWithoutFrom({ own }: Clauses, scope: Scope): void {
  if (own.else === undefined) return;
  scope.report(
    STORE.contradictoryClause,
    own.else.span,
    '`else` names the source of derived data, and this store is not derived: write `from STORE` before it.',
  );
}

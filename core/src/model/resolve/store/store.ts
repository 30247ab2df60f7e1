import type { Fix } from '../../../base/edit.js';
import { STORE } from '../../../checks/store.js';
import type { StoreStatement } from '../../../syntax/ast.js';
import type { Store } from '../../model.js';
import type { PlainLevels, Preset } from '../../presets/preset.js';
import type { Places } from '../places.js';
import { type Entry, quote, type Scope } from '../scope.js';
import {
  agreesOnMembership,
  type Clauses,
  plainLevelsOf,
  rejoinsByHand,
  resolveChoice,
  resolveClauses,
  resolveMerge,
  resolveReaction,
} from './clauses.js';
import {
  observersThatFollow,
  reportContradictions,
  throwsHistoryAway,
  withMembership,
  witnessesWithVotes,
} from './contradictions.js';
import { derivedStore, reportElseWithoutFrom, reportLikeWithoutFrom } from './derived.js';
import { resolveMembers } from './members.js';
import { resolveReplication } from './replication.js';

export interface StorePart {
  readonly entry: Entry;
  readonly statement: StoreStatement;
  readonly store: Store;
  readonly preset: Preset | undefined;
  /** The preset's levels of operations without `level`; undefined: the scheme's default. */
  readonly plain: PlainLevels | undefined;
}

export function resolveStore(statement: StoreStatement, scope: Scope, places: Places): StorePart | undefined {
  const members = resolveMembers(statement, scope, places);
  const { name } = statement;
  if (name === undefined) return undefined;
  const { replicas } = members;
  if (replicas.length === 0) {
    reportNoReplicas(statement, scope);
    return undefined;
  }
  const clauses = resolveClauses(statement, scope);
  const choice = resolveChoice(clauses, scope);
  if (clauses.own.from !== undefined) return derivedStore(statement, { name, members, clauses }, scope);
  reportElseWithoutFrom(clauses, scope);
  if (clauses.all.from !== undefined) {
    reportLikeWithoutFrom(clauses, scope);
    return undefined;
  }
  if (saysNothing(clauses)) {
    reportMissingChoice(statement, scope);
    return undefined;
  }
  const declared = resolveReplication({ name, members, clauses, choice }, scope, places);
  if (declared === undefined) return undefined;
  const replication = agreesOnMembership(clauses, scope) ? withMembership(clauses, declared, scope) : declared;
  const witnesses = witnessesWithVotes(statement, members, replication, scope);
  const observers = observersThatFollow(statement, members, replication, scope);
  const onPartition = resolveReaction(clauses, scope);
  const merge = resolveMerge(clauses, scope);
  const byHand = rejoinsByHand(clauses, scope) && throwsHistoryAway({ merge, replication });
  reportContradictions(clauses, { members, choice, replication, merge }, scope);
  const entry = scope.own('store', name);
  if (entry === undefined) return undefined;
  const { detect } = clauses.all;
  const detectMs = detect?.duration === undefined ? undefined : scope.duration(detect.duration, 'Detecting');
  const { preset } = clauses;
  const store: Store = {
    name: name.name,
    replicas,
    witnesses,
    ...(observers.length === 0 ? {} : { observers }),
    ...(choice === undefined ? {} : { choice }),
    replication,
    onPartition,
    merge,
    ...(byHand ? { rejoinsByHand: true } : {}),
    ...(detectMs === undefined ? {} : { detectMs }),
    ...(preset === undefined ? {} : { preset: preset.name }),
  };
  return { entry, statement, store, preset, plain: plainLevelsOf(clauses, { replicas, witnesses }) };
}

function saysNothing({ own, all }: Clauses): boolean {
  return all.choose === undefined && all.replicate === undefined && own.like === undefined;
}

function reportNoReplicas({ name, members }: StoreStatement, scope: Scope): void {
  // A replica that could not be resolved has a diagnostic already.
  if (name === undefined || members.some(({ role }) => role === 'replica')) return;
  scope.report(
    STORE.noReplicas,
    name.span,
    `${quote(name.name)} has no replica that holds data: name its nodes after \`on\`.`,
  );
}

/** CP is the usual one: an error is seen and repeated, while a conflict may be found years later. */
function withChoice(choice: 'CP' | 'AP', what: string, statement: StoreStatement, scope: Scope): Fix {
  const { end } = statement.span;
  const isOpen = scope.textOf(statement.span).endsWith('}');
  const edit = isOpen
    ? { span: { start: end - 1, end: end - 1 }, text: `choose ${choice} ` }
    : { span: { start: end, end }, text: ` { choose ${choice} }` };
  return { title: `Choose ${choice}: ${what}`, edits: [edit], ...(choice === 'CP' ? { isPreferred: true } : {}) };
}

function reportMissingChoice(statement: StoreStatement, scope: Scope): void {
  const { name, span } = statement;
  // What the parser could not read may be the choice.
  if (name === undefined || scope.broken(span)) return;
  scope.report(
    STORE.missingChoice,
    name.span,
    `${quote(name.name)} doesn't say what gives way in a partition: ` +
      'write `choose CP`, `choose AP`, `replicate …` or `like …`.',
    {
      fixes: [
        withChoice('CP', 'refuse what cannot be agreed on', statement, scope),
        withChoice('AP', 'answer from what is in reach', statement, scope),
      ],
    },
  );
}

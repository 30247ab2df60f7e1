import { didYouMean } from '../../base/didYouMean.js';
import type { Span } from '../../base/span.js';
import { NAMES } from '../../checks/names.js';
import { OPERATION } from '../../checks/operation.js';
import { STORE } from '../../checks/store.js';
import { TEXT } from '../../checks/text.js';
import type { Need, StepNode, Word } from '../../syntax/ast.js';
import { levelsOf } from '../levels.js';
import type { Level, NeedModel, Step, Store } from '../model.js';
import { nameText } from '../nameText.js';
import { levelsFor, presetLevel } from '../presets/index.js';
import type { Preset, PresetLevel } from '../presets/preset.js';
import { GUARANTEES, LEVELS, READ_GUARANTEES } from '../values.js';
import { foreignValue, oneOf, quote, replacement, type Scope } from './scope.js';
import type { StorePart } from './store/store.js';

type Access = Step['access'];

export interface StepPart {
  readonly step: Step;
  /** Of each of its needs. */
  readonly needs: readonly Span[];
}

/** Undefined where its store is unknown. */
export function resolveStep(node: StepNode, scope: Scope, stores: readonly StorePart[]): StepPart | undefined {
  const { access } = node;
  const index = node.store === undefined ? undefined : scope.find('store', node.store)?.index;
  const needs = node.needs.flatMap((need) => resolveNeed(need, access, scope) ?? []);
  const part = index === undefined ? undefined : stores[index];
  const named = presetLevelOf(node, part);
  const level = named === undefined ? resolveLevel(node.level, access, part?.preset, scope) : named.level;
  if (index === undefined || part === undefined) return undefined;
  if (access === 'write' && part.statement.clauses.some(({ kind }) => kind === 'from')) {
    reportDerivedWrite(node, part.store, scope);
    return undefined;
  }
  const allowed = level === undefined ? undefined : allowedLevel({ level, named, node }, part.store, scope);
  const boundMs = resolveBound(node, allowed, named, scope);
  return {
    step: {
      access,
      store: index,
      ...(allowed === undefined ? {} : { level: allowed }),
      ...(boundMs === undefined ? {} : { boundMs }),
      needs: needs.map(({ need }) => need),
    },
    needs: needs.map(({ span }) => span),
  };
}

function reportDerivedWrite({ store: word, span }: StepNode, { name }: Store, scope: Scope): void {
  scope.report(
    OPERATION.writeToDerived,
    word?.span ?? span,
    `${quote(name)} is derived from another store: write that one only, and its feed does the rest.`,
  );
}

/** The product's level that is written, or that an operation without `level` means. */
function presetLevelOf({ level, access }: StepNode, store: StorePart | undefined): PresetLevel | undefined {
  const name = level?.name ?? store?.plain?.[access];
  return store?.preset === undefined || name === undefined ? undefined : presetLevel(store.preset, access, name);
}

/** One of our own levels; a store with a preset has the product's beside them. */
function resolveLevel(
  word: Word | undefined,
  access: Access,
  preset: Preset | undefined,
  scope: Scope,
): Level | undefined {
  if (word === undefined) return undefined;
  const own = LEVELS.find((value) => value === word.name);
  if (own !== undefined) return own;
  if (preset === undefined) return scope.value(word, LEVELS, 'level');
  const names = levelsFor(preset, access).map(({ name }) => name);
  const meant = foreignValue(word.name, LEVELS) ?? didYouMean(word.name, [...names, ...LEVELS]);
  const other = preset.levels.find(({ name }) => name === word.name)?.access;
  const only = other === undefined ? '' : `, only a ${other} level`;
  const hint =
    meant === undefined
      ? `; ${oneOf(names)}`
      : `: did you mean ${quote(meant)}? Its ${access} levels are ${names.map(quote).join(', ')}.`;
  scope.report(
    NAMES.unknownValue,
    word.span,
    `${quote(word.name)} is not a ${access} level of ${quote(preset.name)}${only}${hint}`,
    { fixes: meant === undefined ? [] : [replacement(word.span, nameText(meant))] },
  );
  return undefined;
}

interface Asked {
  readonly level: Level;
  /** The product's level that stands for it. */
  readonly named: PresetLevel | undefined;
  readonly node: StepNode;
}

/** The level where the store's scheme has it; a preset's own default is never refused. */
function allowedLevel({ level, named, node }: Asked, store: Store, scope: Scope): Level | undefined {
  if (node.level === undefined) return level;
  const problem = problemWith({ level, named, node }, store);
  if (problem === undefined) return level;
  scope.report(OPERATION.levelNotAllowed, node.level.span, problem);
  return undefined;
}

function problemWith({ level, named, node }: Asked, { name, replicas, replication }: Store): string | undefined {
  const levels = levelsOf(replication.scheme, node.access);
  if (!levels.includes(level)) {
    const standsFor = named === undefined ? '' : `, which ${quote(named.name)} stands for,`;
    const has = `\`${replication.scheme}\` has no level \`${level}\`${standsFor} for a ${node.access}`;
    return `${has}: write one of ${levels.join(', ')}.`;
  }
  if (level === 'two' && replicas.length < 2) return `\`two\` needs two replicas, and ${quote(name)} has one.`;
  return undefined;
}

/** How old an answer of `level bounded 5s` may be; a preset's level has a bound of its own. */
function resolveBound(
  { level, bound }: StepNode,
  allowed: Level | undefined,
  named: PresetLevel | undefined,
  scope: Scope,
): number | undefined {
  if (allowed !== 'bounded') {
    if (bound !== undefined && level?.name !== 'bounded')
      scope.report(TEXT.syntaxError, bound.span, 'Only `level bounded` has a duration after it: remove this one.');
    return undefined;
  }
  if (bound !== undefined) return scope.duration(bound, 'A bound');
  if (named?.boundMs !== undefined) return named.boundMs;
  if (level !== undefined) reportMissingBound('level', level.span, scope);
  return 5000;
}

function reportMissingBound(word: 'level' | 'needs', span: Span, scope: Scope): void {
  scope.report(TEXT.syntaxError, span, `How old may an answer be? Write a duration: \`${word} bounded 5s\`.`, {
    fixes: [{ title: 'At most 5 seconds', edits: [{ span: { start: span.end, end: span.end }, text: ' 5s' }] }],
  });
}

interface NeedPart {
  readonly need: NeedModel;
  readonly span: Span;
}

function resolveNeed({ guarantee: word, bound, span }: Need, access: Access, scope: Scope): NeedPart | undefined {
  const guarantee = scope.value(word, GUARANTEES, 'guarantee');
  if (guarantee === undefined) return undefined;
  if (access === 'write' && READ_GUARANTEES.includes(guarantee)) {
    scope.report(
      STORE.ineffectiveClause,
      span,
      `\`${guarantee}\` is a promise to reads and says nothing of a write: put it on the reads.`,
    );
    return undefined;
  }
  if (guarantee !== 'bounded') {
    if (bound !== undefined)
      scope.report(TEXT.syntaxError, bound.span, 'Only `needs bounded` has a duration after it: remove this one.');
    return { need: { guarantee }, span };
  }
  if (bound === undefined) {
    reportMissingBound('needs', span, scope);
    return { need: { guarantee, boundMs: 5000 }, span };
  }
  const boundMs = scope.duration(bound, 'A bound');
  return { need: { guarantee, ...(boundMs === undefined ? {} : { boundMs }) }, span };
}

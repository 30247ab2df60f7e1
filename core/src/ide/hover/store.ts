import { MERGES } from '../../engine/merge/index.js';
import type { Derivation, Model, Store, VertexId } from '../../model/model.js';
import { clausesOf, presetNamed } from '../../model/presets/index.js';
import type { Preset } from '../../model/presets/preset.js';
import { schemeOf } from '../../model/schemes/index.js';
import { presetTitle } from '../../render/words/preset.js';
import { count, shortList } from '../../render/words/sentence.js';
import { vertexName } from '../../render/words/names.js';
import type { StoreClause, StoreStatement } from '../../syntax/ast.js';
import { requiredText } from './service.js';
import { asText, bold, listed, MOST_LISTED } from '../markdown.js';

/** What was chosen, what that implies, and which operations use it. `statement` tells a choice from a default. */
export function storeHover(model: Model, index: number, statement: StoreStatement | undefined): string {
  const store = model.stores[index];
  if (store === undefined) return '';
  const preset = store.preset === undefined ? undefined : presetNamed(store.preset);
  const from = origins(statement, preset);
  const like = preset === undefined ? '' : ` · like ${presetTitle(preset)}`;
  const members = `${names(model, store.replicas)}${witnesses(model, store)}${observers(model, store)}`;
  return [
    `store ${bold(store.name)} on ${members}${like}`,
    '',
    ...clauseTexts(model, store).map(([kind, text]) => `- ${kind} ${text}${from(kind)}`),
    `- used by ${users(model, index)}`,
  ].join('\n');
}

/** For each kind of clause, where it comes from: nothing where it is written in the store. */
function origins(
  statement: StoreStatement | undefined,
  preset: Preset | undefined,
): (kind: StoreClause['kind']) => string {
  const written = new Set(statement?.clauses.map(({ kind }) => kind));
  const inPreset = new Set(preset === undefined ? [] : clausesOf(preset).map(({ kind }) => kind));
  return (kind) => {
    if (written.has(kind)) return '';
    return preset !== undefined && inPreset.has(kind) ? ` (like ${preset.name})` : ' (default)';
  };
}

function clauseTexts(model: Model, store: Store): (readonly [StoreClause['kind'], string])[] {
  const { choice, replication, onPartition, merge, detectMs, from } = store;
  if (from !== undefined) return derivedTexts(model, store, from);
  const chosen = choice === 'CP' ? 'CP: refuse what can’t be consistent' : 'AP: answer from what can be reached';
  const wait = onPartition.kind === 'wait' ? `wait ${duration(onPartition.ms)}, then time out` : 'refuse at once';
  const wording = {
    name: (id: VertexId) => asText(vertexName(model, id)),
    list: (ids: readonly VertexId[]) => names(model, ids),
    count,
  };
  const texts: (readonly [StoreClause['kind'], string] | undefined)[] = [
    choice === undefined ? undefined : ['choose', chosen],
    ['replicate', schemeOf(replication).describe(replication, store, wording)],
    // A store that answers whatever happens neither refuses nor waits.
    choice === 'AP' ? undefined : ['on partition', wait],
    ['merge', `${merge}: ${MERGES[merge].atHeal('two writes', 'two writes')}`],
    store.rejoinsByHand === true
      ? ['rejoin', 'manual: a person has to rebuild those whose history is thrown away']
      : undefined,
    store.requires === undefined ? undefined : ['requires', requiredText(model, store.requires)],
    detectMs === undefined ? undefined : ['detect', `${duration(detectMs)}, until everybody has noticed a break`],
  ];
  return texts.flatMap((text) => (text === undefined ? [] : [text]));
}

/** Derived data has nothing that was chosen for its copies. */
function derivedTexts(
  model: Model,
  store: Store,
  { store: source, boundMs, orSource }: Derivation,
): (readonly [StoreClause['kind'], string])[] {
  const name = asText(model.stores[source]?.name ?? '?');
  const bound = boundMs === undefined ? '' : `; a copy that is older than ${duration(boundMs)} refuses`;
  const required = (store.requires ?? []).filter(({ kind, index }) => kind !== 'store' || index !== source);
  return [
    ['from', `${name}: each copy answers from what its feed brought, and nobody writes it${bound}`],
    ...(orSource === true ? [['else', `${name}: clients that no copy answers read it`] as const] : []),
    ...(required.length === 0 ? [] : [['requires', requiredText(model, required)] as const]),
  ];
}

function users(model: Model, index: number): string {
  const all = model.operations.flatMap((operation) =>
    operation.steps
      .filter((step) => step.store === index)
      .map((step) => `${asText(operation.name)} (${step.access}${step.level === undefined ? '' : ` ${step.level}`})`),
  );
  return all.length === 0 ? 'no operation' : shortList([...new Set(all)], MOST_LISTED);
}

function names(model: Model, ids: readonly VertexId[]): string {
  return listed(ids.map((id) => vertexName(model, id)));
}

function witnesses(model: Model, store: Store): string {
  if (store.witnesses.length === 0) return '';
  return `, ${store.witnesses.length === 1 ? 'witness' : 'witnesses'} ${names(model, store.witnesses)}`;
}

function observers(model: Model, { observers: all = [] }: Store): string {
  const said = all.map(({ node, from }) => {
    const fed = from === undefined ? '' : ` of ${asText(vertexName(model, from))}`;
    return `observer ${asText(vertexName(model, node))}${fed}`;
  });
  return said.length === 0 ? '' : `, ${shortList(said, MOST_LISTED)}`;
}

function duration(ms: number): string {
  return ms >= 1000 && ms % 100 === 0 ? `${ms / 1000} s` : `${ms} ms`;
}

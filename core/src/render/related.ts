import type { Related } from '../checks/diagnostic.js';
import type { Cause, Outcome } from '../engine/facts.js';
import type { Model, Resolved, Store, VerdictKind, VertexId } from '../model/model.js';
import { HEALTHY } from '../network/fault.js';
import { placePair } from '../network/places.js';
import { breakText } from './words/cause.js';
import { operationName, vertexName } from './words/names.js';
import { list } from './words/sentence.js';

/** Something of a model that a finding points at, wherever it stands. */
export interface RelatedPlace {
  readonly kind: 'stores' | 'operations' | 'partitions' | 'links' | 'vertices' | 'expectations' | 'acceptances';
  readonly index: number;
  readonly message: string;
}

/** Where to look to understand an outcome: the store, what is broken, and the write that is missed or in conflict. */
export function relatedTo(resolved: Resolved, operation: number, outcome: Outcome, cause: Cause): Related[] {
  return placed(resolved, relatedPlaces(resolved.model, operation, outcome, cause));
}

/** Without those that stand nowhere: a link may be implicit. */
export function placed({ origins }: Resolved, places: readonly RelatedPlace[]): Related[] {
  return places.flatMap(({ kind, index, message }) => {
    const span = origins[kind][index];
    return span === undefined ? [] : [{ span, message }];
  });
}

export function relatedPlaces(
  model: Model,
  operation: number,
  outcome: Outcome,
  cause: Cause,
): readonly RelatedPlace[] {
  const found: RelatedPlace[] = [];
  const add = (kind: RelatedPlace['kind'], index: number, message: string): void =>
    void found.push({ kind, index, message });
  const index = model.operations[operation]?.steps[outcome.step]?.store;
  const store = index === undefined ? undefined : model.stores[index];
  if (index !== undefined && store !== undefined) add('stores', index, storeText(model, store));
  if (cause.partition !== undefined)
    add('partitions', cause.partition, `partition ${model.partitions[cause.partition]?.name ?? '?'}`);
  for (const link of cause.links) add('links', link, `${model.links[link]?.label ?? 'this link'} is cut`);
  for (const direction of cause.directions)
    add('links', direction >> 1, breakText(model, { ...HEALTHY, directions: [direction] }));
  for (const vertex of cause.stopped) add('vertices', vertex, `${vertexName(model, vertex)} is stopped`);
  for (const vertex of cause.zones) add('vertices', vertex, `zone ${vertexName(model, vertex)} is lost`);
  for (const vertex of cause.isolated) add('vertices', vertex, `${vertexName(model, vertex)} is isolated`);
  for (const vertex of cause.apart) add('vertices', vertex, `zone ${vertexName(model, vertex)} is apart`);
  for (const vertex of [...cause.destroyed, ...cause.destroyedZones])
    add('vertices', vertex, `${vertexName(model, vertex)} is destroyed`);
  for (const place of placesApart(model, cause))
    add('vertices', place.id, `${vertexName(model, place.id)} is apart from ${vertexName(model, place.from)}`);
  const { other } = outcome;
  if (other !== undefined) {
    const [what, done] = OTHER_WRITES[outcome.verdict] ?? ['the other write', 'acknowledged'];
    const when = {
      before: `, ${done} just before the break`,
      detecting: `, ${done} before the break was noticed`,
      during: '',
    }[other.when];
    add(
      'operations',
      other.operation,
      `${what}: ${operationName(model, other.operation)} from ${vertexName(model, other.client)}${when}`,
    );
  }
  return found;
}

function placesApart(model: Model, { pairs }: Cause): { readonly id: VertexId; readonly from: VertexId }[] {
  return pairs.flatMap((pair) => {
    const [one = -1, other = -1] = placePair(model, pair) ?? [];
    return [
      { id: one, from: other },
      { id: other, from: one },
    ];
  });
}

/** What the other write is to the request, and what had happened to it. */
const OTHER_WRITES: Partial<Readonly<Record<VerdictKind, readonly [what: string, done: string]>>> = {
  stale: ['the write that is missed', 'acknowledged'],
  dirty: ['the write that is shown and discarded', 'taken in'],
  conflict: ['the write that it is in conflict with', 'acknowledged'],
};

/** "store accounts: consensus on us1, us2 and eu1, chosen CP" */
function storeText(model: Model, store: Store): string {
  const witnesses = store.witnesses.map((id) => `witness ${vertexName(model, id)}`);
  const observers = (store.observers ?? []).map(({ node }) => `observer ${vertexName(model, node)}`);
  const members = list([...store.replicas.map((id) => vertexName(model, id)), ...witnesses, ...observers]);
  const choice = store.choice === undefined ? '' : `, chosen ${store.choice}`;
  return `store ${store.name}: ${store.replication.scheme} on ${members}${choice}`;
}

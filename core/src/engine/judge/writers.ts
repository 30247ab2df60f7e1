import type { Model, VertexId } from '../../model/model.js';
import { alikeClients } from '../../model/alike.js';
import type { AcknowledgedWrite } from '../replication/scheme.js';

/** A write step of an operation, issued by one of its clients: its write may be missed or be in conflict. */
export interface Writer {
  readonly operation: number;
  readonly step: number;
  readonly client: VertexId;
}

/** The writes that an answer is compared with. */
export interface WriteSource {
  /** The writers of the store. A read step stands for the writes that it answered. */
  writers(store: number): readonly Writer[];
  /** Writes that were acknowledged under other faults than the one that is judged. */
  carried(store: number): readonly AcknowledgedWrite[];
  /** Does a read after the heal count as well? Such a read misses the writes that the heal discards. */
  readonly outlivesHeal: boolean;
}

/** Every write to every store. `writers`: per store, as `distinctWriters` finds them. */
export function everyWrite(model: Model, writers: readonly (readonly Writer[])[]): WriteSource {
  const few = writers.map((ofStore) => firstTwo(model, ofStore));
  return { writers: (store) => few[store] ?? [], carried: () => [], outlivesHeal: false };
}

/**
 * Of the writers that differ by nothing but clients that are alike, the first two: their writes are the same, and what
 * is told of a write is best told beside that of another client.
 */
function firstTwo(model: Model, writers: readonly Writer[]): readonly Writer[] {
  const counts = new Map<string, number>();
  return writers.filter((writer) => {
    const key = alikeKey(model, writer);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= 2;
  });
}

/** As `writerKey`, of writers whose clients are alike. */
export function alikeKey(model: Model, writer: Writer): string {
  return writerKey(model, { ...writer, client: alikeClients(model)(writer.client) });
}

/** The requests of one client to one store, one after the other. */
export interface Session {
  readonly store: number;
  /** Its writes, or its reads, which stand for the writes that they answered. */
  readonly steps: readonly Writer[];
  /** Its writes from other faults than the one that is judged. */
  readonly carried: readonly AcknowledgedWrite[];
}

/** Only the writes of one session. */
export function writesOfSession(session: Session): WriteSource {
  return {
    writers: (store) => (store === session.store ? session.steps : []),
    carried: (store) => (store === session.store ? session.carried : []),
    outlivesHeal: true,
  };
}

/** Two writers with the same key can get the same writes acknowledged in every world. */
export function writerKey(model: Model, { operation, step, client }: Writer): string {
  const { steps, through } = model.operations[operation] ?? { steps: [] };
  // Through services, the steps up to the first write decide which instance carries it out.
  const last =
    through === undefined
      ? step
      : Math.max(
          step,
          steps.findIndex(({ access }) => access === 'write'),
        );
  const before = steps.slice(0, last + 1);
  const way = through === undefined ? client : [client, through, step];
  return JSON.stringify([way, ...before.map(({ access, store, level }) => [access, store, level])]);
}

/**
 * Per store, its writers. Of several writers with the same key only the first: a thousand operations of one shape are
 * one writer.
 */
export function distinctWriters(model: Model): readonly (readonly Writer[])[] {
  const known = ofModels.get(model) ?? findWriters(model);
  ofModels.set(model, known);
  return known;
}

/** Every judge of a model asks for them, and each client with a guarantee has judges of its own. */
const ofModels = new WeakMap<Model, readonly (readonly Writer[])[]>();

function findWriters(model: Model): Writer[][] {
  const found = model.stores.map(() => new Map<string, Writer>());
  for (const [operation, { clients, steps }] of model.operations.entries()) {
    for (const [step, { access, store }] of steps.entries()) {
      if (access !== 'write') continue;
      for (const client of clients) {
        const writer: Writer = { operation, step, client };
        const key = writerKey(model, writer);
        const ofStore = found[store];
        if (ofStore?.has(key) === false) ofStore.set(key, writer);
      }
    }
  }
  return found.map((ofStore) => [...ofStore.values()]);
}

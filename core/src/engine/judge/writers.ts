import type { Model, VertexId } from '../../model/model.js';
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
export function everyWrite(writers: readonly (readonly Writer[])[]): WriteSource {
  return { writers: (store) => writers[store] ?? [], carried: () => [], outlivesHeal: false };
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
export function distinctWriters(model: Model): Writer[][] {
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

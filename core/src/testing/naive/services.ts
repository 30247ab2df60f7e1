import type { Model, Operation, Service, Step, VertexId } from '../../model/model.js';
import type { Network } from './network.js';
import type { Contact } from './requests.js';
import type { Acknowledged } from './scheme.js';

/** All that was asked has refused; `by`: the replicas that did and had noticed the break. */
export interface Refused {
  readonly refusedBy: readonly VertexId[];
  /** The instances that refused it: `aware` lack an answer of those that have noticed the break, and no others refused. */
  readonly instances?: 'aware' | 'others';
}

/**
 * Everything that a request can come to for the vertex that sends it through services. `levels`: the services in
 * order. `work`: everything that it can come to at an instance of the last one, which others have refused before.
 * `silence`: what the sender gets that does not hear the result.
 */
export function throughServices<T extends object>(
  network: Network,
  sender: VertexId,
  [level, ...rest]: readonly Level[],
  before: Refused,
  {
    work,
    silence,
    contact,
  }: {
    readonly work: (at: VertexId, before: Refused) => readonly (T | Refused)[];
    readonly silence: (result: T | Refused) => T;
    readonly contact: ContactOf;
  },
): (T | Refused)[] {
  const results: T[] = [];
  let open: Refused[] = [before];
  for (const instance of network.orderAmong(sender, level?.instances ?? [])) {
    const { there, back, old } = contact(sender, instance, network.orderAmong(sender, level?.instances ?? []));
    if (old && !there && open.length > 0) results.push(silence({ refusedBy: [] }));
    if (!there || (!back && !old) || open.length === 0) continue;
    const found = open.flatMap((refused): readonly (T | Refused)[] =>
      level !== undefined && level.lacks(instance).length > 0
        ? level.lacks(instance).map((silent) => ({
            ...and(refused, level.isAware ? 'aware' : 'others'),
            refusedBy: [...refused.refusedBy, ...silent],
          }))
        : (rest.length === 0
            ? work(instance, { refusedBy: refused.refusedBy })
            : throughServices(network, instance, rest, { refusedBy: refused.refusedBy }, { work, silence, contact })
          ).map((one) =>
            'refusedBy' in one
              ? {
                  ...and(refused, rest.length > 0 && one.instances === 'aware' ? 'aware' : 'others'),
                  refusedBy: one.refusedBy,
                }
              : one,
          ),
    );
    // On a new connection the request would have gone to the next one instead.
    if (!back) {
      results.push(...found.map(silence));
      continue;
    }
    open = [];
    for (const one of found) {
      if ('refusedBy' in one) open.push(one);
      else results.push(one);
    }
  }
  return [...results, ...open];
}

/** One more has refused it. */
function and(before: Refused, instances: 'aware' | 'others'): Refused {
  return { ...before, instances: before.instances === 'others' ? 'others' : instances };
}

type ContactOf = (from: VertexId, to: VertexId, order: readonly VertexId[]) => Contact;

/** A service on the way of a request. */
interface Level {
  readonly instances: readonly VertexId[];
  /**
   * Why an instance does not get the answers that the service requires, one reason or more: the replicas of the store
   * in question that did not answer it and have noticed the break. No reason: it gets them.
   */
  lacks(instance: VertexId): readonly (readonly VertexId[])[];
  /** Where it gets none: are those that gave none aware of the break, where only the answers of others are asked for? */
  readonly isAware: boolean;
}

/** The replicas of a store that were asked in vain and have noticed the break. */
export type SilentOf = (store: number) => readonly VertexId[];

/** Why an instance does not serve; no reason: it does. */
export type Lacks = (service: Service, instance: VertexId) => readonly SilentOf[];

/** The services that an operation goes through, in order. `store`: the one whose replicas are in question. */
export function levelsOf(
  services: readonly Service[],
  lacks: Lacks,
  { store = -1, isAware = () => false }: { readonly store?: number; readonly isAware?: (service: Service) => boolean },
): Level[] {
  return services.map((service) => ({
    instances: service.instances,
    lacks: (instance) => lacks(service, instance).map((silent) => silent(store)),
    isAware: isAware(service),
  }));
}

export function servicesOf({ services }: Model, { through }: Operation): Service[] {
  return (through ?? []).flatMap((index) => services[index] ?? []);
}

/** What carrying out a step comes to at one vertex. */
type Result = Failed | { readonly kind: 'acknowledged'; readonly write: Acknowledged } | { readonly kind: 'answered' };

/**
 * The ways in which replicas can take in a write step of an operation through services, acknowledged to its client or
 * not, while each store is in one scenario. `perform`: the results of a step that an instance issues. `needed`: how many steps must succeed at the
 * instance that carries it out.
 */
export function takenThrough(
  network: Network,
  { steps, levels }: { readonly steps: readonly Step[]; readonly levels: readonly Level[] },
  client: VertexId,
  { at, needed }: { readonly at: number; readonly needed: number },
  {
    perform,
    contact,
  }: {
    readonly perform: (step: Step, instance: VertexId) => readonly Result[];
    readonly contact: ContactOf;
  },
): Acknowledged[] {
  const own = steps[at]?.store;
  const work = (instance: VertexId, before: Refused): (Way | Refused)[] => {
    const found: Refused[] = [];
    let ways: Way[] = [{ writes: [] }];
    let hasWritten = false;
    for (const [i, step] of steps.entries()) {
      const results = perform(step, instance);
      for (const result of hasWritten ? [] : results)
        if (isRefused(result))
          found.push({ refusedBy: [...before.refusedBy, ...(result.store === own ? result.refusedBy : [])] });
      const succeeded = results.filter(({ kind }) => kind !== 'failed');
      if (i === at)
        ways = results.flatMap((result): Way[] => {
          const write = takenBy(result);
          return write === undefined
            ? []
            : [{ writes: [{ ...write, refusedBy: [...(write.refusedBy ?? []), ...before.refusedBy] }] }];
        });
      if (succeeded.length === 0) return i < needed ? found : [...found, ...ways];
      hasWritten ||= step.access === 'write';
    }
    return [...found, ...ways];
  };
  return throughServices<Way>(
    network,
    client,
    levels,
    { refusedBy: [] },
    { work, silence: withoutAnswer, contact },
  ).flatMap((one) => ('writes' in one ? one.writes : []));
}

/** The write of a result of a write step, with or without an answer. */
export function takenBy(result: Result): Acknowledged | undefined {
  if (result.kind === 'acknowledged') return result.write;
  return result.kind === 'failed' && result.kept !== undefined ? { ...result.kept, unanswered: true } : undefined;
}

/** The client does not hear what became of it. */
function withoutAnswer(result: Way | Refused): Way {
  return { writes: 'writes' in result ? result.writes.map((write) => ({ ...write, unanswered: true })) : [] };
}

/** What replicas take in for an attempt. */
interface Way {
  readonly writes: readonly Acknowledged[];
}

/** A request that failed: refused by all that were in reach, or without an answer. */
export interface Failed {
  readonly kind: 'failed';
  readonly key: 'error' | 'unknown';
  /** Of those that refused, the replicas that have noticed the break; absent: it was not refused. */
  readonly refusedBy?: readonly VertexId[];
  /** The replicas that have noticed the break and were asked in vain. */
  readonly aware?: readonly VertexId[];
  /** The store that was asked last. */
  readonly store?: number;
  /** Its sender waits on a connection from before the break. */
  readonly stuck?: true;
  /** The write stays on these replicas nevertheless. */
  readonly kept?: Acknowledged;
}

export function isRefused(result: { readonly kind: string }): result is Failed & Refused {
  return result.kind === 'failed' && 'refusedBy' in result;
}

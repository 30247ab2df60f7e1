import type { Operation, Service, VertexId } from '../../model/model.js';
import { nearestFirst } from '../../network/topology.js';
import type { World } from '../../network/world.js';
import { mayHang } from '../connection.js';
import type { Serves } from './requirements.js';

/**
 * The way of one request from its client to the one that issues the steps: an instance of the last service that the
 * operation goes through, or the client itself.
 */
export interface Attempt {
  readonly issuer: VertexId;
  /** The instances that the request passes, the issuer last; empty if the client issues the steps. */
  readonly path: readonly VertexId[];
  /** The instances that refused the request before, since they lack an answer that their service requires. */
  readonly lacking: readonly Instance[];
  /** Does an answer travel all the way back to the client? */
  isHeard(): boolean;
}

export interface Instance {
  readonly service: Service;
  readonly at: VertexId;
}

/**
 * How a request ends if every attempt is refused. `silence`: a refusal was lost on its way back. `aware`: all that
 * refused it have noticed the break, where only the answers of one that has not are asked for.
 */
export interface End {
  readonly kind: 'refused' | 'silence' | 'aware';
  readonly reason: () => string;
}

/** The services that an operation goes through; empty: its clients issue the steps. */
export function servicesOf({ services }: { readonly services: readonly Service[] }, { through }: Operation): Service[] {
  return (through ?? []).flatMap((index) => services[index] ?? []);
}

/** All that may issue the steps of an operation. */
export function issuersOf(model: { readonly services: readonly Service[] }, operation: Operation): readonly VertexId[] {
  return servicesOf(model, operation).at(-1)?.instances ?? operation.clients;
}

/** What a request through services meets. */
export interface Around {
  readonly world: World;
  readonly healthy: World;
  readonly services: readonly Service[];
  readonly serves: Serves;
  /** Those that send the request on may not have given up yet the first that they asked before the break. */
  readonly isUnaware: boolean;
  /** Does an instance that lacks an answer refuse because of those that have noticed the break? Absent: not asked. */
  readonly isAware?: (service: Service) => boolean;
}

/**
 * Every possible journey of a request: they differ in who waits on a connection from before the break (`mayHang`) and
 * who makes a new one. The caller leaves each journey where it ends, and then asks for the next one.
 */
export function* journeys(around: Around, client: VertexId): Generator<Generator<Attempt, End>> {
  const waits: boolean[] = [];
  do {
    let asked = 0;
    yield journey({ ...around, hangs: () => (waits[asked++] ??= false), lacking: [] }, client);
    while (waits.at(-1) === true) waits.pop();
    if (waits.length > 0) waits[waits.length - 1] = true;
  } while (waits.length > 0);
}

/**
 * The attempts of a request in the order in which they are made. The caller asks for the next one if the one before was
 * refused: an instance that gets refusals only, reaches no instance of the next service, or lacks an answer
 * that its service requires, refuses as well.
 */
function* journey(around: Decided, client: VertexId): Generator<Attempt, End> {
  if (around.services.length === 0) {
    yield { issuer: client, path: [], lacking: [], isHeard: () => true };
    return refused(() => 'every replica refused');
  }
  return yield* onwards(around, [client]);
}

interface Decided extends Around {
  /** Where it is possible to wait on a connection from before the break: does the sender do so? */
  readonly hangs: () => boolean;
  /** Those that have refused so far because they lack an answer. */
  readonly lacking: Instance[];
}

/** `path`: the client and the instances so far; the last of them sends the request on. */
function* onwards(around: Decided, path: readonly VertexId[]): Generator<Attempt, End> {
  const { world, healthy, services, serves, isUnaware } = around;
  const { topology } = world;
  const service = services[path.length - 1];
  const sender = path.at(-1) ?? -1;
  if (service === undefined) return refused(() => '');
  const nameOf = (vertex: VertexId): string => topology.model.vertices[vertex]?.name ?? '?';
  let first: End | undefined;
  const instances = nearestFirst(topology, sender, service.instances);
  const hasSession = (instance: VertexId): boolean =>
    isUnaware && instance === instances.find((one) => healthy.connected(sender, one));
  for (const instance of instances) {
    const arrives = world.reach(sender, instance);
    if (!arrives || world.isHalfOpen(sender, instance)) {
      if (!mayHang(around, sender, instance, hasSession(instance)) || !around.hangs()) continue;
      if (!arrives)
        return {
          kind: 'silence',
          reason: () =>
            `${nameOf(sender)} still waits for ${service.name} at ${nameOf(instance)}, which the request can't reach ` +
            'any more',
        };
    }
    const way = [...path, instance];
    if (!serves(service, instance)) {
      around.lacking.push({ service, at: instance });
      const kind = around.isAware?.(service) === true ? 'aware' : 'refused';
      if (first === undefined || first.kind === 'aware')
        first = {
          kind,
          reason: () => `${service.name} at ${nameOf(instance)} gets no answer from all that it requires`,
        };
    } else if (way.length > services.length) {
      const isHeard = (): boolean => way.every((at, i) => i === 0 || world.reach(at, way[i - 1] ?? -1));
      yield { issuer: instance, path: way.slice(1), lacking: [...around.lacking], isHeard };
    } else {
      const end = yield* onwards(around, way);
      if (end.kind === 'silence') return end;
      if (first === undefined || first.kind === 'aware') first = end;
    }
    if (!world.reach(instance, sender))
      return {
        kind: 'silence',
        reason: () => `${service.name} at ${nameOf(instance)} refuses, and its refusal can't travel back`,
      };
  }
  return first ?? refused(() => `no instance of ${service.name} in reach of ${nameOf(sender)}`);
}

function refused(reason: () => string): End {
  return { kind: 'refused', reason };
}

/** "through gateway at g1 and api at n2" */
export function pathText(world: World, services: readonly Service[], { path }: Attempt): string {
  const { vertices } = world.topology.model;
  const passed = path.map((at, i) => `${services[i]?.name ?? '?'} at ${vertices[at]?.name ?? '?'}`);
  const before = passed.slice(0, -1);
  return `through ${before.length === 0 ? '' : `${before.join(', ')} and `}${passed.at(-1) ?? ''}`;
}

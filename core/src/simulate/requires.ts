import type { Required, VertexId } from '../model/model.js';
import { nearestFirst } from '../network/topology.js';
import { Choices } from './choices.js';
import { type Answer, bit, type Bits, Cluster } from './cluster.js';
import { PROTOCOLS } from './protocols/index.js';
import type { Broken, Member } from './run.js';
import { SilentLog } from './trace.js';

/** The stores of a run, by index. */
type Members = ReadonlyMap<number, Member>;

/** Does a machine get an answer from each of these now? A check that is refused is made again elsewhere. */
export function getsAnswers(of: Broken, members: Members, machine: VertexId, requires: readonly Required[]): boolean {
  return requires.every(({ kind, index }) => {
    if (kind === 'store') {
      const member = members.get(index);
      return member !== undefined && isAnswered(of, member, machine, index);
    }
    const { instances, requires: next = [] } = of.model.services[index] ?? { instances: [] };
    return instances.some(
      (instance) => of.broken.connected(machine, instance) && getsAnswers(of, members, instance, next),
    );
  });
}

function isAnswered(of: Broken, member: Member, machine: VertexId, store: number): boolean {
  return answersFrom(of, member, machine, store).length > 0;
}

/**
 * The copies that may answer one read of a machine at the default level, one set for each way in which it can go; it
 * leaves no trace in the run. Empty: it gets no answer in any way.
 */
export function answersFrom(
  { topology }: Broken,
  { cluster, protocol }: Member,
  machine: VertexId,
  store: number,
): Bits[] {
  const { choices, log, world } = cluster;
  const step = { access: 'read' as const, store, needs: [] };
  const { replicas, choice } = cluster.store;
  const nearest = nearestFirst(topology, machine, replicas).map((vertex) => replicas.indexOf(vertex));
  const own = new Choices();
  cluster.choices = own;
  cluster.log = new SilentLog();
  const attempt = (): Bits | undefined => {
    for (const asked of protocol.order(step, nearest)) {
      if (!world.connected(machine, cluster.vertex(asked))) continue;
      const lacks = cluster.lacks(asked);
      const answer: Answer = lacks === undefined ? protocol.read(asked, step) : { kind: 'refused', why: lacks };
      const byItself = choice === 'AP' && lacks === undefined ? bit(asked) : undefined;
      const served = answer.kind === 'read' ? answer.from : byItself;
      if (served === undefined && (answer.kind === 'waits' || cluster.store.onPartition.kind === 'wait'))
        return undefined;
      if (served !== undefined) return served;
    }
    return undefined;
  };
  const found = new Set<Bits>();
  do {
    const answer = attempt();
    if (answer !== undefined) found.add(answer);
  } while (own.advance());
  cluster.choices = choices;
  cluster.log = log;
  return [...found];
}

/** By design: the machines that got their answers on the healthy network, in some case. */
const before = new WeakMap<Broken['model'], Map<string, boolean>>();

/** Did a machine get an answer from each of these before the break? */
export function gotAnswersBefore(of: Broken, machine: VertexId, requires: readonly Required[]): boolean {
  const known = before.get(of.model) ?? new Map<string, boolean>();
  before.set(of.model, known);
  return requires.every((one) => {
    const key = `${machine} ${one.kind} ${one.index}`;
    const found = known.get(key) ?? gotAnswerBefore(of, machine, one);
    known.set(key, found);
    return found;
  });
}

function gotAnswerBefore(of: Broken, machine: VertexId, { kind, index }: Required): boolean {
  if (kind === 'service') {
    const { instances, requires = [] } = of.model.services[index] ?? { instances: [] };
    return instances.some(
      (instance) => of.healthy.connected(machine, instance) && gotAnswersBefore(of, instance, requires),
    );
  }
  const store = of.model.stores[index];
  if (store === undefined) return false;
  const choices = new Choices();
  do {
    const cluster = new Cluster(of.healthy, store, choices, new SilentLog());
    cluster.lacks = (replica) => lackingBefore(of, cluster, replica);
    const protocol = PROTOCOLS[store.replication.scheme](cluster);
    protocol.start();
    if (isAnswered(of, { cluster, protocol }, machine, index)) return true;
  } while (choices.advance());
  return false;
}

function lackingBefore(of: Broken, cluster: Pick<Cluster, 'store' | 'vertex'>, replica: number): string | undefined {
  const { requires } = cluster.store;
  return requires === undefined || gotAnswersBefore(of, cluster.vertex(replica), requires)
    ? undefined
    : 'it never got an answer from all that it requires';
}

/** Why a replica does not serve: it lacks an answer that its store requires. One that has not noticed goes on. */
export function lacking(of: Broken, members: Members, cluster: Cluster, replica: number): string | undefined {
  const { requires } = cluster.store;
  if (requires === undefined) return undefined;
  if (cluster.world === of.healthy || cluster.unnoticed[replica] === true) return lackingBefore(of, cluster, replica);
  return getsAnswers(of, members, cluster.vertex(replica), requires)
    ? undefined
    : `${cluster.name(replica)} gets no answer from all that ${cluster.store.name} requires`;
}

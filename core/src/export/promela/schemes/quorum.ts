import { type Design, majorityOf, replicasByZone } from '../design.js';
import { spreading } from './leaderless.js';
import { firstOf, type ReplicationOf, type Scheme, type StoreOf } from './scheme.js';

/** The coordinator needs R or W of the replicas, or a majority of a zone's. */
export const quorum: Scheme<ReplicationOf<'quorum'>> = {
  clauses: ['scheme', 'read', 'write', 'sloppy', 'readRepair'],
  isOpen: () => false,
  write: (design, store) => ({
    write: serve(design, store, 'write'),
    read: serve(design, store, 'read'),
    ...spreading(design, store),
  }),
};

function serve(design: Design, store: StoreOf<'quorum'>, access: 'read' | 'write'): string {
  const data = design.set(store.replicas);
  const enough = isEnough(design, store, store.replication[access]);
  const isLenient = store.replication.sloppy || store.choice === 'AP';
  const refuse =
    access === 'read'
      ? 'pool = 0; need = 0'
      : `/* it has sent the write to all that it reaches, unless it knew better before the break */
pool = on(HEALTHY, replica) & ${data};
${enough};
refused_before = !served; served = 0; keeps = 1; core = in_reach; pool = 0; need = 0; each_zone = 0`;
  return `pool = on(net, replica) & ${data};
in_reach = pool;
${enough};
if :: !served -> ${isLenient ? 'served = 1; core = in_reach; pool = 0; need = 0' : refuse} :: else fi;
in_reach = 0`;
}

/** Sets `served`: are there enough replicas in `pool`? */
function isEnough(design: Design, store: StoreOf<'quorum'>, configured: number): string {
  const data = design.set(store.replicas);
  const all = store.replicas.length;
  return `if
:: level == LOCAL -> served = 1; core = bit(replica); pool = 0
:: level == HINT && pool != ${data} -> served = 1; core = bit(replica); pool = 0; history = HINTED
:: level == EACH_QUORUM -> served = (${majorityOfEachZone(design, store)}); each_zone = served
:: level == LOCAL_QUORUM ->
${ownZone(design, store)};
served = (size(pool) >= need)
:: else ->
need = (level == ONE || level == HINT -> 1 : (level == TWO -> 2 : (level == QUORUM -> ${majorityOf(store.replicas)} : (level == ALL -> ${all} : ${configured}))));
served = (size(pool) >= need)
fi`;
}

function majorityOfEachZone(design: Design, store: StoreOf<'quorum'>): string {
  return replicasByZone(design.model, store)
    .map((members) => `size(pool & ${design.set(members)}) >= ${majorityOf(members)}`)
    .join(' && ');
}

/** `pool` and `need` become those of the coordinator's zone. */
function ownZone(design: Design, store: StoreOf<'quorum'>): string {
  const inZone = (members: readonly number[]): string[] => [
    `pool = pool & ${design.set(members)}`,
    `need = ${majorityOf(members)}`,
  ];
  const [last = [], ...others] = replicasByZone(design.model, store).reverse();
  return firstOf(
    others.map((members) => ({ guard: `has(${design.set(members)}, replica)`, does: inZone(members) })),
    inZone(last),
  );
}

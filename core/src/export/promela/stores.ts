import type { Model, PrimaryReplication, Store, VertexId } from '../../model/model.js';
import { comment, type Design, isOpen, majorityOf, replicasByZone, zoneOf } from './design.js';

/**
 * What one store does, in Promela: how it settles once the network is broken, how a replica that is asked serves, and what an acknowledged
 * write can be worth to a read or to another write. One entry for each scheme; `docs/semantics.md`, section 5, is what they say.
 */
export interface StoreText {
  /** Chooses `leader[s]` and `former[s]` under `net`. Absent where there is nothing to choose. */
  readonly settle?: string;
  /** Statements of a `d_step` before both of the next. */
  readonly standing?: string;
  /** Statements of a `d_step`: sets `served`, and `core`, `pool`, `need`, `history`, `by` where it is. */
  readonly write: string;
  readonly read: string;
  /** Statements of a `d_step`: sets `harm` of the read, or write, with the copies `mine` against an acknowledged write with the copies `theirs`. */
  readonly missed: string;
  readonly conflict: string;
  /** An expression over `mine`: is this acknowledged write discarded? Absent: never. */
  readonly lost?: string;
}

export function storeText(design: Design, s: number, store: Store): StoreText {
  switch (store.replication.scheme) {
    case 'consensus':
      return consensus(design, s, store, store.replication);
    case 'primary':
      return primary(design, s, store, store.replication);
    case 'quorum':
      return { ...quorum(design, store, store.replication), ...together(design, store) };
    case 'any':
      return { ...any(design, store), ...together(design, store) };
  }
}

/** One case of an `if` without `->` mistakes: guard and statements. */
function when(guard: string, ...statements: readonly string[]): string {
  return `:: ${guard} -> ${statements.join('; ')}`;
}

/** The first case that holds, also where a later one does too. */
function firstOf(...cases: readonly string[]): string {
  return cases.reduceRight((rest, one) => (rest === '' ? `if\n${one}\nfi` : one.startsWith(':: else') ? rest : `if\n${one}\n${rest.startsWith('if\n:: else -> ') ? rest.slice(3, -3) : `:: else ->\n${rest}`}\nfi`), '');
}

const REFUSED = ':: else -> served = 0';

/** Under `choose AP` the replica that was asked answers by itself; a write is then on its own copy alone. */
function fallback(store: Store): string {
  return store.choice === 'AP' ? ':: else -> served = 1; core = bit(replica); history = ALONE' : REFUSED;
}

const OWN_COPY = ['served = 1', 'core = bit(replica)', 'by = replica'] as const;

// ---- consensus

function consensus(design: Design, s: number, store: Store, { leader, relay }: Extract<Store['replication'], { scheme: 'consensus' }>): StoreText {
  const voters = [...store.replicas, ...store.witnesses];
  const majority = majorityOf(voters);
  const data = design.set(store.replicas);
  const members = design.set(voters);
  /** `set` becomes who `v` can talk to; where members relay, over other members too. */
  const touch = (net: string, v: string): string => (relay === true ? `set = on(${net}, ${v}) & ${members}; grow(${net}, ${members})` : `set = on(${net}, ${v})`);
  const able = (net: string, into: string): string =>
    store.replicas.map((replica) => `${touch(net, design.vertices[replica] ?? '')};\nif :: size(set & ${members}) >= ${majority} -> ${into} = ${into} | bit(${design.vertices[replica] ?? ''}) :: else fi;`).join('\n');
  const named = leader === undefined ? '' : `if :: has(old_ones, ${design.vertices[leader] ?? ''}) -> old_ones = bit(${design.vertices[leader] ?? ''}) :: else fi;\n`;
  const store_ = design.stores[s] ?? '';
  const settle = `/* who led when the network broke, and who leads now: a leader that still can lead stays */
d_step {
${able('HEALTHY', 'old_ones')}
${named}${able('under', 'able')}
set = 0
};
if
:: old_ones == 0 -> former[${store_}] = NOBODY
:: else -> one_of(old_ones, former[${store_}])
fi;
if
:: has(able, former[${store_}]) -> leader[${store_}] = former[${store_}]
:: else ->
if
:: able == 0 -> leader[${store_}] = NOBODY
:: else -> one_of(able, leader[${store_}])
fi
fi;
able = 0; old_ones = 0`;
  // `unaware`: it may lead without a majority and not know it.
  const standing = `set = 0;
if :: head != NOBODY -> ${touch('net', 'head')} :: else fi;
follows = (head != NOBODY && (replica == head || has(set, replica)));
deposed = (unaware[store] && head != NOBODY && size(set & ${members}) < ${majority});
in_reach = set & ${data};
everyone = (in_reach == ${data});
set = 0`;
  return {
    settle,
    standing,
    write: `${firstOf(
  when(`follows && !deposed && level == ALL && everyone`, 'served = 1', `core = ${data}`),
  when(`follows && !deposed && level != ALL`, 'served = 1', 'core = bit(head)', 'pool = in_reach & ~bit(head)', `need = (size(in_reach) < ${majority} -> size(in_reach) : ${majority}) - 1`),
  fallback(store),
)}`,
    read: `${firstOf(
  when(`level == LOCAL || level == ONE || (level == BOUNDED && (unaware[store] || follows))`, ...OWN_COPY),
  when(`level == LEADER && deposed && follows`, 'served = 1', 'core = bit(head)', 'by = head'),
  when(`level != BOUNDED && follows && !deposed && level != ALL`, 'served = 1', 'core = bit(head)', 'by = head'),
  when(`level != BOUNDED && follows && !deposed && level == ALL && everyone`, 'served = 1', `core = ${data}`, 'by = head'),
  store.choice === 'AP' ? `:: else -> ${OWN_COPY.join('; ')}` : REFUSED,
)}`,
    missed: firstOf(
      when('(mine & theirs) != 0', 'harm = 0'),
      when('(mine & theirs) == 0 && (history == ALONE || leader[about] == NOBODY)', 'harm = STALE_HEAL'),
      `:: else ->
if
:: answered_by == leader[about] -> harm = 0          /* it knows every write that is not on one copy alone */
:: else ->
${touch('BROKEN', 'leader[about]')};
harm = ((set & mine) != 0 -> STALE_LAG : STALE_HEAL);
set = 0
fi`,
    ),
    conflict: `harm = ((mine & theirs) == 0 && (my_history == ALONE || history == ALONE) -> CONFLICT_HEAL : 0)`,
  };
}

// ---- primary

function primary(design: Design, s: number, store: Store, replication: PrimaryReplication): StoreText {
  const p = design.vertices[replication.primary] ?? '';
  const store_ = design.stores[s] ?? '';
  const electors = replication.electors ?? [...store.replicas, ...store.witnesses];
  const majority = majorityOf(electors);
  const sees = (net: string, v: string): string => `(size(on(${net}, ${v}) & ${design.set(electors)}) >= ${majority} && on(${net}, ${v}) != 0)`;
  const data = design.set(store.replicas);
  const others = store.replicas.length - 1;
  const able = store.replicas
    .filter((replica) => replica !== replication.primary)
    .map((replica) => `if :: ${sees('under', design.vertices[replica] ?? '')} -> able = able | bit(${design.vertices[replica] ?? ''}) :: else fi;`)
    .join('\n');
  const settle = `/* where the primary has no majority, whoever has one may be promoted */
former[${store_}] = NOBODY;
leader[${store_}] = NOBODY;
d_step {
if
:: ${sees('under', p)} -> skip
:: else ->
${able}
skip
fi
};
if
:: able == 0 -> skip
:: else -> one_of(able, leader[${store_}])
fi;
able = 0`;
  const need: Readonly<Record<string, number>> = { ONE: 0, TWO: 1, QUORUM: Math.floor(store.replicas.length / 2), ALL: others };
  const counted = `(level == ONE -> ${need['ONE']} : (level == TWO -> ${need['TWO']} : (level == QUORUM -> ${need['QUORUM']} : (level == ALL -> ${need['ALL']} : ${replication.sync}))))`;
  const configured = 'level == DEFAULT || level == LEADER';
  const asked: string[] = [];
  if (replication.minReplicas !== undefined) asked.push(when(`size(in_reach) < ${replication.minReplicas}`, 'acknowledges = 0'));
  if (replication.inSync !== undefined) {
    // Those that are gone leave the set, where it may shrink; who has not noticed that they are gone waits for them.
    const shrink = replication.failover === 'manual' ? '' : `${sees('BELIEVED', 'replica')} && `;
    asked.push(when(configured, `acknowledges = (size(pool) == ${others} || (${shrink}pool == in_reach && size(pool) + 1 >= ${replication.inSync}))`, 'need = size(pool)'));
  } else if (replication.weakens === true) {
    asked.push(when(configured, 'acknowledges = 1', `need = (size(pool) < ${replication.sync} -> size(pool) : ${replication.sync})`));
  }
  asked.push(`:: else -> need = ${counted}; acknowledges = (size(pool) >= need)`);
  const lost = (set: string, history: string, time: string): string =>
    `(leader[about] != NOBODY && ${history} == OLD && (${set} & on(BROKEN, leader[about]) & ~(${time} == DURING -> bit(${p}) : 0)) == 0)`;
  return {
    ...(isOpen(store) ? { settle } : {}),
    write: `if
:: replica == head || (replica == ${p} && acts) ->
/* who follows a new primary acknowledges nothing to the old one */
pool = on(net, replica) & ${data} & ~bit(replica) & ~(head != NOBODY && replica != head -> on(net, head) : 0);
in_reach = (unaware[store] -> on(HEALTHY, replica) & ${data} & ~bit(replica) : pool);         /* as it believes */
${asked.length === 1 ? (asked[0] ?? '').replace(/^:: else -> /, '') : firstOf(...asked)}
:: else -> acknowledges = 0
fi;
${firstOf(when('acknowledges', 'served = 1', 'core = bit(replica)', 'history = (replica == head -> NEW : OLD)'), `:: else -> pool = 0; need = 0; ${fallback(store).replace(/^:: else -> /, '')}`)};
acknowledges = 0; in_reach = 0`,
    read: `follows = (unaware[store] || (acts && has(on(net, ${p}), replica)) || (head != NOBODY && has(on(net, head), replica)));
${firstOf(
  when(
    store.choice === 'AP' ? 'true' : `(one_copy && (level != BOUNDED || follows)) || (!one_copy && ((replica == ${p} && acts) || replica == head))`,
    ...OWN_COPY,
  ),
  ...(store.choice === 'AP' ? [] : [REFUSED]),
)}`,
    missed: `if
:: (mine & theirs) != 0 -> harm = 0
:: (mine & theirs) == 0 && history == ALONE -> harm = STALE_HEAL
:: else ->
if
:: answered_by == ${p} -> harm = (history == NEW -> STALE_HEAL : 0)
:: answered_by != ${p} && answered_by == leader[about] -> harm = (${lost('theirs', 'history', 'time')} -> STALE_HEAL : 0)
:: else ->
if
:: history == OLD && has(on(BROKEN, ${p}), answered_by) -> harm = STALE_LAG
:: else ->
harm = (leader[about] != NOBODY && !${lost('theirs', 'history', 'time')} && has(on(BROKEN, leader[about]), answered_by) -> STALE_LAG : STALE_HEAL)
fi
fi
fi`,
    conflict: `if
:: (mine & theirs) != 0 || ${lost('mine', 'my_history', 'my_time')} -> harm = 0
:: else -> harm = (my_history == ALONE || history == ALONE || (my_time == DURING && time == DURING && my_history != history) -> CONFLICT_HEAL : 0)
fi`,
    lost: lost('mine', 'my_history', 'my_time'),
  };
}

/** Of a primary store: sets `old` to the one that clients know from before, if they still turn to it, and `acts` to whether it serves. */
export function primariesText(design: Design, store: Store, replication: PrimaryReplication): string {
  const p = design.vertices[replication.primary] ?? '';
  const electors = replication.electors ?? [...store.replicas, ...store.witnesses];
  const stepped = replication.stepsDown === true ? `size(on(BELIEVED, ${p}) & ${design.set(electors)}) < ${majorityOf(electors)}` : 'false';
  return `stepped = (${stepped});
old = (has(on(net, ${p}), ${p}) && !(stepped && head != NOBODY) -> ${p} : NOBODY);
acts = (old != NOBODY && !stepped)`;
}

// ---- quorum and any

type Asked = Pick<StoreText, 'write' | 'read'>;

function quorum(design: Design, store: Store, { read, write, sloppy }: Extract<Store['replication'], { scheme: 'quorum' }>): Asked {
  const { model } = design;
  const d = store.replicas.length;
  const byZone = replicasByZone(model, store);
  const data = design.set(store.replicas);
  const lenient = sloppy || store.choice === 'AP';
  const everyZone = byZone.map((members) => `size(pool & ${design.set(members)}) >= ${majorityOf(members)}`).join(' && ');
  const ownZone = byZone.flatMap((members) => members.map((id) => when(`replica == ${design.vertices[id] ?? ''}`, `pool = pool & ${design.set(members)}`, `need = ${majorityOf(members)}`)));
  const serve = (configured: number): string => `pool = on(net, replica) & ${data};
in_reach = pool;
if
:: level == LOCAL -> served = 1; core = bit(replica); pool = 0
:: level == EACH_QUORUM -> served = (${everyZone}); each_zone = served
:: level == LOCAL_QUORUM ->
${firstOf(...ownZone)};
served = (size(pool) >= need)
:: else ->
need = (level == ONE -> 1 : (level == TWO -> 2 : (level == QUORUM -> ${majorityOf(store.replicas)} : (level == ALL -> ${d} : ${configured}))));
served = (size(pool) >= need)
fi;
${lenient ? 'if :: !served -> served = 1; core = in_reach; pool = 0; need = 0 :: else fi;' : 'if :: !served -> pool = 0; need = 0 :: else fi;'}
in_reach = 0`;
  return { write: serve(write), read: serve(read) };
}

function any(design: Design, store: Store): Asked {
  const pausing = `size(on(BELIEVED, replica) & ${design.set(store.replicas)}) >= ${majorityOf(store.replicas)}`;
  const serve = store.choice === 'CP' ? firstOf(when(pausing, 'served = 1', 'core = bit(replica)'), REFUSED) : 'served = 1; core = bit(replica)';
  return { write: serve, read: serve };
}

/** Every replica carries what it has to those it is connected to, over others too. */
function together(design: Design, store: Store): Pick<StoreText, 'missed' | 'conflict' | 'lost'> {
  const data = design.set(store.replicas);
  const carried = (lag: string, heal: string): string => `if
:: (mine & theirs) != 0 -> harm = 0
:: else ->
set = mine & running;
grow(BROKEN, ${data});
harm = ((set & theirs) != 0 -> ${lag} : ${heal});
set = 0
fi`;
  const missed = carried('STALE_LAG', 'STALE_HEAL');
  if (store.merge !== 'discard') return { missed, conflict: carried('CONFLICT_LAG', 'CONFLICT_HEAL') };
  return { missed, conflict: 'harm = 0         /* nothing is merged: one side wins the heal */', lost: 'one_side_lacks_it' };
}

/** Statements of a `d_step` before `lost` is asked: whether some component of running replicas has no copy of `mine`. */
export function discardText(design: Design, store: Store): string {
  const data = design.set(store.replicas);
  const sides = store.replicas.map((id) => `if
:: has(running, ${design.vertices[id] ?? ''}) ->
set = bit(${design.vertices[id] ?? ''});
grow(BROKEN, ${data});
if :: (set & mine) == 0 -> one_side_lacks_it = 1 :: else fi
:: else
fi;`);
  return `${sides.join('\n')}\nset = 0`;
}

/** Chooses `need` of `pool` in every zone, where `level each-quorum` asks for it. */
export function eachZoneText(design: Design, store: Store, chosen: string): string {
  return replicasByZone(design.model, store)
    .map((members) => `pool = in_all & ${design.set(members)}; need = ${majorityOf(members)}; take(${chosen}); ${comment(zoneLabel(design.model, members))}`)
    .join('\n');
}

function zoneLabel(model: Model, members: readonly VertexId[]): string {
  const [first] = members;
  const zone = first === undefined ? undefined : zoneOf(model, first);
  return zone === undefined ? 'outside every zone' : `zone ${model.vertices[zone]?.name ?? ''}`;
}

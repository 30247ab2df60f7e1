import type { Model, PrimaryReplication, Store, VertexId } from '../../model/model.js';
import { comment, type Design, isOpen, majorityOf, replicasByZone, zoneOf } from './design.js';

/**
 * What one store does, in Promela: how it settles once the network is broken, how a replica that is asked serves, and what an acknowledged
 * write can be worth to a read or to another write. One entry for each scheme; `docs/semantics.md`, section 5, is what they say.
 */
export interface StoreText {
  /** Chooses `leader[s]` and `former[s]` on the network `under`. Absent where there is nothing to choose. */
  readonly settle?: string;
  /** Statements of a `d_step` that come before both of the next. */
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

/** What is done where something holds. */
interface Case {
  readonly guard: string;
  readonly then: readonly string[];
}

/** The first case that holds, also where a later one does too. Without cases: the rest alone. */
function firstOf(cases: readonly Case[], otherwise: readonly string[]): string {
  return cases.reduceRight(
    (rest, { guard, then }) =>
      `if\n:: ${guard} -> ${then.join('; ')}\n:: else ->${rest.startsWith('if\n') ? '\n' : ' '}${rest}\nfi`,
    otherwise.join('; '),
  );
}

const REFUSED = ['served = 0'];
const OWN_COPY = ['served = 1', 'core = bit(replica)', 'by = replica'];

/** Under `choose AP` the replica that was asked answers by itself; a write is then on its own copy alone. */
function fallback(store: Store): readonly string[] {
  return store.choice === 'AP' ? ['served = 1', 'core = bit(replica)', 'history = ALONE'] : REFUSED;
}

// ---- consensus

function consensus(
  design: Design,
  s: number,
  store: Store,
  { leader, relay, noPreVote }: Extract<Store['replication'], { scheme: 'consensus' }>,
): StoreText {
  const voters = [...store.replicas, ...store.witnesses];
  const majority = majorityOf(voters);
  const data = design.set(store.replicas);
  const members = design.set(voters);
  /** `set` becomes who `v` can talk to; where members relay, over other members too. */
  const touch = (net: string, v: string): string =>
    relay === true ? `set = on(${net}, ${v}) & ${members}; grow(${net}, ${members})` : `set = on(${net}, ${v})`;
  const able = (net: string, into: string): string =>
    store.replicas
      .map((replica) => design.vertices[replica] ?? '')
      .map(
        (v) =>
          `${touch(net, v)};\nif :: size(set & ${members}) >= ${majority} -> ${into} = ${into} | bit(${v})${noPreVote === true ? `; ${lasts(net, v)}` : ''} :: else fi;`,
      )
      .join('\n');
  /** Without PreVote whoever misses `v`, and hears from a member that does not, deposes it. */
  const lasts = (net: string, v: string): string =>
    `in_reach = set; set = bit(${v}); grow(${net}, ${members}); lasting = lasting | ((set & ${data} & ~in_reach) == 0 -> bit(${v}) : 0)`;
  const named = (among: string): string =>
    leader === undefined
      ? ''
      : `if :: has(${among}, ${design.vertices[leader] ?? ''}) -> old_ones = bit(${design.vertices[leader] ?? ''}) :: else fi;\n`;
  const here = design.stores[s] ?? '';
  const [who, how] =
    noPreVote === true
      ? [
          `${able('HEALTHY', 'old_ones')}
old_ones = (lasting != 0 -> lasting : old_ones);
${named('lasting')}lasted = lasting; lasting = 0;
${able('under', 'able')}
able = (lasting != 0 -> lasting : able);
in_reach = 0; set = 0`,
          `if
:: has(able, former[${here}]) && lasting != 0 -> leader[${here}] = former[${here}]         /* nobody deposes it */
:: else ->
if
:: able == 0 || lasting == 0 -> leader[${here}] = NOBODY
:: able != 0 -> one_of(able, leader[${here}])         /* it lasts, or nobody does: then any may lead for a while */
fi
fi;
steady[${here}] = (has(lasted, former[${here}]) && has(lasting, leader[${here}]) && leader[${here}] == former[${here}]);
lasting = 0; lasted = 0`,
        ]
      : [
          `${able('HEALTHY', 'old_ones')}
${named('old_ones')}${able('under', 'able')}
set = 0`,
          `if
:: has(able, former[${here}]) -> leader[${here}] = former[${here}]         /* a leader that still can lead stays */
:: else ->
if
:: able == 0 -> leader[${here}] = NOBODY
:: else -> one_of(able, leader[${here}])
fi
fi`,
        ];
  const settle = `/* who led when the network broke, and who leads now */
d_step {
${who}
};
if
:: old_ones == 0 -> former[${here}] = NOBODY
:: else -> one_of(old_ones, former[${here}])
fi;
${how};
able = 0; old_ones = 0`;
  // `unaware`: it may lead without a majority and not know it.
  const standing = `set = 0;
if :: head != NOBODY -> ${touch('BELIEVED', 'head')} :: else fi;
followed = (head != NOBODY && (replica == head || has(set, replica)));         /* as it believes */
set = 0;
if :: head != NOBODY -> ${touch('net', 'head')} :: else fi;
follows = (head != NOBODY && (replica == head || has(set, replica)));
deposed = (unaware[store] && head != NOBODY && size(set & ${members}) < ${majority});
in_reach = set & ${data};
everyone = (in_reach == ${data});
set = 0`;
  return {
    settle,
    standing,
    write: firstOf(
      [
        { guard: 'follows && !deposed && level == ALL && everyone', then: ['served = 1', `core = ${data}`] },
        {
          guard: 'follows && !deposed && level != ALL',
          then: [
            'served = 1',
            'core = bit(head)',
            'pool = in_reach & ~bit(head)',
            `need = (size(in_reach) < ${majority} -> size(in_reach) : ${majority}) - 1`,
          ],
        },
      ],
      fallback(store),
    ),
    read: firstOf(
      [
        { guard: 'level == LOCAL || level == ONE || (level == BOUNDED && followed)', then: OWN_COPY },
        { guard: 'level == LEADER && deposed && follows', then: ['served = 1', 'core = bit(head)', 'by = head'] },
        {
          guard: 'level != BOUNDED && level != ALL && follows && !deposed',
          then: ['served = 1', 'core = bit(head)', 'by = head'],
        },
        {
          guard: 'level == ALL && follows && !deposed && everyone',
          then: ['served = 1', `core = ${data}`, 'by = head'],
        },
      ],
      store.choice === 'AP' ? OWN_COPY : REFUSED,
    ),
    missed: firstOf(
      [
        { guard: '(mine & theirs) != 0', then: ['harm = 0'] },
        { guard: 'history == ALONE || leader[about] == NOBODY', then: ['harm = STALE_HEAL'] },
        {
          guard: 'answered_by == leader[about]',
          then: ['harm = 0         /* it knows every write that is not on one copy alone */'],
        },
      ],
      [touch('BROKEN', 'leader[about]'), 'harm = ((set & mine) != 0 -> STALE_LAG : STALE_HEAL)', 'set = 0'],
    ),
    conflict: `harm = ((mine & theirs) == 0 && (my_history == ALONE || history == ALONE) -> CONFLICT_HEAL : 0)`,
  };
}

// ---- primary

function primary(design: Design, s: number, store: Store, replication: PrimaryReplication): StoreText {
  const p = design.vertices[replication.primary] ?? '';
  const here = design.stores[s] ?? '';
  const electors = replication.electors ?? [...store.replicas, ...store.witnesses];
  const majority = majorityOf(electors);
  const sees = (net: string, v: string): string =>
    `(size(on(${net}, ${v}) & ${design.set(electors)}) >= ${majority} && on(${net}, ${v}) != 0)`;
  const data = design.set(store.replicas);
  const others = store.replicas.length - 1;
  const able = store.replicas
    .filter((replica) => replica !== replication.primary)
    .map(
      (replica) =>
        `if :: ${sees('under', design.vertices[replica] ?? '')} -> able = able | bit(${design.vertices[replica] ?? ''}) :: else fi;`,
    )
    .join('\n');
  const settle = `/* where the primary has no majority, whoever has one may be promoted */
former[${here}] = NOBODY;
leader[${here}] = NOBODY;
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
:: else -> one_of(able, leader[${here}])
fi;
able = 0`;
  // Witnesses count and acknowledge nothing.
  const quorum = Math.min(majorityOf([...store.replicas, ...store.witnesses]) - 1, others);
  const counted = `(level == ONE -> 0 : (level == TWO -> 1 : (level == QUORUM -> ${quorum} : (level == ALL -> ${others} : ${replication.sync}))))`;
  const asConfigured = 'level == DEFAULT || level == LEADER';
  const cases: Case[] = [];
  if (replication.minReplicas !== undefined)
    cases.push({ guard: `size(in_reach) < ${replication.minReplicas}`, then: ['acknowledges = 0'] });
  if (replication.inSync !== undefined) {
    // Those that are gone leave the set, where it may shrink; who has not noticed that they are gone waits for them.
    const shrink = replication.failover === 'manual' ? '' : `${sees('BELIEVED', 'replica')} && `;
    const enough = `(size(pool) == ${others} || (${shrink}pool == in_reach && size(pool) + 1 >= ${replication.inSync}))`;
    cases.push({ guard: asConfigured, then: ['need = size(pool)', `acknowledges = ${enough}`] });
  } else if (replication.weakens === true) {
    cases.push({
      guard: asConfigured,
      then: [`need = (size(pool) < ${replication.sync} -> size(pool) : ${replication.sync})`, 'acknowledges = 1'],
    });
  }
  const lost = (set: string, history: string, time: string): string =>
    `(leader[about] != NOBODY && ${history} == OLD && (${set} & on(BROKEN, leader[about]) & ~(${time} == DURING -> bit(${p}) : 0)) == 0)`;
  const follows =
    replication.stepsDown === true ? `!${sees('BROKEN', p)} && has(on(BROKEN, leader[about]), ${p})` : 'false';
  return {
    ...(isOpen(store) ? { settle } : {}),
    write: `if
:: replica == head || (replica == ${p} && acts) ->
/* who follows a new primary acknowledges nothing to the old one, and that one follows it only where it has stepped down */
pool = on(net, replica) & ${data} & ~bit(replica) & ~(head == NOBODY -> 0 : (replica != head -> on(net, head) : (stepped -> 0 : bit(${p}))));
in_reach = (unaware[store] -> on(HEALTHY, replica) & ${data} & ~bit(replica) : pool);         /* as it believes */
${firstOf(cases, [`need = ${counted}`, 'acknowledges = (size(pool) >= need)'])}
:: else -> acknowledges = 0
fi;
${firstOf([{ guard: 'acknowledges', then: ['served = 1', 'core = bit(replica)', 'history = (replica == head -> NEW : OLD)'] }], ['pool = 0', 'need = 0', ...fallback(store)])};
acknowledges = 0; in_reach = 0`,
    read: `followed = ((acts && has(on(BELIEVED, ${p}), replica)) || (head != NOBODY && has(on(BELIEVED, head), replica)));         /* as it believes */
${firstOf(
  store.choice === 'AP'
    ? []
    : [
        {
          guard: `(one_copy && (level != BOUNDED || followed)) || (!one_copy && ((replica == ${p} && acts) || replica == head))`,
          then: OWN_COPY,
        },
      ],
  store.choice === 'AP' ? OWN_COPY : REFUSED,
)}`,
    missed: firstOf(
      [
        { guard: '(mine & theirs) != 0', then: ['harm = 0'] },
        { guard: 'history == ALONE', then: ['harm = STALE_HEAL'] },
        {
          guard: `answered_by == ${p}`,
          then: [`harm = (history == NEW -> (${follows} -> STALE_LAG : STALE_HEAL) : 0)`],
        },
        {
          guard: 'answered_by == leader[about]',
          then: [`harm = (${lost('theirs', 'history', 'time')} -> STALE_HEAL : 0)`],
        },
        {
          guard: 'leader[about] != NOBODY && has(on(BROKEN, leader[about]), answered_by)',
          then: [`harm = (${lost('theirs', 'history', 'time')} -> STALE_HEAL : STALE_LAG)`],
        },
      ],
      [`harm = (history == OLD && has(on(BROKEN, ${p}), answered_by) -> STALE_LAG : STALE_HEAL)`],
    ),
    conflict: firstOf(
      [{ guard: `(mine & theirs) != 0 || ${lost('mine', 'my_history', 'my_time')}`, then: ['harm = 0'] }],
      [
        'harm = (my_history == ALONE || history == ALONE || (my_time == DURING && time == DURING && my_history != history) -> CONFLICT_HEAL : 0)',
      ],
    ),
    lost: lost('mine', 'my_history', 'my_time'),
  };
}

/** Of a primary store: sets `old` to the one that clients know from before, if they still turn to it, and `acts` to whether it serves. */
export function primariesText(design: Design, store: Store, replication: PrimaryReplication): string {
  const p = design.vertices[replication.primary] ?? '';
  const electors = replication.electors ?? [...store.replicas, ...store.witnesses];
  const stepped =
    replication.stepsDown === true
      ? `size(on(BELIEVED, ${p}) & ${design.set(electors)}) < ${majorityOf(electors)}`
      : 'false';
  return `stepped = (${stepped});
old = (has(on(net, ${p}), ${p}) && !(stepped && head != NOBODY) -> ${p} : NOBODY);
acts = (old != NOBODY && !stepped)`;
}

// ---- quorum and any

type Asked = Pick<StoreText, 'write' | 'read'>;

function quorum(
  design: Design,
  store: Store,
  { read, write, sloppy }: Extract<Store['replication'], { scheme: 'quorum' }>,
): Asked {
  const { model } = design;
  const d = store.replicas.length;
  const byZone = replicasByZone(model, store);
  const data = design.set(store.replicas);
  const lenient = sloppy || store.choice === 'AP';
  const everyZone = byZone
    .map((members) => `size(pool & ${design.set(members)}) >= ${majorityOf(members)}`)
    .join(' && ');
  const inZone = (members: readonly VertexId[]): string[] => [
    `pool = pool & ${design.set(members)}`,
    `need = ${majorityOf(members)}`,
  ];
  const [lastZone = [], ...otherZones] = [...byZone].reverse();
  const ownZone = firstOf(
    otherZones.map((members) => ({ guard: `has(${design.set(members)}, replica)`, then: inZone(members) })),
    inZone(lastZone),
  );
  const serve = (configured: number): string => `pool = on(net, replica) & ${data};
in_reach = pool;
if
:: level == LOCAL -> served = 1; core = bit(replica); pool = 0
:: level == HINT && pool != ${data} -> served = 1; core = bit(replica); pool = 0; history = HINTED
:: level == EACH_QUORUM -> served = (${everyZone}); each_zone = served
:: level == LOCAL_QUORUM ->
${ownZone};
served = (size(pool) >= need)
:: else ->
need = (level == ONE || level == HINT -> 1 : (level == TWO -> 2 : (level == QUORUM -> ${majorityOf(store.replicas)} : (level == ALL -> ${d} : ${configured}))));
served = (size(pool) >= need)
fi;
${lenient ? 'if :: !served -> served = 1; core = in_reach; pool = 0; need = 0 :: else fi;' : 'if :: !served -> pool = 0; need = 0 :: else fi;'}
in_reach = 0`;
  return { write: serve(write), read: serve(read) };
}

function any(design: Design, store: Store): Asked {
  const pausing = `size(on(BELIEVED, replica) & ${design.set(store.replicas)}) >= ${majorityOf(store.replicas)}`;
  const serve =
    store.choice === 'CP'
      ? firstOf([{ guard: pausing, then: ['served = 1', 'core = bit(replica)'] }], REFUSED)
      : 'served = 1; core = bit(replica)';
  return { write: serve, read: serve };
}

/** Every replica carries what it has to those it is connected to, over others too. */
function together(design: Design, store: Store): Pick<StoreText, 'missed' | 'conflict' | 'lost'> {
  const data = design.set(store.replicas);
  const carried = (lag: string, heal: string): string =>
    firstOf(
      [{ guard: '(mine & theirs) != 0 && my_history != HINTED && history != HINTED', then: ['harm = 0'] }],
      [
        'set = mine & running',
        `grow(BROKEN, ${data})`,
        `harm = (((set | mine) & theirs) != 0 -> ${lag} : ${heal})`,
        'set = 0',
      ],
    );
  const missed = carried('STALE_LAG', 'STALE_HEAL');
  if (store.merge !== 'discard') return { missed, conflict: carried('CONFLICT_LAG', 'CONFLICT_HEAL') };
  return {
    missed,
    conflict: 'harm = 0         /* nothing is merged: one side wins the heal */',
    lost: 'one_side_lacks_it',
  };
}

/** Statements of a `d_step` before `lost` is asked: whether some component of running replicas has no copy of `mine`. */
export function discardText(design: Design, store: Store): string {
  const data = design.set(store.replicas);
  const each = (lacking: string): string[] =>
    store.replicas.map(
      (id) => `if
:: has(running, ${design.vertices[id] ?? ''}) ->
set = bit(${design.vertices[id] ?? ''});
grow(BROKEN, ${data});
${lacking}
:: else
fi;`,
    );
  const sides = each('if :: (set & mine) == 0 -> one_side_lacks_it = 1 :: else fi');
  if (store.choice !== 'CP') return `${sides.join('\n')}\nset = 0`;
  // `able`: one whose side has a majority, which wins then.
  const majority = majorityOf(store.replicas);
  const most = each(`if :: size(set) >= ${majority} -> able = set :: else fi`);
  return `${most.join('\n')}
if
:: able != 0 -> one_side_lacks_it = ((able & mine) == 0)
:: else ->
${sides.join('\n')}
skip
fi;
able = 0; set = 0`;
}

/** Chooses `need` of `pool` in every zone, where `level each-quorum` asks for it. */
export function eachZoneText(design: Design, store: Store, chosen: string): string {
  return replicasByZone(design.model, store)
    .map(
      (members) =>
        `pool = in_all & ${design.set(members)}; need = ${majorityOf(members)}; take(${chosen}); ${comment(zoneLabel(design.model, members))}`,
    )
    .join('\n');
}

function zoneLabel(model: Model, members: readonly VertexId[]): string {
  const [first] = members;
  const zone = first === undefined ? undefined : zoneOf(model, first);
  return zone === undefined ? 'outside every zone' : `zone ${model.vertices[zone]?.name ?? ''}`;
}

import { type Design, majorityOf } from '../design.js';
import { type Fed, isFed, missedByObservers, observersOf } from './observers.js';
import { electable, mayRefuseAll } from './election.js';
import {
  type Case,
  fallback,
  firstOf,
  OWN_COPY,
  REFUSED,
  type ReplicationOf,
  type Scheme,
  type StoreOf,
} from './scheme.js';

/** One primary, which others may replace where an electorate says so. */
export const primary: Scheme<ReplicationOf<'primary'>> = {
  clauses: [
    'scheme',
    'primary',
    'sync',
    'syncWith',
    'weakens',
    'inSync',
    'minReplicas',
    'stepsDown',
    'failover',
    'election',
    'electors',
  ],
  isOpen: ({ replication }) => replication.failover !== 'manual',

  brokenWhenHealthy(store, connected) {
    const { primary: declared, failover, stepsDown, minReplicas = 0 } = store.replication;
    const electors = electorsOf(store);
    const isWatched = failover !== 'manual' || stepsDown !== undefined;
    return [
      ...(isWatched && connected(declared, electors) < majorityOf(electors)
        ? [`the primary of store \`${store.name}\` has no majority`]
        : []),
      ...(connected(declared, store.replicas) - 1 < minReplicas
        ? [`the primary of store \`${store.name}\` has too few other replicas`]
        : []),
    ];
  },

  write(design, store, here) {
    const line = lineOf(design, store, here);
    return {
      ...(primary.isOpen(store) ? { settle: settle(line), halfNoticed: [`-> electing[${here}] = 1`] } : {}),
      primaries: primaries(line),
      write: write(line),
      read: read(line),
      missed: missed(line),
      conflict: conflict(line),
      lost: { guard: isDiscarded(line, 'mine', 'my_history', 'my_time') },
      dirty: { guard: isShownAndDiscarded(line) },
    };
  },
};

interface Line {
  readonly design: Design;
  readonly store: StoreOf<'primary'>;
  readonly here: string;
  /** The identifier of the declared primary, and of the other data replicas. */
  readonly first: string;
  readonly others: readonly string[];
  readonly observers: readonly Fed[];
  /** The data replicas as a set. */
  readonly data: string;
  readonly electors: string;
  /** Of the electors. */
  readonly majority: number;
  /** May voters refuse every candidate? */
  readonly refuses: boolean;
}

function lineOf(design: Design, store: StoreOf<'primary'>, here: string): Line {
  const { primary: declared } = store.replication;
  const electors = electorsOf(store);
  return {
    design,
    store,
    here,
    first: design.vertex(declared),
    others: store.replicas.filter((replica) => replica !== declared).map(design.vertex),
    observers: observersOf(design, store),
    data: design.set(store.replicas),
    electors: design.set(electors),
    majority: majorityOf(electors),
    refuses: store.replication.election !== undefined && mayRefuseAll(design, store, electors),
  };
}

function electorsOf({ replicas, witnesses, replication }: StoreOf<'primary'>): readonly number[] {
  return replication.electors ?? [...replicas, ...witnesses];
}

/** Does `v` see a majority of the electors? */
function sees({ electors, majority }: Line, net: string, v: string): string {
  return `(size(on(${net}, ${v}) & ${electors}) >= ${majority} && on(${net}, ${v}) != 0)`;
}

function settle(line: Line): string {
  const { here, first, others, data, electors, majority, refuses } = line;
  const byLogs = {
    replicas: others,
    data,
    members: electors,
    majority,
    touch: (net: string, v: string): string => `set = on(${net}, ${v})`,
    former: first,
  };
  const able = others.map(
    (v) => `if :: ${sees(line, 'under', v)}${safely(line, v)} -> able = able | bit(${v}) :: else fi;`,
  );
  return `/* if the primary has no majority, a replica with one may be promoted */
former[${here}] = NOBODY;
leader[${here}] = NOBODY;
d_step {
if
:: ${sees(line, 'under', first)} -> skip
:: else ->
${able.join('\n')}
skip
fi
};
${refuses ? electable(byLogs) : ''}if
:: able == 0${refuses ? ' || old_ones == 0' : ''} -> skip
:: able != 0 -> one_of(able, leader[${here}])
fi;
able = 0; old_ones = 0`;
}

/** `failover safe`: `v` reaches one copy of all that was acknowledged, at the default level, before the break. */
function safely(line: Line, v: string): string {
  const { store, first, others, data } = line;
  const { failover, stepsDown, sync, inSync, weakens } = store.replication;
  const named = namedIn(line);
  if (failover !== 'safe') return '';
  const before = `(on(HEALTHY, ${first}) & ${data} & ~bit(${first}))`;
  const kept =
    inSync !== undefined
      ? `(${before} & on(under, ${v})) != 0 || (size(${before}) < ${others.length} && size(${before}) + 1 < ${inSync})`
      : weakens === true
        ? 'false'
        : named !== undefined
          ? `(${named} & on(under, ${v})) != 0 || (${named} & ~${before}) != 0`
          : `size(${before} & ~on(under, ${v})) < ${sync}`;
  // An old primary that serves on may acknowledge more after it was asked.
  const asked = stepsDown !== undefined ? ` || has(on(under, ${v}), ${first})` : '';
  return ` && (${kept}${asked})`;
}

/** The replicas whose acknowledgement is needed by name, as a set. */
function namedIn({ store, design }: Line): string | undefined {
  const { syncWith } = store.replication;
  return syncWith === undefined ? undefined : design.set(syncWith);
}

/** Does the old primary refuse writes only, where it has stepped down? */
function readsOn({ replication }: StoreOf<'primary'>): boolean {
  return replication.stepsDown === 'writes';
}

function primaries({ store, first, electors, majority }: Line): string {
  // No replica is asked yet.
  const believed = '(unaware[store] -> HEALTHY : net)';
  const stepped =
    store.replication.stepsDown !== undefined ? `size(on(${believed}, ${first}) & ${electors}) < ${majority}` : 'false';
  return `stepped = (${stepped});
old = (has(on(net, ${first}), ${first}) && !(stepped && head != NOBODY${readsOn(store) ? ' && writes' : ''}) -> ${first} : NOBODY);
acts = (old != NOBODY && !stepped)`;
}

function write(line: Line): string {
  const { store, first, data } = line;
  const kept = ['core = bit(replica)', 'history = (replica == head -> NEW : OLD)'];
  const refuse = store.choice === 'AP' ? fallback(store) : ['served = 0', ...kept];
  return `if
:: replica == head || (replica == ${first} && acts) ->
keeps = 1;
if
:: unaware[store] ->
pool = on(HEALTHY, replica) & ${data} & ~bit(replica);
in_reach = pool;
${acknowledges(line)};
refused_before = !acknowledges
:: else
fi;
/* who follows a new primary acknowledges nothing to the old one, and that one follows it only where it has stepped down */
pool = on(net, replica) & ${data} & ~bit(replica) & ~(head == NOBODY -> 0 : (replica != head -> on(net, head) : (stepped -> 0 : bit(${first}))));
in_reach = (unaware[store] -> on(HEALTHY, replica) & ${data} & ~bit(replica) : pool);         /* as it believes */
${acknowledges(line)}
:: else -> acknowledges = 0
fi;
${firstOf([{ guard: 'acknowledges', does: ['served = 1', ...kept] }], ['pool = 0', 'need = 0', ...refuse])};
acknowledges = 0; in_reach = 0`;
}

/** Sets `need`, how many of `pool` acknowledge a write, and whether they do. */
function acknowledges(line: Line): string {
  const { minReplicas, inSync, weakens, sync } = line.store.replication;
  const asConfigured = 'level == DEFAULT || level == LEADER';
  const named = namedIn(line);
  const cases: Case[] = [];
  if (minReplicas !== undefined) cases.push({ guard: `size(in_reach) < ${minReplicas}`, does: ['acknowledges = 0'] });
  if (inSync !== undefined) {
    cases.push({ guard: asConfigured, does: ['need = size(pool)', `acknowledges = ${allInSync(line, inSync)}`] });
  } else if (named !== undefined) {
    const wanted = `(${named} & ~bit(replica))`;
    const enough = weakens === true ? '1' : `(pool == ${wanted})`;
    cases.push({
      guard: asConfigured,
      does: [`pool = pool & ${wanted}`, 'need = size(pool)', `acknowledges = ${enough}`],
    });
  } else if (weakens === true) {
    cases.push({
      guard: asConfigured,
      does: [`need = (size(pool) < ${sync} -> size(pool) : ${sync})`, 'acknowledges = 1'],
    });
  }
  return firstOf(cases, [`need = ${needed(line)}`, 'acknowledges = (size(pool) >= need)']);
}

/** Replicas that are gone leave the set, where it may shrink; a primary that has not noticed waits for them. */
function allInSync(line: Line, inSync: number): string {
  const shrinks = line.store.replication.failover === 'manual' ? '' : `${sees(line, 'BELIEVED', 'replica')} && `;
  return `(size(pool) == ${line.others.length} || (${shrinks}pool == in_reach && size(pool) + 1 >= ${inSync}))`;
}

function needed({ store, others }: Line): string {
  // Witnesses count and acknowledge nothing.
  const quorum = Math.min(majorityOf([...store.replicas, ...store.witnesses]) - 1, others.length);
  return (
    `(level == ONE -> 0 : (level == TWO -> 1 : (level == QUORUM -> ${quorum} : (level == ALL -> ${others.length} ` +
    `: ${store.replication.sync}))))`
  );
}

function read(line: Line): string {
  const { store, first, data, observers } = line;
  const answers = readsOn(store) ? 'old != NOBODY' : 'acts';
  const ofPrimary = {
    guard:
      `(one_copy && (level != BOUNDED || followed)) || (!one_copy && ((replica == ${first} && ${answers}) ` +
      '|| replica == head))',
    does: OWN_COPY,
  };
  const byItself = observers.length === 0 ? 'true' : `has(${data}, replica)`;
  const alone = store.choice === 'AP' ? [{ guard: byItself, does: OWN_COPY }] : [];
  return `followed = (${isFollowed(line)});         /* as it believes */
${firstOf([ofPrimary, ...alone], REFUSED)}`;
}

/** Is the replica, or the observer, or the copy that feeds it, connected to a primary that serves? */
function isFollowed({ first, observers }: Line): string {
  const directly = (copy: string): string =>
    `((acts && has(on(BELIEVED, ${first}), ${copy})) || (head != NOBODY && has(on(BELIEVED, head), ${copy})))`;
  return observers.reduceRight(
    (rest, one) =>
      one.feeder === undefined ? rest : `(replica == ${one.name} -> ${isFed(one, 'BELIEVED', directly)} : ${rest})`,
    directly('replica'),
  );
}

/** Is a write of the old primary missing in the history of the new one? */
function isDiscarded({ first }: Line, copies: string, history: string, time: string): string {
  return (
    `(leader[about] != NOBODY && ${history} == OLD && (${copies} & on(BROKEN, leader[about]) & ~(${time} == ` +
    `DURING -> bit(${first}) : 0)) == 0)`
  );
}

/**
 * The old primary sends what it takes in to all that it reaches and that do not follow the new one. From an observer
 * the new one learns nothing, and where it feeds it, the observer gives up what is not in its history.
 */
function isShownAndDiscarded(line: Line): string {
  const { observers } = line;
  const at = (copies: string, sent: string): string => `(${isDiscarded(line, copies, 'history', 'time')} && ${sent})`;
  return observers.reduceRight(
    (rest, one) => {
      const fed = isFed(
        one,
        'BROKEN',
        (copy) => `(${copy} == leader[about] || has(on(BROKEN, leader[about]), ${copy}))`,
      );
      const { copies, sent } = sentTo(line, one);
      return `(answered_by == ${one.name} -> ${at(copies, `!${fed} && ${sent}`)} : ${rest})`;
    },
    at('(theirs | bit(answered_by))', isSent(line, 'answered_by')),
  );
}

const THEN = '(time == BEFORE -> HEALTHY : BROKEN)';

function isSent({ first }: Line, copy: string): string {
  return (
    `has(on(${THEN}, ${first}), ${copy}) && (time != DURING || ${copy} == ${first} || ` +
    `!has(on(BROKEN, leader[about]), ${copy}))`
  );
}

/** Can an observer have got the write of the old primary, and which replicas have it then? */
function sentTo(line: Line, { name, feeder }: Fed): { readonly copies: string; readonly sent: string } {
  if (feeder === undefined) return { copies: 'theirs', sent: `has(on(${THEN}, ${line.first}), ${name})` };
  const from =
    feeder.kind === 'replica'
      ? { copies: `(theirs | bit(${feeder.name}))`, sent: isSent(line, feeder.name) }
      : sentTo(line, feeder);
  return { copies: from.copies, sent: `has(on(${THEN}, ${feeder.name}), ${name}) && (${from.sent})` };
}

function missed(line: Line): string {
  return firstOf(
    [{ guard: '(mine & theirs) != 0', does: ['harm = 0'] }],
    [
      missedByObservers(line.observers, {
        directly: (copy) => missedAt(line, copy),
        connected: (feeder, copy) => ({ guard: `has(on(BROKEN, ${feeder}), ${copy})` }),
      }),
    ],
  );
}

function missedAt(line: Line, copy: string): string {
  const { store, first } = line;
  const isGone = isDiscarded(line, 'theirs', 'history', 'time');
  const follows =
    store.replication.stepsDown !== undefined
      ? `!${sees(line, 'BROKEN', first)} && has(on(BROKEN, leader[about]), ${first})`
      : 'false';
  return firstOf(
    [
      { guard: 'history == ALONE', does: ['harm = STALE_HEAL'] },
      {
        guard: `${copy} == ${first}`,
        does: [`harm = (history == NEW -> (${follows} -> STALE_LAG : STALE_HEAL) : 0)`],
      },
      { guard: `${copy} == leader[about]`, does: [`harm = (${isGone} -> STALE_HEAL : 0)`] },
      {
        guard: `leader[about] != NOBODY && has(on(BROKEN, leader[about]), ${copy})`,
        does: [`harm = (${isGone} -> STALE_HEAL : STALE_LAG)`],
      },
    ],
    [`harm = (history == OLD && has(on(BROKEN, ${first}), ${copy}) -> STALE_LAG : STALE_HEAL)`],
  );
}

function conflict(line: Line): string {
  return firstOf(
    [
      {
        guard: `(mine & theirs) != 0 || ${isDiscarded(line, 'mine', 'my_history', 'my_time')}`,
        does: ['harm = 0'],
      },
    ],
    [
      'harm = (my_history == ALONE || history == ALONE || (my_time == DURING && time == DURING && my_history ' +
        '!= history) -> CONFLICT_HEAL : 0)',
    ],
  );
}

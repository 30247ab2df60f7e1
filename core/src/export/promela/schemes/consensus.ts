import { type Design, majorityOf } from '../design.js';
import { copiesOf } from '../../../model/levels.js';
import { lacks, mayPassInVain } from '../requires.js';
import { chainOf, type Fed, missedByObservers, observersOf } from './observers.js';
import { electable, mayRefuseAll, type Voting } from './election.js';
import {
  type Case,
  fallback,
  firstOf,
  OWN_COPY,
  REFUSED,
  type ReplicationOf,
  type Scheme,
  type StoreOf,
  type StoreText,
} from './scheme.js';
import { electableByZab, successorByZab, votedInVain } from './zab.js';

/** A leader with a majority of the voters, and elections with or without PreVote. */
export const consensus: Scheme<ReplicationOf<'consensus'>> = {
  clauses: ['scheme', 'leader', 'election', 'relay', 'noPreVote', 'stepsDown'],
  isOpen: () => true,

  write(design, store, here) {
    const group = groupOf(design, store, here);
    return {
      settle: settle(group),
      isLed: true,
      halfNoticed: halfNoticed(group),
      standing: standing(group),
      write: write(group),
      read: read(group),
      missed: missed(group),
      conflict: `harm = ((mine & theirs) == 0 && (my_history == ALONE || history == ALONE) -> CONFLICT_HEAL : 0)`,
    };
  },
};

interface Group {
  readonly design: Design;
  readonly store: StoreOf<'consensus'>;
  readonly here: string;
  /** The identifiers of the data replicas, of all voters, and of the declared leader. */
  readonly replicas: readonly string[];
  readonly voters: readonly string[];
  readonly declared: string | undefined;
  readonly observers: readonly Fed[];
  /** The data replicas, and all voters, as sets. */
  readonly data: string;
  readonly members: string;
  readonly majority: number;
  /** Does the leader lack an answer from what the store requires? Absent: it requires nothing. */
  readonly leaderLacks?: string;
  /** May voters refuse every candidate? */
  readonly refuses: boolean;
}

function groupOf(design: Design, store: StoreOf<'consensus'>, here: string): Group {
  const voters = [...store.replicas, ...store.witnesses];
  const { leader, election } = store.replication;
  const leaderLacks = lacks(design, store, { machine: 'head', asBefore: 'net == HEALTHY || unaware[store]' });
  return {
    design,
    store,
    here,
    replicas: store.replicas.map(design.vertex),
    voters: voters.map(design.vertex),
    observers: observersOf(design, store),
    declared: leader === undefined ? undefined : design.vertex(leader),
    data: design.set(store.replicas),
    members: design.set(voters),
    majority: majorityOf(voters),
    ...(leaderLacks === undefined ? {} : { leaderLacks }),
    refuses: election === undefined && mayRefuseAll(design, store, voters),
  };
}

/** `set` becomes who `v` can talk to; where members relay, over other members too. */
function touch({ store, members }: Group, net: string, v: string): string {
  return store.replication.relay === true
    ? `set = on(${net}, ${v}) & ${members}; grow(${net}, ${members})`
    : `set = on(${net}, ${v})`;
}

/** `set` becomes who follows `head`, the leader from before the break where `old` holds. */
function followers(group: Group, net: string, { head, isOld }: { readonly head: string; readonly isOld: string }) {
  const { store, here } = group;
  if (store.replication.election !== 'zab') return touch(group, net, head);
  return `set = on(${net}, ${head}) & (${isOld} -> had_followed[${here}] : follow[${here}])`;
}

function votingOf(group: Group): Voting {
  const { replicas, data, members, majority, here } = group;
  return { replicas, data, members, majority, touch: (net, v) => touch(group, net, v), former: `former[${here}]` };
}

/** Adds those who can lead on a network; without PreVote, also to `lasting` those of them whom nobody deposes. */
function able(group: Group, net: string, into: string): string {
  const { store, members, majority } = group;
  return group.replicas
    .map((v) => {
      const lasts = store.replication.noPreVote === true ? `; ${addLasting(group, net, v)}` : '';
      return `${touch(group, net, v)};
if :: size(set & ${members}) >= ${majority} -> ${into} = ${into} | bit(${v})${lasts} :: else fi;`;
    })
    .join('\n');
}

/** Without PreVote `v` is deposed by a replica that misses it and hears from a member that does not. */
function addLasting({ members, data }: Group, net: string, v: string): string {
  return (
    `in_reach = set; set = bit(${v}); grow(${net}, ${members}); lasting = lasting | ((set & ${data} & ~in_reach) ` +
    `== 0 -> bit(${v}) : 0)`
  );
}

/** A declared leader is the one that led before, where it is one of these. */
function declaredFirst({ declared }: Group, among: string): string {
  return declared === undefined ? '' : `if :: has(${among}, ${declared}) -> old_ones = bit(${declared}) :: else fi;\n`;
}

function settle(group: Group): string {
  const { here } = group;
  const [candidates, successor] =
    group.store.replication.election === 'zab'
      ? byZab(group)
      : group.store.replication.noPreVote === true
        ? withoutPreVote(group)
        : withPreVote(group);
  return `/* who led when the network broke, and who leads now */
d_step {
${candidates}
};
if
:: old_ones == 0 -> former[${here}] = NOBODY
:: else -> one_of(old_ones, former[${here}])
fi;
${group.refuses ? electable(votingOf(group)) : ''}${successor};
able = 0; old_ones = 0`;
}

/** The replicas that may have led and those that may lead (statements of a `d_step`), and the one that does. */
type Election = readonly [candidates: string, successor: string];

function byZab(group: Group): Election {
  return [
    `${electableByZab(group, 'HEALTHY', 'old_ones')};
${declaredFirst(group, 'old_ones')}${electableByZab(group, 'under', 'able')};
${votedInVain(group)}`,
    successorByZab(group),
  ];
}

function withPreVote(group: Group): Election {
  const { here, refuses } = group;
  return [
    `${able(group, 'HEALTHY', 'old_ones')}
${declaredFirst(group, 'old_ones')}${able(group, 'under', 'able')}
set = 0`,
    `if
:: has(able, former[${here}]) -> leader[${here}] = former[${here}]         /* a leader that still can lead stays */
:: else ->
if
:: able == 0${refuses ? ' || old_ones == 0' : ''} -> leader[${here}] = NOBODY
:: able != 0 -> one_of(able, leader[${here}])
fi
fi`,
  ];
}

function withoutPreVote(group: Group): Election {
  const { here, refuses } = group;
  return [
    `${able(group, 'HEALTHY', 'old_ones')}
old_ones = (lasting != 0 -> lasting : old_ones);
${declaredFirst(group, 'lasting')}lasted = lasting; lasting = 0;
${able(group, 'under', 'able')}
in_reach = 0; set = 0`,
    `able = (lasting != 0 -> lasting : able);
if
:: has(able, former[${here}]) && lasting != 0 -> leader[${here}] = former[${here}]         /* nobody deposes it */
:: else ->
if
:: able == 0 || lasting == 0${refuses ? ' || old_ones == 0' : ''} -> leader[${here}] = NOBODY
:: able != 0 -> one_of(able, leader[${here}])         /* it lasts, or nobody does: then any may lead for a while */
fi
fi;
steady[${here}] = (has(lasted, former[${here}]) && has(lasting, leader[${here}]) && leader[${here}] == former[${here}]);
lasting = 0; lasted = 0`,
  ];
}

/**
 * Without a leader nothing is committed, and a replica that answers by itself then does so already where nobody has
 * noticed: where the old leader could serve the request and is deposed, and while a group that relays agrees anew on
 * its members.
 */
function halfNoticed({ store, here, voters, members }: Group): readonly string[] {
  if (store.choice !== 'AP') return [];
  const { noPreVote, relay } = store.replication;
  // One that reached no other has lost nobody by being stopped.
  const lost = voters.map((v) => `(on(HEALTHY, ${v}) & ~on(BROKEN, ${v}) & ~bit(${v}))`).join(' | ');
  return [
    ...(noPreVote === true ? [`&& former[${here}] != NOBODY && !steady[${here}] -> electing[${here}] = 1`] : []),
    ...(relay === true
      ? [`&& former[${here}] != NOBODY && ((${lost}) & ${members}) != 0 -> electing[${here}] = 1`]
      : []),
  ];
}

/** The leader that a request meets. */
const AS_SEEN = { head: 'head', isOld: 'net == HEALTHY || unaware[store]' };

/** Statements: sets `into` if the replica, or the observer, hears from the leader, over the copy that feeds it. */
function hearing(group: Group, net: string, into: string): string {
  const from = (root: string, over: readonly string[] = []): readonly string[] => [
    'set = 0',
    `if :: head != NOBODY -> ${followers(group, net, AS_SEEN)} :: else fi`,
    `${into} = ${[...over, 'head != NOBODY', `(${root} == head || ${isReached(group, net, root)})`].join(' && ')}`,
  ];
  const fed = group.observers.filter(({ feeder }) => feeder !== undefined);
  return firstOf(
    fed.map((one) => {
      const links = chainOf(one);
      return {
        guard: `replica == ${one.name}`,
        does: [
          'everyone = 1',
          ...links.map((link) => {
            const { look, guard } = connected(group, net, link);
            return `${look};\neveryone = everyone && ${guard}`;
          }),
          ...from(links.at(-1)?.from ?? one.name, ['everyone']),
        ],
      };
    }),
    from('replica'),
  );
}

function connected(group: Group, net: string, { from, to }: { readonly from: string; readonly to: string }) {
  return { look: touch(group, net, from), guard: isReached(group, net, to, `bit(${from})`) };
}

/** Is the copy one of those in `set`, or an observer that members pass messages on to? */
function isReached({ store, observers }: Group, net: string, copy: string, from = '0'): string {
  return store.replication.relay === true && observers.length > 0
    ? `(has(set, ${copy}) || ((set | ${from}) & on(${net}, ${copy})) != 0)`
    : `has(set, ${copy})`;
}

/** A leader that is `unaware` may lead without a majority and not know it. */
function standing(group: Group): string {
  const { store, data, members, majority, leaderLacks } = group;
  const passedOnInVain = `if
:: follows && ${leaderLacks} -> refused_before = unaware[store]; follows = 0         /* its leader lacks an answer */
:: else
fi`;
  const atOnce = store.replication.stepsDown === true ? knowsOfStepDown(group) : '';
  return `${hearing(group, 'BELIEVED', 'followed')};         /* as it believes */
set = 0;
if :: head != NOBODY -> ${followers(group, 'net', AS_SEEN)} :: else fi;
follows = (head != NOBODY && (replica == head || has(set, replica)) && has(${data}, replica));
deposed = (unaware[store] && head != NOBODY && size(set & ${members}) < ${majority});
in_reach = set & ${data};
everyone = (in_reach == ${data});
set = 0;
if
:: head == NOBODY && !unaware[store] && !electing[store] && has(${data}, replica) -> ${touch(group, 'net', 'replica')}
:: else
fi;
hopeless = (size(set & ${members}) >= ${majority});         /* a majority knows that nobody leads */
${atOnce}set = 0${leaderLacks === undefined ? '' : `;\n${passedOnInVain}`}`;
}

/** The leader from before the break leads no more: it says so to those that it reaches, or was stopped. */
function knowsOfStepDown(group: Group): string {
  const led = `former[${group.here}]`;
  const runs = `has(on(net, ${led}), ${led})`;
  return `at_once = 0;
if
:: !follows && ${led} != NOBODY && ${runs} && !unaware[store] ->
${touch(group, 'net', led)};
at_once = has(set, replica)
:: !follows && ${led} != NOBODY && !${runs} && (!unaware[store] || head != NOBODY) ->
${touch(group, 'HEALTHY', led)};
at_once = has(set, replica)         /* its connection was closed */
:: else
fi;
`;
}

function write({ store, data, majority }: Group): string {
  const byMajority = [
    'served = 1',
    'core = bit(head)',
    'pool = in_reach & ~bit(head)',
    `need = (size(in_reach) < ${majority} -> size(in_reach) : ${majority}) - 1`,
  ];
  return firstOf(
    [
      { guard: 'follows && !deposed && level == ALL && everyone', does: ['served = 1', `core = ${data}`] },
      { guard: 'follows && !deposed && level != ALL', does: byMajority },
    ],
    fallback(store),
  );
}

const LEADERS_COPY = ['served = 1', 'core = bit(head)', 'by = head'];

function read(group: Group): string {
  const { store, data } = group;
  const inReach = (copy: string): string => `(${copy} == replica || ${isReached(group, 'net', copy, 'bit(replica)')})`;
  const served = firstOf(
    [
      ...inVain(group, inReach),
      {
        guard: `level == ANY && ${inReach('passed')}`,
        does: ['served = 1', 'core = bit(passed)', 'by = passed'],
      },
      { guard: 'level == ANY', does: ['served = 0', 'unheard = 1'] },
      { guard: 'level == LOCAL || level == ONE || (level == BOUNDED && followed)', does: OWN_COPY },
      // Until the group that relays agrees anew on its members, each has what it has ordered.
      ...(store.replication.relay === true
        ? [{ guard: 'unaware[store] && followed && (level == DEFAULT || level == QUORUM)', does: OWN_COPY }]
        : []),
      { guard: 'level == LEADER && deposed && follows', does: LEADERS_COPY },
      { guard: 'level != BOUNDED && level != ALL && follows && !deposed', does: LEADERS_COPY },
      {
        guard: 'level == ALL && follows && !deposed && everyone',
        does: ['served = 1', `core = ${data}`, 'by = head'],
      },
    ],
    store.choice === 'AP' ? [firstOf([{ guard: `has(${data}, replica)`, does: OWN_COPY }], REFUSED)] : REFUSED,
  );
  return `${touch(group, 'net', 'replica')};\n${served};\nset = 0`;
}

/** At level `any`: the read is passed on to a copy that lacks an answer, and so refuses it. */
function inVain({ design, store }: Group, inReach: (copy: string) => string): readonly Case[] {
  const lacking = (machine: string): string | undefined =>
    lacks(design, store, { machine, asBefore: 'net == HEALTHY || unaware[store]' });
  const passedLacks = lacking('passed');
  if (passedLacks === undefined) return [];
  const refuses = copiesOf(store)
    .map(design.vertex)
    .map((copy) => `(has(any_copy, ${copy}) && ${inReach(copy)} && ${lacking(copy) ?? 'false'})`);
  return [
    ...(mayPassInVain(design.model)
      ? [
          {
            guard: 'level == ANY && in_vain > 0',
            does: ['in_vain--', `nobody_refuses = nobody_refuses || !(${refuses.join(' || ')})`, ...REFUSED],
          },
        ]
      : []),
    { guard: `level == ANY && ${inReach('passed')} && ${passedLacks}`, does: REFUSED },
  ];
}

function missed(group: Group): StoreText['missed'] {
  return firstOf(
    [{ guard: '(mine & theirs) != 0', does: ['harm = 0'] }],
    [
      missedByObservers(group.observers, {
        directly: (copy) => missedAt(group, copy),
        connected: (feeder, copy) => connected(group, 'BROKEN', { from: feeder, to: copy }),
      }),
    ],
  );
}

function missedAt(group: Group, copy: string): string {
  return firstOf(
    [
      { guard: 'history == ALONE || leader[about] == NOBODY', does: ['harm = STALE_HEAL'] },
      {
        guard: `${copy} == leader[about]`,
        does: ['harm = 0         /* it knows every write that is not on one copy alone */'],
      },
    ],
    [
      followers(group, 'BROKEN', { head: 'leader[about]', isOld: 'false' }),
      `harm = (${isReached(group, 'BROKEN', copy)} -> STALE_LAG : STALE_HEAL)`,
      'set = 0',
    ],
  );
}

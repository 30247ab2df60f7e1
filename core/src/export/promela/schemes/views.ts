import type { Store } from '../../../model/model.js';
import { type Design, majorityOf } from '../design.js';
import { type Discarded, firstOf, type StoreText } from './scheme.js';

/** A store whose replicas go by a group view, and not by whom they reach. */
interface Group {
  readonly store: Store;
  readonly here: string;
  /** The identifiers of the replicas. */
  readonly replicas: readonly string[];
  /** May the views before the break have been several ones? */
  readonly hadSeveral: boolean;
}

/** What the views that all members agree on change of a store in which every replica serves by itself. */
export function agreed(design: Design, store: Store, here: string): StoreText {
  const group = {
    store,
    here,
    replicas: store.replicas.map(design.vertex),
    hadSeveral: !areAllConnected(store, design.connectedWhenHealthy),
  };
  return {
    hasViews: true,
    settle: settle(group),
    scenario: [...(group.hadSeveral ? [numbered(group, 'former_view')] : []), numbered(group, 'view')].join('; '),
    halfNoticed: group.replicas.map((replica) => `-> spared[${here}] = ${replica}`),
    waits: 'spared[store] == replica && net == BROKEN && !refused_before',
    write: serve(group, waitsForAll(group)),
    read: serve(group, 'served = 1; core = bit(replica); by = replica'),
    missed: apart(group, { lag: 'STALE_LAG', heal: 'STALE_HEAL' }),
    ...(store.merge === 'discard'
      ? {
          conflict: 'harm = 0         /* nothing is merged: one view wins the heal */',
          lost: discarded(group, (winner) => `(${winner} & mine) == 0`),
          dirty: shownAndDiscarded(group),
        }
      : { conflict: apart(group, { lag: 'CONFLICT_LAG', heal: 'CONFLICT_HEAL' }) }),
  };
}

/** In how many ways a store may settle: which views there are now, and which there were before. */
export function viewCount(store: Store, connected: Design['connectedWhenHealthy']): number {
  const orders = store.replicas.reduce((ways, _, i) => ways * (i + 1), 1);
  return areAllConnected(store, connected) ? orders : orders * orders;
}

function areAllConnected({ replicas }: Store, connected: Design['connectedWhenHealthy']): boolean {
  return replicas.every((one) => replicas.every((other) => connected(one, other)));
}

type Views = 'view' | 'former_view';

function viewOf({ here }: Group, views: Views, replica: string): string {
  return `${views}[${here} * NODES + ${replica}]`;
}

function settle(group: Group): string {
  return `/* the group views when the network broke, and the group views now */
${agree(group, 'former_view', 'HEALTHY')}
${agree(group, 'view', 'under')}
set = 0`;
}

/**
 * Each replica begins a view or joins one in which it is connected to all. Two views that could be one are not the end
 * of it. A view stands with its first member until all have found theirs.
 */
function agree(group: Group, views: Views, net: string): string {
  const { replicas } = group;
  const of = (v: string): string => viewOf(group, views, v);
  const clear = replicas.map((v) => `${of(v)} = 0`).join('; ');
  const joins = replicas.map((v, i) =>
    [
      'if',
      `:: !has(on(${net}, ${v}), ${v}) -> skip         /* it is down */`,
      `:: has(on(${net}, ${v}), ${v}) -> ${of(v)} = bit(${v})`,
      ...replicas
        .slice(0, i)
        .map((u) => `:: ${of(u)} != 0 && (${of(u)} & ~on(${net}, ${v})) == 0 -> ${of(u)} = ${of(u)} | bit(${v})`),
      'fi;',
    ].join('\n'),
  );
  const couldBeOne = replicas.flatMap((u, i) =>
    replicas.slice(i + 1).map(
      (v) => `set = ${of(u)} | ${of(v)};
one_side_lacks_it = one_side_lacks_it || (${of(u)} != 0 && ${of(v)} != 0 && ${reachEachOther(group, 'set', net)});`,
    ),
  );
  const members = replicas
    .map((v, i) => {
      const found = replicas.slice(0, i).map((u) => `(has(${of(u)}, ${v}) -> ${of(u)} : `);
      return `${of(v)} = (${of(v)} != 0 -> ${of(v)} : ${found.join('')}0${')'.repeat(found.length)});`;
    })
    .reverse();
  return `${clear};
${joins.join('\n')}
d_step {
one_side_lacks_it = 0;
${couldBeOne.join('\n')}
set = 0
};
if
:: one_side_lacks_it -> one_side_lacks_it = 0; goto done
:: else
fi;
d_step {
${members.join('\n')}
skip
};`;
}

/** Are all of a set connected to each other? */
function reachEachOther({ replicas }: Group, set: string, net: string): string {
  return replicas.map((w) => `(!has(${set}, ${w}) || (${set} & ~on(${net}, ${w})) == 0)`).join(' && ');
}

/** Which views there are, as a number: for each replica, which one is the first in its view. */
function numbered(group: Group, views: Views): string {
  return group.replicas
    .map((v, i) => {
      const first = group.replicas
        .slice(0, i)
        .reduceRight((rest, u, k) => `(has(${viewOf(group, views, v)}, ${u}) -> ${k} : ${rest})`, `${i}`);
      return `scenario = scenario * ${i + 1} + ${first}`;
    })
    .join('; ');
}

/** With `choose CP` a replica pauses outside of a view with a majority. */
function serve(group: Group, served: string): string {
  const { store } = group;
  const majority = majorityOf(store.replicas);
  const own = (views: Views): string => `${views}[store * NODES + replica]`;
  const pauses =
    store.choice !== 'CP'
      ? served
      : firstOf([{ guard: `size(set) < ${majority}`, does: ['served = 0', 'refused_before = acts'] }], [served]);
  return `acts = (net == HEALTHY || unaware[store] || spared[store] == replica);         /* it follows the view of before */
set = (acts -> ${own('former_view')} : ${own('view')});
${pauses};
set = 0; acts = 0`;
}

/** A write is acknowledged by all of the view. */
function waitsForAll(group: Group): string {
  return firstOf(
    [
      { guard: reachEachOther(group, 'set', 'net'), does: ['served = 1', 'core = set'] },
      ...(group.store.choice === 'AP' ? [{ guard: 'true', does: ['served = 1', 'core = bit(replica)'] }] : []),
    ],
    ['served = 0', 'keeps = 1', 'core = bit(replica)'],
  );
}

/** Sets `harm` of what is on `mine` against what is on `theirs`: a view carries both, or none does. */
function apart(group: Group, { lag, heal }: { readonly lag: string; readonly heal: string }): string {
  const together = group.replicas.map((v) => {
    const view = viewOf(group, 'view', v);
    return `((${view} & mine) != 0 && (${view} & theirs) != 0)`;
  });
  return firstOf(
    [{ guard: '(mine & theirs) != 0', does: ['harm = 0'] }],
    [`harm = (${together.join(' || ')} -> ${lag} : ${heal})`],
  );
}

/** Can a view win the heal of which something holds? With `choose CP`, the one that has a majority. */
function discarded(group: Group, holds: (winner: string) => string): Discarded {
  const { store, replicas } = group;
  const majority = majorityOf(store.replicas);
  const views = replicas.map((v) => viewOf(group, 'view', v));
  const hasMajority = `(${views.map((view) => `size(${view}) >= ${majority}`).join(' || ')})`;
  const mayWin = (view: string): string =>
    `${view} != 0${store.choice === 'CP' ? ` && (!${hasMajority} || size(${view}) >= ${majority})` : ''}`;
  return { guard: `(${views.map((view) => `(${mayWin(view)} && ${holds(view)})`).join(' || ')})` };
}

/**
 * What some members of the view of the asked copy have, all of it gets. A write that waits is on the replica that took
 * it in, and perhaps on members of the view of before that it reaches.
 */
function shownAndDiscarded(group: Group): Discarded {
  const { replicas } = group;
  const reached = replicas.map(
    (v) => `(has(theirs, ${v}) -> ${viewOf(group, 'former_view', v)} & on(BROKEN, ${v}) : 0)`,
  );
  const { guard } = discarded(group, (winner) => `(${winner} & (theirs | mine)) == 0`);
  return {
    look: `set = theirs | (result == SERVED -> 0 : (${reached.join(' | ')}))`,
    guard: `((view[about * NODES + answered_by] & set) != 0 && ${guard})`,
  };
}

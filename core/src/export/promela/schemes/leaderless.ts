import type { Store } from '../../../model/model.js';
import { type Design, majorityOf } from '../design.js';
import { type Discarded, firstOf, type StoreText } from './scheme.js';

/** What schemes without a leader have in common: every replica carries what it has to those it is connected to. */
export function spreading(design: Design, store: Store): Pick<StoreText, 'missed' | 'conflict' | 'lost' | 'dirty'> {
  const missed = carried(design, store, { lag: 'STALE_LAG', heal: 'STALE_HEAL' });
  if (store.merge !== 'discard')
    return { missed, conflict: carried(design, store, { lag: 'CONFLICT_LAG', heal: 'CONFLICT_HEAL' }) };
  return {
    missed,
    conflict: 'harm = 0         /* nothing is merged: one side wins the heal */',
    lost: discarded(design, store, '(set & mine) == 0'),
    dirty: shownAndDiscarded(design, store),
  };
}

function carried(design: Design, store: Store, harm: { readonly lag: string; readonly heal: string }): string {
  return firstOf(
    [{ guard: '(mine & theirs) != 0 && my_history != HINTED && history != HINTED', does: ['harm = 0'] }],
    [
      'set = mine & running',
      `grow(BROKEN, ${design.set(store.replicas)})`,
      `harm = (((set | mine) & theirs) != 0 -> ${harm.lag} : ${harm.heal})`,
      'set = 0',
    ],
  );
}

/** What a write reached before it was discarded is carried on by all that are connected: `in_reach`. */
function shownAndDiscarded(design: Design, store: Store): Discarded {
  const spread = `set = theirs;
grow((time == BEFORE -> HEALTHY : BROKEN), ${design.set(store.replicas)});
in_reach = mine & set`;
  const { look = '', guard } = discarded(design, store, '(set & theirs) == 0 && (in_reach & ~set) != 0');
  return { look: `${spread};\n${look}`, guard };
}

/** One side wins the heal, and a side, `set`, may lack what another has. */
function discarded(design: Design, store: Store, lacks: string): Discarded {
  const sides = eachSide(design, store, `if :: ${lacks} -> one_side_lacks_it = 1 :: else fi`);
  const look = store.choice === 'CP' ? majorityFirst(design, store, { lacks, otherwise: sides }) : `${sides}\nset = 0`;
  return { look: `one_side_lacks_it = 0;\n${look}`, guard: 'one_side_lacks_it' };
}

/** Where a side has a majority it wins; `able` becomes that side. */
function majorityFirst(
  design: Design,
  store: Store,
  { lacks, otherwise }: { readonly lacks: string; readonly otherwise: string },
): string {
  const majority = majorityOf(store.replicas);
  return `${eachSide(design, store, `if :: size(set) >= ${majority} -> able = set :: else fi`)}
if
:: able != 0 -> set = able; one_side_lacks_it = (${lacks})
:: else ->
${otherwise}
skip
fi;
able = 0; set = 0`;
}

/** Does something with the component, `set`, of each running replica. */
function eachSide(design: Design, store: Store, statement: string): string {
  return store.replicas
    .map(design.vertex)
    .map(
      (v) => `if
:: has(running, ${v}) ->
set = bit(${v});
grow(BROKEN, ${design.set(store.replicas)});
${statement}
:: else
fi;`,
    )
    .join('\n');
}

import type { Model } from '../../model/model.js';
import type { Design } from './design.js';
import derived from './derived.pml?raw' with { type: 'text' };
import { fill } from './holes.js';
import { sourcesOf } from './requires.js';

/** What it takes to read derived data, where the design has any. */
export interface DerivedTexts {
  readonly text: readonly string[];
  /** After a step was looked up. */
  readonly source: readonly string[];
  /** After a request. */
  readonly instead: readonly string[];
  /** After the read that is asked about was answered. */
  readonly feed: readonly string[];
  /** After it was compared with a write. */
  readonly lag: readonly string[];
  readonly forget: readonly string[];
}

const NONE: DerivedTexts = { text: [], source: [], instead: [], feed: [], lag: [], forget: [] };

export function derivedTexts(design: Design): DerivedTexts {
  const { model } = design;
  const copies = model.stores.flatMap(({ from }, s) => (from === undefined ? [] : [{ from, s }]));
  if (copies.length === 0) return NONE;
  const sources = sourcesOf(model);
  const place = (store: number): number => sources.findIndex(({ kind, index }) => kind === 'store' && index === store);
  const text = fill(derived, {
    'is derived': copies.map(({ s }) => `store == ${design.store(s)}`).join(' || '),
    'sources instead': copies.flatMap(({ from, s }) =>
      from.orSource === true ? [`:: store == ${design.store(s)} -> instead = ${design.store(from.store)}`] : [],
    ),
    sources: copies.map(
      ({ from, s }) =>
        `:: store == ${design.store(s)} -> instead = ${design.store(from.store)}; ` +
        `starved = !has(got[${place(from.store)}], by); store = (starved -> ${design.store(rootOf(model, s))} : store)`,
    ),
  });
  return {
    text: [text],
    source: ['read_source();'],
    instead: ['look_for_source();'],
    feed: ['follow_the_feed();'],
    lag: [
      'if',
      ':: lagging && reading -> harm = (starved || harm == STALE_HEAL -> STALE_HEAL : STALE_LAG)',
      ':: else',
      'fi;',
    ],
    forget: ['instead = NOBODY; lagging = 0; starved = 0;'],
  };
}

/** The store that is written, and that everything comes from. */
function rootOf(model: Model, s: number): number {
  const from = model.stores[s]?.from;
  return from === undefined ? s : rootOf(model, from.store);
}

import type { Model } from '../model/model.js';
import type { Report } from '../render/reports/document.js';
import { visible } from '../render/print/visible.js';
import type { Draft, Drafted } from './draft.js';
import { place } from './place.js';

/** One thing that a design and what is deployed do not have in common: "store cache", "is deployed …". */
interface Difference {
  readonly what: string;
  readonly text: string;
}

/**
 * What is deployed and not in the design, and the other way round, by name: stores with the number of their replicas,
 * services, and zones if the files name any. Upper and lower case are alike.
 */
export function driftReport(draft: Draft, model: Model, design: string): { report: Report; differences: number } {
  const zones = model.vertices.flatMap((vertex) => (vertex.kind === 'zone' ? [vertex.name] : []));
  const differences = [
    ...differencesOf('store', draft.stores, names(model.stores)),
    ...replicaDifferences(draft, model),
    ...differencesOf('service', draft.services, names(model.services)),
    ...zoneDifferences(draft, zones),
  ];
  const count = differences.length;
  return {
    differences: count,
    report: {
      title: `${design} and what is deployed`,
      summary:
        count === 0
          ? 'They have the same stores, replicas, services and zones.'
          : `${count} ${count === 1 ? 'difference' : 'differences'}.`,
      sections:
        count === 0
          ? []
          : [
              {
                paragraphs: [],
                table: {
                  columns: ['', 'difference'],
                  rows: differences.map(({ what, text }) => ({ cells: [{ text: what }, { text }] })),
                },
              },
            ],
      bound: 'names of stores, services and zones, and numbers of replicas',
    },
  };
}

function names(things: readonly { readonly name: string }[]): readonly string[] {
  return things.map(({ name }) => name);
}

function differencesOf(kind: string, deployed: readonly Drafted[], designed: readonly string[]): readonly Difference[] {
  return [
    ...deployed
      .filter(({ name }) => !designed.some((other) => isSame(name, other)))
      .map(({ name, origin }) => ({
        what: `${kind} ${visible(name)}`,
        text: `is deployed (${place(origin)}), and the design has none`,
      })),
    ...designed
      .filter((name) => !deployed.some((other) => isSame(name, other.name)))
      .map((name) => ({ what: `${kind} ${visible(name)}`, text: 'is in the design, and not deployed' })),
  ];
}

/** A zone that the draft guessed may be in a design, and is not missed in one. */
function zoneDifferences({ zones }: Draft, designed: readonly string[]): readonly Difference[] {
  const named = zones.filter(({ isGuess }) => !isGuess);
  const guessed = zones.filter(({ isGuess }) => isGuess);
  if (named.length === 0) return [];
  const others = designed.filter((name) => !guessed.some((zone) => isSame(zone.name, name)));
  return differencesOf('zone', named, others);
}

function replicaDifferences(draft: Draft, { stores }: Model): readonly Difference[] {
  return draft.stores.flatMap(({ name, origin, replicas }) => {
    const designed = stores.find((store) => isSame(store.name, name));
    if (designed === undefined || designed.replicas.length === replicas) return [];
    const text = `has ${replicas} copies deployed (${place(origin)}), and ${designed.replicas.length} in the design`;
    return [{ what: `store ${visible(name)}`, text }];
  });
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

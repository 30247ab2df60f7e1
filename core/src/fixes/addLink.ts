import type { Edit } from '../base/edit.js';
import { cutLinks } from '../network/places.js';
import type { Link, VertexId } from '../model/model.js';
import { vertexName } from '../render/words/names.js';
import { shareText } from '../render/words/share.js';
import { insertAt, type Candidate, type Design, type FixKind } from './design.js';

/** More are not tried for one operation: each is an analysis of its own. */
const MOST_LINKS = 6;

/**
 * One more link: between two places that have none between them, and beside a link that a smallest cause cuts. Where
 * the file writes no link at all every two places are linked already, and a first one would take those away.
 */
export const addLink: FixKind = {
  name: 'add-link',
  candidates: (design, operation) => {
    if (!design.model.links.some(({ kind }) => kind === 'declared') || design.links.length === 0) return [];
    const cuts = [
      ...new Set(
        design
          .resultsOf(operation)
          .flatMap(({ findings }) =>
            findings.flatMap(({ cause }) => [
              ...cutLinks(design.model, cause),
              ...cause.directions.map((direction) => direction >> 1),
            ]),
          ),
      ),
    ];
    if (cuts.length === 0) return [];
    const missing = missingLinks(design, new Set(cuts.flatMap((link) => endsOf(design, link))));
    const second = cuts.flatMap((link): Pair[] => {
      const { kind, a = -1, b = -1 } = design.model.links[link] ?? {};
      return kind === 'declared' ? [[a, b]] : [];
    });
    const pairs = [...missing, ...second].filter(
      ([a, b], i, all) => all.findIndex(([x, y]) => (x === a && y === b) || (x === b && y === a)) === i,
    );
    return pairs.slice(0, MOST_LINKS).map((pair) => candidate(design, pair));
  },
};

type Pair = readonly [VertexId, VertexId];

/** The first pairs of places without a link between them, at least one of which is among `ends`. */
function missingLinks(design: Design, ends: ReadonlySet<VertexId>): readonly Pair[] {
  const found: Pair[] = [];
  const places = design.model.vertices.flatMap((_, id) => (isPlace(design, id) ? [id] : []));
  const cut = places.filter((id) => ends.has(id));
  for (const a of places) {
    for (const b of ends.has(a) ? places : cut) {
      if (b <= a || design.isLinked(a, b)) continue;
      found.push([a, b]);
      if (found.length === MOST_LINKS) return found;
    }
  }
  return found;
}

function endsOf({ model }: Design, link: number): VertexId[] {
  const found = model.links[link];
  return found === undefined ? [] : [found.a, found.b];
}

/** Where one lays a cable to: the network of a zone rather than each of its nodes. A client lays none. */
export function isPlace({ model }: Pick<Design, 'model'>, id: VertexId): boolean {
  const vertex = model.vertices[id];
  return vertex?.kind === 'zone' || vertex?.kind === 'router' || (vertex?.kind === 'node' && vertex.zone === undefined);
}

function isLinked({ model }: Design, a: VertexId, b: VertexId): boolean {
  return model.links.some((link) => (link.a === a && link.b === b) || (link.a === b && link.b === a));
}

/** One more link as a statement, and what is assumed about it. */
export interface WrittenLink {
  /** "us–ap" */
  readonly label: string;
  /** Whether the two places have a direct link already. */
  readonly isSecond: boolean;
  readonly roundTripMs?: number;
  /** Empty where the design's own file writes no link. */
  readonly edits: readonly Edit[];
}

/**
 * A link that takes as long as the way that there is, and fails as often as the worst link that is declared: no answer
 * is faster or surer for a made-up number.
 */
export function oneMoreLink(design: Design, a: VertexId, b: VertexId): WrittenLink {
  const { ms, declared } = design.topology.roundTrips(a);
  const roundTrip = ms[b];
  const isKnown = declared[b] === true && roundTrip !== undefined && roundTrip !== Infinity && roundTrip > 0;
  const words = [
    `\nlink ${design.written(a)} -- ${design.written(b)}`,
    ...(isKnown ? [`${roundTrip}ms`] : []),
    ...failingLikeWorst(declaredLinks(design)),
  ];
  return {
    label: `${vertexName(design.model, a)}–${vertexName(design.model, b)}`,
    isSecond: isLinked(design, a, b),
    ...(isKnown ? { roundTripMs: roundTrip } : {}),
    edits: design.links.length === 0 ? [] : [afterLinks(design, words.join(' '))],
  };
}

export function declaredLinks({ model }: Design): readonly Link[] {
  return model.links.filter(({ kind }) => kind === 'declared');
}

/** The clause that the one of these has which fails most often: nothing new is surer than what there is. */
export function failingLikeWorst(all: readonly { readonly fails?: number }[]): readonly string[] {
  const often = Math.max(0, ...all.map(({ fails = 0 }) => fails));
  return often > 0 ? [`fails ${shareText(often)}`] : [];
}

/** Writes lines below the links of the design's own file, of which there are some. */
export function afterLinks({ links }: Design, text: string): Edit {
  return insertAt(Math.max(...links.map(({ span }) => span.end)), text);
}

function candidate(design: Design, [a, b]: Pair): Candidate {
  const { label, isSecond, roundTripMs, edits } = oneMoreLink(design, a, b);
  const which = isSecond ? 'a second link' : 'a link';
  return {
    id: `link ${a} ${b}`,
    action: `Add ${which} ${label}${roundTripMs === undefined ? '' : ` (taken as ${roundTripMs} ms)`}`,
    brief: `Add ${which} ${label}`,
    edits,
  };
}

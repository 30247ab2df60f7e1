import { isPlace, oneMoreLink } from '../../fixes/addLink.js';
import type { Model } from '../../model/model.js';
import type { Move, MoveKind } from '../move.js';

/** More are not tried for one design. */
export const MOST_LINKS = 40;

/** Whether there are more pairs of places than are tried for one more link. */
export function leavesOutPairs(model: Model): boolean {
  const places = model.vertices.filter((_, id) => isPlace({ model }, id)).length;
  return model.links.some(({ kind }) => kind === 'declared') && (places * (places - 1)) / 2 > MOST_LINKS;
}

/** One more link between any two places: where there is none, and beside one that there is. */
export const addLink: MoveKind = {
  name: 'add-link',
  moves: ({ design }) => {
    // Where the file writes no link, every two places are linked already, and a first one would take those away.
    if (design.links.length === 0) return [];
    const places = design.model.vertices.flatMap((_, id) => (isPlace(design, id) ? [id] : []));
    const all = places.flatMap((a, i) =>
      places.slice(i + 1).map((b): Move => {
        const { label, isSecond, edits } = oneMoreLink(design, a, b);
        const what = `${isSecond ? 'a second link' : 'a link'} ${label}`;
        return { slot: `link ${a} ${b}`, what, edits, replicas: 0, links: 1 };
      }),
    );
    return all.slice(0, MOST_LINKS);
  },
};

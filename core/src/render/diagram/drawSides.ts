import { list } from '../words/sentence.js';
import { contains, grown } from './geometry.js';
import { pixels, SMALL_COLUMN } from './measure.js';
import { fullName, part, text, type View } from './pieces.js';
import type { Box, Part, Shape } from './scene.js';

/** The sides of a partition, a frame around each. */
export function drawSides(view: View): Part[] {
  const { layout, broken } = view;
  return broken.splits.flatMap((split, entry) => {
    const numbers = [...new Set(split.values())].sort((x, y) => x - y);
    return numbers.map((side): Part => {
      const on = layout.placed.filter(({ vertex }) => split.get(vertex) === side);
      // A zone that is on a side as a whole stands for its members; a machine stands for its clients.
      const outermost = on.filter(({ box }) => !on.some((other) => other.box !== box && contains(other.box, box)));
      const name = broken.splits.length > 1 ? `side ${entry + 1}.${side + 1}` : `side ${side + 1}`;
      const shapes = outermost.flatMap(({ box }) => sideShapes(grown(box, 7 + 5 * entry), name, side));
      return part(
        { kind: 'side', index: side, states: [] },
        [
          `${name.charAt(0).toUpperCase()}${name.slice(1)} of the partition: ` +
            `${list(outermost.map(({ vertex }) => fullName(view.model, vertex)))}`,
        ],
        shapes,
      );
    });
  });
}

function sideShapes(box: Box, name: string, side: number): Shape[] {
  const tag = { x: box.x + 8, y: box.y - 9, width: pixels(name, SMALL_COLUMN) + 10, height: 16 };
  return [
    { kind: 'box', look: `side-area side-${side % 4}`, radius: 10, ...box },
    { kind: 'box', look: 'side-tag', radius: 3, ...tag },
    text('side-name', 'middle', { x: tag.x + tag.width / 2, y: tag.y + tag.height / 2 }, { text: name }),
  ];
}

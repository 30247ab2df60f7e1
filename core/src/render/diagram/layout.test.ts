import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Model } from '../../model/model.js';
import { resolve } from '../../model/resolve.js';
import { parse } from '../../syntax/parse.js';
import { models } from '../../testing/naive/randomModel.js';
import { contains, grown, inside, overlap } from './geometry.js';
import { layOut, type Layout } from './layout.js';
import type { Box } from './scene.js';

const modelOf = (text: string): Model => resolve(parse(text)).model;
const samples = path.resolve(import.meta.dirname, '../../../../samples');
const numbers = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** Ten zones of three machines, each linked with six others: 30 nodes, 60 links. */
const LARGE = [
  ...numbers(10).map(
    (z) =>
      `zone z${z} { node ${numbers(3)
        .map((i) => `n${z}x${i}`)
        .join(', ')} }\nclient c${z} in z${z}`,
  ),
  ...numbers(10).flatMap((z) => [1, 2, 3].map((step) => `link z${z} -- z${(z + step) % 10} 10ms`)),
  ...numbers(4).map(
    (s) =>
      `store s${s} on ${numbers(5)
        .map((i) => `n${(s + 2 * i) % 10}x${i % 3}`)
        .join(', ')} { choose CP }`,
  ),
].join('\n');

const SPINE = `router s1, s2\n${numbers(6)
  .map((i) => `zone r${i} { node r${i}a, r${i}b }\nlink r${i} -- s1 1ms\nlink r${i} -- s2 1ms`)
  .join('\n')}\nclient web\nlink web -- s1 20ms`;
const ACROSS =
  'zone a { node a1, a2, a3, a4, a5, a6, a7 }\nzone b { node b1, b2, b3 }\nclient x in a\nclient y in a\nclient z in b\nlink a2 -- b2 5ms\nlink a6 -> b3 9ms\nlink a -- b 50ms\nlink a -- b 60ms';
const MESH = `node ${numbers(12)
  .map((i) => `n${i}`)
  .join(', ')}\nmesh ${numbers(12)
  .map((i) => `n${i}`)
  .join(', ')} 1ms\nclient c at n3`;
const APART = 'node a, b, c, d\nlink a -- b\nclient k at c';

const DESIGNS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    readdirSync(samples)
      .filter((name) => name.endsWith('.cap'))
      .map((name) => [name, readFileSync(path.join(samples, name), 'utf8')]),
  ),
  LARGE,
  SPINE,
  ACROSS,
  MESH,
  APART,
};

/** The boxes that are not around others: machines without clients at them, routers, clients. */
function leaves({ placed }: Layout): Box[] {
  const boxes = placed.map(({ box }) => box);
  return boxes.filter((box) => !boxes.some((other) => other !== box && contains(box, other)));
}

/** The boxes that overlap others or leave the picture. */
function clashes({ width, height, placed }: Layout): string[] {
  const all = { x: 0, y: 0, width, height };
  return placed.flatMap((a, i) => [
    ...(contains(all, a.box) ? [] : [`${a.name.text} is outside`]),
    ...placed
      .slice(i + 1)
      .flatMap((b) =>
        overlap(a.box, b.box) && !contains(a.box, b.box) && !contains(b.box, a.box)
          ? [`${a.name.text} on ${b.name.text}`]
          : [],
      ),
  ]);
}

/**
 * Lines that run through a box which they do not join, and which neither contains one of their ends nor lies in one.
 */
function through(model: Model, { placed, lines }: Layout): string[] {
  return lines.flatMap(({ links, points }) => {
    const ends = links.flatMap((link) => [model.links[link]?.a, model.links[link]?.b]);
    const own = placed.filter(({ vertex }) => ends.includes(vertex)).map(({ box }) => box);
    const others = placed.filter(
      ({ vertex, box }) => !ends.includes(vertex) && !own.some((end) => contains(box, end) || contains(end, box)),
    );
    return others
      .filter(({ box }) =>
        points.some((point, i) => i > 0 && inside(points[i - 1] ?? point, point, grown(box, -1)) !== undefined),
      )
      .map(({ name }) => `${links.join()} through ${name.text}`);
  });
}

describe.each(Object.entries(DESIGNS))('%s', (_name, text) => {
  const model = modelOf(text);
  const layout = layOut(model);

  test('everything has a place of its own inside the picture', () => {
    expect(layout.placed).toHaveLength(model.vertices.length);
    expect(clashes(layout)).toEqual([]);
  });

  test('every link is drawn once, and no line runs through what it does not join', () => {
    expect(layout.lines.flatMap(({ links }) => links).sort((a, b) => a - b)).toEqual(model.links.map((_, i) => i));
    expect(through(model, layout)).toEqual([]);
  });

  test('labels lie on no box and on no other label', () => {
    const labels = layout.lines.flatMap(({ label }) => (label === undefined ? [] : [label.box]));
    expect(labels.filter((a) => leaves(layout).some((box) => overlap(a, box)))).toEqual([]);
    expect(labels.filter((a, i) => labels.some((b, j) => j > i && overlap(a, b)))).toEqual([]);
  });
});

test('the same holds for designs that nobody has thought of', () => {
  fc.assert(
    fc.property(models({ mostLinks: 16 }), (model) => {
      const layout = layOut(model);
      expect(clashes(layout)).toEqual([]);
      expect(through(model, layout)).toEqual([]);
      expect(layout.lines.flatMap(({ links }) => links)).toHaveLength(model.links.length);
    }),
    { numRuns: 200, seed: 20121021 },
  );
}, 30_000);

test('names, comments and faults move nothing: the same declarations stand at the same places', () => {
  const moved = layOut(modelOf(`// more\n${ACROSS}\npartition p { a | b }\noperation o: read s from x`));
  expect(moved).toEqual(layOut(modelOf(ACROSS)));
});

test('links in parallel run beside each other', () => {
  const { lines } = layOut(modelOf(ACROSS));
  const [first, second] = lines.filter(({ label }) => label?.text.text === '50 ms' || label?.text.text === '60 ms');
  expect(Math.abs((first?.points[0]?.y ?? 0) - (second?.points[0]?.y ?? 0))).toBeGreaterThan(10);
});

test('with 200 nodes, a zone is one box with a count, and links between two of them are one line', () => {
  const text = numbers(10)
    .map(
      (z) =>
        `zone z${z} { node ${numbers(20)
          .map((i) => `m${z}x${i}`)
          .join(', ')} }\nlink z${z} -- z${(z + 1) % 10} 5ms\nlink m${z}x0 -- m${(z + 1) % 10}x1`,
    )
    .join('\n');
  const layout = layOut(modelOf(`${text}\nclient web in z3\nstore s on m3x0, m4x0 { choose CP }`));
  expect(layout.placed).toHaveLength(10);
  expect(layout.placed[3]?.lines.map((line) => line.text)).toEqual(['20 nodes and 1 client', 's']);
  expect(layout.lines.map(({ links, label }) => `${links.length} ${label?.text.text ?? ''}`)).toEqual(
    numbers(10).map(() => '2 2 links'),
  );
});

test('a thousand links among 46 nodes are drawn in reasonable time, straight', () => {
  const names = numbers(46)
    .map((i) => `n${i}`)
    .join(', ');
  const { lines } = layOut(modelOf(`node ${names}\nmesh ${names} 1ms`));
  expect(lines).toHaveLength(1035);
  expect(lines.filter(({ points }) => points.length > 2)).toEqual([]);
});

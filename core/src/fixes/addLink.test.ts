import { expect, test } from 'vitest';
import { fixed, detailsOf } from '../testing/fixes.js';

const DESIGN = `zone us { node us1 }
zone eu { node eu1 }
zone ap { node ap1 }
link us -- eu 80ms
link eu -- ap 120ms
client web in us
store s on us1, eu1, ap1 { choose CP }
operation save: write s from web
explore all links
expect save ok under any 1 link
`;

test('a link that is not there may be added; the round trip is that of the way that there is', () => {
  expect(detailsOf(DESIGN, 'save', 'Add a link')).toEqual([
    'Add a link us–ap (taken as 200 ms): survives any 1 cut; mends `expect save ok under any 1 link`',
  ]);
  expect(fixed(DESIGN, 'save', 'Add a link us–ap')).toContain('link eu -- ap 120ms\nlink us -- ap 200ms\n');
});

test('beside a link that a smallest cause cuts a second one may be laid', () => {
  const nodes = `node a, b
client web at a
link a -- b 80ms
store s on a, b { choose CP }
operation save: write s from web
explore all links`;
  expect(detailsOf(nodes, 'save', 'Add a second link')).toEqual([
    'Add a second link a–b (taken as 80 ms): survives any 1 cut; errors under 2 cuts, was 1 cut',
  ]);
});

test('a name that is no identifier stays one name', () => {
  expect(
    fixed(DESIGN.replaceAll('ap {', '"a p" {').replaceAll('-- ap ', '-- "a p" '), 'save', 'Add a link us–a p'),
  ).toContain('link us -- "a p" 200ms');
});

test('a file without links has them all, and a first one would take them away', () => {
  expect(detailsOf(DESIGN.replace(/^link .*$/gm, ''), 'save', 'Add')).toEqual([]);
});

import { expect, test } from 'vitest';
import { resolve } from '../resolve.js';
import { parse } from '../../syntax/parse.js';
import { parseDesign } from '../../syntax/parseDesign.js';
import { readerOf } from '../../testing/files.js';

/** What is said of a design, each at the text that it marks. */
function said(text: string): readonly string[] {
  return resolve(parse(text))
    .diagnostics.filter(({ code }) => code === 'ineffective-clause')
    .map(({ span, message }) => `${text.slice(span.start, span.end)}: ${message}`);
}

const REQUESTS = `client k at a
store s on a, b { choose CP }
operation w: write s from k
`;

test('a share is dead at what no operation depends on, and only there', () => {
  expect(
    said(`node a, b fails 0.1%
node c fails 0.2%
node d, e fails 0.3%
node f, b2 fails 0.4%
link a -- b fails 0.5%
link b -- c fails 0.6%
link a -- b2
${REQUESTS}store t on f, b2 { choose AP }
operation r: read t from k
`),
  ).toEqual([
    '0.2%: No operation depends on `c`, so this share has no effect: remove it.',
    '0.3%: No operation depends on these nodes, so this share has no effect: remove it.',
    '0.6%: No operation depends on this link, so this share has no effect: remove it.',
  ]);
});

test('routers and zones pass messages on, where they lead anywhere', () => {
  expect(
    said(`zone near fails 1% { node a }
zone between fails 2% { node x fails 3% }
zone dead fails 4% { node y, z
  node v fails 5%
}
node b
router q, r, t
link near -- q fails 6%
link q -- between fails 7%
link between -- b fails 8%
link q -- r fails 9%
link r -- dead fails 10%
mesh q, t fails 11%
${REQUESTS}`),
  ).toEqual([
    '3%: No operation depends on `x`, so this share has no effect: remove it.',
    '4%: No operation depends on `dead`, so this share has no effect: remove it.',
    '5%: No operation depends on `v`, so this share has no effect: remove it.',
    '9%: No operation depends on this link, so this share has no effect: remove it.',
    '10%: No operation depends on this link, so this share has no effect: remove it.',
    '11%: No operation depends on this link, so this share has no effect: remove it.',
  ]);
});

test('a risk is dead if all that it takes down is', () => {
  expect(
    said(`node a, b, c, d
link a -- b
link l: c -- d
risk flood { c, l } fails 1%
risk fire { b, l } fails 1%
${REQUESTS}`),
  ).toEqual(['1%: No operation depends on what `flood` takes down, so this share has no effect: remove it.']);
});

test('a circle of routers without anybody is dead; one that leads from a client to a copy is not', () => {
  const circle = (from: string): string => `router q, r, t
link q -- r fails 1%
link r -- t fails 1%
link t -- q fails 1%
node a, b, c
link a -- b
link ${from} -- q
link r -- c
${REQUESTS}`;
  expect(said(circle('c'))).toHaveLength(3);
  expect(said(circle('a').replace('on a, b', 'on a, c'))).toEqual([]);
});

test('while something is wrong, or nobody asks for anything, it is not known what depends on it', () => {
  const design = `node a, b, c fails 1%\nnode d fails 2%\nlink a -- b\n${REQUESTS}`;
  expect(said(design)).toHaveLength(1);
  expect(said(`${design}operation r: read u from k`)).toEqual([]);
  expect(said(design.replace(/operation.*\n/, ''))).toEqual([]);
});

test('what an included file says of its places may be for other designs', () => {
  const shared = 'node a, b, c fails 1%\nnode d fails 2%\nlink a -- b\n';
  const design = parseDesign('design.cap', `include "shared.cap"\n${REQUESTS}`, readerOf({ 'shared.cap': shared }));
  expect(resolve(design).diagnostics).toEqual([]);
  expect(said(`${shared}${REQUESTS}`)).toHaveLength(1);
});

import { expect, test } from 'vitest';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { MOST_PER_STEP } from '../base/steps.js';
import { matchingSymbols, matchingSymbolsInSteps, symbols, type OutlineSymbol } from './symbols.js';

function outline(text: string): string {
  const lines = (entries: readonly OutlineSymbol[], indent: string): string[] =>
    entries.flatMap((entry) => [
      `${indent}${entry.kind} ${entry.name}${entry.detail === '' ? '' : ` (${entry.detail})`}`,
      ...lines(entry.children, `${indent}  `),
    ]);
  return lines(symbols(resolve(parse(text))), '').join('\n');
}

test('what a file declares, in its order', () => {
  const text = `zone us { node us1, us2 }
router r1
link us -- r1 80ms
link cable: us -> r1
client web in us
store s on us1, us2, witness us2 { choose CP }
operation checkout from web { read s; write s }
partition p { us | r1 }
expect checkout ok
`;
  expect(outline(text)).toBe(`zone us (2 nodes)
  node us1
  node us2
router r1
link us -- r1
link cable (us -> r1)
client web (in us)
store s (CP on us1, us2, witness us2)
operation checkout (read s; write s)
partition p`);
});

test('selections lie inside their entries', () => {
  const text = 'zone us { node us1 }\nlink us -- us1\nnode a, b\nstore s on a {choose AP}';
  const inside = (entry: OutlineSymbol): boolean =>
    entry.span.start <= entry.selection.start && entry.selection.end <= entry.span.end && entry.children.every(inside);
  expect(symbols(resolve(parse(text))).every(inside)).toBe(true);
});

test('a broken file has an outline', () => {
  expect(outline('store\nnode a\nlink a --\noperation: read')).toContain('node a');
});

test('a query finds names by their letters, those inside zones too', () => {
  const found = (query: string): readonly string[] =>
    matchingSymbols(resolve(parse('zone us { node us1, eu1 }\nclient Web in us')), query).map(({ name }) => name);
  expect(found('')).toEqual(['us', 'us1', 'eu1', 'Web']);
  expect(found('U1')).toEqual(['us1', 'eu1']);
  expect(found('wb')).toEqual(['Web']);
  expect(found('sx')).toEqual([]);
});

test('of very many names the first thousand are found, in steps', () => {
  const names = Array.from({ length: 3000 }, (_, i) => `node n${i}\n`).join('');
  const steps = matchingSymbolsInSteps(resolve(parse(names)), 'n');
  const yielded: number[] = [];
  let next = steps.next();
  for (; next.done !== true; next = steps.next()) yielded.push(next.value);
  expect(next.value.map(({ name }) => name).slice(-1)).toEqual(['n999']);
  expect(Math.max(...yielded)).toBeLessThanOrEqual(MOST_PER_STEP);
  expect(yielded.length).toBeGreaterThan(5);
});

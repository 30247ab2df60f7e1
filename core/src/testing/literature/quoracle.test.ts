// Whittaker et al., "Read-Write Quorum Systems Made Practical", PaPoC 2021, and its library Quoracle: the figures whose
// terms are ours as well. The resilience of a quorum system is the largest number of nodes of which any may fail while
// a quorum is left. In the expressions of Quoracle `choose(k, nodes)` is any k of them, `+` is or, `*` is and.
// Load, capacity and network load, strategies, and quorums of named nodes such as grids are not modelled.

import { expect, test } from 'vitest';
import { exploreAll } from '../../engine/explore.js';
import { resolve } from '../../model/resolve.js';
import { parse } from '../../syntax/parse.js';

/** Nodes a, b, …, each with a link to one client that can't fail; `ms`: the round trips to them. */
function nodes(n: number, ms: readonly number[] = []): { readonly names: readonly string[]; readonly text: string } {
  const names = [...'abcdef'].slice(0, n);
  const links = names.map((name, i) => `link k -- ${name} ${ms[i] ?? 1}ms\n`);
  return { names, text: `node ${names.join(', ')}\nclient k\n${links.join('')}mesh ${names.join(', ')} 1ms\n` };
}

/** How many nodes may be stopped, whichever they are, so that an operation is still answered. */
function resilience(n: number, stores: string, operation: string): number {
  const { text } = nodes(n);
  const asked = Array.from({ length: n }, (_, f) => `expect o available under any ${f + 1} nodes once settled\n`);
  const { model, diagnostics } = resolve(parse(`${text}${stores}\noperation o ${operation}\n${asked.join('')}`));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const held = exploreAll(model).expectations.map(({ status }) => status);
  expect(held.filter((status) => status === 'not known')).toEqual([]);
  return held.filter((status) => status === 'holds').length;
}

const store = (name: string, on: string, sizes: string): string =>
  `store ${name} on ${on} { replicate quorum ${sizes} }`;

/** What `tests/test_expr.py`, `README.md` and `examples/paper.py` of the library state. */
const CHOSEN = [
  { quorum: 'a', n: 1, k: 1, published: 0 },
  { quorum: 'a + b', n: 2, k: 1, published: 1 },
  { quorum: 'a + b + c', n: 3, k: 1, published: 2 },
  { quorum: 'a + b + c + d', n: 4, k: 1, published: 3 },
  { quorum: 'a * b', n: 2, k: 2, published: 0 },
  { quorum: 'a * b * c', n: 3, k: 3, published: 0 },
  { quorum: 'a * b * c * d', n: 4, k: 4, published: 0 },
  { quorum: 'choose(2, [a, b, c]), the majority of the paper', n: 3, k: 2, published: 1 },
  { quorum: 'choose(2, [a, b, c, d, e])', n: 5, k: 2, published: 3 },
  { quorum: 'choose(3, [a, b, c, d, e])', n: 5, k: 3, published: 2 },
  { quorum: 'choose(4, [a, b, c, d, e])', n: 5, k: 4, published: 1 },
];

test.each(CHOSEN)('the resilience of $quorum is $published', ({ n, k, published }) => {
  const { names } = nodes(n);
  const on = names.join(', ');
  // As read quorums, and as write quorums beside reads of the dual: any n − k + 1.
  expect(resilience(n, store('s', on, `R=${k} W=${n - k + 1}`), 'from k { read s }')).toBe(published);
  expect(resilience(n, store('s', on, `R=${n - k + 1} W=${k}`), 'from k { write s }')).toBe(published);
});

test.each([
  { quorum: '(a + b) * (c + d)', first: 'a, b', second: 'c, d', n: 4, published: 1 },
  // The write quorums of the grid of the tutorial.
  { quorum: '(a + b + c) * (d + e + f)', first: 'a, b, c', second: 'd, e, f', n: 6, published: 2 },
  { quorum: '(a + b + c) * (a + e + f)', first: 'a, b, c', second: 'a, e, f', n: 6, published: 2 },
])('the resilience of $quorum, as two reads in a row, is $published', ({ first, second, n, published }) => {
  const stores = `${store('s', first, 'R=1')}\n${store('t', second, 'R=1')}`;
  expect(resilience(n, stores, 'from k { read s; read t }')).toBe(published);
});

test('the latency of the system that the paper finds, reads of a + b + c + d, is that of the nearest node', () => {
  // 4, 4, 1 and 1 seconds in the paper.
  const { names, text } = nodes(4, [4, 4, 1, 1]);
  const { model } = resolve(
    parse(
      `${text}${store('s', names.join(', '), 'R=1 W=4')}\noperation r: read s from k\noperation w: write s from k\n`,
    ),
  );
  expect(exploreAll(model).clients.map(({ latencyMs }) => latencyMs)).toEqual([1, expect.any(Number)]);
});

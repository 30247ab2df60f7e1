import { expect, test } from 'vitest';
import { exploreAll } from '../../engine/explore.js';
import { resolve } from '../../model/resolve.js';
import { parse } from '../../syntax/parse.js';

/** A full mesh of `n` replicas with a client at each. */
function findings(n: number, sizes: string): { readonly operation: string; readonly verdict: string }[] {
  const names = Array.from({ length: n }, (_, i) => `n${i}`);
  const clients = names.map((name, i) => `client c${i} at ${name}`);
  const from = clients.map((_, i) => `c${i}`).join(', ');
  const text = `node ${names.join(', ')}\n${n > 1 ? `mesh ${names.join(', ')} 1ms\n` : ''}${clients.join('\n')}\nexplore all links\nexplore any 1 node\nstore s on ${names.join(', ')} { replicate quorum ${sizes} }\noperation w: write s from ${from}\noperation r: read s from ${from}`;
  const { model, diagnostics } = resolve(parse(text));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return exploreAll(model).clients.flatMap((result) =>
    result.findings.map(({ outcome }) => ({
      operation: model.operations[result.operation]?.name ?? '',
      verdict: `${outcome.verdict} ${outcome.howLong ?? ''}`.trim(),
    })),
  );
}

const SIZES = [1, 2, 3, 4].flatMap((n) =>
  Array.from({ length: n * n }, (_, i) => ({ n, r: Math.floor(i / n) + 1, w: (i % n) + 1 })),
);

// DeCandia et al., "Dynamo", SOSP 2007, section 4.5: "setting R and W such that R + W > N yields a quorum-like system".
// Cassandra's documentation, "Consistency levels": the same.
test.each(SIZES)('N=$n R=$r W=$w: reads miss no acknowledged write exactly where R + W > N', ({ n, r, w }) => {
  const stale = findings(n, `R=${r} W=${w}`).filter(({ verdict }) => verdict.startsWith('stale'));
  expect(stale.length > 0).toBe(r + w <= n);
});

// Gifford, "Weighted voting for replicated data", SOSP 1979: W > N / 2 keeps two writes from passing each other by.
test.each(SIZES.filter(({ r }) => r === 1))(
  'N=$n W=$w: two acknowledged writes meet exactly where 2 W > N',
  ({ n, w }) => {
    const conflicts = findings(n, `R=1 W=${w}`).filter(({ verdict }) => verdict.startsWith('conflict'));
    expect(conflicts.length > 0).toBe(2 * w <= n);
  },
);

// Dynamo, section 4.6: with a sloppy quorum the sets are no longer those that would overlap.
test('sloppy: stale until the heal although R + W > N', () => {
  expect(findings(3, 'R=2 W=2 sloppy')).toContainEqual({ operation: 'r', verdict: 'stale heal' });
  expect(findings(3, 'R=2 W=2')).not.toContainEqual({ operation: 'r', verdict: 'stale heal' });
});

// The price: if all N are needed, one replica out of reach is enough for an error.
test.each([1, 2, 3])('N=3 R=$0: a replica can be without so many others as N − R', (r) => {
  const reads = findings(3, `R=${r} W=3`).filter(({ operation }) => operation === 'r');
  expect(reads.some(({ verdict }) => verdict === 'error')).toBe(r > 1);
});

import { expect, test } from 'vitest';
import { analyze } from '../../analyze.js';
import { labelText, operationLabel } from './label.js';

const three = 'node a, b, c\nmesh a, b, c 10ms\nclient atA at a\nclient atB at b\n';

function texts(text: string): string[] {
  const { resolved, results } = analyze(three + text);
  return resolved.model.operations.map((_, operation) => {
    const clients = results.clients.filter((one) => one.operation === operation);
    return labelText(resolved.model, operationLabel(resolved.model, operation, clients), clients);
  });
}

test('consistent, with the fault under which it is not answered', () => {
  expect(texts('store s on a, b, c { choose CP }\noperation r: read s from atA')).toEqual([
    'linearizable; unavailable when a is isolated; availability: majority (answered wherever a replica with a majority is in reach)',
  ]);
});

test('available, with what breaks consistency', () => {
  expect(
    texts('store s on a, b, c { choose AP }\noperation w: write s from atA\noperation r: read s from atB')[1],
  ).toBe('available; stale when a is isolated; availability: total (answered wherever a replica is in reach)');
});

test('both, where there is only one copy', () => {
  expect(texts('store s on a { choose CP }\noperation w: write s from atA')).toEqual([
    'linearizable and available; availability: total (answered wherever a replica is in reach)',
  ]);
});

test('neither, worst first', () => {
  expect(
    texts('store s on a, b, c { replicate primary a failover automatic }\noperation w: write s from atA, atB')[0],
  ).toMatch(
    /^neither consistent nor available; lost when a is isolated, in conflict when a is isolated, unavailable when link a–b is cut; beyond one fault in doubt; availability: none /,
  );
});

test('not known is not a label', () => {
  const many = Array.from({ length: 25 }, (_, i) => `n${i}`).join(', ');
  expect(
    texts(`node ${many}\nclient k at n0\nstore big on ${many} { choose CP }\noperation huge: read big from k`),
  ).toEqual(['not known']);
});

test('harm until a break is noticed that a limit leaves open is said, beside what is known of it', () => {
  const { resolved, results } = analyze(`node a, b, c
mesh a, b, c
client k at a
client l at b
store s on a, b, c { choose AP }
operation get: read s from k
operation put: write s from k, l
`);
  const label = operationLabel(resolved.model, 1, []);
  const [harm] = operationLabel(
    resolved.model,
    0,
    results.clients.filter(({ operation }) => operation === 0),
  ).inconsistent;
  if (harm === undefined) throw new Error('a read misses writes until the heal');
  const text = (known: boolean, harms: readonly (typeof harm)[]): string =>
    labelText(resolved.model, { ...label, consistency: 'regular', untilNoticed: harms, knownUntilNoticed: known }, []);
  expect(text(true, [harm])).toMatch(/once a break is noticed; until it is noticed stale when [^;]*\w; /);
  expect(text(true, [harm])).not.toContain('not known, ');
  expect(text(false, [harm])).toMatch(/until it is noticed stale when [^;]*, more not known; /);
  expect(text(false, [])).toContain('until it is noticed not known; ');
});

import { expect, test } from 'vitest';
import { analyze } from '../../analyze.js';
import { labelText, operationLabel } from './label.js';

const three = 'node a, b, c\nmesh a, b, c 10ms\nclient atA at a\nclient atB at b\n';

function texts(text: string): string[] {
  const { resolved, results } = analyze(three + text);
  return resolved.model.operations.map((_, operation) =>
    labelText(
      resolved.model,
      operationLabel(
        resolved.model,
        operation,
        results.clients.filter((one) => one.operation === operation),
      ),
    ),
  );
}

test('consistent, with how often it is not answered', () => {
  expect(texts('store s on a, b, c { choose CP }\noperation r: read s from atA')).toEqual(
    [
      'linearizable; unavailable under 5 of 23 faults (smallest: a isolated); availability: majority (answered wherever a replica with a majority is in reach)',
    ].map(
      (text) =>
        expect.stringMatching(
          new RegExp(`^${text.replace(/[()]/g, '\\$&').replace('b→a cut', '[abc]→[abc] cut')}$`, 'u'),
        ) as string,
    ),
  );
});

test('available, with what breaks consistency', () => {
  expect(
    texts('store s on a, b, c { choose AP }\noperation w: write s from atA\noperation r: read s from atB')[1],
  ).toBe(
    'available; stale under 6 of 23 faults (smallest: a isolated); availability: total (answered wherever a replica is in reach)',
  );
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
    /^neither consistent nor available; lost under .* faults \(smallest: a isolated\), in conflict under .*, unavailable under .*; availability: none /,
  );
});

test('not known is not a label', () => {
  const many = Array.from({ length: 25 }, (_, i) => `n${i}`).join(', ');
  expect(
    texts(`node ${many}\nclient k at n0\nstore big on ${many} { choose CP }\noperation huge: read big from k`),
  ).toEqual(['not known']);
});

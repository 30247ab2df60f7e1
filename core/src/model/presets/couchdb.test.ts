import { expect, test } from 'vitest';
import { threeReplicas } from '../../testing/threeReplicas.js';
import { resolve } from '../resolve.js';
import { parse } from '../../syntax/parse.js';

test('both sides write; the heal keeps both, one of them as a conflict', () => {
  expect(threeReplicas('like couchdb', ['put: write s', 'get: read s'])).toEqual([
    'put atA: conflict | ',
    'put atB: conflict | ',
    'get atA: stale | ',
    'get atB: stale | ',
  ]);
  expect(resolve(parse('node a, b\nlink a -- b\nstore s on a, b { like couchdb }')).model.stores[0]?.merge).toBe(
    'siblings',
  );
});

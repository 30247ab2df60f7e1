import { expect, test } from 'vitest';
import { threeReplicas } from '../../testing/threeReplicas.js';

test('two of three zones go on, read what was written, and an isolated one refuses', () => {
  expect(threeReplicas('like s3', ['put: write s', 'get: read s'])).toEqual([
    'put atA: error | unknown',
    'put atB: ok | ',
    'get atA: error | ',
    'get atB: ok | ',
  ]);
});

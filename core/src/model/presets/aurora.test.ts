import { expect, test } from 'vitest';
import { analyze } from '../../analyze.js';
import { threeReplicas } from '../../testing/threeReplicas.js';

test('a writer whose zone is cut off commits nothing, and reads old pages until it is noticed', () => {
  expect(
    threeReplicas('like aurora replicate consensus leader a paxos', [
      'put: write s',
      'get: read s level writer',
      'look: read s level reader',
    ]),
  ).toEqual([
    'put atA: error | unknown',
    'put atB: ok | unknown+error',
    'get atA: error | stale',
    'get atB: ok | error',
    'look atA: stale | ',
    'look atB: ~stale+ok | ',
  ]);
});

test('a global database: the other Region reads old data and writes nothing; a lost Region takes its last writes along', () => {
  expect(threeReplicas('like aurora-global', ['put: write s', 'look: read s level secondary'])).toEqual([
    'put atA: ok | ',
    'put atB: error | unknown',
    'look atA: ok | ',
    'look atB: stale | ',
  ]);
  const { diagnostics } = analyze(`zone us { node a }
zone eu { node b }
link us -- eu 80ms
client web in eu
store s on a, b { like aurora-global }
operation put: write s from web
expect put never lost under any 1 destroyed zone
`);
  expect(diagnostics.map(({ code }) => code)).toContain('expectation-fails');
});

import { describe, expect, test } from 'vitest';
import { phaseTable } from '../phases.js';

/**
 * Reads of writes that were then discarded, as they were found in products. Adya ("Weak consistency", dissertation,
 * MIT 1999) calls an answer from a transaction that aborts G1a.
 */
interface DirtyRead {
  readonly system: string;
  /** What was found, and where it is published. */
  readonly found: string;
  readonly source: string;
  readonly design: string;
  /** `operation client: settled | besides, until all replicas have noticed`; `~` is for the lag. */
  readonly expected: readonly string[];
}

const design = (clauses: string): string =>
  `node a, b, c
mesh a, b, c
client atA at a
client atB at b
store s on a, b, c { ${clauses} }
operation put: write s from atA, atB
operation get: read s from atA, atB
partition fault { a | b, c }`;

const FOUND: readonly DirtyRead[] = [
  {
    system: 'Elasticsearch 5.0.0-alpha5',
    found:
      'an isolated primary indexes a document before it sends it to its replicas: readers see it there, its writer is never told that it is done, and the promoted replica does not have it',
    source: 'https://github.com/elastic/elasticsearch/issues/20031',
    design: design('replicate primary a in-sync 1 failover automatic'),
    expected: [
      'put atA: error | unknown',
      'put atB: ok | unknown+error',
      'get atA: dirty+stale | ',
      'get atB: ok | error',
    ],
  },
  {
    system: 'VoltDB 6.3',
    found:
      'reads are answered by the local replica without asking the others whether it may still answer: on the minority they show writes in flight, which go when it is shut down',
    source: 'https://jepsen.io/analyses/voltdb-6-3',
    design: design('replicate primary a sync 1 step-down failover automatic'),
    expected: [
      'put atA: error | unknown',
      'put atB: ok | unknown+error',
      'get atA: error | dirty+stale',
      'get atB: ok | error',
    ],
  },
  {
    system: 'VoltDB 6.4, repaired',
    found: 'reads are ordered like writes: none is answered on the minority, and none shows what is not committed',
    source: 'https://jepsen.io/analyses/voltdb-6-3',
    design: design('replicate consensus leader a'),
    expected: ['put atA: error | unknown', 'put atB: ok | unknown+error', 'get atA: error | ', 'get atB: ok | error'],
  },
  {
    system: 'Aerospike 3.5.4',
    found:
      'each side elects masters of its own and takes writes; the heal keeps one version of each record, so what was written and read on the other side is gone',
    source: 'https://aphyr.com/posts/324-jepsen-aerospike',
    design: design('choose AP merge discard'),
    expected: ['put atA: lost | ', 'put atB: lost | ', 'get atA: dirty+stale | ', 'get atB: dirty+stale | '],
  },
  {
    system: 'Redis with Sentinel',
    found:
      'the isolated master takes writes and answers reads for the clients beside it until it is reconfigured as a replica of the new one, and drops them all',
    source: 'https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/',
    design: design('like redis-sentinel'),
    expected: [
      'put atA: lost | ',
      'put atB: lost+conflict | unknown+error',
      'get atA: dirty+stale | ',
      'get atB: stale | error',
    ],
  },
];

describe('dirty reads that were found', () => {
  test.each(FOUND)('$system', ({ design: text, expected }) => {
    expect(phaseTable(text)).toEqual(expected);
  });
});

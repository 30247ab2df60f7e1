import { describe, expect, test } from 'vitest';
import { exploreAll } from '../../engine/explore.js';
import { resolve } from '../../model/resolve.js';
import { parse } from '../../syntax/parse.js';

/**
 * Apache Cassandra's documentation, "Dynamo" (picking consistency levels) and the native protocol's list of levels: a
 * read sees every acknowledged write if the replicas that it asks overlap those that a write waits for, R + W > N.
 * Every pair of a level for writes and one for reads that have a counterpart in the language.
 */
const WRITES = ['ANY', 'ONE', 'TWO', 'QUORUM', 'LOCAL_QUORUM', 'EACH_QUORUM', 'ALL'] as const;
const READS = ['ONE', 'TWO', 'QUORUM', 'LOCAL_QUORUM', 'EACH_QUORUM', 'ALL'] as const;

const ONE_CENTRE = `
zone dc1 { node a1, a2, a3 }
client here in dc1
store s on dc1 { like cassandra }`;

const TWO_CENTRES = `
zone dc1 { node a1, a2, a3 }
zone dc2 { node b1, b2, b3 }
link dc1 -- dc2
client here  in dc1 via a1, a2, a3
client there in dc2 via b1, b2, b3
store s on dc1, dc2 { like cassandra }`;

/** The clients whose reads never miss a write of `here`, under every cut and with any one replica stopped. */
function strongFor(network: string, write: string, read: string): string {
  const readers = network.includes('there') ? 'here, there' : 'here';
  const { model, diagnostics } = resolve(
    parse(
      `${network}\noperation w: write s from here level ${write}\noperation r: read s from ${readers} level ${read}`,
    ),
  );
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { clients } = exploreAll(model);
  const strong = clients.filter(
    ({ operation, findings, healthy }) =>
      operation === 1 &&
      !findings.some(({ outcome }) => outcome.verdict === 'stale') &&
      healthy.outcomes[0]?.verdict === 'ok',
  );
  return strong.length === 0 ? 'nobody' : strong.map(({ client }) => model.vertices[client]?.name).join('+');
}

function table(network: string): string[] {
  return WRITES.map((write) => [write, ...READS.map((read) => strongFor(network, write, read))].join(' '));
}

describe('the clients whose reads are strongly consistent', () => {
  test('one data centre, three replicas: where W + R > 3', () => {
    expect(table(ONE_CENTRE)).toEqual([
      // The level of the write, then the result for each level of the read: ONE TWO QUORUM LOCAL_QUORUM EACH_QUORUM ALL.
      // A hint is kept if a replica is out of reach, and then a read at ALL is not answered.
      'ANY nobody nobody nobody nobody nobody here',
      'ONE nobody nobody nobody nobody nobody here',
      'TWO nobody here here here here here',
      'QUORUM nobody here here here here here',
      'LOCAL_QUORUM nobody here here here here here',
      'EACH_QUORUM nobody here here here here here',
      'ALL here here here here here here',
    ]);
  });

  test('two data centres of three replicas: QUORUM is four of six, LOCAL_QUORUM two of one centre, EACH_QUORUM two of each', () => {
    expect(table(TWO_CENTRES)).toEqual([
      'ANY nobody nobody nobody nobody nobody here+there',
      'ONE nobody nobody nobody nobody nobody here+there',
      'TWO nobody nobody nobody nobody nobody here+there',
      'QUORUM nobody nobody here+there nobody here+there here+there',
      'LOCAL_QUORUM nobody nobody nobody here here+there here+there',
      'EACH_QUORUM nobody nobody here+there here+there here+there here+there',
      'ALL here+there here+there here+there here+there here+there here+there',
    ]);
  });
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze } from '../analyze.js';
import { HEALTHY } from '../network/fault.js';
import { replicaStates } from './replicas.js';

/** "mysqlEast metadata before discards" */
function states(text: string, partition?: string): readonly string[] {
  const { model } = analyze(text).resolved;
  const index = model.partitions.findIndex(({ name }) => name === partition);
  const cause = partition === undefined ? HEALTHY : { ...HEALTHY, partition: index };
  return replicaStates(model, cause).map(({ store, vertex, leads, stale, discards }) =>
    [
      model.vertices[vertex]?.name,
      model.stores[store]?.name,
      leads,
      ...(stale ? ['stale'] : []),
      ...(discards ? ['discards'] : []),
    ]
      .filter((one) => one !== undefined)
      .join(' '),
  );
}

const sample = (name: string): string => readFileSync(`samples/${name}.cap`, 'utf8');

test('a promoted replica leads now, and the old primary discards what it acknowledged', () => {
  const github = sample('incident-github-2018-10-21');
  expect(states(github, 'maintenance')).toEqual([
    'mysqlEast metadata before stale discards',
    'mysqlWest metadata now stale',
    'mysqlEast metadataManual now',
    'mysqlWest metadataManual stale',
  ]);
  expect(states(github)).toEqual(['mysqlEast metadata now', 'mysqlEast metadataManual now']);
});

test('of voters those that still may lead, and the copy that no new write reaches', () => {
  expect(states(sample('bank'), 'atlantic')).toEqual([
    'us1 accounts perhaps',
    'us2 accounts perhaps',
    'eu1 accounts stale',
    'us1 cart stale',
    'eu1 cart stale',
  ]);
  // On the healthy network any of them may, which is not news.
  expect(states(sample('bank'))).toEqual([]);
});

test('only writes that the design makes are discarded, at the level at which it makes them', () => {
  const found = states(sample('kafka-in-sync'), 'leaderAlone');
  expect(found).toContain('broker1 payments before stale');
  expect(found).toContain('broker1 clicks before stale discards');
  const onlyReads = sample('incident-github-2018-10-21').replaceAll(/^(operation|expect|accept) .*comment.*$/gim, '');
  expect(states(onlyReads, 'maintenance').filter((one) => /stale|discards/.test(one))).toEqual([]);
});

test('a stopped leader does not lead', () => {
  expect(states(sample('async-primary-failover'), 'primaryDown')).toContain('db1 fast before');
});

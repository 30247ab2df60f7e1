// Every recorded row beside what the engine says of it today. Neither figures nor the list of what disagrees may get
// worse; where they get better, the tables here and in known.ts are brought in step.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { presetPage } from '../core/src/index.js';
import { agreementOf, type Agreement, compareAll, type Compared } from './compare.js';
import { knownRows } from './known.js';
import { measuredTexts, realityPage } from './page.js';
import { nameOf, storyOf } from './story.js';
import { SYSTEMS } from './systems/index.js';

/**
 * By system: rows, how many agree, settled rows, how many of these are exact; then rows before the cut and after the
 * heal, and how many agree, where it was asked then.
 */
const FIGURES: Readonly<Record<string, readonly number[]>> = {
  'etcd-2': [54, 54, 27, 27],
  'etcd-3': [450, 450, 225, 225, 96, 96],
  'etcd-4': [90, 90, 45, 45],
  'etcd-5': [2856, 2856, 1428, 1428, 2340, 2340],
  'etcd-7': [288, 288, 144, 144, 288, 288],
  'galera-3': [2360, 2360, 1180, 1180, 2400, 2400],
  'mariadb-semisync': [576, 576, 288, 288],
  'nats-3': [1704, 1703, 852, 851, 1416, 1416],
  'postgresql-async': [644, 644, 322, 322, 108, 108],
  'postgresql-open': [108, 108, 54, 54],
  'postgresql-patroni': [206, 206, 103, 103, 216, 216],
  'postgresql-promoted': [206, 206, 103, 103, 216, 216],
  'postgresql-sync': [3694, 3694, 1847, 1839, 2950, 2950],
  pouchdb: [300, 300, 150, 150, 320, 320],
  'rabbitmq-pause-minority': [68, 68, 34, 34, 72, 72],
  'rabbitmq-quorum-queue': [68, 66, 34, 33, 72, 72],
  redis: [2732, 2732, 1366, 1366, 2196, 2196],
  'redis-min-replicas': [576, 576, 288, 288],
  'redis-open': [144, 144, 72, 72],
  'redis-promoted': [206, 206, 103, 103, 216, 216],
  'zookeeper-3': [450, 450, 225, 225, 480, 480],
  'zookeeper-5': [2232, 2232, 1116, 1116, 2016, 2016],
};

const repo = path.resolve(import.meta.dirname, '..');
const all = compareAll(repo);

test('every system that was measured has its observations, and no file lies there unread', () => {
  const files = readdirSync(path.join(import.meta.dirname, 'observations')).map((file) => file.replace('.json', ''));
  expect(files.toSorted()).toEqual(SYSTEMS.map(({ name }) => name).toSorted());
});

test('the page of what was measured is that of the rows, and so are the pages of the presets', () => {
  const page = readFileSync(path.join(repo, 'docs/reality.md'), 'utf8');
  expect(realityPage(page, all), 'run node scripts/docs.mjs').toBe(page);
  const presets = readFileSync(path.join(repo, 'docs/presets.md'), 'utf8');
  expect(presetPage(measuredTexts(all)), 'run node scripts/docs.mjs').toBe(presets);
});

describe.each(all)('$system.name', (compared) => {
  const { system, observations, rows } = compared;

  test('agrees in as many rows as before', () => {
    const { rows: count, agree, settled, exact, whole, wholeAgree }: Agreement = agreementOf(rows);
    const around = whole === 0 ? [] : [whole, wholeAgree];
    expect([count, agree, settled, exact, ...around]).toEqual(FIGURES[system.name]);
  });

  test('disagrees in the rows that are known, and in no others', () => {
    const known = new Set(knownRows(system.name));
    const found = rows.filter(({ unforeseen }) => unforeseen.length > 0);
    const news = found.filter((row) => !known.has(nameOf(row)));
    expect(
      news.map((row) => storyOf(system, observations.version, linksOf(compared, row.cut), row)).join('\n'),
      'rows that agreed before',
    ).toBe('');
    const names = new Set(found.map(nameOf));
    expect(
      [...known].filter((row) => !names.has(row)),
      'rows that agree now: take them out of known.ts',
    ).toEqual([]);
  });
});

function linksOf({ observations }: Compared, name: string): readonly string[] {
  return observations.broken.find(({ cut }) => cut === name)?.links ?? [];
}

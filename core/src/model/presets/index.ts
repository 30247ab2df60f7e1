import type { File, StoreClause } from '../../syntax/ast.js';
import { parse } from '../../syntax/parse.js';
import { majorityOf } from '../majority.js';
import { aurora } from './aurora.js';
import { cassandra } from './cassandra.js';
import { cdn } from './cdn.js';
import { clickhouse } from './clickhouse.js';
import { cockroachdb } from './cockroachdb.js';
import { consul } from './consul.js';
import { couchdb } from './couchdb.js';
import { dynamodb } from './dynamodb.js';
import { elasticsearch } from './elasticsearch.js';
import { etcd } from './etcd.js';
import { galera } from './galera.js';
import { hazelcast } from './hazelcast.js';
import { kafka } from './kafka.js';
import { kubernetes } from './kubernetes.js';
import { memcached } from './memcached.js';
import { mongodb } from './mongodb.js';
import { mysql } from './mysql.js';
import { nats } from './nats.js';
import { postgresql } from './postgresql.js';
import type { PlainLevels, Preset, PresetLevel } from './preset.js';
import { rabbitmq } from './rabbitmq.js';
import { redis } from './redis.js';
import { riak } from './riak.js';
import { s3 } from './s3.js';
import { spanner } from './spanner.js';
import { tikv } from './tikv.js';
import { yugabytedb } from './yugabytedb.js';
import { zookeeper } from './zookeeper.js';

/** Every preset, in the order of the products' names: one file for each product. */
export const PRESETS: readonly Preset[] = [
  ...aurora,
  ...cassandra,
  ...cdn,
  ...clickhouse,
  ...cockroachdb,
  ...consul,
  ...couchdb,
  ...dynamodb,
  ...elasticsearch,
  ...etcd,
  ...galera,
  ...hazelcast,
  ...kafka,
  ...kubernetes,
  ...memcached,
  ...mongodb,
  ...mysql,
  ...nats,
  ...postgresql,
  ...rabbitmq,
  ...redis,
  ...riak,
  ...s3,
  ...spanner,
  ...tikv,
  ...yugabytedb,
  ...zookeeper,
];

export function presetNamed(name: string): Preset | undefined {
  return PRESETS.find((preset) => preset.name === name);
}

const read = new Map<Preset, readonly StoreClause[]>();

/**
 * The clauses that a preset stands for, as the parser reads them. Their positions are in the preset's own text, not in
 * any file.
 */
export function clausesOf(preset: Preset): readonly StoreClause[] {
  const known = read.get(preset);
  if (known !== undefined) return known;
  const clauses = statementsOf(preset).flatMap((statement) => (statement.kind === 'store' ? statement.clauses : []));
  read.set(preset, clauses);
  return clauses;
}

function statementsOf(preset: Preset): File['statements'] {
  return parse(`store preset on replica {\n${preset.clauses}\n}`).file.statements;
}

/** Is it of data that is derived from another store: a cache, not a database? */
export function isOfDerivedData(preset: Preset): boolean {
  return clausesOf(preset).some(({ kind }) => kind === 'from');
}

export function levelsFor(preset: Preset, access: 'read' | 'write'): readonly PresetLevel[] {
  return preset.levels.filter((level) => level.access === access);
}

/** What operations without `level` mean in a store of that many replicas and witnesses. */
export function plainLevels(preset: Preset, replicas: number, witnesses: number): PlainLevels {
  const few = witnesses > 0 && replicas <= majorityOf(replicas + witnesses);
  return (few ? preset.plainWithFewCopies : undefined) ?? preset.plain;
}

/** A level by the product's name for it: as it is written there, or in other upper and lower case. */
export function presetLevel(preset: Preset, access: 'read' | 'write', name: string): PresetLevel | undefined {
  const levels = levelsFor(preset, access);
  return (
    levels.find((level) => level.name === name) ??
    levels.find((level) => level.name.toLowerCase() === name.toLowerCase())
  );
}

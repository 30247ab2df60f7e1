import { FOREIGN_STATEMENTS } from './foreignStatements.js';

/**
 * By what the language has, the words of other languages, of products and of plain English for it. They are not part
 * of the language: each leads to a message whose fix is the rewritten text. A new one is a word in its row. All are in
 * small letters.
 */
const ROWS = {
  statement: FOREIGN_STATEMENTS,
  /** What an operation does. */
  access: {
    read:
      'reads rd get gets select fetch fetches query load lookup consume consumes subscribe poll polls scan ' +
      'scans view views show find search looks selects queries loads',
    write:
      'writes wr update updates insert inserts put puts set sets delete deletes remove append create save ' +
      'saves modify publish upsert appends post posts send sends push produce produces enqueue commit ' +
      'change changes edit increment modifies creates removes publishes stores',
  },
  /** What becomes of an operation. */
  verdict: {
    error:
      'fail fails failed failing errors err refused refuses rejected denied unavailable timeout times-out ' +
      'time-out blocked',
    ok: 'works work succeeds succeed success successful okay passes fine correct consistent fresh',
    available: 'answered answers responds reachable',
    stale: 'outdated old inconsistent',
    conflict: 'conflicts conflicting split-brain',
    lost: 'lose loses loss',
    unknown: 'ambiguous indeterminate',
  },
  /** What faults are counted in. */
  unit: {
    node: 'machine server host replica broker member instance pod vm crash',
    nodes: 'machines servers hosts replicas brokers members instances pods vms crashes',
    zone: 'region datacenter dc az rack site',
    zones: 'regions datacenters azs racks sites',
    link: 'connection cable cut',
    links: 'connections cables cuts',
  },
  number: {
    '1': 'a an one single',
    '2': 'two both',
    '3': 'three',
    '4': 'four',
  },
  choice: {
    CP:
      'consistency consistent strong strongly strict linearizable serializable majority strongly-consistent ' +
      'strong-consistency',
    AP:
      'availability available eventual eventually weak eventually-consistent eventual-consistency ' +
      'highly-available offline-first local-first',
  },
  level: {
    one: '1 any',
    two: '2',
    quorum: 'strong strongly consistency consistent linearizable majority cp',
    leader: 'primary master',
    local:
      'eventual eventually weak stale replica follower secondary standby slave availability available ap ' +
      'nearest local_one',
    'each-quorum': 'each_quorum',
    'local-quorum': 'local_quorum',
  },
  'merge rule': {
    lww:
      'last-write-wins last-writer-wins last_write_wins last_writer_wins lastwritewins last newest ' +
      'timestamp timestamps',
    crdt: 'counter sum add union set automatic',
    siblings: 'vector-clocks vector-clock versions both',
    manual: 'human operator',
    discard: 'throw drop',
  },
  /** A product by its common name, and the preset of its common configuration. */
  preset: {
    'postgresql-async': 'postgres postgresql pg',
    'mysql-async': 'mysql mariadb',
    mongodb: 'mongo',
    'redis-sentinel': 'redis',
    'rabbitmq-quorum-queue': 'rabbitmq rabbit',
    dynamodb: 'dynamo',
    'dynamodb-global-tables': 'dynamodb-global',
    zookeeper: 'zk',
    cockroachdb: 'cockroach crdb',
    cassandra: 'scylla scylladb',
    'postgresql-patroni': 'patroni',
    elasticsearch: 'elastic',
    yugabytedb: 'yugabyte',
    tikv: 'tidb',
    'nats-jetstream': 'nats jetstream',
    kubernetes: 'k8s',
    memcached: 'memcache',
    cdn: 'cloudfront fastly akamai',
  },
  reaction: {
    error: 'fail refuse reject',
    wait: 'block hang timeout',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

export type ForeignGroup = keyof typeof ROWS;

export const FOREIGN_GROUPS = Object.keys(ROWS) as ForeignGroup[];

/** By group: each word with what it is called here. */
const WORDS: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(ROWS).map(([group, rows]) => [
    group,
    new Map(Object.entries(rows).flatMap(([own, words]) => words.split(' ').map((word) => [word, own] as const))),
  ]),
);

/** In these groups a word may be made of several: `set-union`, `strong_consistency`. */
const OF_PARTS: ReadonlySet<ForeignGroup> = new Set(['merge rule', 'choice', 'level']);

/** What a word of another language is called here; undefined if it is not such a word. */
export function wordFor(group: ForeignGroup, foreign: string): string | undefined {
  const words = WORDS.get(group);
  const own = words?.get(foreign.toLowerCase());
  if (own !== undefined) return own;
  if (!OF_PARTS.has(group)) return undefined;
  const parts = partsOf(foreign);
  if (parts.length < 2) return undefined;
  const meant = new Set(parts.flatMap((part) => words?.get(part) ?? []));
  const [only] = meant;
  return meant.size === 1 && !parts.some(isNegation) ? only : undefined;
}

/** `secondaryPreferred` is of two words. */
export function partsOf(word: string): string[] {
  return word
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1-')
    .toLowerCase()
    .split(/[-_.]/);
}

/** `secondaryPreferred`, `strongly-consistent`: a level made of several words, each of which says so. */
export function isLevelOfParts(word: string): boolean {
  const parts = partsOf(word);
  const isSaid = (part: string): boolean => WORDS.get('level')?.has(part) === true || BESIDE_LEVEL.has(part);
  return parts.length > 1 && wordFor('level', word) !== undefined && parts.every(isSaid);
}

const BESIDE_LEVEL: ReadonlySet<string> = new Set(['preferred', 'read', 'reads', 'only', 'consistent']);

function isNegation(part: string): boolean {
  return ['not', 'non', 'no', 'never', 'without', 'weakly', 'in'].includes(part);
}

/** Is it a word of any group? */
export function isForeignWord(word: string): boolean {
  return FOREIGN_GROUPS.some((group) => wordFor(group, word) !== undefined);
}

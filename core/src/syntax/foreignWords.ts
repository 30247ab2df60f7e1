import { STATEMENT_WORDS } from './foreignStatements.js';

/**
 * Words and marks of other languages, of products and of plain English, with what the language has instead. They are
 * not part of the language: each leads to a message whose fix is the rewritten text. A new one is a row here. All are
 * in small letters.
 */
export const FOREIGN_WORDS = {
  statement: STATEMENT_WORDS,
  /** What an operation does. */
  access: {
    reads: 'read',
    rd: 'read',
    get: 'read',
    gets: 'read',
    select: 'read',
    fetch: 'read',
    fetches: 'read',
    query: 'read',
    load: 'read',
    lookup: 'read',
    consume: 'read',
    consumes: 'read',
    subscribe: 'read',
    poll: 'read',
    polls: 'read',
    scan: 'read',
    scans: 'read',
    view: 'read',
    views: 'read',
    show: 'read',
    find: 'read',
    search: 'read',
    looks: 'read',
    selects: 'read',
    queries: 'read',
    loads: 'read',
    writes: 'write',
    wr: 'write',
    update: 'write',
    updates: 'write',
    insert: 'write',
    inserts: 'write',
    put: 'write',
    puts: 'write',
    set: 'write',
    sets: 'write',
    delete: 'write',
    deletes: 'write',
    remove: 'write',
    append: 'write',
    create: 'write',
    save: 'write',
    saves: 'write',
    modify: 'write',
    publish: 'write',
    upsert: 'write',
    appends: 'write',
    post: 'write',
    posts: 'write',
    send: 'write',
    sends: 'write',
    push: 'write',
    produce: 'write',
    produces: 'write',
    enqueue: 'write',
    commit: 'write',
    change: 'write',
    changes: 'write',
    edit: 'write',
    increment: 'write',
    modifies: 'write',
    creates: 'write',
    removes: 'write',
    publishes: 'write',
    stores: 'write',
  },
  /** What becomes of an operation. */
  verdict: {
    fail: 'error',
    fails: 'error',
    failed: 'error',
    failing: 'error',
    errors: 'error',
    err: 'error',
    refused: 'error',
    refuses: 'error',
    rejected: 'error',
    denied: 'error',
    unavailable: 'error',
    timeout: 'error',
    'times-out': 'error',
    'time-out': 'error',
    blocked: 'error',
    works: 'ok',
    work: 'ok',
    succeeds: 'ok',
    succeed: 'ok',
    success: 'ok',
    successful: 'ok',
    okay: 'ok',
    passes: 'ok',
    fine: 'ok',
    correct: 'ok',
    consistent: 'ok',
    fresh: 'ok',
    answered: 'available',
    answers: 'available',
    responds: 'available',
    reachable: 'available',
    outdated: 'stale',
    old: 'stale',
    conflicts: 'conflict',
    conflicting: 'conflict',
    'split-brain': 'conflict',
    lose: 'lost',
    loses: 'lost',
    loss: 'lost',
    ambiguous: 'unknown',
    indeterminate: 'unknown',
  },
  /** What faults are counted in. */
  unit: {
    machine: 'node',
    machines: 'nodes',
    server: 'node',
    servers: 'nodes',
    host: 'node',
    hosts: 'nodes',
    replica: 'node',
    replicas: 'nodes',
    broker: 'node',
    brokers: 'nodes',
    member: 'node',
    members: 'nodes',
    instance: 'node',
    instances: 'nodes',
    pod: 'node',
    pods: 'nodes',
    vm: 'node',
    vms: 'nodes',
    crash: 'node',
    crashes: 'nodes',
    region: 'zone',
    regions: 'zones',
    datacenter: 'zone',
    datacenters: 'zones',
    dc: 'zone',
    az: 'zone',
    azs: 'zones',
    rack: 'zone',
    racks: 'zones',
    site: 'zone',
    sites: 'zones',
    connection: 'link',
    connections: 'links',
    cable: 'link',
    cables: 'links',
    cut: 'link',
    cuts: 'links',
  },
  number: { a: '1', an: '1', one: '1', single: '1', two: '2', three: '3', four: '4', both: '2' },
  choice: {
    consistency: 'CP',
    consistent: 'CP',
    strong: 'CP',
    strongly: 'CP',
    strict: 'CP',
    linearizable: 'CP',
    serializable: 'CP',
    majority: 'CP',
    'strongly-consistent': 'CP',
    'strong-consistency': 'CP',
    availability: 'AP',
    available: 'AP',
    eventual: 'AP',
    eventually: 'AP',
    weak: 'AP',
    'eventually-consistent': 'AP',
    'eventual-consistency': 'AP',
    'highly-available': 'AP',
  },
  level: {
    strong: 'quorum',
    strongly: 'quorum',
    consistency: 'quorum',
    consistent: 'quorum',
    linearizable: 'quorum',
    majority: 'quorum',
    cp: 'quorum',
    primary: 'leader',
    master: 'leader',
    eventual: 'local',
    eventually: 'local',
    weak: 'local',
    stale: 'local',
    replica: 'local',
    follower: 'local',
    secondary: 'local',
    standby: 'local',
    slave: 'local',
    availability: 'local',
    available: 'local',
    ap: 'local',
    nearest: 'local',
    any: 'one',
    each_quorum: 'each-quorum',
    local_quorum: 'local-quorum',
    local_one: 'local',
    '1': 'one',
    '2': 'two',
  },
  'merge rule': {
    'last-write-wins': 'lww',
    'last-writer-wins': 'lww',
    last_write_wins: 'lww',
    last_writer_wins: 'lww',
    lastwritewins: 'lww',
    last: 'lww',
    newest: 'lww',
    timestamp: 'lww',
    timestamps: 'lww',
    counter: 'crdt',
    sum: 'crdt',
    add: 'crdt',
    union: 'crdt',
    set: 'crdt',
    automatic: 'crdt',
    'vector-clocks': 'siblings',
    'vector-clock': 'siblings',
    versions: 'siblings',
    human: 'manual',
    operator: 'manual',
    throw: 'discard',
    drop: 'discard',
  },
  /** A product by its common name, and the preset of its common configuration. */
  preset: {
    postgres: 'postgresql-async',
    postgresql: 'postgresql-async',
    pg: 'postgresql-async',
    mysql: 'mysql-async',
    mariadb: 'mysql-async',
    mongo: 'mongodb',
    redis: 'redis-sentinel',
    rabbitmq: 'rabbitmq-quorum-queue',
    rabbit: 'rabbitmq-quorum-queue',
    dynamo: 'dynamodb',
    'dynamodb-global': 'dynamodb-global-tables',
    zk: 'zookeeper',
    cockroach: 'cockroachdb',
    crdb: 'cockroachdb',
    scylla: 'cassandra',
    scylladb: 'cassandra',
    patroni: 'postgresql-patroni',
    elastic: 'elasticsearch',
    yugabyte: 'yugabytedb',
    tidb: 'tikv',
    k8s: 'kubernetes',
    memcache: 'memcached',
    cloudfront: 'cdn',
    fastly: 'cdn',
    akamai: 'cdn',
  },
  reaction: { fail: 'error', refuse: 'error', reject: 'error', block: 'wait', hang: 'wait', timeout: 'wait' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

export type ForeignGroup = keyof typeof FOREIGN_WORDS;

export const FOREIGN_GROUPS = Object.keys(FOREIGN_WORDS) as ForeignGroup[];

/** In these groups a word may be made of several: `set-union`, `strong_consistency`. */
const OF_PARTS: ReadonlySet<ForeignGroup> = new Set(['merge rule', 'choice', 'level']);

/** What a word of another language is called here; undefined if it is not such a word. */
export function wordFor(group: ForeignGroup, foreign: string): string | undefined {
  const rows: Readonly<Record<string, string>> = FOREIGN_WORDS[group];
  const word = foreign.toLowerCase();
  if (Object.hasOwn(rows, word)) return rows[word];
  const parts = partsOf(foreign);
  if (!OF_PARTS.has(group) || parts.length < 2) return undefined;
  const meant = new Set(parts.flatMap((part) => (Object.hasOwn(rows, part) ? (rows[part] ?? []) : [])));
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
  const isSaid = (part: string): boolean => Object.hasOwn(FOREIGN_WORDS.level, part) || BESIDE_LEVEL.has(part);
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

// One line that is spelt in another way, in a design that is sound otherwise: what the preferred fixes make of it.

import { expect, test } from 'vitest';
import { resolve } from '../../core/src/model/resolve.js';
import type { Resolved } from '../../core/src/model/model.js';
import { parse } from '../../core/src/syntax/parse.js';
import { accepted } from './accepted.js';

const DESIGN = `zone us { node us1, us2 }
zone eu { node eu1 }
link us -- eu 80ms
client ann in us
client bob in eu
store account on us1, us2, eu1 { choose CP }
store cart on us1, eu1 { choose AP }
operation pay: write account from ann, bob
operation view: read cart from ann, bob
operation add: write cart from ann, bob
partition ocean { us | eu }`.split('\n');

const MOST_FIXES = 10;

function mistakes({ diagnostics }: Resolved): readonly string[] {
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
}

/** The line once the preferred fixes are accepted, or its mistakes; `instead`: the line of the design it stands for. */
function mended(line: string, instead: string): string {
  const others = DESIGN.filter((one) => instead === '' || !one.startsWith(instead));
  let resolved = resolve(parse([...others, line].join('\n')));
  for (let i = 0; i < MOST_FIXES; i++) {
    const next = accepted(resolved);
    if (next === undefined) break;
    resolved = resolve(parse(next.text));
  }
  const left = mistakes(resolved);
  return left.length > 0 ? left.join('\n') : resolved.text.split('\n').slice(others.length).join('\n');
}

/** By what is meant, the spellings of it. */
type Spellings = Readonly<Record<string, readonly string[]>>;

function checked(meant: Spellings, instead = ''): void {
  const found = Object.values(meant).map((lines) => lines.map((line) => mended(line, instead)));
  expect(found).toEqual(Object.entries(meant).map(([one, lines]) => lines.map(() => one)));
}

test('a name of several words is a key of a store by what its words say', () => {
  checked({
    'store led on us1, us2, eu1 { replicate primary us1 async }': [
      'store led on us1, us2, eu1 { primary us1; standby us2, eu1; synchronous_commit = off }',
      'store led on us1, us2, eu1 { primary: us1, async_replication: true }',
      'store led on us1, us2, eu1 { primaryNode = us1; replicationMode = async }',
      'store led on us1, us2, eu1 { leader_node: us1; follower_nodes: us2, eu1; sync: off }',
      'store led on us1, us2, eu1 { masterHost us1, slaveHosts us2, eu1; asyncReplication }',
    ],
    'store led on us1, us2, eu1 { replicate primary us1 async failover automatic }': [
      'store led on us1, us2, eu1 { slaveof us1: us2, eu1; replicate async; sentinel quorum 2 }',
    ],
    'store led on us1, us2, eu1 { replicate primary us1 failover automatic }': [
      'store led on us1, us2, eu1 { master us1; replicas us2, eu1; auto_failover: true }',
    ],
    'store led on us1, us2, eu1 { replicate primary us1 failover manual async }': [
      'store led on us1, us2, eu1 { primary us1; failoverMode: manual; async }',
    ],
    'store led on us1, us2, eu1 { replicate quorum R=2 W=2 }': [
      'store led on us1, us2, eu1 { readQuorum: 2, writeQuorum: 2 }',
      'store led on us1, us2, eu1 { quorum.read = 2; quorum.write = 2 }',
    ],
    'store led on us1, us2, eu1 { choose AP merge lww }': [
      'store led on us1, us2, eu1 { conflict_policy: lww; choose AP }',
    ],
    'store led on us1, us2, eu1 { choose AP }': ['store led on us1, us2, eu1 { consistencyModel = eventual }'],
    'store led on us1, us2, eu1 { choose CP }': [
      'store led on us1, us2, eu1 { capMode: CP; replicationFactor: 3; replica_count: 3 }',
    ],
    'store led on us1, us2, eu1 { like mongodb }': ['store led on us1, us2, eu1 { db_engine: mongodb }'],
    'store led on us1, eu1 { choose AP merge LWW }': [
      'store led on us1, eu1 { choose = Choice.AP; merge = MergeRule.LWW }',
    ],
    'store led on us1, eu1 { choose AP merge crdt }': [
      'store led on us1, eu1 { choose AP, merge counter, sync when online }',
    ],
    'store led on us1, eu1 { choose AP }': ['store led => us1, eu1 { choose AP }'],
  });
});

test('a store in whose statement another one stands is made from that', () => {
  checked({
    'store led on us1 { from account bounded 60s }': [
      'cache led on us1 of account { ttl 60s }',
      'cache led on us1 for account ttl=60s',
      'store led on us1 { cache of account, expires 60s }',
      'store led on us1 { copy of account; ttl: 60s }',
      'store led on us1 { source: account, max_age: 60s }',
    ],
    'store led on us1 { from account }': ['cache led of account on us1', 'store led on us1 = cache(account)'],
    'store led on eu1 { from account }': ['index led on eu1 over account'],
    'store led on us1 { from account else account }': [
      'cache led on us1 of account, falls back to account',
      'store led on us1 { cache-aside of account }',
    ],
    'store led on us1 { like memcached from account }': ['store led on us1 { like memcached, source account }'],
  });
});

test('where a copy does not answer, its source is read', () => {
  checked({
    'store led on us1 { from account bounded 60s else account }\noperation show: read led from ann': [
      'store led on us1 { from account bounded 60s }\noperation show from ann { read led; else read account }',
      'store led on us1 { from account bounded 60s }\noperation show: read led or account from ann',
      'store led on us1 { from account bounded 60s }\noperation show: read led, on miss account from ann',
      'store led on us1 { from account bounded 60s }\noperation show: read led, fall back to account from ann',
      'store led on us1 { from account bounded 60s }\noperation show: read account with cache led from ann',
      'store led on us1 { from account bounded 60s }\noperation show: read account (cache: led) from ann',
    ],
  });
});

test('a witness is one in any place of its store', () => {
  checked({
    'store led on us1, us2, witness eu1 { choose CP }': [
      'store led on us1, us2 witness on eu1 { choose CP }',
      'store led on us1, us2 with witness eu1 { choose CP }',
      'store led on us1, us2, eu1 as witness { choose CP }',
      'store led on us1, us2, eu1 (witness) { choose CP }',
      'store led on us1, us2 { choose CP; witness: eu1 }',
    ],
  });
});

test('how bad it may get', () => {
  checked({
    'expect pay never unknown under ocean\nexpect pay never conflict under ocean\nexpect pay never lost under ocean': [
      'expect pay at worst error under ocean',
      'expect pay no worse than error under ocean',
      'expect pay ok or at worst error under ocean',
    ],
    'expect view never dirty under any 1 link': [
      'expect view stale at worst under any 1 link',
      'expect view worst case stale under any 1 link',
      'expect view at most stale under any 1 link',
    ],
  });
});

test('a client, a verdict and a fault in other words', () => {
  checked({
    'expect pay from ann never stale under ocean': ['expect pay from ann, never stale under ocean'],
    'expect pay from ann, bob ok under ocean': ['expect pay from ann, bob, ok under ocean'],
    'expect pay from bob error under ocean': [
      'expect pay from bob fails with an error when ocean',
      'expect pay from bob ends in an error under ocean',
    ],
    'expect pay from ann ok under ocean': ['expect pay from ann Verdict.OK under ocean'],
    'expect pay from ann never lost under ocean': ["ann's pay never gets lost under ocean"],
    'expect pay from bob error under any 1 link': ['bob must see an error of pay whenever any 1 link is cut'],
    'expect pay ok under any 1 link\nexpect pay ok under any 1 node': ['expect pay ok under any 1 link or any 1 node'],
    'partition eu-down { down eu }\nexpect pay from ann ok under eu-down': [
      'expect pay from ann ok under loss of eu',
      'expect pay from ann ok during the outage of eu',
      'expect pay from ann ok despite losing eu',
    ],
    'partition eu1-down { down eu1 }\nexpect pay from ann ok under eu1-down': [
      'expect pay from ann ok under crash of eu1',
    ],
    'partition x { cut us -- eu }': ['partition x { shutdown us -- eu }'],
    'partition x { down us1; cut us -- eu }': ['partition x { stop us1, fail us -- eu }'],
  });
});

test('a link that has a name is cut by it', () => {
  checked(
    {
      'link cable: us -- eu 80ms\npartition x { cut cable }': [
        'link cable: us -- eu 80ms\npartition x { cable fails }',
        'link cable: us -- eu 80ms\npartition x { the cable is broken }',
      ],
      'link cable: us -- eu 80ms\nlink radio: us -- eu 90ms\npartition x { cut cable; cut radio; down us1 }': [
        'link cable: us -- eu 80ms\nlink radio: us -- eu 90ms\npartition x { cable and radio fail; us1 stops }',
      ],
      'link cable: us -- eu 80ms\npartition cable { cut cable }\nexpect pay ok under cable': [
        'link cable: us -- eu 80ms\nexpect pay ok when cable fails',
        'link cable: us -- eu 80ms\nexpect pay ok without the cable',
      ],
    },
    'link us',
  );
});

test('a level in the words of a product', () => {
  checked({
    'operation peek: read account from ann level local': [
      'operation peek: read account from ann readConcern local',
      'operation peek: read account from ann read_concern: local',
      'operation peek: read account from ann with readPreference secondary',
      'operation peek: read account from ann readMode eventual',
    ],
    'operation peek: read account from ann level one': ['operation peek: read account from ann consistencyLevel ONE'],
  });
});

test('what others take a name for tells what is declared', () => {
  checked(
    {
      'zone us { node us1, us2 }': [
        'locality us [us1 us2]',
        'silo us { machine us1; machine us2 }',
        'us1 us2 belong to us',
        'us consists of us1 and us2',
        'us1, us2 : us',
        'building us with us1 & us2',
        'zone us { primary us1, replica us2 }',
      ],
    },
    'zone us',
  );
  checked(
    {
      'partition ocean { us | eu }\nexpect pay ok under ocean': [
        'blackout ocean { us | eu }\nexpect pay ok under ocean',
        'when ocean happens us is cut off from eu\nexpect pay ok under ocean',
        'ocean separates us from eu\nexpect pay ok under ocean',
        'ocean = us vs eu\nexpect pay ok under ocean',
      ],
      'partition ocean { isolate eu1 }\nexpect pay ok under ocean': [
        'ocean means that eu1 is isolated\nexpect pay ok under ocean',
      ],
    },
    'partition ocean',
  );
  checked(
    {
      'store account on us1, us2, eu1 { replicate primary us1 async }': [
        'us1 leads the account, us2 and eu1 follow asynchronously',
        'the account has its primary on us1 and async copies on us2, eu1',
      ],
      'store account on us1, us2, eu1 { choose CP }': ['account (us1, us2, eu1) CP'],
    },
    'store account',
  );
});

test('an acceptance in a sentence', () => {
  checked({
    'accept stale on view "not urgent"': [
      'view may be stale, which is fine: "not urgent"',
      'stale view is acceptable "not urgent"',
    ],
    'accept conflict on add "items are merged"': [
      'we can live with a conflict of add "items are merged"',
      'conflict on add tolerated "items are merged"',
    ],
  });
});

test('two things may be meant', () => {
  checked({
    'Two things may be meant: write `sync 1` or `sync us2, eu1`.': [
      'store led on us1, us2, eu1 { replicate primary us1 sync }',
    ],
    'Two things may be meant: write `available 99.9%` or `available under ocean`.': [
      'slo pay available 99.9% under ocean',
    ],
    'Write either `operation show from ann { read led; read account }` or `operation show: read led from ann`.': [
      'store led on us1 { from account bounded 60s }\noperation show: read led, account from ann',
    ],
  });
});

test('nothing is understood where a part of it may turn the meaning', () => {
  checked({
    '`lost` begins no statement: one begins with a word such as `node`, `zone`, `link`, `client`, `store`, `operation` or `expect`.':
      ['lost add is not acceptable "money"'],
    'Did not expect `ttl` here: expected a clause.': ['store led on us1, us2, eu1 { choose CP; ttl: 60s }'],
    '`us1` begins no statement: one begins with a word such as `node`, `zone`, `link`, `client`, `store`, `operation` or `expect`.':
      ['us1 and us2 are never in us'],
  });
});

test('a word of a reason, of a side or of a rule is not taken for what it is called elsewhere', () => {
  checked({
    'accept stale on view "old is fine"': [
      'accept stale on view (old is fine)',
      'accept stale for view: old is fine',
      'accept that view is stale because old is fine',
    ],
    'store led on us1, eu1 { choose CP }': ['store led on us1, eu1 { consistency > availability }'],
    'store led on us1, eu1 { choose AP merge lww }': ['store led on us1, eu1 { eventually consistent, lww }'],
    'partition x { us1, us2 | eu1 }': ['partition x { side1: us1, us2; side2: eu1 }'],
  });
});

test('what would be left out of a line, or turned around, leaves it as it is', () => {
  for (const line of [
    'accept no stale on view "x"',
    'accept stale on view unless ocean "x"',
    'partition x { eu loses us }',
    'partition x { us sees eu, eu does not see us }',
    'store led on us1, eu1 { choose CP; on partition: reject writes }',
  ])
    expect(mended(line, '')).toMatch(/^Did not expect /);
  expect(mended('zone us { us1 {} us2 {} }', 'zone us')).toMatch(/There is no node/);
});

test('counts and a failover beside a scheme that has them say nothing new, and no other scheme', () => {
  checked({
    'store led on us1, us2, eu1 { like etcd }': [
      'store led on us1, us2, eu1 { like etcd; quorum 2 of 3 }',
      'store led on us1, us2, eu1 { like etcd, quorum: 2 }',
      'store led on us1, us2, eu1 { like etcd; quorum = 2/3; failover auto }',
    ],
    'store led on us1, us2, eu1 { choose CP }': ['store led on us1, us2, eu1 { choose CP; quorum 2 of 3 }'],
    'store led on us1, us2, eu1 { choose CP replicate quorum R=3 W=3 }': [
      'store led on us1, us2, eu1 { choose CP; quorum 3 of 3 }',
    ],
    'store led on us1, us2, eu1 { like mongodb }': [
      'store led on us1, us2, eu1 { like mongo; automatic failover }',
      'store led on us1, us2, eu1 { image: mongo, port: 27017 }',
    ],
    'store led on us1, us2, eu1 { replicate primary us1 sync us2 }': [
      'store led on us1, us2, eu1 { replicate us1 -> us2 sync, us1 -> eu1 async }',
    ],
    'store led on us1, us2, eu1 { like kafka }': [
      'store led on us1, us2, eu1 { like kafka; leader us1; min.insync.replicas = 2 }',
    ],
    'store led on us1, us2, eu1 { like mysql-semi-sync }': ['store led on us1, us2, eu1 { like mysql; sync 1 }'],
    'store led on us1, us2, eu1 { like mysql-semi-sync replicate primary us1 sync 1 weakens failover automatic }': [
      'store led on us1, us2, eu1 { like mysql-semi-sync; failover auto }',
    ],
    'store led on us1, us2, eu1 { like dynamodb-global-tables }': [
      'store led on us1, us2, eu1 { like dynamodb; AP }',
      'store led on us1, us2, eu1 { like dynamodb global table }',
    ],
    'store led on us1, us2, eu1 { like redis-sentinel }': ['store led on us1, us2, eu1 { like redis; failover auto }'],
    'store led on us1, us2, witness eu1 { choose CP }': [
      'store led on us1, us2, arbiter eu1 { choose CP; failover auto }',
      'store led on us1, us2, arbiter eu1 { choose: CP, auto_failover: true }',
    ],
    'store led on us1, us2, eu1 { like cassandra replicate quorum R=2 W=2 }': [
      'store led on us1, us2, eu1 { like cassandra; quorum 2 of 3 }',
    ],
  });
  const unread = [
    'store led on us1, us2, eu1 { like etcd; quorum 1 of 3 }',
    'store led on us1, us2, eu1 { like etcd; quorum 2 of 5 }',
    'store led on us1, us2, eu1 { like postgres; quorum 2 of 3 }',
    'store led on us1, us2, eu1 { choose CP; failover manual }',
    // That of a primary, or of consensus.
    'store led on us1, us2, eu1 { failover auto }',
  ];
  expect(unread.map((line) => mended(line, '').split(' ', 2).join(' ')).filter((one) => one === 'store led')).toEqual(
    [],
  );
});

test('an arrow between replicas goes from the primary', () => {
  checked({
    'store led on us1, us2, eu1 { replicate primary us1 async }': [
      'store led on us1, us2, eu1 { replicate us1 -> us2, eu1 async }',
      'store led on us1, us2, eu1 { replication: us1 => us2, eu1; async }',
    ],
    'store led on us1, us2, eu1 { replicate primary us1 sync 1 }': [
      'store led on primary us1, standby us2, standby eu1 { synchronous_standby_names = 1 }',
      'store led on us1, us2, eu1 { replicate us1 -> us2, eu1; sync_replicas = 1 }',
    ],
  });
});

test('a place that is parted from all others is isolated', () => {
  checked(
    {
      'partition ocean { isolate eu }': [
        'partition ocean { eu | * }',
        'partition ocean { * | eu }',
        'partition ocean: eu | *',
        'partition ocean { eu || * }',
        'partition ocean { eu | all others }',
      ],
    },
    'partition ocean',
  );
});

test('a level right after a client needs no word before it', () => {
  checked(
    {
      'operation view: read account from ann, bob level quorum': [
        'operation view: read account from ann, bob consistent',
        'operation view: read account from ann, bob strong',
        'operation view: read account from ann and bob CONSISTENT',
      ],
      'operation view: read account from ann, bob level local': [
        'operation view: read account from ann, bob eventual',
        'operation view: read account from ann, bob local',
      ],
    },
    'operation view',
  );
});

test('a client may be what an operation is called with, and it ends where a step fails', () => {
  checked(
    {
      'operation add from ann { read cart; write account }': [
        'operation add(ann) {\n  read cart\n  then write account\n}',
        'operation add(ann) {\n  read cart\n  on error return\n  write account\n}',
        'operation add(ann) { read cart; if error stop; write account }',
        'operation add from ann { read cart; on failure abort; then write account }',
      ],
    },
    'operation add',
  );
});

test('steps of a scenario are a partition and what is expected under it', () => {
  checked(
    {
      'partition crash { down us1 }\nexpect pay from ann ok under crash': [
        'scenario crash {\n  when stop us1\n  then pay from ann ok\n}',
        'scenario crash {\n  given us1 is primary\n  when us1 crashes\n  then pay from ann ok\n}',
        'Scenario crash {\n  Given us1 is the leader\n  When us1 is down\n  Then pay from ann ok\n}',
      ],
      'partition sea { us | eu }\nexpect pay from ann ok under sea\nexpect view from bob never error under sea': [
        'scenario sea {\n  when us | eu\n  then pay from ann ok\n  and view from bob never error\n}',
        'scenario sea {\n  when us | eu\n  then pay from ann ok\n  then view from bob never error\n}',
      ],
    },
    'partition ocean',
  );
});

test('each zone of a sentence has the nodes after its own `with`', () => {
  checked({
    'zone ap { node ap1 }\nzone af { node af1, af2 }': [
      'There are two zones, ap with node ap1 and af with nodes af1 and af2.',
      'Zones ap with ap1, and af with af1, af2',
    ],
  });
});

test('a call accepts, and marks alone say nothing', () => {
  checked({
    'accept conflict on add "merged"': ['accept(add, "conflict", "merged")', 'accept("add", "conflict", "merged")'],
  });
  checked({ '': ['====', '---- MODULE shop ----'] });
});

test('JSON may stand among statements', () => {
  checked({
    'zone ap { node ap1, ap2 }\nlink ap -- us 5ms': [
      '{\n  zone: { name: "ap", nodes: ["ap1", "ap2"] },\n  link: { from: "ap", to: "us", latency: "5ms" }\n}',
      '{\n  "zone": { "name": "ap", "nodes": ["ap1", "ap2"] },\n  "link": { "from": "ap", "to": "us", "latency": "5ms" }\n}',
      '{\n  zones: [{ name: ap, nodes: [ap1, ap2] }],\n  links: [{ from: ap, to: us, latency: 5ms }]\n}',
    ],
  });
});

test('a read concern has two readings, and none is preferred', () => {
  const lines = ['readConcern majority', 'read-concern: majority', 'readConcern "majority"'];
  const found = lines.map((line) => mended(`operation view: read account from ann ${line}`, 'operation view'));
  const both = 'Two things may be meant: write `level leader` or `level local`.';
  expect(found).toEqual(lines.map(() => both));
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Model } from '../model/model.js';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { expectVerdicts } from '../testing/verdicts.js';
import { HEALTHY } from '../network/fault.js';
import { explore, exploreAll, type ExploreProgress } from './explore.js';
import { verdictsUnder } from './under.js';
import type { ClientResult, Results } from './facts.js';

function modelOf(text: string): Model {
  const { model, diagnostics } = resolve(parse(text));
  expect(diagnostics.filter((diagnostic) => diagnostic.severity === 'error')).toEqual([]);
  return model;
}

function resultsOf(text: string): Results {
  return exploreAll(modelOf(text));
}

function resultOf(model: Model, results: Results, operation: string, client: string): ClientResult {
  const found = results.clients.find(
    (one) => model.operations[one.operation]?.name === operation && model.vertices[one.client]?.name === client,
  );
  if (found === undefined) throw new Error(`no result for ${operation} from ${client}`);
  return found;
}

function faults(result: ClientResult, verdict: string, howLong?: string): string {
  return (
    result.findings.find((finding) => finding.outcome.verdict === verdict && finding.outcome.howLong === howLong)
      ?.faults ?? '0'
  );
}

const bank = `
zone us { node us1, us2 }
zone eu { node eu1 }
link us -- eu 80ms

client teller    in us
client traveller in eu

store accounts on us1, us2, eu1 {
  choose CP
  on partition wait 5s
}

store cart on us1, eu1 {
  choose AP
  merge lww
}

operation withdraw: write accounts from teller, traveller
operation balance:  read  accounts from teller, traveller
operation addItem:  write cart from teller, traveller
operation viewCart: read  cart from teller, traveller

partition atlantic { us | eu }
`;

test('the first file of the language page means what the page says', () => {
  expectVerdicts(
    bank,
    `                   | healthy   | atlantic
     withdraw teller    | ok        | ok
     withdraw traveller | ok        | unknown
     balance teller     | ok        | ok
     balance traveller  | ok        | error
     addItem teller     | ~conflict | conflict
     addItem traveller  | ~conflict | conflict
     viewCart teller    | ~stale    | stale
     viewCart traveller | ~stale    | stale`,
  );
});

test('its expectations hold, and the others fail with the smallest counterexample', () => {
  const model = modelOf(`${bank}
    expect withdraw from teller ok under atlantic
    expect balance from traveller error under atlantic
    expect viewCart never error under any 1 link
    expect withdraw never lost
    expect viewCart never stale beyond lag under any 1 link
    expect withdraw from traveller ok under atlantic
    expect viewCart stale under no fault
    expect withdraw ok under any zone
    expect balance available under any 1 link`);
  const { expectations } = exploreAll(model);
  expect(expectations.map(({ status }) => status)).toEqual([
    'holds',
    'holds',
    'holds',
    'holds',
    'fails',
    'fails',
    'holds',
    'fails',
    'fails',
  ]);
  const cut = model.links.findIndex((link) => link.label === 'us–eu');
  expect(expectations[4]?.counterexample?.verdict.cause.links).toHaveLength(1);
  expect(expectations[8]?.counterexample?.verdict.cause.links).toEqual([cut]);
  expect(expectations[8]?.bound).toBe('all 5 cuts of at most 1 of 4 links');
});

test('every answer says what was looked at', () => {
  const model = modelOf(bank);
  const [first] = exploreAll(model).clients;
  expect(first?.explored.map(({ text }) => text)).toEqual([
    'all 16 cuts of 4 links',
    '8 one-way cuts',
    '3 stopped nodes',
    '3 isolated nodes',
    '2 zones apart',
    '2 lost zones',
    '1 pair',
    '1 named partition',
  ]);
  expect(first?.faults).toBe('36');
});

// The reference is SPIN on bench/mesh.pml, a plain enumeration, and the closed form 15/128 of 2^20.
test('five replicas in a mesh: a one-replica read goes stale under 122,880 of 2^20 cuts by writes during the break, 245,760 with those just before', () => {
  const model = modelOf(readFileSync(new URL('../../../bench/mesh.cap', import.meta.url), 'utf8'));
  expect(faults(resultOf(model, exploreAll(model, { lastWrites: false }), 'get', 'reader'), 'stale', 'heal')).toBe(
    '122880',
  );
  expect(faults(resultOf(model, exploreAll(model), 'get', 'reader'), 'stale', 'heal')).toBe('245760');
});

test('stale is not monotone: one more cut can turn it back to ok, and the smallest cause is still exact', () => {
  const model = modelOf(`
    node a, b
    client w
    client r
    link a -- b
    link w -- a
    link r -- b
    link r -- a
    store s on a, b { replicate primary a async }
    operation put: write s from w
    operation get: read s from r level local
    partition one { cut a -- b cut r -- a }
    partition more { cut a -- b cut r -- a cut r -- b }`);
  const result = resultOf(model, exploreAll(model), 'get', 'r');
  expect(result.partitions.map((verdict) => verdict.outcomes.map((outcome) => outcome.verdict))).toEqual([
    ['stale'],
    ['error'],
  ]);
});

test('how far it holds: so many cuts, any one node; not when a node and a cut together break it', () => {
  const far = (design: string): string => {
    const { okUpToLinks, okUnderAnyNode } = exploreAll(
      modelOf(`node a, b, c\nmesh a, b, c\nlink a -- x\nlink b -- x\nlink c -- x\nclient x\n${design}`),
    ).clients[0] ?? { okUpToLinks: -1 };
    return `${okUpToLinks} cuts, ${okUnderAnyNode === true ? 'any node' : 'not any node'}`;
  };
  const read = (clauses: string): string => `store s on a, b, c { ${clauses} }\noperation r: read s from x\n`;
  // Every node of a majority is one hop from the client, and one of three may stop.
  expect(far(`${read('replicate consensus')}explore any 1 link\nexplore any 1 node`)).toBe('1 cuts, any node');
  expect(far(`${read('replicate consensus')}explore any 3 links\nexplore any 1 node`)).toBe('2 cuts, any node');
  // One node together with one link is another fault, and so are two nodes.
  expect(far(`${read('replicate consensus')}explore any 1 link, 1 node`)).toBe('1 cuts, any node');
  expect(far(`${read('replicate consensus')}explore any 2 nodes`)).toBe('0 cuts, any node');
  // Without nodes among the faults, there is no claim about them.
  expect(far(`${read('replicate consensus')}explore any 1 link`)).toBe('1 cuts, not any node');
  expect(far(`store s on a { choose CP }\noperation r: read s from x\nexplore any 1 link\nexplore any 1 node`)).toBe(
    '0 cuts, not any node',
  );
});

test('a named partition counts for everything that can happen under it', () => {
  const model = modelOf(`node a, b, c
mesh a, b, c
client x at b
operation put: write s from x
store s on a, b, c { replicate primary a async failover automatic }
explore any 0 links
partition lone { a | b, c }`);
  const result = resultOf(model, exploreAll(model), 'put', 'x');
  expect(result.partitions[0]?.outcomes.map(({ verdict }) => verdict)).toEqual(['lost', 'ok']);
  expect(faults(result, 'lost')).toBe('1');
});

test('what lasts until the heal stands before what lasts for the lag', () => {
  const model = modelOf(`node a, b, c
mesh a, b, c
client x at a
client y at b
store s on a, b, c { choose AP replicate any }
operation put: write s from x, y
explore any 2 links`);
  const order = resultOf(model, exploreAll(model), 'put', 'x').findings.map(
    ({ outcome: { verdict, howLong } }) => `${verdict} ${howLong ?? ''}`,
  );
  expect(order).toEqual(['conflict heal', 'conflict lag']);
});

test('a half-done operation names the writes that took effect', () => {
  const model = modelOf(`
    node a, b
    client c at a
    store near on a { choose CP }
    store far on b { choose CP }
    operation checkout from c { write near; write far }
    partition split { a | b }`);
  const outcome = resultOf(model, exploreAll(model), 'checkout', 'c').partitions[0]?.outcomes[0];
  expect(outcome).toMatchObject({
    verdict: 'partial',
    step: 1,
    halfDone: [0],
    heal: 'far never gets that write, unless it is repaired by hand',
  });
});

test('nothing happens after a step that always fails', () => {
  const model = modelOf(`
    node a, b
    client c at a
    store near on a, b { choose CP on partition wait 5s }
    store far on b { choose CP }
    operation move from c { read far; write near }
    partition split { a | b }`);
  const outcomes = resultOf(model, exploreAll(model), 'move', 'c').partitions[0]?.outcomes.map(({ verdict, step }) => [
    verdict,
    step,
  ]);
  expect(outcomes).toEqual([['error', 0]]);
});

test('the cache gives the same results, and survives a renamed operation', () => {
  const cache = new Map<string, unknown>();
  const model = modelOf(bank);
  exploreAll(model, { cache });
  const renamed = modelOf(
    bank.replace('operation withdraw:', 'operation first: read cart from teller\noperation withdraw:'),
  );
  expect(exploreAll(renamed, { cache })).toEqual(exploreAll(renamed));
});

test('30 nodes and 60 links: says how far it looked, and claims nothing beyond', () => {
  const nodes = Array.from({ length: 30 }, (_, i) => `n${i}`);
  const links = nodes.flatMap((n, i) => [`link ${n} -- n${(i + 1) % 30}`, `link ${n} -- n${(i + 7) % 30}`]);
  const model = modelOf(`
    node ${nodes.join(', ')}
    ${links.join('\n')}
    client c at n0
    store s on ${nodes.slice(0, 24).join(', ')} { choose AP }
    operation put: write s from c
    operation get: read s from c
    expect get ok`);
  const results = exploreAll(model);
  for (const result of results.clients)
    for (const bound of result.explored)
      expect(bound.text).toMatch(/^all .* of 60 links$|^120 one-way cuts$|^30 (stopped|isolated) nodes$|^435 pairs$/);
});

test('progress counts up, from nothing to everything', () => {
  const seen: ExploreProgress[] = [];
  const asked = 'needs linearizable, read-your-writes\nexpect balance never stale\n';
  for (const step of explore(modelOf(`${bank}operation again: read cart from teller ${asked}`))) seen.push(step);
  expect(seen.every(({ done, total }, i) => total === 13 && done >= (seen[i - 1]?.done ?? 0))).toBe(true);
  expect(seen[0]?.explored).toBeUndefined();
  const { explored = [], ...last } = seen[seen.length - 1] ?? {};
  expect(last).toEqual({ done: 13, total: 13 });
  expect(explored[0]?.text).toMatch(/^all \d+ cuts of \d+ links$/);
});

test('of a store with too many replicas nothing is claimed, while detecting either, and nothing expected holds or fails', () => {
  const names = Array.from({ length: 25 }, (_, i) => `n${i}`).join(', ');
  const model = modelOf(
    `node ${names}\nmesh ${names}\nclient k at n1\nstore s on ${names} { replicate primary n0 async failover automatic }\noperation w: write s from k\nexpect w ok\n`,
  );
  const [one] = verdictsUnder(model, { ...HEALTHY, stopped: [0] });
  expect(one?.notKnown).toContain('25 replicas');
  expect(one?.verdict.outcomes).toEqual([]);
  expect(one?.whileDetecting).toEqual([]);
  const { expectations, clients } = exploreAll(model);
  expect(expectations).toEqual([{ expectation: 0, status: 'not known', bound: 'nothing', why: one?.notKnown }]);
  expect(clients.map(({ healthy }) => healthy)).toEqual([{ cause: HEALTHY, outcomes: [], silent: false }]);
});

test('a client whose machine is stopped says nothing', () => {
  const model = modelOf(
    'node a, b\nlink a -- b\nclient k at a\nstore s on a, b { choose AP }\noperation r: read s from k\n',
  );
  const [one] = verdictsUnder(model, { ...HEALTHY, stopped: [0] });
  expect(one).toMatchObject({ verdict: { outcomes: [], silent: true }, whileDetecting: [] });
});

test('how many links may be cut: one fewer than the smallest cause has, none where the healthy network is broken', () => {
  const text = 'node a, b, c\nlink a -- b\nlink b -- c\nlink a -- c\nclient k at a\n';
  const ok = (more: string): ClientResult['okUpToLinks'] | undefined =>
    exploreAll(modelOf(`${text}${more}`)).clients[0]?.okUpToLinks;
  // Two cuts separate a from the others; three separate all.
  expect(ok('store s on a, b, c { choose CP }\noperation w: write s from k\n')).toBe(1);
  expect(ok('store s on a, b, c { replicate quorum R=1 W=1 }\noperation w: write s from k level one\n')).toBe(1);
  expect(ok('store s on a, b, c { replicate primary a async }\noperation w: write s from k\n')).toBe('all');
  expect(ok('explore any 1 link\nstore s on a, b, c { choose CP }\noperation w: write s from k\n')).toBe(1);
  // Different findings have causes of different sizes.
  expect(ok('store s on a, b, c { replicate primary b async failover automatic }\noperation w: write s from k\n')).toBe(
    0,
  );
  expect(ok('client lost\nstore s on a, b, c { choose CP }\noperation w: write s from lost\n')).toBe(-1);
});

test('with operations inserted before the others and a cache of the earlier design, the results equal those without a cache', () => {
  const cache = new Map<string, unknown>();
  exploreAll(modelOf(bank), { cache });
  const longer = modelOf(
    bank.replace('operation withdraw', 'operation first: read cart from teller\noperation withdraw'),
  );
  expect(exploreAll(longer, { cache })).toEqual(exploreAll(longer));
});

test('where the healthy network is not among the faults that are looked at, it counts all the same', () => {
  const ok = (clauses: string, level = ''): ClientResult['okUpToLinks'] | undefined =>
    resultsOf(
      `node a, b, c\nlink a -- b\nlink b -- c\nclient k at a\nexplore any 1 node\nstore s on a, b, c { ${clauses} }\noperation r: read s from k ${level}\noperation w: write s from k`,
    ).clients[0]?.okUpToLinks;
  expect(ok('replicate consensus leader b')).toBe(0);
  // Only for the lag.
  expect(ok('replicate consensus leader b', 'level local')).toBe(0);
  // With c as the leader no write gets to a, and a read there is stale; with a as the leader it is not.
  expect(ok('replicate consensus', 'level local')).toBe(-1);
});

test('a latency is left out where a round trip on the way is not declared', () => {
  const latency = (link: string): Partial<ClientResult> | undefined =>
    resultsOf(`node a, b\nlink a -- b ${link}\nclient k at a\nstore s on b { choose AP }\noperation r: read s from k`)
      .clients[0];
  expect(latency('7ms')).toMatchObject({ latencyMs: 7 });
  expect(Object.keys(latency('') ?? {})).not.toContain('latencyMs');
});

test('what is known of a store is of no use where others write to it', () => {
  const cache = new Map<string, unknown>();
  const model = (writers: string, level: string): Model =>
    modelOf(
      `node a, b\nmesh a, b\nclient x at a\nclient y at b\nstore s on a, b { replicate quorum R=1 W=1 }\noperation r: read s from x\noperation w: write s from ${writers} ${level}`,
    );
  for (const one of [model('x', ''), model('x, y', ''), model('x', 'level all')])
    expect(exploreAll(one, { cache })).toEqual(exploreAll(one));
});

test('what is known of one network is of no use in another', () => {
  const cache = new Map<string, unknown>();
  const model = (rest: string): Model =>
    modelOf(
      `node a, b, c\nlink a -- b\nlink b -- c\nclient x at a\nstore s on a, b, c { choose CP }\noperation w: write s from x\n${rest}`,
    );
  for (const one of [
    model(''),
    model('link a -- c'),
    model('link a -- c\nexplore any 1 node'),
    model('link a -- c\nexplore any 1 node\npartition p { a | b, c }'),
  ])
    expect(exploreAll(one, { cache })).toEqual(exploreAll(one));
});

// The step after the write is never answered, whatever breaks: the operation was never acknowledged as a whole, so none
// of it can be lost.
test('an operation that can never end was not acknowledged before the break', () => {
  const verdicts = (last: string): string[] | undefined => {
    const model = modelOf(`
      node a, b, c, d
      mesh a, b, c
      link c -- d
      client k via a, d
      link k -- a
      store s on a, b, c { replicate primary a async failover automatic }
      store t on d { choose CP }
      operation o from k { write s; ${last} }
      partition lone { a | b, c }`);
    return resultOf(model, exploreAll(model), 'o', 'k').partitions[0]?.outcomes.map(({ verdict }) => verdict);
  };
  expect(verdicts('read t')).toEqual(['error']);
  expect(verdicts('read s')).toEqual(['lost']);
});

// A catalogue replica that is alone pauses once it has noticed the break; until then it answers, and the cart is
// written after it on either side.
test('a write after a step of another store can be acknowledged as long as no replica has noticed the break', () => {
  expectVerdicts(
    `
    node a, b
    link a -- b
    client k at a
    client l at b
    store catalogue on a, b { choose CP replicate any }
    store cart on a, b { choose AP replicate any }
    operation buy from k, l { read catalogue; write cart }
    operation look: read cart from k
    partition apart { a | b }`,
    `       | healthy   | apart
     buy k  | ~conflict | conflict+error
     buy l  | ~conflict | conflict+error
     look k | ~stale    | stale`,
  );
});

test('whatever is expected of a client that is silent under every fault is not known', () => {
  const model = modelOf(`
    node a, b
    mesh a, b
    client k at a
    store s on a, b { choose CP }
    operation r: read s from k
    partition stopped { down a }
    expect r stale under stopped
    expect r never stale under stopped
    expect r available under stopped
    expect r never available under stopped`);
  expect(exploreAll(model).expectations.map(({ status, why }) => `${status}: ${why ?? ''}`)).toEqual(
    Array.from({ length: 4 }, () => 'not known: nobody can issue `r` here'),
  );
});

test('what is expected always is expected under the named partitions too', () => {
  const model = modelOf(`
    node a, b, c
    mesh a, b, c
    client k at a
    store s on a, b, c { choose CP }
    operation r: read s from k
    explore any 1 link
    partition alone { a | b, c }
    expect r available`);
  expect(exploreAll(model).expectations.map(({ status }) => status)).toEqual(['fails']);
  expect(exploreAll({ ...model, partitions: [] }).expectations.map(({ status }) => status)).toEqual(['holds']);
});

// Once d has noticed the break it refuses, and e, which has not, takes a write that no replica carries on. The
// catalogue before it answers while none of its replicas has noticed the break.
test('one replica may be the last to notice, also for a write after a step of another store', () => {
  expectVerdicts(
    `
    node a, b, c, d, e
    mesh a, b, c
    link c -- d
    link d -- e
    link e -- a
    client k via d, e
    link k -- d
    link k -- e
    client l at a
    store catalogue on a, b, c, d, e { choose CP replicate any }
    store cart on a, b, c, d, e { choose CP replicate any }
    operation buy from k { read catalogue; write cart }
    operation look: read cart from l
    partition alone { cut d -- e  cut e -- a }`,
    `       | healthy | alone
     buy k  | ok      | conflict+error
     look l | ~stale  | stale`,
  );
});

// At a the order waits for a standby, at the promoted b it is taken: k may ask either first, and then writes the log at
// n2, from which n1 hears nothing.
test('an earlier step need succeed in only one way', () => {
  expectVerdicts(
    `
    node a, b, c, n1, n2
    mesh a, b, c
    link n1 -- n2
    client k
    link k -- a
    link k -- b
    link k -- n1 1ms
    link k -- n2 5ms
    client l at n1
    store orders on a, b, c { replicate primary a sync 1 failover automatic; on partition wait 5s }
    store log on n1, n2 { choose AP }
    operation both from k { write orders; write log }
    operation note: write log from l
    partition p { a | b, c  cut k -- n1  cut n1 -- n2 }`,
    `       | healthy | p
     both k | ok      | conflict+unknown
     note l | ok      | conflict`,
  );
});

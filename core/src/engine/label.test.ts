import { expect, test } from 'vitest';
import { resolve } from '../model/resolve.js';
import { HEALTHY } from '../network/fault.js';
import { causeSize } from '../network/fault.js';
import { compileTopology } from '../network/topology.js';
import { parse } from '../syntax/parse.js';
import { inReach } from './availability.js';
import { exploreAll } from './explore.js';
import { labelOf } from './label.js';

const three = 'node a, b, c\nmesh a, b, c 10ms\nclient atA at a\nclient atB at b\n';

/** "consistency availability | harms", for each operation. */
function labels(text: string): string[] {
  const { model } = resolve(parse(three + text));
  const { clients } = exploreAll(model);
  const topology = compileTopology(model);
  return model.operations.map(({ name }, operation) => {
    const { consistency, availability, inconsistent, unanswered } = labelOf(
      model,
      topology,
      operation,
      clients.filter((one) => one.operation === operation),
    );
    const harms = [...inconsistent, ...unanswered].map(
      ({ finding, faults, of }) => `${finding.outcome.verdict} ${faults}/${of} by ${causeSize(finding.cause)}`,
    );
    return [`${name} ${consistency ?? '–'} ${availability ?? '?'}`, ...harms].join(' | ');
  });
}

const both = (clauses: string, level = ''): string[] =>
  labels(
    `store s on a, b, c { ${clauses} }\noperation w: write s from atA, atB\noperation r: read s from atA, atB ${level}`,
  );

// Of 23 faults: 8 sets of cut links, 6 one-way cuts, 3 stopped nodes, 3 isolated nodes, 3 pairs. Two sets, and its
// isolation, leave the client's replica alone, and one of the one-way cuts loses its answer.
test('consensus: linearizable, answered where a majority is', () => {
  expect(both('replicate consensus')).toEqual([
    'w linearizable majority | unknown 2/23 by 1 | error 3/23 by 1',
    'r linearizable majority | error 5/23 by 1',
  ]);
});

test('a named leader is out of reach of some clients that reach a majority', () => {
  expect(
    labels(
      'client onB at b via b\nstore s on a, b, c { replicate consensus leader a }\noperation r: read s from onB',
    )[0],
  ).toMatch(/^r linearizable none /);
});

// Three sets of cut links and the isolation of either keep a and b apart; a write that only a stopped node has is
// missed. While only the pair is apart, c passes writes on.
test('any: always answered, and stale or in conflict (reconciled after the heal)', () => {
  expect(both('choose AP')).toEqual(['w – total | conflict 6/23 by 1', 'r – total | stale 6/23 by 1']);
});

test('one copy that follows lags; a quorum is regular; what is discarded is neither consistent nor always answered', () => {
  const word = (rows: readonly string[], at: number): string | undefined => rows[at]?.split(' | ')[0];
  expect(
    word(
      labels(
        'explore any 0 links\nstore s on a, b, c { replicate primary a }\noperation w: write s from atA\noperation r: read s from atB level local',
      ),
      1,
    ),
  ).toBe('r lagging total');
  expect(word(both('replicate quorum'), 1)).toBe('r regular majority');
  expect(word(both('replicate quorum'), 0)).toBe('w regular majority');
  expect(word(both('replicate primary a failover automatic'), 0)).toBe('w – none');
});

test('reads that may be answered by a leader that was deposed, or by an old primary, are not called linearizable', () => {
  expect(both('replicate consensus', 'level leader')[1]).toMatch(/^r regular /);
  expect(both('replicate primary a sync 2')[1]).toMatch(/^r linearizable /);
  expect(both('replicate primary a sync 2 failover automatic')[1]).toMatch(/^r (regular|–) /);
});

// Once the break has settled, the old primary has stepped down and loses nothing; what it takes alone before that is
// lost.
test('a primary that weakens and fails over loses what it takes until it has noticed: its writes are not called linearizable', () => {
  const clauses = (rest: string): string =>
    `store s on a, b, c { replicate primary a sync 1 ${rest} }\noperation w: write s from atA\npartition lone { a | b, c }`;
  expect(labels(clauses('weakens step-down failover automatic'))[0]).toMatch(/^w regular /);
  expect(labels(clauses('step-down failover automatic'))[0]).toMatch(/^w linearizable /);
  expect(labels(clauses('weakens failover manual'))[0]).toMatch(/^w linearizable /);
});

test('a composite operation is several requests', () => {
  expect(labels('store s on a, b, c { choose CP }\noperation both from atA {\n  write s\n  read s\n}')[0]).toMatch(
    /^both regular majority/,
  );
});

test('what a replica takes by itself is ordered by clocks: regular at best, though nobody else writes', () => {
  expect(
    labels('store s on a, b, c { choose AP replicate consensus leader a }\noperation w: write s from atA')[0],
  ).toMatch(/^w regular /);
  expect(
    labels('store s on a, b, c { choose CP replicate consensus leader a }\noperation w: write s from atA')[0],
  ).toMatch(/^w linearizable /);
  expect(
    labels('store s on a, b, c { choose AP replicate primary a sync 2 }\noperation w: write s from atA')[0],
  ).toMatch(/^w regular /);
  expect(
    labels('store s on a, b, c { choose CP replicate primary a sync 2 }\noperation w: write s from atA')[0],
  ).toMatch(/^w linearizable /);
  // There is no other replica whose clock could differ.
  expect(labels('store s on a { choose AP replicate consensus leader a }\noperation w: write s from atA')[0]).toMatch(
    /^w linearizable /,
  );
});

// The link to a is declared one-way: no answer comes back over it. Whether another fault also cuts it is not explored.
test('availability is open if it depends on unexplored faults, unless it is the worst class already', () => {
  const text = (clause: string): string =>
    `client deaf via a\nlink deaf -> a\nclient onB at b via b\nstore s on a, b, c { ${clause} }\n`;
  expect(labels(`${text('choose AP')}operation r: read s from deaf`)[0]).toMatch(/^r regular \? /);
  expect(labels(`${text('replicate consensus leader a')}operation r: read s from deaf, onB`)[0]).toMatch(
    /^r linearizable none /,
  );
});

test('of a store that is too large no label says anything', () => {
  const names = Array.from({ length: 25 }, (_, i) => `n${i}`).join(', ');
  const { model } = resolve(
    parse(
      `node ${names}\nmesh ${names}\nclient k at n0\nstore s on ${names} { choose CP }\noperation r: read s from k`,
    ),
  );
  const label = labelOf(model, compileTopology(model), 0, exploreAll(model).clients);
  expect(label).toMatchObject({
    notKnown: expect.stringContaining('25 replicas') as string,
    inconsistent: [],
    unanswered: [],
  });
  expect(Object.keys(label)).not.toContain('consistency');
});

// Over one link a request gets there and its answer does not come back under a one-way cut; with the other direction
// cut as well, no replica is reached at all.
test('a one-way cut leaves nothing open where one-way cuts are looked at by themselves', () => {
  const text = 'client k\nlink k -- a\nstore s on a, b, c { choose AP }\noperation r: read s from k\n';
  expect(labels(text)[0]).toMatch(/^r regular total /);
  expect(labels(`${text}explore any 2 one-way`)[0]).toMatch(/^r regular \? /);
});

test('what was not looked at whole for one client, or in one way, was not looked at whole', () => {
  const { model } = resolve(parse(`${three}store s on a, b, c { choose CP }\noperation r: read s from atA, atB`));
  const { clients } = exploreAll(model);
  const complete = (...parts: readonly (readonly boolean[])[]): boolean =>
    labelOf(
      model,
      compileTopology(model),
      0,
      clients.map((one, i) => ({
        ...one,
        explored: (parts[i] ?? []).map((whole) => ({ family: 'all', complete: whole, faults: '1' }) as never),
      })),
    ).complete;
  expect(complete([true, true], [true])).toBe(true);
  expect(complete([true, true], [false])).toBe(false);
  expect(complete([true, false], [true])).toBe(false);
});

test('the worst comes first, in whatever order it was found', () => {
  const { model } = resolve(
    parse(
      `${three}store s on a, b, c { choose AP replicate primary a failover automatic }\noperation w: write s from atA, atB\noperation r: read s from atA, atB level local`,
    ),
  );
  const { clients } = exploreAll(model);
  for (const operation of [0, 1]) {
    const results = clients.filter((one) => one.operation === operation);
    const kinds = (some: typeof results): string[] =>
      labelOf(model, compileTopology(model), operation, some).inconsistent.map(
        ({ finding }) => `${finding.outcome.verdict} ${finding.outcome.howLong ?? ''}`,
      );
    expect(kinds(results.map((one) => ({ ...one, findings: [...one.findings].reverse() })))).toEqual(kinds(results));
  }
  expect(
    labels(
      'store s on a, b, c { choose AP replicate primary a failover automatic }\noperation w: write s from atA, atB',
    )[0],
  ).toMatch(/^w – \S+ \| lost .*\| conflict /);
});

test('what a named partition leaves half open by a one-way cut leaves nothing open either', () => {
  const text =
    'client k\nlink k -- a\nstore s on a, b, c { choose AP }\noperation r: read s from k\nexplore any 1 link\npartition deaf { cut a -> k }';
  expect(labels(text)[0]).toMatch(/^r regular total /);
});

test('a client usually asks its nearest replica, or all replicas that it is pinned to', () => {
  const { model } = resolve(
    parse(
      'node a, b, c\nmesh a, b, c 10ms\nclient free\nclient pinned via a, b\nlink free -- a 1ms\nlink free -- b 2ms\nlink pinned -- a\nlink pinned -- b\nstore s on a, b, c { choose AP }\noperation r: read s from free, pinned',
    ),
  );
  const topology = compileTopology(model);
  const usual = (client: string, ...links: readonly string[]): boolean =>
    inReach(
      topology,
      { operation: 0, client: model.vertices.findIndex(({ name }) => name === client) },
      { ...HEALTHY, links: links.map((label) => model.links.findIndex((link) => link.label === label)) },
    ).usual;
  expect(['free–a', 'free–b'].map((link) => usual('free', link))).toEqual([false, true]);
  expect(usual('pinned', 'pinned–a')).toBe(true);
  expect(usual('pinned', 'pinned–a', 'pinned–b')).toBe(false);
});

test('an operation that can end half done is not answered, and leaves its stores different', () => {
  const text =
    'client k at a\nstore s on a { choose CP }\nstore t on c { choose CP }\noperation o from k { write s; write t }';
  expect(labels(text)).toEqual(['o – total | partial 10/23 by 1']);
});

/** "consistency | harm until it is noticed", for each operation. */
function untilNoticed(text: string): string[] {
  const { model } = resolve(parse(three + text));
  const { clients } = exploreAll(model);
  return model.operations.map(({ name }, operation) => {
    const label = labelOf(
      model,
      compileTopology(model),
      operation,
      clients.filter((one) => one.operation === operation),
    );
    const harms = label.untilNoticed.map(({ finding, faults, of }) => `${finding.outcome.verdict} ${faults}/${of}`);
    return `${name} ${label.consistency ?? '–'} | ${harms.join(', ')}`;
  });
}

test('what an old leader or an old primary breaks until it notices is told apart from what is left', () => {
  const operations =
    'operation w: write s from atA, atB\noperation l: read s from atA level leader\noperation r: read s from atA';
  expect(untilNoticed(`store s on a, b, c { replicate consensus leader a }\n${operations}`)).toEqual([
    'w linearizable | ',
    'l regular | stale 2/23',
    'r linearizable | ',
  ]);
  expect(
    untilNoticed(`store s on a, b, c { replicate primary a sync 1 step-down failover automatic }\n${operations}`),
  ).toEqual(['w linearizable | ', 'l regular | dirty 2/23, stale 2/23', 'r regular | dirty 2/23, stale 2/23']);
  const copies = 'operation w: write s from atA, atB\noperation r: read s from atA';
  expect(untilNoticed(`store s on a, b, c { choose CP replicate quorum R=2 W=2 }\n${copies}`)).toEqual([
    'w regular | ',
    'r regular | ',
  ]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { run as stepped } from '../base/steps.js';
import { resolve } from '../model/resolve.js';
import type { Model } from '../model/model.js';
import { parse } from '../syntax/parse.js';
import { exploreAll } from './explore.js';
import type { NeedResult } from './facts.js';
import { needsRefuted } from './needs.js';

const three = `
node a, b, c
mesh a, b, c 10ms
client atA at a
client atB at b
client onA at b via a
`;

function modelOf(text: string): Model {
  const { model, diagnostics } = resolve(parse(text));
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  return model;
}

/** "given", "impossible", "a–b b–c" for what breaks it, "~a–b" where only until it is noticed, "?" for not known. */
function word(model: Model, { status, cause, whileDetecting }: NeedResult): string {
  if (status === 'not known') return '?';
  if (cause === undefined) return status;
  const parts = [
    ...cause.links.map((i) => model.links[i]?.label ?? ''),
    ...cause.directions.map((i) => `one way of ${model.links[i >> 1]?.label ?? ''}`),
    ...cause.stopped.map((i) => `${model.vertices[i]?.name ?? ''} down`),
    ...cause.isolated.map((i) => `${model.vertices[i]?.name ?? ''} alone`),
  ];
  return `${whileDetecting === true ? '~' : ''}${parts.join(' ')}`;
}

/** A row for each client of the operation, a column for each of its needs. */
function rows(text: string, operation: string): string[] {
  const model = modelOf(three + text);
  const { needs } = exploreAll(model);
  const index = model.operations.findIndex(({ name }) => name === operation);
  return (model.operations[index]?.clients ?? []).map((client) => {
    const own = needs.filter((need) => need.operation === index && need.client === client);
    return [model.vertices[client]?.name ?? '', ...own.map((need) => word(model, need))].join(' | ');
  });
}

const READ = 'needs linearizable, sequential, causal, read-your-writes, monotonic-reads, bounded 5s, eventual';
const reads = (scheme: string, level = ''): string[] =>
  rows(
    `store s on a, b, c { ${scheme} }\noperation w: write s from atA, onA\noperation r: read s from atA, atB, onA ${level} ${READ}`,
    'r',
  );

describe('reads: linearizable | sequential | causal | read-your-writes | monotonic-reads | bounded | eventual', () => {
  test('consensus: through the leader everything, from one copy what its session allows', () => {
    expect(reads('replicate consensus')).toEqual([
      'atA | given | given | given | given | given | given | given',
      'atB | given | given | given | given | given | given | given',
      'onA | given | given | given | given | given | given | given',
    ]);
    expect(reads('replicate consensus', 'level all')[1]).toBe(
      'atB | given | given | given | given | given | given | given',
    );
    // Its own write goes through the leader, and may not have reached the copy that it reads.
    expect(reads('replicate consensus', 'level local')).toEqual([
      'atA | impossible | impossible | impossible | impossible | given | impossible | given',
      'atB | impossible | given | given | given | given | impossible | given',
      'onA | impossible | impossible | impossible | impossible | given | impossible | given',
    ]);
  });

  test('consensus, unconfirmed reads: a leader that does not know yet that it was deposed', () => {
    expect(reads('replicate consensus', 'level leader')[1]).toBe(
      'atB | ~b alone | given | given | given | given | ~b alone | given',
    );
  });

  test('consensus, bounded reads: only a bound that is as tight', () => {
    expect(reads('replicate consensus', 'level bounded 2s')[1]).toBe(
      'atB | impossible | a–b | a–b | given | a–b | given | given',
    );
    expect(reads('replicate consensus', 'level bounded 5s')[1]).toBe(
      'atB | impossible | a–b | a–b | given | a–b | given | given',
    );
    expect(reads('replicate consensus', 'level bounded 9s')[1]).toBe(
      'atB | impossible | a–b | a–b | given | a–b | impossible | given',
    );
  });

  test('primary: one copy as long as there is one primary', () => {
    const all = ' | given | given | given | given | given | given | given';
    expect(reads('replicate primary a')).toEqual(['atA', 'atB', 'onA'].map((client) => client + all));
    expect(reads('replicate primary a sync 1 failover automatic').slice(1)).toEqual(
      ['atB', 'onA'].map((client) => client + all),
    );
    expect(reads('replicate primary a failover automatic')[1]).toBe(
      'atB | a alone | a alone | a alone | given | a alone | a alone | given',
    );
    // At the primary, the copy that answers by itself is the newest.
    expect(reads('replicate primary a', 'level local')[2]).toBe('onA' + all);
    expect(reads('replicate primary a', 'level local')[1]).toBe(
      'atB | impossible | given | given | given | given | impossible | given',
    );
  });

  test('quorum: R + W > N is regular, not linearizable; not even one client stays with what it saw', () => {
    expect(reads('replicate quorum R=2 W=2')[0]).toBe(
      'atA | impossible | impossible | impossible | given | impossible | given | given',
    );
    expect(reads('replicate quorum R=1 W=1')[0]).toBe(
      'atA | impossible | impossible | impossible | impossible | impossible | impossible | given',
    );
    expect(reads('replicate quorum R=3 W=1')[0]).toBe(
      'atA | impossible | impossible | ? | given | given | given | given',
    );
  });

  test('quorum with read repair: what a majority has answered no later majority misses; clocks still order several writers', () => {
    const one = (sizes: string): string =>
      rows(
        `store s on a, b, c { replicate quorum ${sizes} read-repair }\noperation w: write s from atA\noperation r: read s from atB ${READ}`,
        'r',
      )[0] ?? '';
    expect(one('R=2 W=2')).toBe('atB | given | given | ? | given | given | given | given');
    expect(one('R=1 W=3')).toBe('atB | impossible | impossible | impossible | given | impossible | given | given');
    expect(reads('replicate quorum R=2 W=2 read-repair')[1]).toBe(
      'atB | impossible | ? | ? | given | given | given | given',
    );
  });

  test('quorum with one writer: all copies asked, nothing seen is missed again', () => {
    const one = (sizes: string): string =>
      rows(
        `store s on a, b, c { replicate quorum ${sizes} }\noperation w: write s from atA\noperation r: read s from atB ${READ}`,
        'r',
      )[0] ?? '';
    expect(one('R=3 W=2')).toBe('atB | given | given | ? | given | given | given | given');
    expect(one('R=2 W=3')).toBe('atB | impossible | impossible | impossible | given | impossible | given | given');
  });

  test('any: what a client keeps by staying with its replica', () => {
    const apart = (via: string, clients: string): string[] =>
      rows(
        `client far at c\nclient free in z ${via}\nzone z { node d }\nlink z -- a 1ms\nlink z -- b 5ms\nstore s on a, b, c { choose AP }\noperation w: write s from far, free\noperation r: read s from ${clients} ${READ}`,
        'r',
      );
    expect(apart('', 'free')).toEqual(['free | impossible | impossible | z–a | z–a | z–a | impossible | given']);
    expect(apart('via a', 'free')).toEqual(['free | impossible | impossible | ? | given | given | impossible | given']);
  });
});

describe('writes: linearizable | sequential | causal | eventual', () => {
  const writes = (scheme: string): string[] =>
    rows(
      `store s on a, b, c { ${scheme} }\noperation w: write s from atA, atB needs linearizable, sequential, causal, eventual`,
      'w',
    );

  test('one log, one primary', () => {
    expect(writes('replicate consensus')).toEqual([
      'atA | given | given | given | given',
      'atB | given | given | given | given',
    ]);
    expect(writes('replicate primary a')[0]).toBe('atA | given | given | given | given');
    expect(writes('replicate primary a failover automatic')[1]).toBe('atB | a alone | a alone | a alone | a alone');
  });

  test('a write loses nothing by what becomes of others', () => {
    const text =
      'store s on a, b, c { replicate primary a failover automatic }\noperation safe: write s from atA level all needs linearizable, sequential, causal, eventual\noperation w: write s from atA needs linearizable';
    expect(rows(text, 'safe')).toEqual(['atA | given | given | given | given']);
    expect(rows(text, 'w')).toEqual(['atA | a alone']);
  });

  test('several coordinators agree on no order', () => {
    expect(writes('replicate quorum')[0]).toBe('atA | impossible | impossible | ? | given');
    expect(writes('choose AP')[0]).toBe('atA | impossible | impossible | ? | given');
  });

  test('what is discarded, or waits for somebody to decide, is not seen by all in the end', () => {
    expect(writes('choose AP merge manual')[0]).toBe('atA | impossible | impossible | ? | a alone');
    expect(writes('choose AP merge discard')[0]?.split(' | ')[4]).toBe('a alone');
  });

  test('choose AP: copies answer by themselves where the leader is out of reach', () => {
    expect(writes('replicate consensus choose AP')[0]?.split(' | ').slice(1, 3)).toEqual(['a–b', 'a–b']);
  });
});

test('one copy gives everything', () => {
  expect(
    rows(`store s on a { choose AP }\noperation w: write s from atA, atB\noperation r: read s from atB ${READ}`, 'r'),
  ).toEqual(['atB | given | given | given | given | given | given | given']);
});

test('a step of a composite operation is looked at by itself', () => {
  const text = `store s on a, b, c { choose AP }\nstore t on a, b, c { choose CP }\noperation both from atA, atB {\n  write s\n  read t needs linearizable, read-your-writes\n  read s needs linearizable, read-your-writes\n}`;
  expect(rows(text, 'both')).toEqual([
    'atA | given | given | impossible | given',
    'atB | given | given | impossible | given',
  ]);
});

test('what is noticed in time is not too old', () => {
  const bounded = (clause: string): string =>
    rows(
      `store s on a, b, c { replicate consensus ${clause} }\noperation w: write s from atA\noperation r: read s from atB level leader needs bounded 5s`,
      'r',
    )[0] ?? '';
  expect(bounded('')).toBe('atB | ~b alone');
  expect(bounded('detect 3s')).toBe('atB | given');
  expect(bounded('detect 10s')).toBe('atB | ~b alone');
});

test('a session outlives a fault: what it wrote under one it can miss under another', () => {
  const text =
    'node a, b\nclient c\nlink c -- a 1ms\nlink c -- b 2ms\nlink a -- b 1ms\nexplore all links\nstore s on a, b { replicate quorum R=1 W=2 sloppy }\noperation w: write s from c\noperation r: read s from c needs read-your-writes';
  const model = modelOf(text);
  // Under each of the two by itself, a and b have both what was acknowledged, or c stays with one of them.
  expect(
    exploreAll(model).needs.map(({ status, cause, earlier }) => [
      status,
      cause?.links.map((i) => model.links[i]?.label),
      earlier?.links.map((i) => model.links[i]?.label),
    ]),
  ).toEqual([['broken', [], ['a–b']]]);
});

test('too many faults to look at: not known, never given', () => {
  const names = Array.from({ length: 12 }, (_, i) => `n${i}`);
  const text = `node ${names.join(', ')}\nmesh ${names.join(', ')} 1ms\nclient x at n0\nstore s on ${names.join(', ')} { replicate quorum }\noperation w: write s from x\noperation r: read s from x needs read-your-writes`;
  const model = modelOf(text);
  const [need] = exploreAll(model).needs;
  expect(need?.status).toBe('not known');
  expect(need?.why).toContain('too many faults');
});

test('stores that are too large are not known', () => {
  const names = Array.from({ length: 25 }, (_, i) => `n${i}`);
  const model = modelOf(
    `node ${names.join(', ')}\nrouter x\n${names.map((name) => `link ${name} -- x`).join('\n')}\nclient c at n0\nstore s on ${names.join(', ')} { choose CP }\noperation r: read s from c needs linearizable`,
  );
  expect(exploreAll(model).needs.map(({ status }) => status)).toEqual(['not known']);
});

test('what is known at once is what the exploration says too, and a cache changes nothing', () => {
  const schemes = [
    'replicate consensus',
    'replicate primary a',
    'replicate primary b failover automatic',
    'replicate quorum R=2 W=2',
    'replicate quorum R=1 W=2',
    'choose AP',
    'choose CP replicate any',
  ];
  const cache = new Map<string, unknown>();
  fc.assert(
    fc.property(
      fc.constantFrom(...schemes),
      fc.constantFrom('', 'level one'),
      fc.subarray(['atA', 'atB'], { minLength: 1 }),
      fc.subarray(['atA', 'atB', 'onA'], { minLength: 1 }),
      (scheme, level, writers, readers) => {
        const model = modelOf(
          `${three}store s on a, b, c { ${scheme} }\noperation w: write s from ${writers.join(', ')} needs linearizable, eventual\noperation r: read s from ${readers.join(', ')} ${level} ${READ}`,
        );
        const { needs } = exploreAll(model, { cache });
        expect(needs).toEqual(exploreAll(model).needs);
        expect(stepped(needsRefuted(model))).toEqual(needs.filter(({ status }) => status === 'impossible'));
        // Stronger guarantees are never given where weaker ones are not.
        for (const client of new Set(needs.map((need) => need.client))) {
          const status = new Map(
            needs
              .filter((need) => need.client === client && need.operation === 1)
              .map((need) => [need.guarantee, need.status]),
          );
          if (status.size === 0) continue;
          if (status.get('linearizable') === 'given')
            expect([...status.values()].every((one) => one === 'given' || one === 'not known')).toBe(true);
          if (status.get('causal') === 'given')
            expect([status.get('read-your-writes'), status.get('monotonic-reads')]).toEqual(['given', 'given']);
          if (status.get('sequential') === 'given')
            expect([status.get('read-your-writes'), status.get('monotonic-reads')]).toEqual(['given', 'given']);
        }
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);

test('a session is that of the store that is asked for, whichever it is among the stores', () => {
  const session = (earlierStores: string): string[] =>
    rows(
      `${earlierStores}store s on a, b, c { replicate quorum R=1 W=1 }\noperation w: write s from onA level one\noperation r: read s from onA level one needs read-your-writes, monotonic-reads`,
      'r',
    );
  expect(session('store other on a { choose CP }\n')).toEqual(session(''));
});

test('what a follower of a promoted primary has shown, the old one may not know', () => {
  const text = `client far via b, a
link far -- a
link far -- b
client writer via c, b
link writer -- c
link writer -- b
store s on a, b, c { replicate primary a async failover automatic }
operation put: write s from writer
operation near: read s from far level local
operation main: read s from far needs monotonic-reads, read-your-writes, causal`;
  expect(rows(text, 'main')).toEqual(['far | a–b a–c | given | a–b a–c']);
});

test('where nothing is needed nothing is refuted', () => {
  expect(stepped(needsRefuted(modelOf(`${three}store s on a { choose CP }\noperation r: read s from atA`)))).toEqual(
    [],
  );
});

// Bounds lie between 0 and 24 h: the mistake is reported, and the need has no bound.
test('a bound that is no bound is a mistake in the text, and refutes nothing', () => {
  const { model, diagnostics } = resolve(
    parse(
      `${three}store s on a, b, c { replicate consensus }\noperation r: read s from atA level bounded 2s needs bounded 30h`,
    ),
  );
  expect(diagnostics.map(({ code }) => code)).toContain('number-out-of-range');
  expect(stepped(needsRefuted(model))).toEqual([]);
});

// Cut off from b, the primary goes on alone; under the fault that stops it, b is promoted without those writes. The
// rules do not say whether it comes back in between, and b with it.
test('of a failover a session is followed within one fault only', () => {
  const model = modelOf(`node a, b, x, y, z
client k
link a -- b
link k -- a
link k -- b
link a -- x
link a -- y
link a -- z
link b -- x
link b -- y
link b -- z
explore any 1 link
explore any 1 node
store s on a, b { replicate primary a sync 1 weakens failover automatic by x, y, z }
operation w: write s from k
operation r: read s from k needs read-your-writes`);
  expect(exploreAll(model).needs.map(({ status }) => status)).toEqual(['given']);
});

// As long as a is in reach, it waits for a majority in vain. Without a, b answers; without both, c.
test('a session goes from one fault to another also where the healthy network answers nothing', () => {
  const model = modelOf(`node a, b, c
link b -- c
client k via a, b, c
link lone: k -- a
link near: k -- b
link far: k -- c
explore any 2 links
store s on a, b, c { choose CP replicate any on partition wait 5s }
operation w: write s from k
operation r: read s from k needs read-your-writes`);
  const named = (links: readonly number[] | undefined): string | undefined =>
    links?.map((i) => model.links[i]?.name).join();
  expect(
    exploreAll(model).needs.map(({ status, cause, earlier }) => [status, named(cause?.links), named(earlier?.links)]),
  ).toEqual([['broken', 'lone', 'lone,near']]);
});

test('why a need is broken: whose write is lost', () => {
  const model = modelOf(
    `${three}store s on a, b, c { replicate primary a failover automatic }\noperation w: write s from atA\noperation r: read s level local from atB needs eventual, sequential, causal, read-your-writes, monotonic-reads`,
  );
  expect(exploreAll(model).needs.map(({ why }) => why)).toEqual([
    '',
    'w from atA: a acknowledges it and b, promoted without it, replaces that history at the heal; a rejoins by itself',
    '',
    '',
    '',
  ]);
});

test('why a session is broken: by its own write that is lost, not by another one', () => {
  const model = modelOf(
    `${three}store s on a, b, c { replicate primary a failover automatic }\noperation other: write s from atB\noperation own: write s from onA\noperation r: read s level local from onA needs read-your-writes`,
  );
  expect(exploreAll(model).needs.map(({ why }) => why)).toEqual([
    'own from onA: a acknowledged it just before the break and b, promoted without it, replaces that history at the heal; a rejoins by itself',
  ]);
});

test('why an order is impossible: writes are taken in at several places', () => {
  const model = modelOf(
    `${three}store s on a, b, c { choose AP }\noperation w: write s from atA, atB\noperation r: read s from atB needs sequential`,
  );
  expect(exploreAll(model).needs.map(({ why }) => why)).toEqual([
    expect.stringContaining('writes are taken in at several places'),
  ]);
});

import { expect, test } from 'vitest';
import { resolve } from '../../model/resolve.js';
import { HEALTHY } from '../../network/fault.js';
import { parse } from '../../syntax/parse.js';
import { verdictsUnder } from '../under.js';

/** Three replicas in a mesh, with a client at each. */
const THREE =
  'node a, b, c\nlink a -- b\nlink b -- c\nlink a -- c\nclient atA at a\nclient atB at b\nclient atC at c\n';

/**
 * "error: reason" of all outcomes of the first operation under the first partition; `~` before it: only while
 * detecting.
 */
function reasons(text: string): string[] {
  const { model, diagnostics } = resolve(parse(THREE + text));
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  return verdictsUnder(model, { ...HEALTHY, partition: 0 }).flatMap(({ verdict, whileDetecting }) => [
    ...verdict.outcomes.map((one) => `${one.verdict}: ${one.reason}`),
    ...whileDetecting.map((one) => `~${one.verdict}: ${one.reason}`),
  ]);
}

const consensus = (from: string, partition: string): string[] =>
  reasons(
    `store s on a, b, c { replicate consensus leader a }\noperation w: write s from ${from}\npartition p { ${partition} }\n`,
  );

test('consensus: how many of a majority are there; where they are enough, whether the leader is in direct reach', () => {
  const waits =
    '~unknown: b takes the request in and waits, not knowing of the break: b has no direct connection to the leader a';
  expect(consensus('atA', 'a | b, c')).toEqual([
    'error: 1 of 3 replicas in reach of a, a majority is 2',
    '~unknown: a takes the request in and waits, not knowing of the break: 1 of 3 replicas in reach of a, a majority is 2',
  ]);
  expect(consensus('atB', 'a | b | c')).toEqual([
    'error: 1 of 3 replicas in reach of b, a majority is 2',
    '~unknown: b takes the request in and waits, not knowing of the break: 1 of 3 replicas in reach of b, a majority is 2',
  ]);
  expect(consensus('atB', 'cut a -- b')).toEqual(['ok: 2 of 3 replicas are enough', waits]);
  expect(consensus('atB', 'a | b, c')).toEqual([
    'ok: 2 of 3 replicas are enough',
    waits,
    '~error: no leader is elected yet',
  ]);
});

const inSync = (partition: string): string[] =>
  reasons(
    `store s on a, b, c { replicate primary a in-sync 2 }\noperation w: write s from atA\npartition p { ${partition} }\n`,
  );

test('in-sync: how many are in sync, the primary among them', () => {
  const waits = (others: number): string =>
    `~unknown: a takes the request in and waits, not knowing of the break: ${others} of 2 other replicas in reach of the primary a, all that count as in sync must acknowledge`;
  expect(inSync('a, b | c')).toEqual(['ok: the primary a and all others that are in sync are enough', waits(1)]);
  expect(inSync('a | b, c')).toEqual([
    'error: 0 of 2 other replicas in reach of the primary a, with it 1 in sync, and `in-sync` is 2',
    waits(0),
  ]);
});

test('lost to a merge rule: the replica that acknowledges it, and what the heal does', () => {
  const put = (clauses: string): string[] =>
    reasons(`store s on a, b, c { ${clauses} }\noperation w: write s from atA\npartition p { a | b, c }\n`);
  expect(put('replicate any merge discard')).toEqual([
    'lost: a acknowledges it, and at the heal one side wins, and what only the others have is thrown away',
  ]);
});

test('conflict: with whose write, where that is, and whether they meet', () => {
  const lww = (one: string, other: string): string =>
    `lww keeps the later of ${one} and ${other} and drops the other, though both were acknowledged`;
  const put = (partition: string): string[] =>
    reasons(`store s on a, b, c { replicate any }\noperation w: write s from atA, atB\npartition p { ${partition} }\n`);
  const both = (end: string): string[] => [
    `conflict: acknowledged by a while w from atB can be acknowledged by b, ${end}; ${lww('w from atA', 'w from atB')}`,
    `conflict: acknowledged by b while w from atA can be acknowledged by a, ${end}; ${lww('w from atB', 'w from atA')}`,
  ];
  expect(put('a | b, c')).toEqual(both('neither side learns of the other until the heal'));
  expect(put('cut a -- b')).toEqual(both('they meet as soon as they have travelled'));
});

test('stale: the replica that answers, the missing write, and where that is', () => {
  const get = (writer: string, partition: string): string | undefined =>
    reasons(
      `store s on a, b, c { replicate quorum R=1 W=1 }\noperation r: read s from atA\noperation w: write s from ${writer}\npartition p { ${partition} }\n`,
    )[0];
  expect(get('atA', 'cut a -- c')).toBe(
    'stale: replicas in reach of a can answer without w from atA, which can be acknowledged by others: it has not arrived yet',
  );
  expect(get('atB', 'cut a -- c')).toBe(
    'stale: replicas in reach of a can answer without w from atB, which can be acknowledged by b: it has not arrived yet',
  );
  expect(get('atB', 'a | b, c')).toBe(
    "stale: replicas in reach of a can answer without w from atB, which can be acknowledged by b: it can't arrive before the network heals",
  );
});

const primary = (clauses: string, operation: string, partition: string): string[] =>
  reasons(
    `store s on a, b, c { replicate primary a ${clauses} }\noperation w: write s from atA, atB, atC\n${operation}\npartition p { ${partition} }\n`,
  );
/** The operation `r` alone. */
const ofRead = (clauses: string, operation: string, partition: string): string[] =>
  reasons(
    `store s on a, b, c { replicate primary a ${clauses} }\n${operation}\noperation w: write s from atA, atB\npartition p { ${partition} }\n`,
  ).slice(0, 1);

test('in-sync with an electorate: why nobody can be dropped from the set', () => {
  expect(primary('in-sync 2 failover automatic', '', 'a | b, c')[0]).toBe(
    'error: 0 of 2 other replicas in reach of the primary a, all that count as in sync must acknowledge, and none can be dropped: 1 of 3 replicas in reach of a, a majority is 2',
  );
});

test('a promoted primary: it is the one that serves, and the one that lacks acknowledgements', () => {
  const at = (clauses: string): string | undefined =>
    reasons(
      `store s on a, b, c { replicate primary a ${clauses} failover automatic }\noperation w: write s from atB\npartition p { a | b, c }\n`,
    )[0];
  expect(at('sync 1')).toBe('ok: the promoted b and 1 of the 2 others are enough');
  expect(at('sync 2')).toBe('error: 1 of 2 other replicas in reach of the promoted b, 2 must acknowledge');
  expect(at('in-sync 2')).toBe('ok: the promoted b and all others that are in sync are enough');
  expect(ofRead('sync 1 failover automatic', 'operation r: read s from atB', 'a | b, c')).toEqual([
    'ok: the promoted b alone is enough',
  ]);
  expect(ofRead('sync 1 failover automatic', 'operation r: read s from atA', 'b | a, c')).toEqual([
    'ok: the primary a alone is enough',
  ]);
});

test('lost: which history replaces it, and whether the one that was deposed comes back by itself', () => {
  const at = (clauses: string): string | undefined =>
    reasons(
      `store s on a, b, c { replicate primary a async failover automatic ${clauses} }\noperation w: write s from atA\npartition p { a | b, c }\n`,
    )[0];
  expect(at('')).toBe(
    'lost: a acknowledges it and b, promoted without it, replaces that history at the heal; a rejoins by itself',
  );
  expect(at('rejoin manual')).toBe(
    "lost: a acknowledges it and b, promoted without it, replaces that history at the heal; a can't rejoin by itself: somebody has to rebuild it from b",
  );
});

test('a conflict names both writes, and which of the two histories wins where there are two', () => {
  const at = (store: string): string | undefined =>
    reasons(`store s on a, b, c { ${store} }\noperation w: write s from atB, atA\npartition p { a | b, c }\n`).find(
      (reason) => reason.startsWith('conflict'),
    );
  expect(at('choose AP')).toBe(
    'conflict: acknowledged by b while w from atA can be acknowledged by a, neither side learns of the other until the heal; lww keeps the later of w from atB and w from atA and drops the other, though both were acknowledged',
  );
  expect(at('replicate primary a async failover automatic')).toBe(
    'conflict: acknowledged by b while w from atA can be acknowledged by a, neither side learns of the other until the heal; the history of b wins, and w from atA is discarded, though it was acknowledged; a rejoins by itself',
  );
});

test('stale: when and by which replica the missing write was acknowledged, and whether it ever arrives', () => {
  expect(ofRead('async failover automatic', 'operation r: read s from atB', 'a | b, c')).toEqual([
    "stale: b can answer without w from atA, which can be acknowledged by a: it can't arrive before the network heals, and then it is discarded",
  ]);
  expect(ofRead('async failover automatic step-down', 'operation r: read s from atB', 'a | b, c')).toEqual([
    "stale: b can answer without w from atA, which was acknowledged by a just before the break: it can't arrive before the network heals, and then it is discarded",
  ]);
  expect(ofRead('sync 1', 'operation r: read s from atB level local', 'a | b, c')).toEqual([
    "stale: b can answer without w from atA, which was acknowledged by a just before the break: it can't arrive before the network heals",
  ]);
});

test('dirty: when and by which replica the shown write was taken in, whether it was acknowledged, and what discards it', () => {
  const atA = 'operation r: read s from atA';
  expect(ofRead('async failover automatic', atA, 'a | b, c')).toEqual([
    'dirty: a can answer with w from atA, which can be acknowledged by a, and b, promoted without it, replaces that history at the heal; a rejoins by itself',
  ]);
  expect(ofRead('sync 1 failover automatic', atA, 'a | b, c')).toEqual([
    'dirty: a can answer with w from atA, which a took in before the break was noticed and did not acknowledge, and b, promoted without it, replaces that history at the heal; a rejoins by itself',
  ]);
});

test('a leader that is stopped is not merely out of direct reach', () => {
  expect(consensus('atB', 'down a')).toContain(
    '~unknown: b takes the request in and waits, not knowing of the break: the leader a is stopped',
  );
});

test('levels by zone: how many of which zone are in reach', () => {
  const zoned = (level: string, from: string): string | undefined => {
    const { model } = resolve(
      parse(
        `zone x { node x1, x2, x3 }\nzone y { node y1 }\nlink x -- y\nclient inX in x\nclient inY in y\nstore s on x, y { replicate quorum }\noperation w: write s level ${level} from ${from}\npartition p { x | y }\n`,
      ),
    );
    return verdictsUnder(model, { ...HEALTHY, partition: 0 })[0]?.verdict.outcomes[0]?.reason;
  };
  expect(zoned('each-quorum', 'inX')).toBe('0 of 1 replica in y in reach of x1, each-quorum needs 1');
  expect(zoned('each-quorum', 'inY')).toBe('0 of 3 replicas in x in reach of y1, each-quorum needs 2');
});

test('nobody to ask: the one that has stepped down is not out of reach', () => {
  const at = (clauses: string, from: string, partition: string): string | undefined =>
    reasons(
      `store s on a, b, c { replicate primary a sync 1 failover automatic ${clauses} }\noperation w: write s from ${from}\npartition p { ${partition} }\n`,
    )[0];
  expect(at('step-down', 'atA', 'a | b, c')).toBe(
    'error: the primary a has stepped down, and the promoted b is out of reach',
  );
  expect(
    reasons(
      'client far\nlink far -- c\nstore s on a, b { replicate primary a sync 1 failover automatic by a, b, c }\noperation w: write s from far\npartition p { a | b, c\n  cut far -- c }\n',
    )[0],
  ).toBe('error: neither the primary a nor the promoted b is in reach');
});

test('what was acknowledged just before the break says so', () => {
  expect(
    reasons(
      'store s on a, b, c { replicate primary a async failover automatic step-down }\noperation w: write s from atA\npartition p { a | b, c }\n',
    )[0],
  ).toBe(
    'lost: a acknowledged it just before the break and b, promoted without it, replaces that history at the heal; a rejoins by itself',
  );
  expect(
    reasons('store s on a, b, c { choose AP }\noperation w: write s from atA, atB\npartition p { down a }\n')[0],
  ).toBe(
    'conflict: acknowledged by b while w from atA was acknowledged by a just before the break, neither side learns of the other until the heal; lww keeps the later of w from atB and w from atA and drops the other, though both were acknowledged',
  );
});

test("what a replica took by itself beside an old primary: the history that wins is the promoted one's", () => {
  const [conflict] = reasons(
    'node d\nlink a -- d\nlink b -- d\nlink c -- d\nclient atD at d via d\nstore s on a, b, c, d { choose AP replicate primary a async failover automatic by b, c, d }\noperation w: write s from atD, atA\npartition p { a | b, c | d }\n',
  );
  expect(conflict).toBe(
    'conflict: acknowledged by d while w from atA can be acknowledged by a, neither side learns of the other until the heal; the history of b wins, and w from atA is discarded, though it was acknowledged; a rejoins by itself',
  );
});

test('choose AP: the replica that answers by itself if the scheme cannot serve', () => {
  const text = (replication: string): string =>
    `store s on a, b, c { choose AP replicate ${replication} }\noperation r: read s from atA\npartition p { a | b, c }\n`;
  expect(reasons(text('consensus'))).toEqual(['ok: a answers by itself']);
  expect(reasons(text('primary b'))).toEqual([
    'ok: a answers by itself',
    "~error: atA still waits for b, which the request can't reach any more",
  ]);
  expect(reasons(text('quorum R=2 W=2'))).toEqual(['ok: one replica in reach is enough']);
});

const quorum = (level: string): string[] =>
  reasons(
    `store s on a, b, c { replicate quorum R=2 W=2 }\noperation w: write s from atA ${level}\npartition p { cut a -- b }\n`,
  );

test('quorum: how many are enough', () => {
  expect(quorum('')).toContain('ok: 2 of 3 replicas are enough');
  expect(quorum('level all')).toContain('ok: 3 of 3 replicas are enough');
  for (const level of ['level local', 'level hint'])
    expect(quorum(level)).not.toContain('ok: 2 of 3 replicas are enough');
  expect(
    reasons(
      'store s on a, b, c { replicate quorum R=2 W=2 }\noperation r: read s from atA level local\npartition p { cut a -- b }\n',
    ),
  ).toEqual(['ok: one replica in reach is enough']);
  expect(
    reasons(
      'store s on a, b, c { replicate quorum R=3 W=3 sloppy }\noperation r: read s from atA\npartition p { cut a -- b }\n',
    ),
  ).toEqual(['ok: one replica in reach is enough']);
});

test('a wait is told in the unit that people would use', () => {
  const waits = (time: string): string | undefined =>
    /after ([^:]*):/.exec(
      reasons(
        `store s on a, b, c { replicate consensus leader a; on partition wait ${time} }\noperation w: write s from atA\npartition p { a | b, c }\n`,
      )[0] ?? '',
    )?.[1];
  expect(['250ms', '1s', '1500ms', '1550ms', '90s', '2min', '1h'].map(waits)).toEqual([
    '250 ms',
    '1 s',
    '1.5 s',
    '1550 ms',
    '90 s',
    '2 min',
    '1 h',
  ]);
});

test('the first of the replicas can be the one that was promoted, and the old one is named', () => {
  expect(
    reasons(
      'store s on a, b, c { replicate primary b async failover automatic; rejoin manual }\noperation w: write s from atB\npartition p { b | a, c }\n',
    )[0],
  ).toMatch(/promoted without it.*b can't rejoin by itself: somebody has to rebuild it from a/);
});

test('a write that was acknowledged just before the break can be what is in conflict', () => {
  const said = reasons(
    'client k\nlink k -- a\nstore s on a, b, c { choose AP }\noperation w: write s from k\noperation v: write s from atB\npartition p { a | b, c  cut k -- a }\n',
  );
  expect(said).toContain(
    'conflict: acknowledged by a just before the break while v from atB can be acknowledged by b, neither side learns of the other until the heal; lww keeps the later of w from k and v from atB and drops the other, though both were acknowledged',
  );
});

test('in-sync is how many have a write that asks for no other number; a read asks the primary alone', () => {
  const ok = (operation: string): string | undefined =>
    reasons(
      `store s on a, b, c { replicate primary a in-sync 2 }\noperation o: ${operation}\npartition p { a, b | c }\n`,
    )[0];
  expect(ok('write s from atA')).toBe('ok: the primary a and all others that are in sync are enough');
  expect(ok('write s level one from atA')).toBe('ok: the primary a alone is enough');
  expect(ok('read s from atA')).toBe('ok: the primary a alone is enough');
  expect(ok('read s level leader from atA')).toBe('ok: the primary a alone is enough');
});

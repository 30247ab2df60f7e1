import { expect, test } from 'vitest';
import { resolve } from '../../model/resolve.js';
import { HEALTHY } from '../../network/fault.js';
import { parse } from '../../syntax/parse.js';
import { verdictsUnder } from '../explore.js';

/** Three replicas in a mesh, each with a client at it. */
const THREE = 'node a, b, c\nlink a -- b\nlink b -- c\nlink a -- c\nclient atA at a\nclient atB at b\nclient atC at c\n';

/** "error: reason" of everything that happens to the first operation under the first partition; `~` in front: only while detecting. */
function reasons(text: string): string[] {
  const { model, diagnostics } = resolve(parse(THREE + text));
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  return verdictsUnder(model, { ...HEALTHY, partition: 0 }).flatMap(({ verdict, whileDetecting }) => [
    ...verdict.outcomes.map((one) => `${one.verdict}: ${one.reason}`),
    ...whileDetecting.map((one) => `~${one.verdict}: ${one.reason}`),
  ]);
}

const consensus = (from: string, partition: string): string[] => reasons(`store s on a, b, c { replicate consensus leader a }\noperation w: write s from ${from}\npartition p { ${partition} }\n`);

test('consensus: how many of a majority are there; where they are enough, whether the leader is in direct reach', () => {
  const waits = '~unknown: b takes the request in and waits, not knowing of the break: b has no direct connection to the leader a';
  expect(consensus('atA', 'a | b, c')).toEqual([
    'error: 1 of 3 replicas in reach of a, a majority is 2',
    '~unknown: a takes the request in and waits, not knowing of the break: 1 of 3 replicas in reach of a, a majority is 2',
  ]);
  expect(consensus('atB', 'a | b | c')).toEqual([
    'error: 1 of 3 replicas in reach of b, a majority is 2',
    '~unknown: b takes the request in and waits, not knowing of the break: 1 of 3 replicas in reach of b, a majority is 2',
  ]);
  expect(consensus('atB', 'cut a -- b')).toEqual(['ok: 2 of 3 replicas are enough', waits]);
  expect(consensus('atB', 'a | b, c')).toEqual(['ok: 2 of 3 replicas are enough', waits, '~error: no leader is elected yet']);
});

const inSync = (partition: string): string[] => reasons(`store s on a, b, c { replicate primary a in-sync 2 }\noperation w: write s from atA\npartition p { ${partition} }\n`);

test('in-sync: how many are in sync, the primary among them', () => {
  const waits = (others: number): string =>
    `~unknown: a takes the request in and waits, not knowing of the break: ${others} of 2 other replicas in reach of the primary a, all that count as in sync must acknowledge`;
  expect(inSync('a, b | c')).toEqual(['ok: the primary a and all others that are in sync are enough', waits(1)]);
  expect(inSync('a | b, c')).toEqual(['error: 0 of 2 other replicas in reach of the primary a, with it 1 in sync, and `in-sync` is 2', waits(0)]);
});

test('lost: who acknowledges it, and what becomes of that history', () => {
  const put = (clauses: string): string[] => reasons(`store s on a, b, c { ${clauses} }\noperation w: write s from atA\npartition p { a | b, c }\n`);
  expect(put('replicate primary a async failover automatic')).toEqual(['lost: a acknowledges it and b, promoted without it, replaces that history at the heal']);
  expect(put('replicate any merge discard')).toEqual(['lost: a acknowledges it, and at the heal one side wins, and what only the others have is thrown away']);
});

test('conflict: with whose write, where that is, and whether they meet', () => {
  const lww = 'lww keeps the later of the two and drops the other, though both were acknowledged';
  const put = (partition: string): string[] => reasons(`store s on a, b, c { replicate any }\noperation w: write s from atA, atB\npartition p { ${partition} }\n`);
  const both = (end: string): string[] => [
    `conflict: acknowledged by a while w from atB can be acknowledged by b, ${end}; ${lww}`,
    `conflict: acknowledged by b while w from atA can be acknowledged by a, ${end}; ${lww}`,
  ];
  expect(put('a | b, c')).toEqual(both('neither side learns of the other until the heal'));
  expect(put('cut a -- b')).toEqual(both('they meet as soon as they have travelled'));
});

test('stale: who answers without whose write, and where that is', () => {
  const get = (writer: string, partition: string): string | undefined =>
    reasons(`store s on a, b, c { replicate quorum R=1 W=1 }\noperation r: read s from atA\noperation w: write s from ${writer}\npartition p { ${partition} }\n`)[0];
  expect(get('atA', 'cut a -- c')).toBe('stale: replicas in reach of a can answer without w from atA, which can be acknowledged by others: it is on its way');
  expect(get('atB', 'cut a -- c')).toBe('stale: replicas in reach of a can answer without w from atB, which can be acknowledged by b: it is on its way');
  expect(get('atB', 'a | b, c')).toBe('stale: replicas in reach of a can answer without w from atB, which can be acknowledged by b: nothing can carry it there until the heal');
});

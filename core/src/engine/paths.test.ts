import { expect, test } from 'vitest';
import { resolve } from '../model/resolve.js';
import { compileTopology } from '../network/topology.js';
import { parse } from '../syntax/parse.js';
import { stepPaths } from './paths.js';
import type { StepPaths } from './replication/path.js';

/** The paths of the first step of a design, from its first client. */
function firstPaths(text: string): StepPaths | undefined {
  const { model, diagnostics } = resolve(parse(text));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const [operation] = model.operations;
  const step = operation?.steps[0];
  return step === undefined ? undefined : stepPaths(model, compileTopology(model), step, operation?.clients[0] ?? -1);
}

/** "read path, write path" of a read by `x`, which is at a, in a design where `writers` write. */
function paths(clauses: string, level = '', writers = 'x', writeLevel = ''): string {
  const text = `node a, b, c\nmesh a, b, c 1ms\nclient x at a\nclient y at b\nclient z at c via a\nstore s on a, b, c { ${clauses} }\noperation r: read s from x ${level}\noperation w: write s from ${writers} ${writeLevel}`;
  const found = firstPaths(text);
  return `${found?.read ?? ''}, ${found?.write ?? ''}`;
}

test('consensus: a majority confirms the leader, or it believes itself to lead, or one copy answers', () => {
  expect(paths('replicate consensus')).toBe('confirmed leader, log');
  expect(paths('replicate consensus', 'level quorum')).toBe('confirmed leader, log');
  expect(paths('replicate consensus', 'level leader')).toBe('unconfirmed leader, log');
  expect(paths('replicate consensus', 'level local')).toBe('follower copy, log');
  // The leader is known only if it is named.
  expect(paths('replicate consensus leader a', 'level local')).toBe('orderer, log');
  expect(paths('replicate consensus leader b', 'level local')).toBe('follower copy, log');
});

test('primary: the one copy that orders the writes, or another', () => {
  expect(paths('replicate primary b')).toBe('primary, primary');
  expect(paths('replicate primary a', 'level local')).toBe('orderer, primary');
  expect(paths('replicate primary b', 'level local')).toBe('follower copy, primary');
});

test('any: one copy that takes all writes orders them', () => {
  expect(paths('replicate any')).toBe('orderer, one writer');
  expect(paths('replicate any', '', 'x, z')).toBe('orderer, one writer');
  expect(paths('replicate any', '', 'y')).toBe('follower copy, one writer');
  expect(paths('replicate any', '', 'x, y')).toBe('follower copy, several writers');
});

test('quorum: some copies or all of them; `local` is one', () => {
  expect(paths('replicate quorum')).toBe('some copies, one writer');
  expect(paths('replicate quorum R=3 W=1', '', 'x, z')).toBe('all copies, several writers');
  expect(paths('replicate quorum read-repair')).toBe('written-back copies, one writer');
  expect(paths('replicate quorum read-repair', 'level one')).toBe('some copies, one writer');
  expect(paths('replicate quorum', 'level all')).toBe('all copies, one writer');
  expect(paths('replicate quorum', 'level local')).toBe('follower copy, one writer');
  expect(paths('replicate quorum', 'level local', 'x', 'level local')).toBe('orderer, one writer');
});

test('one copy is one copy', () => {
  expect(firstPaths('node a\nclient x at a\nstore s on a { choose AP }\noperation r: read s from x')).toMatchObject({
    read: 'only copy',
    write: 'only copy',
  });
});

test('a client that only reads is not a writer', () => {
  const text =
    'node a, b\nmesh a, b\nclient x at a\nclient y at b\nstore s on a, b { choose AP }\noperation r: read s from x, y\noperation w: write s from x';
  expect(firstPaths(text)).toMatchObject({ read: 'orderer', write: 'one writer' });
});

test('a client that writes to another store is not a writer, and one copy orders the writes of a quorum only if all writes go to it alone', () => {
  const read = (rest: string): string | undefined =>
    firstPaths(
      `node a, b\nmesh a, b\nclient x at a\nclient y at b\nstore s on a, b { replicate quorum R=1 W=1 }\nstore t on a, b { choose AP }\noperation r: read s from x level local\n${rest}`,
    )?.read;
  expect(read('operation w: write s from x level local\noperation v: write t from y')).toBe('orderer');
  expect(read('operation w: write s from x level local\noperation v: write s from y level local')).toBe(
    'follower copy',
  );
  expect(read('operation w: write s from x level local\noperation v: write s from x level one')).toBe('follower copy');
  expect(read('operation w: write s from x level one')).toBe('follower copy');
});

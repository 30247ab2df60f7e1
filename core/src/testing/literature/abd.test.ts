import { describe, expect, test } from 'vitest';
import { GUARANTEES } from '../../engine/guarantees/index.js';
import { stepPaths } from '../../engine/paths.js';
import { resolve } from '../../model/resolve.js';
import { compileTopology } from '../../network/topology.js';
import type { HistoryOperation } from '../../simulate/history.js';
import { isLinearizable } from '../../simulate/linearizability.js';
import { parse } from '../../syntax/parse.js';

/** The replicas that a read asks: each pair of the three. */
const QUORUMS = [
  [0, 1],
  [0, 2],
  [1, 2],
] as const;

/**
 * A write of 1 over the value 0 that has come to `reached` of three replicas so far and has not been acknowledged;
 * meanwhile there are two reads, one after the other, each from a given quorum. `writeBack`: a read first writes its
 * answer to its whole quorum.
 */
function history(
  reached: readonly number[],
  first: readonly number[],
  second: readonly number[],
  writeBack: 'writes back' | 'only reads',
): HistoryOperation[] {
  const copies = [0, 1, 2].map((replica): number => (reached.includes(replica) ? 1 : 0));
  const read = (quorum: readonly number[]): number => {
    const value = Math.max(...quorum.map((replica) => copies[replica] ?? 0));
    if (writeBack === 'writes back') for (const replica of quorum) copies[replica] = value;
    return value;
  };
  return [
    { kind: 'write', key: 'x', value: 0, call: 0, return: 1 },
    { kind: 'write', key: 'x', value: 1, call: 2, return: undefined },
    { kind: 'read', key: 'x', value: read(first), call: 3, return: 4 },
    { kind: 'read', key: 'x', value: read(second), call: 5, return: 6 },
  ];
}

const runs = [[], [0], [0, 1], [0, 1, 2]].flatMap((reached) =>
  QUORUMS.flatMap((first) => QUORUMS.map((second) => ({ reached, first, second }))),
);

// Attiya, Bar-Noy & Dolev, "Sharing memory robustly in message-passing systems", J. ACM 42(1), 1995.
describe('R + W > N, every quorum of every read', () => {
  test('reads that write nothing back: some history is not linearizable', () => {
    const wrong = runs.filter(
      ({ reached, first, second }) => !isLinearizable(history(reached, first, second, 'only reads')),
    );
    // The first read meets the only replica that has the new value, the second one does not.
    expect(wrong).toEqual([
      { reached: [0], first: [0, 1], second: [1, 2] },
      { reached: [0], first: [0, 2], second: [1, 2] },
    ]);
  });

  test('reads that write back what they answer: all histories are', () => {
    expect(
      runs.filter(({ reached, first, second }) => !isLinearizable(history(reached, first, second, 'writes back'))),
    ).toEqual([]);
  });
});

test('and so says the guarantee of a quorum that overlaps', () => {
  const { model } = resolve(
    parse(
      'node a, b, c\nmesh a, b, c\nclient x at a\nstore s on a, b, c { replicate quorum R=2 W=2 }\noperation w: write s from x\noperation r: read s from x',
    ),
  );
  const step = model.operations[1]?.steps[0];
  const paths =
    step === undefined
      ? undefined
      : stepPaths(model, compileTopology(model), step, model.operations[1]?.clients[0] ?? -1);
  expect(paths?.read).toBe('some copies');
  expect(
    paths === undefined ? undefined : GUARANTEES.linearizable.ability(paths, { guarantee: 'linearizable' }).kind,
  ).toBe('impossible');
});

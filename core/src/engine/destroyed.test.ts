import { describe, expect, test } from 'vitest';
import { analyze } from '../analyze.js';

/** The status of each expectation. */
function statuses(text: string): string[] {
  return analyze(text).results.expectations.map(({ status }) => status);
}

const ZONES = `zone z1 { node a, b, c }
zone z2 { node d }
link z1 -- z2 5ms
client w in z2
store db on a, b, c { choose CP }
operation save: write db from w
`;

test('all copies in one zone: a lost zone comes back with its disks, a destroyed one does not', () => {
  expect(
    statuses(`${ZONES}expect save never lost under any zone
expect save never lost under any 1 destroyed zone
expect save never lost under any 1 destroyed node
expect save never lost under any 2 destroyed nodes`),
  ).toEqual(['holds', 'fails', 'holds', 'fails']);
});

test('it is not explored unless asked for', () => {
  expect(statuses(`${ZONES}expect save never lost`)).toEqual(['holds']);
  expect(statuses(`${ZONES}expect save never lost\nexplore any 1 destroyed zone`)).toEqual(['fails']);
  expect(
    analyze(ZONES)
      .results.clients[0]?.explored.map(({ text }) => text)
      .join(),
  ).not.toContain('destroyed');
});

describe('a copy that is nowhere else is lost with its disk', () => {
  const three = 'node a, b, c\nmesh a, b, c\nclient atB at b\n';
  const under = (clauses: string, partition: string): string[] =>
    statuses(
      `${three}store s on a, b, c { ${clauses} }\noperation w: write s from atB\npartition p { ${partition} }\nexpect w never lost under p\nexpect w never conflict under p`,
    );

  test('an asynchronous primary, stopped and destroyed', () => {
    expect(under('replicate primary a async', 'down a')).toEqual(['holds', 'holds']);
    expect(under('replicate primary a async', 'destroy a')).toEqual(['fails', 'holds']);
    expect(under('replicate primary a async', 'down a destroyed')).toEqual(['fails', 'holds']);
    expect(under('replicate primary a sync 1', 'destroy a')).toEqual(['holds', 'holds']);
    expect(under('replicate primary a sync 1', 'destroy a, c')).toEqual(['fails', 'holds']);
  });

  test('what is gone is in conflict with nothing', () => {
    expect(under('replicate any', 'a | b, c')).toEqual(['holds', 'holds']);
    expect(
      statuses(
        `${three}client atA at a\nclient onC at c\nstore s on a, b, c { replicate any }\noperation w: write s from atA, atB\npartition down1 { down a }\npartition gone { destroy a }\nexpect w from atB never conflict under down1\nexpect w from atB never conflict under gone`,
      ),
    ).toEqual(['fails', 'holds']);
  });

  test('a quorum of which a member is left is kept', () => {
    expect(under('replicate quorum R=2 W=2', 'destroy a')).toEqual(['holds', 'holds']);
    expect(under('replicate quorum R=1 W=1', 'destroy a')[0]).toBe('fails');
  });
});

test('the reason names the disks, and a client is not destroyed', () => {
  const { diagnostics } = analyze(`${ZONES}expect save never lost under any 1 destroyed zone`);
  expect(diagnostics.find(({ code }) => code === 'expectation-fails')?.related?.[0]?.message).toBe(
    'a acknowledged it just before the break, and every copy of it can have been on a, b and c, whose disks are gone',
  );
  expect(
    analyze(`${ZONES}partition p { destroy w }`).diagnostics.find(({ code }) => code === 'wrong-kind')?.message,
  ).toMatch(/only what has a disk is destroyed: a client’s machine, not the client/);
});

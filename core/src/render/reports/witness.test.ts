import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verdictsUnder } from '../../engine/under.js';
import type { Resolved } from '../../model/model.js';
import { resolve } from '../../model/resolve.js';
import { HEALTHY } from '../../network/fault.js';
import { parse } from '../../syntax/parse.js';
import { partitionsOf } from '../../testing/faults.js';
import { models, toCap } from '../../testing/naive/randomModel.js';
import { printMarkdown } from '../print/markdown.js';
import { questionsOf, simulationReport } from './simulationReport.js';
import { endOf, findWitness, findWitnessInSteps, type WitnessQuestion } from './witness.js';

const PLACES = 'node a, b, c\nmesh a, b, c\nclient x at a\nclient y at b\n';

function asked(text: string): { readonly resolved: Resolved; readonly questions: readonly WitnessQuestion[] } {
  const resolved = resolve(parse(`${PLACES}${text}`));
  expect(resolved.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { resolved, questions: questionsOf(verdictsUnder(resolved.model, { ...HEALTHY, partition: 0 })) };
}

/** The witnesses of one operation and client under the first partition, by phase and end. */
function drawn(text: string, who: string): Record<string, string[]> {
  const { resolved, questions } = asked(text);
  const { operations, vertices } = resolved.model;
  const mine = questions.filter(
    ({ operation, client }) => `${operations[operation]?.name ?? ''} ${vertices[client]?.name ?? ''}` === who,
  );
  return Object.fromEntries(
    mine.map((question) => {
      const answer = findWitness(resolved, question);
      return [
        `${question.phase}: ${endOf(question.outcome)}`,
        answer.kind === 'found'
          ? answer.steps.map(({ phase, text: sentence }) => `${phase}: ${sentence}`)
          : [`none in ${answer.runs}`],
      ];
    }),
  );
}

test('error and unknown: who was asked, and why nobody answers', () => {
  expect(
    drawn('store s on a, b, c { choose CP }\noperation put: write s from x\npartition p { a | b, c }', 'put x'),
  ).toEqual({
    'settled: error': [
      'healthy: b leads, with 3 of 3 votes',
      'detecting: the network breaks: partition p',
      'detecting: b asks a whether it still leads, which is lost',
      'detecting: a hears nothing more from the leader b',
      'settled: put from x writes v1 to s at a',
      'settled: a refuses: a knows of no leader',
      'settled: x tries the next one and writes v1 to s at b, which is lost',
      'settled: x tries the next one and writes v1 to s at c, which is lost',
      'settled: x has nobody left to ask',
    ],
    'detecting: unknown': [
      'healthy: b leads, with 3 of 3 votes',
      'detecting: the network breaks: partition p',
      'detecting: put from x writes v1 to s at a',
      'detecting: a passes it on to the leader b, which is lost',
      'detecting: x hears nothing and gives up: the leader b does not answer a',
    ],
  });
});

test('a write that got no answer, and comes to light after the heal; one that was refused does not', () => {
  expect(
    drawn(
      'store s on a, b, c { replicate primary a sync 1 failover manual }\noperation put: write s from x\npartition p { a | b, c }',
      'put x',
    ),
  ).toEqual({
    'settled: error': [
      'detecting: the network breaks: partition p',
      'settled: put from x writes v1 to s at a',
      'settled: a refuses: 0 of 2 others answer a, 1 must have it',
      'settled: x has nobody left to ask',
    ],
    'detecting: unknown': [
      'detecting: the network breaks: partition p',
      'detecting: put from x writes v1 to s at a',
      'detecting: a ships v1 to b, which is lost',
      'detecting: a ships v1 to c, which is lost',
      'detecting: x hears nothing and gives up: 0 of 2 others answer a, 1 must have it',
      'healed: the network heals',
      'healed: v1 comes to light, though x never got an answer',
    ],
  });
});

test('stale until the heal, and until then an error', () => {
  expect(
    drawn(
      'store s on a, b, c { replicate primary a async failover automatic }\noperation put: write s from y\noperation get: read s from y\npartition p { a | b, c }',
      'get y',
    ),
  ).toEqual({
    'settled: stale/heal': [
      'healthy: put from y writes v1 to s at a',
      'healthy: a acknowledges v1',
      'detecting: the network breaks: partition p',
      'detecting: b is promoted, with 2 of 3 votes',
      'settled: get from y reads s at b',
      'settled: b answers with what was there before any of these writes, though v1 was acknowledged',
      'settled: nothing brings v1 to b while the network is broken',
      'healed: the network heals',
      'healed: a follows b, for which it has to throw away v1, which only its own history has',
      'healed: v1 never gets there: it is thrown away, though it was acknowledged',
    ],
    'detecting: error': [
      'detecting: the network breaks: partition p',
      'detecting: get from y reads s at a, which is lost',
      'detecting: y has nobody left to ask',
    ],
  });
});

test('stale while replication lags', () => {
  const [last] = Object.entries(
    drawn(
      'store s on a, b, c { replicate any merge crdt }\noperation put: write s from y\noperation get: read s from x\npartition p { cut a -- b }',
      'get x',
    ),
  );
  expect([last?.[0], last?.[1].at(-1)]).toEqual(['settled: stale/lag', 'settled: v1 reaches a a moment later']);
});

test('lost: whose history is thrown away', () => {
  const end = (replication: string): string[] | undefined =>
    drawn(`store s on a, b, c { ${replication} }\noperation put: write s from x\npartition p { a | b, c }`, 'put x')[
      'settled: lost'
    ]?.slice(-2);
  expect(end('replicate primary a async failover automatic')).toEqual([
    'healed: a follows b, for which it has to throw away v1, which only its own history has',
    'healed: v1 is gone, though x was told that it is done',
  ]);
  expect(end('replicate any merge discard')).toEqual([
    'healed: the side of b wins, and the others throw away what only they have: v1',
    'healed: v1 is gone, though x was told that it is done',
  ]);
});

test('a conflict ends as the merge rule says', () => {
  const end = (merge: string, fault: string): string | undefined =>
    Object.values(
      drawn(
        `store s on a, b, c { replicate any merge ${merge} }\noperation put: write s from x, y\npartition p { ${fault} }`,
        'put x',
      ),
    )[0]?.at(-1);
  expect(['lww', 'crdt', 'siblings', 'manual'].map((merge) => end(merge, 'a | b, c'))).toEqual([
    'healed: lww keeps v2, the later one as far as clocks agree, and drops v1, though v1 and v2 were acknowledged',
    'healed: the data type merges v1 and v2: nothing is dropped, but neither knew of the other',
    'healed: v1 and v2 are kept as siblings: the next client that reads has to merge them',
    'healed: v1 and v2 contradict each other and wait for a person or a job to decide',
  ]);
  expect(end('crdt', 'cut a -- b')).toBe(
    'settled: the data type merges v1 and v2: nothing is dropped, but neither knew of the other',
  );
});

test('each step stands where it is about: the operation, the break, the replica', () => {
  const { resolved, questions } = asked(
    'store s on a, b, c { replicate primary a async failover automatic }\noperation put: write s from x\npartition p { a | b, c }',
  );
  const [question] = questions;
  const answer = question === undefined ? undefined : findWitness(resolved, question);
  const places =
    answer?.kind === 'found'
      ? answer.steps.map(({ span }) => (span === undefined ? '' : resolved.text.slice(span.start, span.end)))
      : [];
  expect(places.slice(0, 4).map((place) => place.split('\n')[0])).toEqual([
    expect.stringContaining('p'),
    'b',
    'write s',
    'write s',
  ]);
});

test('names are text in a report', () => {
  const { resolved } = asked(
    'store s on a, b, c { choose AP }\noperation "<b>*x*": write s from x, y\npartition p { a | b, c }',
  );
  const report = printMarkdown(simulationReport(resolved, { ...HEALTHY, partition: 0 }, 'traced'));
  expect(report).not.toContain('<b>');
  expect(report).not.toContain(' *x*');
});

test('a bound that is too small is said, not hidden', () => {
  const { resolved, questions } = asked(
    'store s on a, b, c { choose AP }\noperation put: write s from x, y\npartition p { a | b, c }',
  );
  expect(questions.map((question) => findWitness(resolved, question, 1))).toEqual(
    questions.map(() => ({ kind: 'not found', runs: 1 })),
  );
});

test('who looks for a run can stop after a few of them', () => {
  const { resolved, questions } = asked(
    'store s on a, b, c { choose CP }\noperation put: write s from x, y\npartition p { a | b, c }',
  );
  const [question] = questions;
  if (question === undefined) throw new Error('something can happen');
  const never = { ...question, outcome: { verdict: 'dirty' } } as const;
  expect(findWitness(resolved, never, 80)).toEqual({ kind: 'not found', runs: 80 });
  expect([...findWitnessInSteps(resolved, never, 80)].length).toBe(10);
});

test('whatever is claimed has a witness, which is the same each time', { timeout: 120_000 }, () => {
  let claimed = 0;
  let without = 0;
  fc.assert(
    fc.property(models({ mostLinks: 5 }), (model) => {
      const resolved = resolve(parse(toCap(model)));
      for (const cause of [HEALTHY, ...partitionsOf(resolved.model)]) {
        for (const question of questionsOf(
          verdictsUnder(resolved.model, cause).filter(({ verdict }) => !verdict.silent),
        )) {
          // A run may have one step of an operation at its worst and another not; the engine takes each at its worst.
          if (resolved.model.operations[question.operation]?.steps.length !== 1) continue;
          claimed++;
          const answer = findWitness(resolved, question, 5000);
          expect(findWitness(resolved, question, 5000)).toEqual(answer);
          if (answer.kind === 'not found') {
            without++;
            continue;
          }
          expect(answer.steps.length).toBeGreaterThan(0);
          expect(answer.steps.length).toBeLessThanOrEqual(answer.ofSteps);
          const order = answer.steps.map(({ phase }) => ['healthy', 'detecting', 'settled', 'healed'].indexOf(phase));
          expect(order).toEqual([...order].sort((a, b) => a - b));
        }
      }
    }),
    { seed: 20201102, numRuns: 60 },
  );
  expect(claimed).toBeGreaterThan(100);
  expect(without).toBeLessThan(claimed / 50);
});

import { expect, test } from 'vitest';
import { analyze } from '../../analyze.js';
import { HEALTHY } from '../../network/fault.js';
import { LinkWorld } from '../../network/linkWorld.js';
import { explore } from '../explore.js';
import { Verdicts } from '../verdicts.js';

/** Its stores settle independently: one operation is judged in all of their combinations. */
const MANY = `node a, b, c, d, e
mesh a, b, c, d, e 5ms
client k at a
store s1 on a, b, c { choose CP }
store s2 on b, c, d { replicate primary b async failover automatic }
store s3 on c, d, e { choose CP }
store s4 on a, c, e { replicate primary a sync 1 failover automatic }
operation o from k { read s1; write s2; read s3; write s4; read s1 }
`;
const { model } = analyze(MANY).resolved;
const [client = -1] = model.operations[0]?.clients ?? [];

/** More are not judged between two pauses: each may go through services, and take a tenth of a millisecond. */
const MOST_AT_ONCE = 16;

test('who judges an operation in many combinations of situations can stop after a few of them', () => {
  const verdicts = new Verdicts(model);
  const { detecting } = verdicts;
  const world = new LinkWorld(verdicts.topology, { ...HEALTHY, links: [0] }, 0);
  let most = 0;
  let before = 0;
  const steps = detecting.judge(world, 0, client, { thorough: true, add: () => undefined });
  for (let isLeft = true; isLeft; before = detecting.cases.judged) {
    isLeft = steps.next().done !== true;
    most = Math.max(most, detecting.cases.judged - before);
  }
  expect(detecting.cases.judged).toBeGreaterThan(100);
  expect(most).toBeLessThanOrEqual(MOST_AT_ONCE);
});

test('an exploration pauses within the answer for one fault', () => {
  const count = (text: string): number => [...explore(analyze(text).resolved.model)].length;
  const one = count(MANY.replace(/operation o.*/, 'operation o: read s1 from k'));
  const { settled } = new Verdicts(model);
  expect(settled.cases.of(0, 1000)).toBeGreaterThan(MOST_AT_ONCE);
  expect(count(MANY)).toBeGreaterThan(10 * one);
});

import { expect, test } from 'vitest';
import { analyze } from '../../analyze.js';
import { run } from '../../base/steps.js';
import { LinkWorld } from '../../network/linkWorld.js';
import { HEALTHY } from '../../network/fault.js';
import { Verdicts } from '../verdicts.js';

test('what a store may be in once two of its machines are apart counts', () => {
  const { model } = analyze(`node n1, n2
zone z1 { node n3, n4, n5 }
client c1 at n1
link n1 -- n2
link n1 -- z1
link n2 -- z1
link l4: n1 -- n4 10ms
link n1 -> n2 20ms
link n3 -- n1 20ms
link n2 -- z1
store s1 on n3, n4, n5, n1, n2 { choose AP replicate any membership agreed on partition wait 5s }
store s2 on n3, n2 { replicate any membership agreed on partition wait 5s }
operation o1 from c1 { read s1; write s2 }
`).resolved;
  const verdicts = new Verdicts(model);
  const { settled } = verdicts;
  const [client] = model.operations[0]?.clients ?? [];
  if (client === undefined) throw new Error('the operation has a client');
  const counted = settled.cases.of(0, Infinity);
  const before = settled.cases.judged;
  const world = new LinkWorld(verdicts.topology, { ...HEALTHY, links: [4] }, 0);
  run(settled.judge(world, 0, client, { thorough: true, add: () => undefined }));
  expect([counted, settled.cases.judged - before]).toEqual([8, 8]);
  expect(settled.cases.of(0, 3)).toBe(3);
});

import { expect, test } from 'vitest';
import { analyze } from '../analyze.js';
import { run } from '../base/steps.js';
import { look } from './expectations.js';
import { Verdicts } from './verdicts.js';

/** What fails in a design, in the order of its expectations. */
function failing(text: string): string[] {
  const { diagnostics } = analyze(text);
  expect(diagnostics.filter(({ code, severity }) => severity === 'error' && code !== 'expectation-fails')).toEqual([]);
  return diagnostics.filter(({ code }) => code === 'expectation-fails').map(({ message }) => message);
}

test('whether a client is answered does not depend on what it got acknowledged just before the break', () => {
  const found = failing(`node a, b
link a -- b
client k at b
store s on a, b { replicate primary a async failover manual }
operation put: write s from k
partition apart { a | b }
partition gone { destroy a }
expect put never available under apart
expect put never available under gone
expect put never available under gone while detecting
expect put available under gone
expect put never lost under gone
expect put never available`);
  expect(found).toEqual([
    expect.stringContaining('`put` errors for k under partition gone'),
    expect.stringContaining('what k wrote just before can be lost under partition gone'),
    expect.stringContaining('`put` is ok'),
  ]);
});

test('the sentence is about the answer where an earlier write is harmed as well', () => {
  const found = failing(`node a, b, c
mesh a, b, c
client k at b
store s on a, b, c { replicate primary a async failover automatic }
operation put: write s from k
partition gone { destroy a }
expect put never available under gone`);
  expect(found).toEqual(['fails: `put` is ok for k under partition gone']);
});

test('a limit that leaves open what can happen until a break is noticed is said with what was looked at', () => {
  const { model } = analyze(`node n1, n2, n3, n4
client c1
client c2
link n2 -- c1
link c1 -- n1
link n3 -> n2 10ms
link n2 -- c2 10ms
link c1 -- n2
link n1 -- c2 10ms
link n4 -- c2
store s1 on n4, n1, n2, n3 { choose AP replicate quorum R=1 W=4 sloppy on partition wait 5s }
service v1 on n2, n3, n1 { requires s1 }
operation o1: write s1 from c2 through v1 level two
operation o2: write s1 from c1, c2
expect o2 available under any 2 links`).resolved;
  const [expectation] = model.expectations;
  const [client] = model.operations[1]?.clients ?? [];
  if (expectation === undefined || client === undefined) throw new Error('the design has both');
  const boundOf = (runs: number): string => run(look(new Verdicts(model), expectation, client, runs)).bound;
  const bound = boundOf(1000);
  expect(boundOf(4)).toBe(`${bound}; until a break is noticed, not all of them`);
});

test('harm that the rules of a scheme exclude in every network needs no search', () => {
  const text = (nodes: string, expected: string): string => `node ${nodes}
client k at a
store s on ${nodes} { choose CP }
operation put: write s from k
operation look: read s from k
${expected}`;
  const holding = ['expect look never stale', 'expect put never lost', 'expect put never conflict'];
  const { model } = analyze(text('a, b, c, d, e', holding.join('\n'))).resolved;
  const client = model.operations[0]?.clients[0] ?? -1;
  const verdicts = new Verdicts(model);
  for (const one of model.expectations) expect(run(look(verdicts, one, client, 10))).not.toHaveProperty('undecided');
  // Disks that the expectation itself destroys count.
  expect(failing(text('a, b, c', 'expect put never lost under any 2 destroyed nodes'))).toEqual([
    'fails: `put`: what k wrote just before can be lost when b and c are destroyed: acknowledged, then gone',
  ]);
});

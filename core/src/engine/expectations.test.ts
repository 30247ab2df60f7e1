import { expect, test } from 'vitest';
import { analyze } from '../analyze.js';

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

import { test } from 'vitest';
import { analyze } from '../../index.js';
import { showsWhatIsDiscarded } from '../discarding.js';
import { models } from '../naive/randomModel.js';
import { compare, compareDesign, counts, TIMEOUT_MS } from './compare.js';

test('the engine and the simulator find the same before everybody has noticed the break', {
  timeout: TIMEOUT_MS,
}, () => {
  console.log(compare('detecting', models({ mostLinks: 5 }), 1 / 10, process.env).join('\n'));
});

test('the engine and the simulator find the same where a read can show a write that is discarded, before everybody has noticed the break', {
  timeout: TIMEOUT_MS,
}, () => {
  console.log(
    compare('detecting', models({ mostLinks: 4 }).filter(showsWhatIsDiscarded), 1 / 10, process.env).join('\n'),
  );
});

test('a read of one copy stays as old as it is beside a synchronized read of a group that relays', {
  timeout: TIMEOUT_MS,
}, () => {
  for (const steps of ['read s level local; read s', 'read s; read s level local']) {
    const { model } = analyze(`node n1, n2, n3
client c at n2
link n1 -- n2
link n3 -- n1
store s on n1, n2, n3 { choose CP; replicate consensus relay }
operation look from c { ${steps} }
operation put: write s from c
`).resolved;
    compareDesign('detecting', model, counts());
  }
});

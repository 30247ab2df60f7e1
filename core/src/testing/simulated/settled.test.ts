import { test } from 'vitest';
import { analyze } from '../../index.js';
import { showsWhatIsDiscarded } from '../discarding.js';
import { models } from '../naive/randomModel.js';
import { compare, compareDesign, counts, TIMEOUT_MS } from './compare.js';

test('the engine and the simulator find the same once the break has settled', { timeout: TIMEOUT_MS }, () => {
  console.log(compare('settled', models({ mostLinks: 6 }), 1, process.env).join('\n'));
});

test('the engine and the simulator find the same where a read can show a write that is discarded, once the break has settled', {
  timeout: TIMEOUT_MS,
}, () => {
  console.log(
    compare('settled', models({ mostLinks: 4 }).filter(showsWhatIsDiscarded), 1 / 10, process.env).join('\n'),
  );
});

test('in ZooKeeper all may vote for a member without a majority, though others have one', {
  timeout: TIMEOUT_MS,
}, () => {
  const { model } = analyze(`node n1
zone z { node n2, n3, n4, n5 }
client c at n3
link n5 -- n2
store s on n1, n2, n3, n4, witness n5 { replicate consensus zab; on partition wait 5s }
operation look: read s from c
`).resolved;
  compareDesign('settled', model, counts());
});

import { test } from 'vitest';
import { analyze } from '../../index.js';
import { compareUnder } from '../againstNaive.js';
import { differentFaults } from './signature.js';
import { showsWhatIsDiscarded } from '../discarding.js';
import { models } from '../naive/randomModel.js';
import { compare, compareDesign, counts, FAMILIES, TIMEOUT_MS } from './compare.js';

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

const ELECTIONS = {
  'with Zab, a leader that stays is not gone as well': `node n1, n2, n3
zone z1 { node n4 }
client c1 in z1
client c2 at n4
link n4 -> n1
link z1 -- n3
link n3 -- n1
link n2 -- z1
store s on n4, n1, n2, witness n3 { choose AP; replicate consensus zab }
operation put: write s from c1
operation look: read s from c2
`,
  'with Zab, nobody led before the break, and nobody waits for an election': `node n1, n2, n3, n4
client c at n3
link n3 -- n1
link n4 -- n3
link n1 -- n2
store s on n1, n2, n3, witness n4 { replicate consensus leader n2 zab; on partition wait 5s }
operation put: write s from c
`,
  'without PreVote, a leader answers one step and is deposed before the next': `node a, b, w
client c at a
store s on a, b, witness w { replicate consensus no-prevote }
operation renew from c { read s; write s }
`,
  'without PreVote, the break can end what began to depose a leader': `node a
zone z { node b, w }
client c in z
link w -- a
store s on a, b, witness w { replicate consensus leader a paxos no-prevote }
operation put: write s from c
`,
  'without PreVote, a leader with a majority is deposed before another one acknowledges anything': `node a, b, c
client atA at a
client atB at b
store s on a, b, c { replicate consensus leader a no-prevote }
operation look: read s level leader from atA
operation put: write s from atB
`,
  'a copy is the last to notice, and the others have no leader yet': `zone z { node a, b, v, w }
node c
client x via a, c
link c -- b
link x -- a
link x -- c
store s on a, b, c, v, witness w { replicate consensus leader b }
operation put: write s from x
operation look: read s level bounded 5s from x
`,
  'an observer is the last to notice': `zone z { node a, b, d }
node o
client x via a, o
link o -- b
link x -- a
link x -- o
store s on a, b, d, observer o { replicate consensus leader b }
operation put: write s from x
operation look: read s level bounded 5s from x
`,
};

test.each(Object.entries(ELECTIONS))('%s', { timeout: TIMEOUT_MS }, (_, text) => {
  const { model } = analyze(text).resolved;
  compareDesign('detecting', model, counts());
  for (const cause of differentFaults(model, FAMILIES)) compareUnder(model, cause, 'detecting');
});

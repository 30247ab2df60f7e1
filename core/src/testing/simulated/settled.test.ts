import { test } from 'vitest';
import { showsWhatIsDiscarded } from '../discarding.js';
import { models } from '../naive/randomModel.js';
import { compare, TIMEOUT_MS } from './compare.js';

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

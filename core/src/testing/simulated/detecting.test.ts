import { test } from 'vitest';
import { showsWhatIsDiscarded } from '../discarding.js';
import { models } from '../naive/randomModel.js';
import { compare, TIMEOUT_MS } from './compare.js';

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

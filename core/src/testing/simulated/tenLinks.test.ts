import { test } from 'vitest';
import { models } from '../naive/randomModel.js';
import { compare, TIMEOUT_MS } from './compare.js';

test('the engine and the simulator find the same on designs with up to ten links', { timeout: TIMEOUT_MS }, () => {
  console.log(compare('settled', models({ mostLinks: 10 }), 1 / 25, process.env).join('\n'));
});

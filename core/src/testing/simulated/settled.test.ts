import { test } from 'vitest';
import { models } from '../naive/randomModel.js';
import { compare, TIMEOUT_MS } from './compare.js';

test('the engine and the simulator find the same once the break has settled', { timeout: TIMEOUT_MS }, () => {
  console.log(compare('settled', models({ mostLinks: 6 }), 1, process.env).join('\n'));
});

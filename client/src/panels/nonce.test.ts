import { expect, test } from 'vitest';
import { nonce } from './nonce.js';

test('a nonce has 128 bits as Base64, and is another one each time', () => {
  const nonces = Array.from({ length: 100 }, nonce);
  expect(new Set(nonces).size).toBe(100);
  for (const one of nonces) expect(one).toMatch(/^[A-Za-z0-9+/]{22}==$/);
});

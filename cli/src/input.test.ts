import { expect, test } from 'vitest';
import { whyUnreadable } from './input.js';

// A user who may read everything, as root may, can't make a file that it may not read: the error is made instead.
test.each([
  ['EACCES', 'secret.cap may not be read: permission denied'],
  ['EPERM', 'secret.cap may not be read: permission denied'],
  ['EMFILE', "secret.cap can't be read: EMFILE"],
])('%s', (code, sentence) => {
  expect(whyUnreadable('secret.cap', Object.assign(new Error('open'), { code }))).toBe(sentence);
});

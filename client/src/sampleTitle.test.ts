import { expect, test } from 'vitest';
import { sampleTitle } from './sampleTitle.js';

test.each([
  ['// A bank and a cart\nnode a', 'A bank and a cart'],
  ['/* One store, two levels */\r\nnode a', 'One store, two levels'],
  ['/** One store\n two levels */', 'One store'],
  ['node a // not a title', undefined],
  ['//\nnode a', undefined],
  ['', undefined],
])('%j is called %j', (text, title) => expect(sampleTitle(text)).toBe(title));

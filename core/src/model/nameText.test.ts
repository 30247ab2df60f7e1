import { expect, test } from 'vitest';
import { written } from '../syntax/foreign/scan.js';
import { nameText } from './nameText.js';

test.each(['us1', 'us.east-1', 'größe', '_a'])(
  '%s is one word, here and in what first attempts are rewritten to',
  (name) => {
    expect(nameText(name)).toBe(name);
    expect(written(name)).toBe(name);
  },
);

test.each(['us east', 'a.', '.a', '1a', 'a--b', 'a..b', 'node', 'ZONE'])('%s stands in quotes in both', (name) => {
  expect(nameText(name)).toBe(`"${name}"`);
  expect(written(name)).toBe(`"${name}"`);
});

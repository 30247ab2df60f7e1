import { expect, test } from 'vitest';
import { DEFAULTS, settingsFrom } from './settings.js';

test('what is understood is taken, the rest is as if it were not there', () => {
  expect(settingsFrom({ inlayHints: 'problems', codeLens: false })).toEqual({
    inlayHints: 'problems',
    codeLens: false,
  });
  expect(settingsFrom({ inlayHints: 'off', codeLens: 'no' })).toEqual({ inlayHints: 'off', codeLens: true });
  for (const value of [undefined, null, 7, 'off', [], { inlayHints: 'some' }])
    expect(settingsFrom(value)).toEqual(DEFAULTS);
});

import { expect, test } from 'vitest';
import { DEFAULTS, settingsFrom } from './settings.js';

test('what is understood is taken, the rest is as if it were not there', () => {
  expect(settingsFrom({ inlayHints: 'problems', codeLens: false, rareFaults: 'off' })).toEqual({
    ...DEFAULTS,
    inlayHints: 'problems',
    codeLens: false,
    rareFaults: 'off',
  });
  expect(settingsFrom({ inlayHints: 'off', codeLens: 'no', rareFaults: 'error' })).toEqual({
    ...DEFAULTS,
    inlayHints: 'off',
  });
  const severity = { 'op-stale': 'off', 'op-lost': 'loud', 'op-eror': 'off', 'syntax-error': 'off' };
  expect(settingsFrom({ diagnostics: { severity } }).diagnostics.severity).toEqual({ 'op-stale': 'off' });
  expect(settingsFrom({ diagnostics: 'off' })).toEqual(DEFAULTS);
  for (const value of [undefined, null, 7, 'off', [], { inlayHints: 'some' }])
    expect(settingsFrom(value)).toEqual(DEFAULTS);
});

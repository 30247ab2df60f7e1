// A page of a panel brings no code of the core along, so the signs of verdicts stand in two places: they are the same.

import { expect, test } from 'vitest';
import { SIGNS } from '../../core/src/render/words/signs.js';
import { SYMBOLS } from '../../webview/src/elements.js';

test('panels and pictures have the same sign for each verdict', () => {
  expect(SYMBOLS).toEqual(SIGNS);
});

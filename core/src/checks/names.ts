import { error } from './check.js';

/** Names, and words and numbers that stand for values. */
export const NAMES = {
  unknownName: error('unknown-name', { isCompletedByIncluders: true }),
  duplicateName: error('duplicate-name'),
  wrongKind: error('wrong-kind'),
  unknownValue: error('unknown-value'),
  unknownPreset: error('unknown-preset'),
  numberOutOfRange: error('number-out-of-range'),
};

import { expect, test } from 'vitest';
import { PRODUCTS } from '../../syntax/foreign/products.js';
import { clausesOf, presetNamed } from './index.js';

/** How a preset replicates, in the words of the readings of foreign lines. */
function howOf(name: string): string | undefined {
  const preset = presetNamed(name);
  if (preset === undefined) return undefined;
  const scheme = clausesOf(preset).find(({ kind }) => kind === 'replicate');
  const words = /^replicate (.*)$/m.exec(preset.clauses)?.[1]?.split(' ') ?? [];
  if (scheme === undefined) return 'other';
  if (words.includes('consensus') || words.includes('raft')) return 'agreed';
  if (words.includes('quorum')) return 'counted';
  if (words.includes('primary')) return /failover (automatic|safe)/.test(preset.clauses) ? 'supervised' : 'led';
  return 'other';
}

test('the readings of foreign lines know how each preset replicates', () => {
  expect(Object.fromEntries([...PRODUCTS.keys()].map((name) => [name, howOf(name)]))).toEqual(
    Object.fromEntries(PRODUCTS),
  );
});

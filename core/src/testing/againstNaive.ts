import { expect } from 'vitest';
import { verdictsUnder } from '../engine/under.js';
import type { Outcome } from '../engine/facts.js';
import type { Model } from '../model/model.js';
import type { Cause } from '../network/fault.js';
import { toBreak } from './faults.js';
import { KEYS, type Key, naiveOutcomes } from './naive/naive.js';

type Keys = readonly Key[] | 'silent';

/** The naive engine's key for an outcome of the engine. */
export function keyOf({ verdict, howLong }: Outcome): Key {
  const key = KEYS.find((one) => one === (howLong === undefined ? verdict : `${verdict}/${howLong}`));
  if (key === undefined) throw new Error(`no key for ${verdict}`);
  return key;
}

/** Checks that both engines find the same for every request under one fault; throws at a difference. */
export function compareUnder(model: Model, cause: Cause, phase: 'settled' | 'detecting'): void {
  // The engine does not list `ok` among what happens while the break is being detected.
  const said = (keys: Keys): Keys =>
    keys === 'silent' || phase === 'settled' ? keys : keys.filter((key) => key !== 'ok');
  const fast = verdictsUnder(model, cause).map(({ operation, client, verdict, whileDetecting }) => {
    const outcomes = phase === 'settled' ? verdict.outcomes : [...verdict.outcomes, ...whileDetecting];
    const found = outcomes.map(keyOf);
    return { operation, client, keys: said(verdict.silent ? 'silent' : KEYS.filter((key) => found.includes(key))) };
  });
  const naive = naiveOutcomes(model, toBreak(model, cause), phase);
  expect(fast, `${phase}, ${JSON.stringify(cause)}`).toEqual(naive.map((one) => ({ ...one, keys: said(one.keys) })));
}

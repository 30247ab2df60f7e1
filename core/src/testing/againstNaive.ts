import { expect } from 'vitest';
import { CODES, codeOf, codesOf } from '../engine/code.js';
import { mostHarm } from '../engine/judge/mostCodes.js';
import { verdictsUnder } from '../engine/under.js';
import type { Outcome } from '../engine/facts.js';
import { verdictsOf } from '../engine/verdicts.js';
import type { Model } from '../model/model.js';
import type { Cause } from '../network/fault.js';
import { LinkWorld } from '../network/linkWorld.js';
import { toBreak } from './faults.js';
import { KEYS, type Key, naiveOutcomes } from './naive/naive.js';

const HARM = codesOf('stale') | codesOf('dirty') | codesOf('partial') | codesOf('conflict') | codesOf('lost');

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
  compareCodes(model, cause, phase);
}

/** The same of what `while detecting` asks: the requests that meet somebody who has not noticed the break. */
export function compareUnaware(model: Model, cause: Cause): void {
  const verdicts = verdictsOf(model);
  const fast = model.operations.flatMap(({ clients }, operation) =>
    clients.map((client) => {
      const { silent, outcomes } = verdicts.under(cause, operation, client, verdicts.judgeOf('unaware'));
      const found = outcomes.map(keyOf);
      return { operation, client, keys: silent ? 'silent' : KEYS.filter((key) => found.includes(key)) };
    }),
  );
  expect(fast, `unaware, ${JSON.stringify(cause)}`).toEqual(naiveOutcomes(model, toBreak(model, cause), 'unaware'));
  compareCodes(model, cause, 'unaware');
}

/** A sweep asks for codes without reasons, on shorter ways: they are those of the outcomes that have reasons. */
function compareCodes(model: Model, cause: Cause, phase: 'settled' | 'detecting' | 'unaware'): void {
  const verdicts = verdictsOf(model);
  const judge = verdicts.judgeOf(phase);
  const { destroyed, zonesDestroyed } = toBreak(model, cause);
  const keepsDisks = destroyed.length + zonesDestroyed.length === 0;
  for (const [operation, asked] of model.operations.entries()) {
    for (const client of asked.clients) {
      const codes = verdicts.question(operation, client, judge).answer(new LinkWorld(verdicts.topology, cause, 0));
      const { outcomes } = verdicts.under(cause, operation, client, judge);
      const harm = codes & HARM;
      expect(harm & ~mostHarm(model, asked, keepsDisks), 'harm that the rules of the schemes exclude').toBe(0);
      expect(
        CODES.filter((code) => (codes >> code) & 1),
        `codes, ${phase}, ${JSON.stringify(cause)}`,
      ).toEqual(outcomes.map(codeOf).sort((a, b) => a - b));
    }
  }
}

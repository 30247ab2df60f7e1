import { expect, test } from 'vitest';
import { compareHarm, HARMS, isAnswered, isBeyondLag, VERDICTS, type Harm } from './harm.js';

const shown = ({ verdict, howLong }: Harm): string => (howLong === undefined ? verdict : `${verdict}/${howLong}`);

test('verdicts stand by harm, each for the lag before it is until the heal', () => {
  expect(HARMS.map(shown).join(' < ')).toMatchInlineSnapshot(
    `"ok < error < stale/lag < stale/heal < dirty < unknown < partial < conflict/lag < conflict/heal < lost"`,
  );
});

test('what passes with the lag harms less than anything that does not', () => {
  expect([...HARMS].sort(compareHarm).map(shown).join(' < ')).toMatchInlineSnapshot(
    `"ok < stale/lag < conflict/lag < error < stale/heal < dirty < unknown < partial < conflict/heal < lost"`,
  );
  expect(HARMS.filter(isBeyondLag).map(shown)).toEqual([
    'error',
    'stale/heal',
    'dirty',
    'unknown',
    'partial',
    'conflict/heal',
    'lost',
  ]);
});

test('a refusal and silence are no answers', () => {
  expect(VERDICTS.filter((verdict) => !isAnswered(verdict))).toEqual(['error', 'unknown', 'partial']);
});

import { expect, test } from 'vitest';
import { type Answering, Answers, Arrivals } from './arrivals.js';

/** Answers that come when they are told to, in any order; each is the state of something when it was looked at. */
function slow(changes: Answering<string, string>['changes']) {
  const arrivals = new Arrivals();
  const looks: (() => void)[] = [];
  const told: string[] = [];
  let state = 'first';
  const answers = new Answers<string, string>(arrivals, {
    keyOf: (question) => question.toLowerCase(),
    look: () => {
      const found = state;
      return new Promise((resolve) => looks.push(() => resolve(found)));
    },
    told: (_question, answer, before) => told.push(`${before} → ${answer}`),
    isSame: (one, other) => one === other,
    changes,
  });
  const arrives = async (which = 0): Promise<void> => {
    looks.splice(which, 1)[0]?.();
    for (let i = 0; i < 5; i++) await Promise.resolve();
  };
  return { arrivals, answers, looks, told, arrives, becomes: (other: string) => (state = other) };
}

test('what is looked at again holds until something else is found, and nobody waits for that', async () => {
  const { arrivals, answers, looks, told, arrives, becomes } = slow('looked');
  expect(answers.get('a')).toBeUndefined();
  await arrives();
  becomes('second');
  expect([answers.get('A'), looks.length]).toEqual(['first', 0]);
  arrivals.changed();
  expect(await arrivals.complete(() => answers.get('a'))).toBe('first');
  expect(looks.length).toBe(1);
  await arrives();
  expect(answers.get('a')).toBe('second');
  expect(told).toEqual(['undefined → first', 'first → second']);
});

test('who wants what is there now waits for a look that was begun since', async () => {
  const { arrivals, answers, looks, arrives, becomes } = slow('looked');
  answers.get('a');
  await arrives();
  arrivals.changed();
  answers.get('a');
  becomes('second');
  const newest = arrivals.complete(() => answers.get('a'), { isNewest: true });
  // This look was begun before.
  await arrives();
  expect(looks.length).toBe(1);
  await arrives();
  expect(await newest).toBe('second');
});

test('what changes while a look is under way is looked at again, though nobody asks once more', async () => {
  const { arrivals, answers, looks, told, arrives, becomes } = slow('looked');
  answers.get('a');
  await arrives();
  arrivals.changed();
  answers.get('a');
  arrivals.changed();
  answers.get('a');
  becomes('second');
  // This look found what was there before that.
  await arrives();
  expect(looks.length).toBe(1);
  await arrives();
  expect(told).toEqual(['undefined → first', 'first → second']);
  expect(looks.length).toBe(0);
});

test('each computation waits for a look of its own', async () => {
  const { arrivals, answers, looks, arrives, becomes } = slow('each');
  const first = arrivals.complete(() => answers.get('a'));
  await arrives();
  expect(await first).toBe('first');
  becomes('second');
  const second = arrivals.complete(() => answers.get('a'));
  expect(looks.length).toBe(1);
  await arrives();
  expect(await second).toBe('second');
});

test('an answer that was forgotten while it was on its way is nobody’s', async () => {
  const { arrivals, answers, told, arrives, becomes } = slow('told');
  const complete = arrivals.complete(() => answers.get('a'));
  answers.forget(() => true);
  becomes('second');
  await arrives();
  expect(told).toEqual([]);
  await arrives();
  expect(await complete).toBe('second');
});

test('who asks for something else does not wait for what never comes', async () => {
  const { arrivals, answers, arrives } = slow('looked');
  answers.get('hangs');
  const other = arrivals.complete(() => answers.get('a'));
  await arrives(1);
  expect(await other).toBe('first');
});

test('many answers are not kept for ever, but those that a computation wants are', async () => {
  const { arrivals, answers, looks, arrives } = slow('looked');
  const asked = arrivals.complete(() => Array.from({ length: 2500 }, (_, i) => answers.get(String(i))));
  while (looks.length > 0) looks.shift()?.();
  await asked;
  expect(answers.isAwaited('0')).toBe(false);
  await arrivals.complete(() => undefined);
  answers.get('one more');
  await arrives();
  answers.get('0');
  expect(answers.isAwaited('0')).toBe(true);
});

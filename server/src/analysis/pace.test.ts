import { expect, test } from 'vitest';
import { TestClock } from '../testing/clock.js';
import { Pace } from './pace.js';

/** A document whose every look takes that many milliseconds. */
function edited(cost: number): { clock: TestClock; edit: () => void; looks: number[] } {
  const clock = new TestClock();
  const pace = new Pace(clock);
  const looks: number[] = [];
  const look = (): void => {
    const ended = pace.begun();
    looks.push(clock.now());
    clock.pass(cost);
    ended(true);
  };
  return { clock, edit: () => pace.soon(look), looks };
}

test('a text that is looked at quickly is looked at with each edit', () => {
  const { clock, edit, looks } = edited(60);
  for (let i = 0; i < 3; i++) {
    edit();
    clock.pass(40);
  }
  expect(looks).toEqual([0, 100, 200]);
});

test('another one waits until typing pauses for as long as a look takes, and is then looked at once', () => {
  const { clock, edit, looks } = edited(200);
  // The first look says nothing about those that follow.
  edit();
  edit();
  expect(looks).toEqual([0, 200]);
  edit();
  clock.pass(150);
  edit();
  clock.pass(199);
  expect(looks).toHaveLength(2);
  clock.pass(1);
  expect(looks).toEqual([0, 200, 750]);
});

test('no pause has to be longer than half a second', () => {
  const { clock, edit, looks } = edited(5000);
  edit();
  edit();
  edit();
  clock.pass(500);
  expect(looks).toEqual([0, 5000, 10_500]);
});

test('a clock that is set back during a look says nothing about the pause', () => {
  const clock = new TestClock();
  const pace = new Pace(clock);
  for (let i = 0; i < 2; i++) {
    const ended = pace.begun();
    clock.setBack(3_600_000);
    ended(true);
  }
  let looks = 0;
  pace.soon(() => looks++);
  expect(looks).toBe(1);
});

test('where there was nothing to look at, the time does not count', () => {
  const clock = new TestClock();
  const pace = new Pace(clock);
  for (let i = 0; i < 2; i++) {
    const ended = pace.begun();
    clock.pass(1000);
    ended(false);
  }
  let looks = 0;
  pace.soon(() => looks++);
  expect(looks).toBe(1);
});

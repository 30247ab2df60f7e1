import { expect, test } from 'vitest';
import { dayOf, isDay } from './day.js';

test('days of the calendar', () => {
  for (const day of ['2027-03-01', '2028-02-29', '2000-02-29', '2027-12-31'])
    expect([day, isDay(day)]).toEqual([day, true]);
  for (const day of ['2027-02-29', '2100-02-29', '2027-13-01', '2027-00-10', '2027-04-31', '2027-04-00'])
    expect([day, isDay(day)]).toEqual([day, false]);
});

test('the day of a moment is the one of the place, as Sweden writes it', () => {
  for (const moment of [new Date(2027, 2, 1), new Date(2028, 1, 29, 23, 59), new Date(1999, 11, 31)])
    expect(dayOf(moment)).toBe(moment.toLocaleDateString('sv'));
});

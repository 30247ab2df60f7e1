import { expect, test } from 'vitest';
import { isDay } from './day.js';

test('days of the calendar', () => {
  for (const day of ['2027-03-01', '2028-02-29', '2000-02-29', '2027-12-31'])
    expect([day, isDay(day)]).toEqual([day, true]);
  for (const day of ['2027-02-29', '2100-02-29', '2027-13-01', '2027-00-10', '2027-04-31', '2027-04-00'])
    expect([day, isDay(day)]).toEqual([day, false]);
});

import { dayOf } from '#core';

/** The day here, as `2027-03-01`. */
export function today(): string {
  return dayOf(new Date());
}

/** The smallest number of n voters that no other such number can miss: ⌊n/2⌋ + 1. */
export function majorityOf(n: number): number {
  return Math.floor(n / 2) + 1;
}

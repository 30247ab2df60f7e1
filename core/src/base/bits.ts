/** How many bits of a 32-bit number are set. */
export function onesIn(mask: number): number {
  let ones = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) ones++;
  return ones;
}

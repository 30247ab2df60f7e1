/** How many bits of a 32-bit number are set. */
export function onesIn(mask: number): number {
  // Sums of two bits each, then of four, then of eight.
  const pairs = mask - ((mask >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The numbers of the bits that are set, ascending. */
export function membersOf(mask: number): number[] {
  const found: number[] = [];
  for (let rest = mask; rest !== 0; rest &= rest - 1) found.push(lowestOf(rest));
  return found;
}

/** The number of the lowest bit that is set; -1: none is. */
export function lowestOf(mask: number): number {
  return 31 - Math.clz32(mask & -mask);
}

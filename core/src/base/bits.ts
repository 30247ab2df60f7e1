/** How many bits of a 32-bit number are set. */
export function onesIn(mask: number): number {
  let ones = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) ones++;
  return ones;
}

/** The numbers of the bits that are set, ascending. */
export function membersOf(mask: number): number[] {
  const found: number[] = [];
  for (let v = 0; mask >> v !== 0; v++) if ((mask >> v) & 1) found.push(v);
  return found;
}

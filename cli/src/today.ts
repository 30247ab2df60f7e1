/** The day here, as `2027-03-01`, which is how Sweden writes it. */
export function today(): string {
  return new Date().toLocaleDateString('sv');
}

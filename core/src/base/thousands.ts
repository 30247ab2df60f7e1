/** Nobody reads more digits than these. */
const MOST_DIGITS = 24;

/** Thousands are set apart: "122,880"; very large: "about 1.99 × 10^3009". The engine counts in decimal strings. */
export function thousands(decimal: string): string {
  const { length } = decimal;
  if (length > MOST_DIGITS) return `about ${decimal.charAt(0)}.${decimal.slice(1, 3)} × 10^${length - 1}`;
  const first = decimal.slice(0, length % 3);
  const others = decimal.slice(length % 3).match(/\d{3}/g) ?? [];
  return (first === '' ? others : [first, ...others]).join(',');
}

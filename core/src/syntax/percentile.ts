/** A share of all in percent, as monitoring writes it: `p99`, `p99.9`. */
const PERCENTILE = /^p\d{1,2}(?:\.\d+)?$/i;

export function isPercentile(word: string): boolean {
  return PERCENTILE.test(word);
}

/** From 0 to 1: of `p99.9` it is 0.999. */
export function shareOfPercentile(word: string): number {
  return Number(word.slice(1)) / 100;
}

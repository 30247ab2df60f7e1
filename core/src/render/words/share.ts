import type { Share } from '../../engine/facts.js';

const MINUTES_A_YEAR = 365 * 24 * 60;

/** "0.012%", with three digits that count; "0%", "100%". */
export function shareText(share: number): string {
  return `${threeDigits(share * 100)}%`;
}

/** "99.98%", from the share that is left: two digits after the nines, rounded down so that nothing looks better. */
export function restText(rest: number): string {
  if (rest <= 0) return '100%';
  if (rest >= 0.1) return shareText(1 - rest);
  const decimals = Math.ceil(-Math.log10(rest * 100) - 1e-9) + 1;
  if (decimals > 13) return `100% less ${shareText(rest)}`;
  const scale = 10 ** decimals;
  return `${Number((100 - Math.ceil(rest * 100 * scale - 1e-9) / scale).toFixed(decimals))}%`;
}

/** How much of a year that is: "5.3 min a year", "8.8 h a year", "0.003 s a year". */
export function yearText(share: number): string {
  if (share >= 1) return 'the whole year';
  const minutes = share * MINUTES_A_YEAR;
  if (minutes >= 2 * 24 * 60) return `${threeDigits(minutes / (24 * 60))} days a year`;
  if (minutes >= 120) return `${threeDigits(minutes / 60)} h a year`;
  if (minutes >= 1) return `${threeDigits(minutes)} min a year`;
  return `${threeDigits(minutes * 60)} s a year`;
}

/** A range where rare combinations were left out and it makes a difference: "5.3 min to 6 min a year". */
export function shareOfYear({ least, most }: Share): string {
  const [from, to] = [yearText(least), yearText(most)];
  return from === to ? from : `${from} to ${to}`;
}

function threeDigits(number: number): string {
  if (number === 0) return '0';
  return number >= 1000 || number < 1e-4
    ? Number(number.toPrecision(3)).toString()
    : String(Number(number.toPrecision(3)));
}

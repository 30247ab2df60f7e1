import type { ClientResult, Freshness } from '../../engine/facts.js';
import { msText } from './sentence.js';
import { restText } from './share.js';
import { percentileText } from './timed.js';

/** "p50 80 ms, p99 105 ms, p99.9 114 ms"; empty where no round trip varies. */
export function percentilesText({ percentiles = [] }: Pick<ClientResult, 'percentiles'>): string {
  return percentiles.map(({ share, ms }) => `${percentileText(share)} ${msText(ms)}`).join(', ');
}

/**
 * "72.14% fresh right after a write, 99% after 12 ms, 99.9% after 45 ms", or, where no round trip varies, "fresh 80 ms
 * after a write": after its acknowledgement.
 */
export function freshText({ atOnce, after, isExact }: Freshness): string {
  const last = after.at(-1)?.ms ?? 0;
  if (isExact) return `fresh ${last === 0 ? 'right' : msText(last)} after a write`;
  const later = after.filter(({ ms }) => ms > 0).map(({ share, ms }) => `, ${restText(1 - share)} after ${msText(ms)}`);
  return `${restText(1 - atOnce)} fresh right after a write${later.join('')}`;
}

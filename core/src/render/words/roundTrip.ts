import type { Link } from '../../model/model.js';
import { msText } from './sentence.js';
import { percentileText } from './timed.js';

/** "80 ms", "80 ms ± 10 ms" or "80 ms, p99 200 ms"; empty where no round trip is declared. */
export function roundTripText({ roundTripMs, spread }: Pick<Link, 'roundTripMs' | 'spread'>): string {
  if (roundTripMs === undefined) return '';
  const usual = msText(roundTripMs);
  if (spread === undefined) return usual;
  return spread.kind === 'deviation'
    ? `${usual} ± ${msText(spread.ms)}`
    : `${usual}, ${percentileText(spread.share)} ${msText(spread.ms)}`;
}

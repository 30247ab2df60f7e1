import type { ClientResult, Freshness } from '../../engine/facts.js';
import type { Model } from '../../model/model.js';
import { vertexName } from './names.js';
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

/** A sentence about the client whose answers vary most, and one about that whose reads are fresh last. */
export function timeTexts(model: Model, clients: readonly ClientResult[]): readonly string[] {
  const who = (client: number): string => (clients.length === 1 ? '' : ` from ${vertexName(model, client)}`);
  const [slow] = clients
    .filter(({ percentiles }) => percentiles !== undefined)
    .sort((a, b) => (b.percentiles?.at(-1)?.ms ?? 0) - (a.percentiles?.at(-1)?.ms ?? 0));
  const [late] = clients
    .flatMap(({ client, freshness }) => (freshness === undefined ? [] : [{ client, freshness }]))
    .sort((a, b) => (b.freshness.after.at(-1)?.ms ?? 0) - (a.freshness.after.at(-1)?.ms ?? 0));
  return [
    ...(slow === undefined ? [] : [`Answers${who(slow.client)}: ${percentilesText(slow)}.`]),
    ...(late === undefined ? [] : [`Reads${who(late.client)}: ${freshText(late.freshness)}.`]),
  ];
}

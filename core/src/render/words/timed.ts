import type { TimedAnswer } from '../../engine/facts.js';
import type { Model } from '../../model/model.js';
import { whenText } from './cause.js';
import { vertexName } from './names.js';
import { msText } from './sentence.js';

/** "160 ms for bob when us–eu is cut"; of round trips that vary "p99 is 231 ms …". */
export function timedText(model: Model, { client, cause, ms, share }: TimedAnswer): string {
  const time = share === undefined ? msText(ms) : `${percentileText(share)} is ${msText(ms)}`;
  return `${time} for ${vertexName(model, client)} ${whenText(model, cause)}`;
}

/** "bob → us1 80 ms, us1 → eu1 80 ms"; empty if it waits for nobody. */
export function legsText(model: Model, { legs }: Pick<TimedAnswer, 'legs'>): string {
  return legs
    .map(({ from, to, ms }) => `${vertexName(model, from)} → ${vertexName(model, to)} ${msText(ms)}`)
    .join(', ');
}

/** "p99.9" */
export function percentileText(share: number): string {
  return `p${Number((share * 100).toFixed(6))}`;
}

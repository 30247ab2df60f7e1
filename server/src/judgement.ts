import { judgeFixes, parseDesign, resolve, type Judged } from '#core';
import type { DesignText } from './messages.js';

/** What may help a design, in steps of milliseconds, for whoever drives a run of a worker. */
export function judgement({ path, text, reads }: DesignText): Generator<void, Judged> {
  return judgeFixes(resolve(parseDesign(path, text, (wanted) => reads.get(wanted) ?? { kind: 'missing' })));
}

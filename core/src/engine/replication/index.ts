import type { Replication, Store } from '../../model/model.js';
import { any } from './any.js';
import { consensus } from './consensus.js';
import { primary } from './primary.js';
import { quorum } from './quorum.js';
import type { Scheme } from './scheme.js';

/**
 * The replication schemes. A new one is a file and a line here, and a row in `model/schemes/`.
 */
export const SCHEMES: Readonly<Record<Replication['scheme'], Scheme>> = { consensus, primary, quorum, any };

export function schemeOf({ replication }: Store): Scheme {
  return SCHEMES[replication.scheme];
}

import type { Guarantee as Name } from '../../model/model.js';
import { bounded } from './bounded.js';
import { causal } from './causal.js';
import { eventual } from './eventual.js';
import type { Guarantee } from './guarantee.js';
import { linearizable } from './linearizable.js';
import { monotonicReads } from './monotonic-reads.js';
import { readYourWrites } from './read-your-writes.js';
import { sequential } from './sequential.js';

/** The guarantees. A new one is a file and a line here. */
export const GUARANTEES: Readonly<Record<Name, Guarantee>> = {
  linearizable,
  sequential,
  causal,
  'read-your-writes': readYourWrites,
  'monotonic-reads': monotonicReads,
  bounded,
  eventual,
};

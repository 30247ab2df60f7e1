import type { Operation } from '../../model/model.js';
import { ERROR, OK } from '../code.js';
import { schemeOf } from '../replication/index.js';
import type { Situations } from './situations.js';

/**
 * The codes that an operation can have at most, as a mask, while messages pass both ways or not at all and all disks
 * are kept: who has found all of them need not look further. Undefined: not known.
 */
export function mostCodes({ model, areIndependent }: Situations, { steps, through }: Operation): number | undefined {
  const [step, ...more] = steps;
  const store = model.stores[step?.store ?? -1];
  if (step === undefined || store === undefined || more.length > 0 || through !== undefined) return undefined;
  const { from, requires, onPartition } = store;
  if (areIndependent || from !== undefined || requires !== undefined || onPartition.kind !== 'error') return undefined;
  return schemeOf(store).worth.harmsNoData?.(store, step) === true ? (1 << OK) | (1 << ERROR) : undefined;
}

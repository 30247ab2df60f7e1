import { membersOf, withAny } from '../family.js';
import { schemeOf } from '../replication/index.js';
import type { AcknowledgedWrite, StoreState, TakenWrite } from '../replication/scheme.js';
import type { Taken } from '../request.js';
import { isFedBy } from '../storeWorld.js';
import { isEarly } from './situations.js';

/** The request that a write or an answer belongs to. */
export type Who = Pick<TakenWrite, 'operation' | 'client' | 'when'>;

/**
 * The possible answers of a read, as the writes that it shows. The leader or primary shows every write that it
 * acknowledged, and none before. Otherwise a single one of the copies may have had the write, unless the read has
 * written it back to the other copies that it asked. `every`: all writes to the store that may have been acknowledged.
 */
export function writesShownBy(
  read: Taken['served'],
  { here, scenario }: StoreState,
  who: Who,
  every: () => readonly AcknowledgedWrite[],
): AcknowledgedWrite[] {
  if (read.authority) return every().filter(({ home }) => home === read.home);
  const { former, promoted } = scenario;
  const isRepaired = schemeOf(here.store).worth.writesBack?.(here.store) === true;
  const family = isRepaired ? read.family : withAny(0, membersOf(read.family), 1);
  const home = who.when === 'during' && promoted >= 0 && isFedBy(here, promoted, read.home) ? promoted : former;
  const { fallback } = read;
  return [{ ...who, family, home, fallback, early: isEarly(scenario), refusedBy: 0, isAcknowledged: true }];
}

import { canAvoid, having } from '../family.js';
import type { AcknowledgedWrite, StoreState } from '../replication/scheme.js';

/** Can every copy of the write have been on disks that are gone? After the break they take nothing. */
export function canBeDestroyed({ here }: StoreState, { when, family }: AcknowledgedWrite): boolean {
  const { destroyed } = here;
  return destroyed !== 0 && when === 'before' && canAvoid(family, survivors(destroyed, here.d));
}

/** The ways to acknowledge a write in which a copy of it is left. */
export function surviving(state: StoreState, write: AcknowledgedWrite): readonly AcknowledgedWrite[] {
  if (!canBeDestroyed(state, write)) return [write];
  const { destroyed, d } = state.here;
  return Array.from({ length: d }, (_, replica) => replica).flatMap((replica) => {
    const family = (destroyed >> replica) & 1 ? undefined : having(write.family, replica);
    return family === undefined ? [] : [{ ...write, family }];
  });
}

function survivors(destroyed: number, d: number): number {
  return ((1 << d) - 1) & ~destroyed;
}

import { levelsOf } from '../../model/levels.js';
import { STALE_HEAL, STALE_LAG } from '../code.js';
import { GIVEN, type Guarantee } from './guarantee.js';

/**
 * No answer misses a write that was acknowledged longer ago than the bound. The lag of an asynchronous network has no
 * bound (Fischer, Lynch & Paterson, J. ACM 1985), so a copy keeps such a promise only by refusing once it may be older
 * than the bound, as `level bounded` does (Yu & Vahdat, "Design and evaluation of a conit-based continuous consistency
 * model", ACM TOCS 2002; follower reads of CockroachDB and Spanner).
 */
export const bounded: Guarantee = {
  promises: 'No answer is older than the bound.',
  availability: 'unavailable',
  source:
    'Yu & Vahdat, “Design and evaluation of a conit-based continuous consistency model for replicated ' +
    'services”, ACM TOCS 2002',

  ability({ step }, { boundMs }) {
    if (step.boundMs === undefined || boundMs === undefined || step.boundMs <= boundMs) return GIVEN;
    return {
      kind: 'impossible',
      why: `its level allows answers that are ${step.boundMs} ms old, and ${boundMs} ms are asked for`,
      source:
        'Yu & Vahdat, “Design and evaluation of a conit-based continuous consistency model for replicated ' +
        'services”, ACM TOCS 2002',
    };
  },

  breakers({ step, store }, { boundMs }) {
    const own = 1 << STALE_HEAL;
    if (step.level === 'bounded') return { own, writes: 0, ownWrites: 0, session: [], phases: 'settled' };
    // A break that is noticed within the bound cannot make an answer older than the bound.
    const inTime = store.detectMs !== undefined && boundMs !== undefined && store.detectMs <= boundMs;
    return {
      own: own | (1 << STALE_LAG),
      writes: 0,
      ownWrites: 0,
      session: [],
      phases: inTime ? 'settled' : 'detecting and settled',
    };
  },

  remedy({ store }, { boundMs }) {
    return levelsOf(store.replication.scheme, 'read').includes('bounded')
      ? `read at level bounded${boundMs === undefined ? '' : ` ${written(boundMs)}`}`
      : 'read at a quorum that meets every write';
  },
};

/** A duration as in a design: "5s", "1500ms". */
function written(ms: number): string {
  return ms % 1000 === 0 ? `${ms / 1000}s` : `${ms}ms`;
}

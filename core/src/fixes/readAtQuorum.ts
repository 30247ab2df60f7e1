import type { FixKind } from './design.js';
import { levelChanges } from './levelChange.js';

/** A leaderless read that asks a majority meets every write that a majority has (Gifford 1979). */
export const readAtQuorum: FixKind = {
  name: 'read-at-quorum',
  candidates: (design, operation) =>
    design.happens(operation, 'stale', 'dirty')
      ? levelChanges(design, operation, { access: 'read', level: 'quorum', action: 'Read at quorum' })
      : [],
};

import type { FixKind } from './design.js';
import { levelChanges } from './levelChange.js';

/** A leader or a primary has every write that it acknowledged; a replica beside it may lag. */
export const readAtLeader: FixKind = {
  name: 'read-at-leader',
  candidates: (design, operation) =>
    design.happens(operation, 'stale', 'dirty')
      ? levelChanges(design, operation, { access: 'read', level: 'leader', action: 'Read at the leader' })
      : [],
};

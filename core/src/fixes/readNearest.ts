import type { FixKind } from './design.js';
import { levelChanges } from './levelChange.js';

/**
 * A client that reads one copy needs no other in reach: a read that errors at a leader or a quorum is answered, maybe
 * with old data.
 */
export const readNearest: FixKind = {
  name: 'read-nearest',
  candidates: (design, operation) =>
    design.happens(operation, 'error')
      ? levelChanges(design, operation, { access: 'read', level: 'local', action: 'Read the nearest copy' })
      : [],
};

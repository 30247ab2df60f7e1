import type { FixKind } from './design.js';
import { levelChanges } from './levelChange.js';

/**
 * A write that a majority has outlives the loss of any minority. What a read misses, or shows too early, is the matter
 * of the writes of its store: they are changed for its sake too.
 */
export const writeAtQuorum: FixKind = {
  name: 'write-at-quorum',
  candidates: (design, operation) => {
    const change = { access: 'write', level: 'quorum', action: 'Write at quorum' } as const;
    if (design.happens(operation, 'lost', 'conflict')) return levelChanges(design, operation, change);
    if (!design.happens(operation, 'stale', 'dirty')) return [];
    const stores = new Set(design.model.operations[operation]?.steps.map(({ store }) => store));
    return design.model.operations.flatMap(({ name, steps }, other) =>
      other !== operation && steps.some(({ access, store }) => access === 'write' && stores.has(store))
        ? levelChanges(design, other, { ...change, action: `Write \`${name}\` at quorum` })
        : [],
    );
  },
};

import type { Side } from '../reports/diffReport.js';
import { changesOf, type VerdictChange } from '../reports/verdictChanges.js';
import { placeJson, type RangeJson } from './outcomeJson.js';

/** A design at two times; at least one of them. */
export interface ComparedDesign {
  readonly before?: Side;
  readonly after?: Side;
}

/**
 * What `netsplit diff --base REV --format json` prints; described in `docs/json-schema.md`. Versions as in `CheckJson`.
 */
export interface DiffJson {
  readonly schema: 'netsplit-diff';
  readonly version: 1;
  readonly netsplit: string;
  /** The revision that is compared with, as it was given. */
  readonly base: string;
  readonly designs: readonly {
    /** Null: the design is gone. */
    readonly file: string | null;
    /** What it was called; null: the design is new. */
    readonly was: string | null;
    readonly changes: readonly (Omit<VerdictChange, 'span' | 'isUndecided'> & {
      /** Worse, and neither accepted nor expected. */
      readonly undecided: boolean;
      /** Only where it is an included file: that which `range` is in. */
      readonly file?: string;
      readonly range: RangeJson | null;
    })[];
  }[];
}

/** Designs at a revision and now, as data. */
export function diffJson(designs: readonly ComparedDesign[], base: string, netsplit: string): DiffJson {
  return {
    schema: 'netsplit-diff',
    version: 1,
    netsplit,
    base,
    designs: designs.map(({ before, after }) => ({
      file: after?.name ?? null,
      was: before?.name ?? null,
      changes:
        before === undefined || after === undefined
          ? []
          : changesOf(before, after).map(({ span, isUndecided, ...change }) => ({
              ...change,
              undecided: isUndecided,
              ...(span === undefined ? { range: null } : placeJson(after.resolved.sources, span)),
            })),
    })),
  };
}

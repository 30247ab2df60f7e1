import type { StoreClause } from '../../syntax/ast.js';
import type { Level } from '../model.js';

/**
 * What a product does, as plain data: store clauses in the language itself, and the product's own names for levels.
 * Only resolving reads it, which ends in the same model as clauses that stand in the file.
 */
export interface Preset {
  /** The word after `like`. */
  readonly name: string;
  readonly product: string;
  /** What it holds for: the version, and how the product is set up. Plain text. */
  readonly version: string;
  readonly configuration: string;
  /**
   * The body of a store, one clause a line. `replicate primary` names no replica: the first one of the store is meant.
   * `from source` and `else source` of derived data stand for the source that the store itself names.
   */
  readonly clauses: string;
  readonly levels: readonly PresetLevel[];
  /** The names of those `levels` that an operation without `level` means. */
  readonly plain: PlainLevels;
  /**
   * The same where witnesses vote and the replicas are no more than a majority of the votes, if that is something else.
   */
  readonly plainWithFewCopies?: PlainLevels;
  readonly rules: readonly PresetRule[];
}

export interface PlainLevels {
  readonly read: string;
  /** Absent: of derived data, which nobody writes. */
  readonly write?: string;
}

/** One level by the product's own name; the same name may be there for reads and for writes. */
export interface PresetLevel {
  readonly name: string;
  readonly access: 'read' | 'write';
  /** Absent: what the scheme does by default. */
  readonly level?: Level;
  /** Of `bounded`. */
  readonly boundMs?: number;
  /** One line. */
  readonly what: string;
  /** A page of the product's documentation, as a URL. */
  readonly source: string;
}

export interface PresetRule {
  /** The clauses that follow from it; none where it is a limit of what the preset says. */
  readonly clauses: readonly StoreClause['kind'][];
  /** One or two sentences. */
  readonly rule: string;
  /** A URL; or "observed: " and what was run. */
  readonly source: string;
}

/** What a register holds; null: nothing was written yet. */
export type Value = string | number | null;

/** One operation on one register. All times are of one clock, in any unit: only their order counts. */
export interface HistoryOperation {
  readonly kind: 'read' | 'write';
  /** The register; registers are independent of each other. */
  readonly key: string;
  /** The value that was written, or that the read answered. */
  readonly value: Value;
  readonly call: number;
  /**
   * Undefined: never answered. A write may then take effect at any time after its call, or not at all; a read says
   * nothing.
   */
  readonly return: number | undefined;
}

/** Operations in any order; everything refers to them by their index. */
export type History<T extends HistoryOperation = HistoryOperation> = readonly T[];

/** What a register holds; null: nothing was written yet. */
export type Value = string | number | null;

/** One operation on one register. All times are of one clock, in any unit: only their order counts. */
export interface HistoryOperation {
  /** `cas`: writes its value where the register holds `expected`, as one step. */
  readonly kind: 'read' | 'write' | 'cas';
  /** The register; registers are independent of each other. */
  readonly key: string;
  /** The value that was written, or that the read answered. */
  readonly value: Value;
  /** Of `cas`. */
  readonly expected?: Value;
  readonly call: number;
  /**
   * Undefined: never answered. A write may then take effect at any time after its call, or not at all; a read says
   * nothing.
   */
  readonly return: number | undefined;
}

/** What a register holds after an operation that meets `held`; undefined: it can't take effect as it was answered. */
export function after({ kind, value, expected }: HistoryOperation, held: Value): Value | undefined {
  if (kind === 'write') return value;
  const isMet = held === (kind === 'read' ? value : expected);
  return isMet ? value : undefined;
}

/** Operations in any order; everything refers to them by their index. */
export type History<T extends HistoryOperation = HistoryOperation> = readonly T[];

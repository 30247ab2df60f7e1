/** `hint` is for what the author has accepted or may ignore; the others are as in every compiler. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * The properties of one diagnostic code, the same wherever it is reported. Its page, with what there is to say about
 * it, is `docs/diagnostics/CODE.md`.
 */
export interface Check<Code extends string = string> extends Particulars {
  readonly code: Code;
  readonly severity: Severity;
}

interface Particulars {
  /** How severe it is in its milder form: `milder` reports that. */
  readonly milder?: Severity;
  /** It reports something missing that the designs that include the file may add. */
  readonly isCompletedByIncluders?: true;
}

export function error<Code extends string>(code: Code, particulars: Particulars = {}): Check<Code> {
  return { code, severity: 'error', ...particulars };
}

export function warning<Code extends string>(code: Code, particulars: Particulars = {}): Check<Code> {
  return { code, severity: 'warning', ...particulars };
}

export function information<Code extends string>(code: Code, particulars: Particulars = {}): Check<Code> {
  return { code, severity: 'information', ...particulars };
}

export function hint<Code extends string>(code: Code, particulars: Particulars = {}): Check<Code> {
  return { code, severity: 'hint', ...particulars };
}

/** A check of what only a rare fault does: for who asks. */
export function rare<Code extends string>(check: Check<Code>): Check<Code> {
  return { ...check, severity: 'hint' };
}

/** The milder form of a check, where it has one. */
export function milder<Code extends string>(check: Check<Code>): Check<Code> {
  return { ...check, severity: check.milder ?? check.severity };
}

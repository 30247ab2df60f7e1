import type { Severity } from '../../checks/check.js';
import type { Diagnostic } from '../../checks/diagnostic.js';
import { CHECKS, type CheckCode } from '../../checks/index.js';

/** How loudly a diagnostic is said. */
export type Level = Severity | 'off';

/** The levels, from silent to loud. */
export const LEVELS = ['off', 'hint', 'information', 'warning', 'error'] as const satisfies readonly Level[];

/** What only happens beyond one likely fault is for who asks. */
export type RareFaults = 'hint' | 'information' | 'off';

/** What `rareFaults` may be. */
export const RARE_FAULTS = ['hint', 'information', 'off'] as const satisfies readonly RareFaults[];

/** How loudly things are said, by a file beside the designs or by an editor; absent: as in the table of the codes. */
export interface Loudness {
  readonly rareFaults?: RareFaults;
  /** By code. */
  readonly severity: Readonly<Partial<Record<string, Level>>>;
}

/** As the table of the codes says. */
export const AS_IN_TABLE: Loudness = { severity: {} };

/** What the first does not say is as the second says. */
export function over(first: Loudness, second: Loudness): Loudness {
  const rareFaults = first.rareFaults ?? second.rareFaults;
  return {
    ...(rareFaults === undefined ? {} : { rareFaults }),
    severity: { ...second.severity, ...first.severity },
  };
}

/** The codes that stay errors, whatever somebody wishes. */
export const ALWAYS_ERRORS: ReadonlySet<CheckCode> = new Set(
  CHECKS.filter(({ severity }) => severity === 'error').map(({ code }) => code),
);

/**
 * The diagnostics with their wanted severities, without those that are off. A mistake stays an error: what has one is
 * left out of the design, and silence would read as "safe".
 */
export function leveled(diagnostics: readonly Diagnostic[], { rareFaults, severity }: Loudness): Diagnostic[] {
  return diagnostics.flatMap((one) => {
    const wanted = ALWAYS_ERRORS.has(one.code) ? undefined : severity[one.code];
    const level: Level =
      one.isRare === true && wanted !== 'off' ? (rareFaults ?? one.severity) : (wanted ?? one.severity);
    if (level === 'off') return [];
    return level === one.severity ? [one] : [{ ...one, severity: level }];
  });
}

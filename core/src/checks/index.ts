import type { Check } from './check.js';
import { EXPECTATION } from './expectations.js';
import { INCLUDE } from './include.js';
import { NAMES } from './names.js';
import { NEEDS } from './needs.js';
import { NETWORK } from './network.js';
import { OPERATION } from './operation.js';
import { PARTITION } from './partition.js';
import { SETTINGS } from './settings.js';
import { STORE } from './store.js';
import { TEXT } from './text.js';
import { JUDGED, VERDICT } from './verdicts.js';

const FAMILIES = [
  TEXT,
  SETTINGS,
  INCLUDE,
  NAMES,
  NETWORK,
  STORE,
  OPERATION,
  PARTITION,
  VERDICT,
  JUDGED,
  EXPECTATION,
  NEEDS,
] as const;

type RowOf<Family> = Family extends unknown ? Family[keyof Family] : never;

/** Every diagnostic code. A new one is a row in the file of its family, and a page in `docs/diagnostics/`. */
export type CheckCode = RowOf<(typeof FAMILIES)[number]>['code'];

export type CheckRow = Check<CheckCode>;

/** The rows: first what the text itself may have, then what the results say. */
export const CHECKS: readonly CheckRow[] = FAMILIES.flatMap((family): readonly CheckRow[] => Object.values(family));

/**
 * The codes that report something missing which the designs that include the file may add. While one of those is open,
 * it reports what is missing, and the file itself does not.
 */
export const COMPLETED_BY_INCLUDERS: ReadonlySet<unknown> = new Set(
  CHECKS.filter(({ isCompletedByIncluders }) => isCompletedByIncluders === true).map(({ code }) => code),
);

/** The codes of what is wrong in a text; the other errors are what its results say. */
export const MISTAKES: ReadonlySet<CheckCode> = new Set(
  CHECKS.filter(
    ({ code, severity }) => severity === 'error' && code !== EXPECTATION.fails.code && code !== NEEDS.impossible.code,
  ).map(({ code }) => code),
);

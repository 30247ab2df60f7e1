import type { Severity } from '../../checks/check.js';
import type { VerdictKind } from '../../model/model.js';

/** How a terminal shows things. The caller hands it in, since only the command line knows the terminal. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  verdict(verdict: VerdictKind | 'not known', text: string): string;
  severity(severity: Severity, text: string): string;
}

const same = (text: string): string => text;

/** No colours and no emphasis: for files and pipes. */
export const PLAIN: Style = {
  bold: same,
  dim: same,
  verdict: (_verdict, text) => text,
  severity: (_severity, text) => text,
};

import { VERDICTS } from '../../base/harm.js';
import type { Severity } from '../../checks/check.js';
import type { Diagnostic } from '../../checks/diagnostic.js';
import type { CheckedFile, CheckJson, DiagnosticJson } from '../print/json.js';

/** One run of `netsplit check`, as the services that show its findings are told of it. */
export interface CheckRun {
  readonly files: readonly CheckedFile[];
  /** The same as data, file by file and finding by finding in the same order. */
  readonly json: CheckJson;
  /** Whether a finding is passed on. */
  readonly isShown: (diagnostic: Diagnostic) => boolean;
}

/** How findings are written for one service. Pure: a run in, a text out. */
export interface CheckFormat {
  /** What follows `--format`. */
  readonly name: string;
  readonly print: (run: CheckRun) => string;
}

/** A finding with all that is known of it. */
export interface Shown extends DiagnosticJson {
  /** Where it is: the checked file, or one that it includes. `/` between folders. */
  readonly file: string;
  readonly of: CheckedFile;
  readonly diagnostic: Diagnostic;
}

/** The findings that are passed on, in the order of files and places. */
export function shownOf({ files, json, isShown }: CheckRun): readonly Shown[] {
  return files.flatMap((of, i) =>
    of.diagnostics.flatMap((diagnostic, n): Shown[] => {
      const one = json.files[i]?.diagnostics[n];
      return one === undefined || !isShown(diagnostic)
        ? []
        : [{ ...one, file: slashed(one.file ?? of.file), of, diagnostic }];
    }),
  );
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Services cut long lists: the worst goes first, by severity, then by what is lost. */
export function worstFirst(found: readonly Shown[]): readonly Shown[] {
  const harm = ({ code }: Shown): number => VERDICTS.findIndex((verdict) => code === `op-${verdict}`);
  return [...found].sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || harm(b) - harm(a),
  );
}

/** Services know paths with `/` only. */
export function slashed(file: string): string {
  return file.replaceAll('\\', '/');
}

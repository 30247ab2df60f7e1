import {
  analyze,
  didYouMean,
  printMarkdown,
  printText,
  visible,
  whyUnjudged,
  type Analysis,
  type Report,
  type Resolved,
  type VerdictsJson,
} from '#core';
import { Option } from 'commander';
import { hasErrors, UNDECIDED } from './exitCode.js';
import { readInput } from './input.js';
import { type Io, UsageError } from './io.js';
import { jsonText } from './jsonText.js';
import { filesOf } from './place.js';
import { progressOf } from './progress.js';
import { columnsOf, styleOf } from './terminal.js';

export interface ReportOptions {
  readonly format: 'text' | 'markdown';
  readonly color?: boolean;
  /** Without the details. */
  readonly isBrief?: boolean;
}

export function formatOption(): Option {
  return new Option('--format <format>', 'what to print').choices(['text', 'markdown']).default('text');
}

/** Of what there is JSON of. */
export interface VerdictsOptions extends Pick<ReportOptions, 'color'> {
  readonly format: ReportOptions['format'] | 'json';
  readonly trace?: boolean;
}

export function verdictsFormatOption(): Option {
  return formatOption().choices(['text', 'markdown', 'json']);
}

export function traceOption(): Option {
  return new Option('--trace', 'with a run for each verdict other than ok, step by step');
}

export interface Analysed extends Analysis {
  readonly name: string;
  /** Every file that was read for it, as it is called on the command line. */
  readonly files: readonly string[];
}

/** Reads and analyses the one file of a report. */
export async function analyseOne(io: Io, file: string): Promise<Analysed> {
  const { name, text, place } = await readInput(io, file);
  const progress = progressOf(io, visible(name));
  const analysis = analyze(text, {}, place, progress.watch);
  progress.end();
  return { name, files: filesOf(file, place, analysis.resolved), ...analysis };
}

export function printReport(io: Io, report: Report, { format, color, isBrief = false }: ReportOptions): void {
  io.out(
    format === 'markdown'
      ? printMarkdown(report)
      : printText(report, { style: styleOf(io, color), columns: columnsOf(io), isBrief }),
  );
}

/** As a report or as JSON, whichever is asked for; the other one is not made. */
export function printVerdicts(
  io: Io,
  report: () => Report,
  json: () => VerdictsJson,
  { format, color }: VerdictsOptions,
): void {
  if (format === 'json') io.out(jsonText(json()));
  else printReport(io, report(), { format, ...(color === undefined ? {} : { color }) });
}

/** The report is true of what is left of the file; its reader should know that something was left out. */
export function warnOfErrors(
  io: Io,
  analysed: Pick<Analysed, 'name' | 'diagnostics'>,
  exit: (code: number) => void,
): void {
  if (!hasErrors(analysed)) return;
  exit(UNDECIDED);
  const name = visible(analysed.name);
  io.err(`netsplit: ${name} has errors, so this is about a part of it only: see netsplit check ${name}\n`);
}

/** Finds an operation or a partition, or says why nothing can be said about it, or which there are. */
export function findJudged(resolved: Resolved, kind: 'operation' | 'partition', wanted: string, file: string): number {
  const unjudged = resolved.unjudged.find((one) => one.kind === kind && one.name === wanted);
  if (unjudged !== undefined)
    throw new UsageError(`\`${wanted}\` of ${file} is not judged: ${whyUnjudged(resolved, unjudged)}`);
  const names = resolved.model[`${kind}s`].map(({ name }) => name);
  return findName(names, wanted, kind, file);
}

/** Finds a name, or says which one was probably meant, and which there are. */
export function findName(names: readonly string[], wanted: string, what: string, file: string): number {
  const found = names.indexOf(wanted);
  if (found >= 0) return found;
  const near = didYouMean(wanted, names);
  const have = names.length === 0 ? 'it declares none' : `it has ${names.join(', ')}`;
  const meant = near === undefined ? have : `did you mean ${near}? It has ${names.join(', ')}`;
  throw new UsageError(`${file} has no ${what} called ${wanted}: ${meant}`);
}

import { checkSummary, wrap, type Analysis, type CheckJson, type Diagnostic, type Span } from '#core';
import { diagnosticText } from './codeFrame.js';
import type { Io } from './io.js';
import { styleOf } from './terminal.js';

/** A file with all that was found in it. */
export interface Checked extends Analysis {
  readonly file: string;
  readonly nameOf: (path: string) => string;
}

/** How much of it is printed. */
export interface CheckTextOptions {
  readonly color?: boolean;
  readonly all?: boolean;
  readonly quiet?: boolean;
}

/** What `netsplit check` prints for people: each finding with its place in the source, then the counts. */
export function checkText(
  io: Pick<Io, 'terminal' | 'env'>,
  files: readonly Checked[],
  summary: CheckJson['summary'],
  options: CheckTextOptions,
): string {
  const style = styleOf(io, options.color);
  const columns = io.terminal?.columns;
  const isShown = shownBy(options);
  const blocks = files.flatMap(({ file, nameOf, resolved, diagnostics }) => {
    const { sources } = resolved;
    const nameAt = (span: Span): string => (sources.isOwn(span) ? file : nameOf(sources.fileAt(span.start).path));
    return diagnostics.filter(isShown).map((diagnostic) => {
      const notes = options.all === true || diagnostic.severity === 'error';
      return `${diagnosticText(nameAt, sources, diagnostic, { style, columns, notes })}\n`;
    });
  });
  const [first = '', ...rest] = checkSummary(summary, options).map((line) =>
    wrap(line, columns ?? Number.POSITIVE_INFINITY).join('\n'),
  );
  return `${[...blocks, [style.bold(first), ...rest].join('\n')].join('\n')}\n`;
}

/** Which diagnostics are printed: without an option, what is wrong and what nobody decided. */
export function shownBy({ all, quiet }: CheckTextOptions): (diagnostic: Diagnostic) => boolean {
  if (all === true) return () => true;
  if (quiet === true)
    return ({ severity, code }) =>
      severity === 'error' || code === 'expectation-not-known' || code === 'expectation-not-judged';
  return ({ severity }) => severity === 'error' || severity === 'warning';
}

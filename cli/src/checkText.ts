import { wrap, type Analysis, type CheckJson, type Diagnostic, type Span } from '#core';
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
  const [first = '', ...rest] = summaryLines(summary, options).map((line) =>
    wrap(line, columns ?? Number.POSITIVE_INFINITY).join('\n'),
  );
  return `${[...blocks, [style.bold(first), ...rest].join('\n')].join('\n')}\n`;
}

/** Which diagnostics are printed: without an option, what is wrong and what nobody decided. */
function shownBy({ all, quiet }: CheckTextOptions): (diagnostic: Diagnostic) => boolean {
  if (all === true) return () => true;
  if (quiet === true)
    return ({ severity, code }) =>
      severity === 'error' || code === 'expectation-not-known' || code === 'expectation-not-judged';
  return ({ severity }) => severity === 'error' || severity === 'warning';
}

/**
 * "2 files: 7 expectations hold, 1 fails; 1 error, 4 warnings.", what one fault does to the operations, and how much is
 * not printed. The numbers are those of the JSON.
 */
export function summaryLines(summary: CheckJson['summary'], { all, quiet }: CheckTextOptions): readonly string[] {
  const { files, errors, warnings, information, hints } = summary;
  const counted = `${count(errors, 'error')}, ${count(warnings, 'warning')}`;
  const first = `${count(files, 'file')}: ${expectationsText(summary)}; ${counted}.`;
  if (quiet === true) return [first];
  const left = information + hints;
  return [
    first,
    ...operationsText(summary),
    ...(all === true || left === 0
      ? []
      : [`${left} ${left === 1 ? 'note is' : 'notes are'} left out: --all prints them.`]),
  ];
}

function expectationsText({ expectations: { holds, fails, notKnown, notJudged } }: CheckJson['summary']): string {
  const all = holds + fails + notKnown + notJudged;
  if (all === 0) return 'no expectations';
  const verb = holds === 1 ? 'holds' : 'hold';
  return [
    notJudged > 0
      ? `${holds} of ${count(all, 'expectation')} ${verb}`
      : `${holds === all ? 'all ' : ''}${count(holds, 'expectation')} ${verb}`,
    ...(fails > 0 ? [`${fails} ${fails === 1 ? 'fails' : 'fail'}`] : []),
    ...(notKnown > 0 ? [`${notKnown} not known`] : []),
    ...(notJudged > 0 ? [`${notJudged} not judged`] : []),
  ].join(', ');
}

/** "5 of 8 operations hold under any one fault; 3 break: 2 decided, 1 undecided." */
function operationsText({ operations: { holds, decided, undecided, notKnown } }: CheckJson['summary']): string[] {
  const broken = decided + undecided;
  const all = holds + broken + notKnown;
  if (all === 0) return [];
  const parts = [...(decided > 0 ? [`${decided} decided`] : []), ...(undecided > 0 ? [`${undecided} undecided`] : [])];
  return [
    `${holds} of ${all} operations ${holds === 1 ? 'holds' : 'hold'} under any one fault` +
      `${broken > 0 ? `; ${broken} ${broken === 1 ? 'breaks' : 'break'}: ${parts.join(', ')}` : ''}` +
      `${notKnown > 0 ? `; ${notKnown} not known` : ''}.`,
  ];
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

import type { RangeJson } from '../print/outcomeJson.js';
import { visible } from '../print/visible.js';
import { count } from '../words/sentence.js';
import { type CheckFormat, type Shown, shownOf, worstFirst } from './format.js';

/** At most this many of a kind are shown of one step; GitHub drops the others without a word. */
const MOST = 10;

const COMMANDS = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

/**
 * Annotations of GitHub Actions, as workflow commands: they stand beside the lines of a pull request. The last that is
 * shown of a kind says how many more there are.
 */
export const github: CheckFormat = {
  name: 'github',
  print: (run) => {
    const found = worstFirst(shownOf(run));
    return (['error', 'warning', 'notice'] as const)
      .flatMap((kind) =>
        annotations(kind, found.filter(({ severity }) => COMMANDS[severity] === kind).map(annotationOf)),
      )
      .join('');
  },
};

function annotationOf({ file, range, code, message, of }: Shown): Annotation {
  return { file, range, title: code, text: message, all: `netsplit check ${of.file}` };
}

/** A text beside the lines of a file. */
export interface Annotation {
  readonly file: string;
  readonly range: RangeJson;
  readonly title: string;
  /** As it was found: control characters are made visible here. */
  readonly text: string;
  /** The command that prints those that are not shown as well. */
  readonly all: string;
}

/** Workflow commands of one kind, worst first: as many as GitHub shows, the last of which says how many more. */
export function annotations(kind: 'error' | 'warning' | 'notice', found: readonly Annotation[]): string[] {
  const left = found.length - MOST;
  return found.slice(0, MOST).map((one, i) => {
    const more = left > 0 && i === MOST - 1 ? `\n${count(left, `more ${kind}`)}: ${visible(one.all)} prints all` : '';
    return workflowCommand(kind, one, visible(one.text) + more);
  });
}

/** Line breaks of the text are kept. */
function workflowCommand(kind: string, { file, range: { start, end }, title }: Annotation, text: string): string {
  const properties = {
    file,
    line: start.line,
    // Columns are of one line only.
    ...(start.line === end.line ? { col: start.column, endColumn: end.column } : { endLine: end.line }),
    title,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${kind} ${written.join(',')}::${data(text)}\n`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(visible(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

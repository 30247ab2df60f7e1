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
        ofKind(
          kind,
          found.filter(({ severity }) => COMMANDS[severity] === kind),
        ),
      )
      .join('');
  },
};

function ofKind(kind: string, found: readonly Shown[]): string[] {
  const left = found.length - MOST;
  return found.slice(0, MOST).map((one, i) => {
    const more =
      left > 0 && i === MOST - 1
        ? `\n${count(left, `more ${kind}`)}: netsplit check ${visible(one.of.file)} prints all`
        : '';
    return annotation(kind, { file: one.file, range: one.range, title: one.code }, visible(one.message) + more);
  });
}

/** One workflow command, which stands beside the lines of a file. Line breaks of the text are kept. */
export function annotation(
  kind: string,
  { file, range: { start, end }, title }: { readonly file: string; readonly range: RangeJson; readonly title: string },
  text: string,
): string {
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

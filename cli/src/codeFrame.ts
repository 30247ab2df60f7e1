import {
  padEnd,
  visible,
  width,
  wrap,
  type Diagnostic,
  type LineIndex,
  type Sources,
  type Span,
  type Style,
} from '#core';

/** A line that is longer is shown around its mistake only. */
const LONGEST_LINE = 160;
/** So much of it is shown on the narrowest terminal. */
const SHORTEST_LINE = 20;

/** How a diagnostic is shown. */
export interface Shown {
  readonly style: Style;
  /** How many columns the terminal has; undefined: no terminal, so that each message stays on one line. */
  readonly columns: number | undefined;
  /** With the places that belong to it. */
  readonly notes: boolean;
}

/**
 * A diagnostic in the style of compilers, its place in the source under it, and the places that belong to it, with
 * their file where that is another one.
 */
export function diagnosticText(
  nameAt: (span: Span) => string,
  sources: Sources,
  diagnostic: Diagnostic,
  { style, columns = Number.POSITIVE_INFINITY, notes: withNotes }: Shown,
): string {
  const { code, severity, span, message } = diagnostic;
  const related = withNotes ? (diagnostic.related ?? []) : [];
  const at = sources.position(span.start);
  const file = nameAt(span);
  const gutter = Math.max(
    ...[at, ...related.map((one) => sources.position(one.span.start))].map(({ line }) => String(line + 1).length),
  );
  const place = `${visible(file)}:${at.line + 1}:${at.character + 1}:`;
  const gap = width(`${place} ${severity} ${code}`) <= columns ? ' ' : '\n  ';
  const head = `${style.bold(place)}${gap}${style.severity(severity, severity)} ${code}`;
  const said = visible(message);
  // A message that does not fit begins a line of its own.
  const fits = width(`${place} ${severity} ${code} ${said}`) <= columns;
  const heading = fits ? [`${head} ${said}`] : [head, ...wrap(said, columns - 2).map((line) => `  ${line}`)];
  const notes = related.flatMap((one) => {
    const { line, character } = sources.position(one.span.start);
    const other = nameAt(one.span) === file ? '' : `${visible(nameAt(one.span))}:`;
    const note = `${other}${line + 1}:${character + 1} ${visible(one.message)}`;
    return wrap(note, columns - gutter - 3).map((part, i) =>
      style.dim(`${' '.repeat(gutter)} ${i === 0 ? '=' : ' '} ${part}`),
    );
  });
  const { file: source, span: local } = sources.local(span);
  const longest = Math.max(SHORTEST_LINE, Math.min(LONGEST_LINE, columns - gutter - 5));
  return [...heading, ...frame(sources.linesOf(source), local, { gutter, longest, style, severity }), ...notes].join(
    '\n',
  );
}

function frame(
  lines: LineIndex,
  span: Span,
  {
    gutter,
    longest,
    style,
    severity,
  }: {
    /** How wide the numbers of lines are. */
    readonly gutter: number;
    /** How much of a line is shown. */
    readonly longest: number;
    readonly style: Style;
    readonly severity: Diagnostic['severity'];
  },
): string[] {
  const start = lines.position(span.start);
  const end = lines.position(span.end);
  const line = lines.line(start.line);
  // Of a file that is not a text, the source says nothing.
  if (/[\0\uFFFD]/.test(line)) return [];
  // Of a statement over several lines the first is shown.
  const last = end.line > start.line ? line.trimEnd().length : Math.min(end.character, line.length);
  const from = line.length > longest ? Math.max(0, start.character - (longest >> 1)) : 0;
  const to = Math.min(line.length, from + longest);
  const before = `${from > 0 ? '…' : ''}${visible(line.slice(from, start.character))}`;
  const marked = visible(line.slice(start.character, Math.min(Math.max(last, start.character), to)));
  const rest = visible(line.slice(Math.max(start.character, Math.min(last, to)), to));
  const after = `${rest}${to < line.length ? '…' : ''}`;
  const number = String(start.line + 1).padStart(gutter);
  const carets = `${' '.repeat(width(before))}${style.severity(severity, '^'.repeat(Math.max(1, width(marked))))}`;
  return [
    `${style.dim(`${number} |`)} ${before}${marked}${after}`.trimEnd(),
    `${style.dim(`${padEnd('', gutter)} |`)} ${carets}`,
  ];
}

import { padEnd, visible, width, type Diagnostic, type LineIndex, type Sources, type Span, type Style } from '#core';

/** A line that is longer is shown around its mistake only. */
const LONGEST_LINE = 160;
const BEFORE = 60;

/**
 * A diagnostic in the style of compilers, its place in the source under it, and the places that belong to it, with
 * their file where that is another one.
 */
export function diagnosticText(
  nameAt: (span: Span) => string,
  sources: Sources,
  diagnostic: Diagnostic,
  style: Style,
): string {
  const { code, severity, span, message } = diagnostic;
  const related = diagnostic.related ?? [];
  const at = sources.position(span.start);
  const file = nameAt(span);
  const gutter = Math.max(
    ...[at, ...related.map((one) => sources.position(one.span.start))].map(({ line }) => String(line + 1).length),
  );
  const head =
    `${style.bold(`${visible(file)}:${at.line + 1}:${at.character + 1}:`)} ${style.severity(severity, severity)} ` +
    `${code} ${visible(message)}`;
  const notes = related.map((one) => {
    const place = sources.position(one.span.start);
    const other = nameAt(one.span) === file ? '' : `${visible(nameAt(one.span))}:`;
    return style.dim(
      `${' '.repeat(gutter)} = ${other}${place.line + 1}:${place.character + 1} ${visible(one.message)}`,
    );
  });
  const { file: source, span: local } = sources.local(span);
  return [head, ...frame(sources.linesOf(source), local, gutter, { style, severity }), ...notes].join('\n');
}

function frame(
  lines: LineIndex,
  span: Span,
  gutter: number,
  { style, severity }: { readonly style: Style; readonly severity: Diagnostic['severity'] },
): string[] {
  const start = lines.position(span.start);
  const end = lines.position(span.end);
  const line = lines.line(start.line);
  // Of a file that is not a text, the source says nothing.
  if (/[\0\uFFFD]/.test(line)) return [];
  // Of a statement over several lines the first is shown.
  const last = end.line > start.line ? line.trimEnd().length : Math.min(end.character, line.length);
  const from = line.length > LONGEST_LINE ? Math.max(0, start.character - BEFORE) : 0;
  const to = Math.min(line.length, from + LONGEST_LINE);
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

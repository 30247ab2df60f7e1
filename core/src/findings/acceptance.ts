import type { Sources } from '../base/sources.js';
import type { Span } from '../base/span.js';
import { type Diagnostic, diagnosticOf } from '../checks/diagnostic.js';
import { JUDGED } from '../checks/verdicts.js';
import type { ClientResult } from '../engine/facts.js';
import type { Resolved } from '../model/model.js';
import { operationSpan } from '../model/symbols.js';
import { boundOfAll, isLimited } from '../render/words/bound.js';

/** An `accept` that never applies hides the day on which it starts to; one that has ended is decided anew. */
export function judgeAcceptance(
  resolved: Resolved,
  index: number,
  byOperation: readonly (readonly ClientResult[])[],
): Diagnostic[] {
  const acceptance = resolved.model.acceptances[index];
  const span = resolved.origins.acceptances[index];
  const clients = acceptance === undefined ? [] : (byOperation[acceptance.operation] ?? []);
  if (acceptance === undefined || span === undefined || clients.length === 0) return [];
  const name = resolved.model.operations[acceptance.operation]?.name ?? '?';
  const { verdict, until = '', hasEnded } = acceptance;
  const isNeeded = clients.some(({ findings }) => findings.some(({ outcome }) => outcome.verdict === verdict));
  if (isNeeded && hasEnded === true)
    return [
      diagnosticOf(
        JUDGED.acceptEnded,
        span,
        `This ended on ${until}: \`${name}\` warns of ${verdict} again; mend it, or write a later day`,
      ),
    ];
  // Where a limit was hit, it may apply beyond it.
  if (isNeeded || clients.some(isLimited)) return [];
  return [
    diagnosticOf(
      JUDGED.acceptUnneeded,
      span,
      `\`${name}\` is never ${verdict}, so there is nothing to accept: remove this line`,
      {
        related: [{ span: operationSpan(resolved, acceptance.operation), message: `Looked at ${boundOfAll(clients)}` }],
        fixes: [{ title: 'Remove this accept', edits: [{ span: wholeLine(resolved.sources, span), text: '' }] }],
      },
    ),
  ];
}

/** The statement with its line, where it has the line to itself. */
export function wholeLine(sources: Sources, span: Span): Span {
  const { file, span: local } = sources.local(span);
  const { start, end } = lineOf(file.text, local);
  return { start: file.start + start, end: file.start + end };
}

function lineOf(text: string, span: Span): Span {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const newline = text.indexOf('\n', span.end);
  const lineEnd = newline < 0 ? text.length : newline + 1;
  const alone = text.slice(lineStart, span.start).trim() === '' && text.slice(span.end, lineEnd).trim() === '';
  return alone ? { start: lineStart, end: lineEnd } : span;
}

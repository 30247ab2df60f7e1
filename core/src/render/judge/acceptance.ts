import type { Diagnostic } from '../../base/diagnostic.js';
import type { ClientResult } from '../../engine/facts.js';
import type { Resolved } from '../../model/model.js';
import { boundOfAll, isLimited } from '../bound.js';
import { operationSpan } from './places.js';

/** An `accept` that never applies hides the day on which it starts to. */
export function judgeAcceptance(resolved: Resolved, index: number, byOperation: readonly (readonly ClientResult[])[]): Diagnostic[] {
  const acceptance = resolved.model.acceptances[index];
  const span = resolved.origins.acceptances[index];
  const clients = acceptance === undefined ? [] : (byOperation[acceptance.operation] ?? []);
  if (acceptance === undefined || span === undefined || clients.length === 0) return [];
  // Where a limit was hit, it may apply beyond it.
  if (clients.some(isLimited)) return [];
  if (clients.some(({ findings }) => findings.some(({ outcome }) => outcome.verdict === acceptance.verdict))) return [];
  const name = resolved.model.operations[acceptance.operation]?.name ?? '?';
  return [
    {
      code: 'accept-unneeded',
      severity: 'warning',
      span,
      message: `\`${name}\` is never ${acceptance.verdict}, so there is nothing to accept: remove this line (looked at ${boundOfAll(clients)})`,
      related: [{ span: operationSpan(resolved, acceptance.operation), message: `operation ${name}` }],
      fixes: [{ title: 'Remove this accept', edits: [{ span: wholeLine(resolved.text, span), text: '' }] }],
    },
  ];
}

/** The statement with its line, where it has the line to itself. */
function wholeLine(text: string, span: { readonly start: number; readonly end: number }): { readonly start: number; readonly end: number } {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const newline = text.indexOf('\n', span.end);
  const lineEnd = newline < 0 ? text.length : newline + 1;
  const alone = text.slice(lineStart, span.start).trim() === '' && text.slice(span.end, lineEnd).trim() === '';
  return alone ? { start: lineStart, end: lineEnd } : span;
}

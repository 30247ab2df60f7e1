import { isDay } from '../../base/day.js';
import type { Edit, Fix } from '../../base/edit.js';
import type { Span } from '../../base/span.js';
import { TEXT } from '../../checks/text.js';
import type { AcceptStatement } from '../../syntax/ast.js';
import type { Acceptance } from '../model.js';
import { ACCEPTABLE } from '../values.js';
import type { Scope } from './scope.js';

interface AcceptancePart {
  readonly acceptance: Acceptance;
  readonly span: Span;
}

/** What stands where a reason has to be written: it is the author's to give. */
export const REASON = 'say why this is fine';

function reasonAt(end: number): Edit {
  return {
    span: { start: end, end },
    text: ` "${REASON}"`,
    placeholder: { start: 2, end: 2 + REASON.length },
  };
}

/** How far after an acceptance a comment is looked for, in UTF-16 code units. */
const LINE = 200;

/** `accept stale on view // may be old`: the comment on its line is the reason. */
function reasonFix({ start, end }: Span, scope: Scope): Fix {
  const after = scope.textOf({ start, end: end + LINE }).slice(end - start);
  const [whole, comment] = /^[ \t]*\/\/[ \t]*([^\s"\\][^\r\n"\\]*)(?=[\r\n]|$)/.exec(after) ?? [];
  if (whole === undefined || comment === undefined || whole.length === LINE)
    return { title: 'Add a reason to fill in', edits: [reasonAt(end)] };
  const span = { start: end, end: end + whole.length };
  return { title: 'Take the comment as the reason', edits: [{ span, text: ` "${comment.trimEnd()}"` }] };
}

const HAS_ENDED = { hasEnded: true } as const;

export function resolveAcceptance(
  statement: AcceptStatement,
  scope: Scope,
  today?: string,
): AcceptancePart | undefined {
  const { reason, span } = statement;
  const entry = statement.operation === undefined ? undefined : scope.find('operation', statement.operation);
  const verdict =
    statement.verdict === undefined
      ? undefined
      : scope.value(statement.verdict, ACCEPTABLE, 'verdict that can be accepted');
  if (entry === undefined || verdict === undefined) return undefined;
  if (reason === undefined) {
    if (!scope.broken(span))
      scope.report(
        TEXT.syntaxError,
        span,
        'Say why this is intended, in double quotes: `accept stale on view "shown as may be out of date"`.',
        { fixes: [reasonFix(span, scope)] },
      );
    return undefined;
  }
  if (statement.until !== undefined && !isDay(statement.until.value)) {
    scope.report(
      TEXT.syntaxError,
      statement.until.span,
      `The calendar has no day ${statement.until.value}: write year, month and day, such as \`until 2027-03-01\`.`,
    );
    return undefined;
  }
  if (entry.index === undefined) return undefined;
  const until = statement.until?.value;
  const end = until === undefined ? {} : { until, ...(today !== undefined && until < today ? HAS_ENDED : {}) };
  return { acceptance: { operation: entry.index, verdict, reason: reason.value, ...end }, span };
}

import { isBeyondLag } from '../base/harm.js';
import { type Span, touches } from '../base/span.js';
import type { Results } from '../engine/facts.js';
import type { Model, Resolved } from '../model/model.js';
import { boundOfAll } from '../render/words/bound.js';
import { causeTitle, whenText } from '../render/words/cause.js';
import { escapeMarkdown } from '../render/print/markdown.js';
import { symbolOf } from '../model/symbols.js';
import { visible } from '../render/print/visible.js';
import { reasonText, verdictText } from '../render/words/verdict.js';
import { vertexName } from '../render/words/names.js';
import { standingOf } from '../review/standing.js';
import type { Action } from './action.js';
import { recall, type Memory } from './known.js';
import { okText, runOf, verdictSummary, type VerdictSummary } from './verdictSummary.js';

/** A short text that an editor shows at the end of a line. */
export interface InlayHint {
  /** The end of a line. */
  readonly offset: number;
  /** Plain text on one line: "ok · any 1 fault", "stale · us–eu cut". Ends with "…" where the text has changed. */
  readonly label: string;
  /** Markdown. */
  readonly tooltip: string;
  /** Leads to the run of what the label says. */
  readonly action: Action;
  /** Something goes wrong that the author has not accepted, beyond the lag; or it is not known. */
  readonly isProblem: boolean;
}

/** Longer causes are cut: the tooltip has them whole. */
const LONGEST = 28;
const MOST_REASONS = 4;

/**
 * The verdict of each operation, at the end of its line, as far as there are results. In order of declaration; of the
 * file itself, not of what it includes, and of the part of it that is on the screen: a hint costs more than a line.
 */
export function inlayHints(
  resolved: Resolved,
  memory: Memory,
  part: Span = { start: 0, end: Infinity },
): readonly InlayHint[] {
  const known = recall(resolved, memory);
  return resolved.model.operations.flatMap((_, index) => {
    const statement = symbolOf(resolved, 'operation', index)?.statement;
    if (statement === undefined || (!touches(part, statement.start) && !touches(statement, part.start))) return [];
    const remembered = known.operation(index);
    if (remembered === undefined || !resolved.sources.isOwn(statement)) return [];
    const { found, of, isCurrent, expectations } = remembered;
    const operation = found[0]?.operation ?? index;
    const summary = verdictSummary(of.model, found, expectations);
    const label = shortened(visible(hintText(of.model, summary)));
    const tooltip = [
      ...reasons(of.model, operation, { clients: found, expectations }),
      `Looked at ${escapeMarkdown(boundOfAll(found))}.`,
      ...(isCurrent ? [] : ['*The text has changed since; the analysis is running.*']),
    ];
    const action: Action = { kind: 'timeline', operation: index, run: isCurrent ? runOf(summary) : undefined };
    return [
      {
        offset: lineEnd(resolved, statement),
        label: isCurrent ? label : `${label} …`,
        tooltip: tooltip.join('\n\n'),
        action,
        isProblem: isProblem(summary),
      },
    ];
  });
}

/** At the end of a simple operation's last line, or of the line that opens the body of another. */
function lineEnd({ text }: Resolved, { start, end }: { readonly start: number; readonly end: number }): number {
  const open = text.slice(start, end).search(/\{[^{}]*\}$/);
  const lineBreak = /[\r\n]|$/g;
  lineBreak.lastIndex = open < 0 ? end : start + open;
  return lineBreak.exec(text)?.index ?? text.length;
}

function hintText(model: Model, summary: VerdictSummary): string {
  switch (summary.kind) {
    case 'not known':
      return 'not known';
    case 'ok':
      return okText(summary);
    case 'finding': {
      const { outcome, cause } = summary.headline;
      const verdict = isBeyondLag(outcome) ? outcome.verdict : `${outcome.verdict} (lag)`;
      return `${verdict} · ${causeTitle(model, cause)}`;
    }
  }
}

function isProblem(summary: VerdictSummary): boolean {
  if (summary.kind === 'finding')
    return summary.headline.decision === undefined && isBeyondLag(summary.headline.outcome);
  return summary.kind === 'not known';
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : text;
}

/** The headline of each client, as Markdown. */
function reasons(
  model: Model,
  operation: number,
  { clients, expectations }: Pick<Results, 'clients' | 'expectations'>,
): readonly string[] {
  const lines = clients.map((result) => {
    const { client, notKnown, okReason } = result;
    const who = escapeMarkdown(vertexName(model, client));
    const { headline: worst } = standingOf(model, expectations, [result]);
    if (notKnown !== undefined) return `- **not known** from ${who}: ${escapeMarkdown(notKnown)}`;
    if (worst === undefined) return `- ok from ${who}${okReason === '' ? '' : `: ${escapeMarkdown(okReason)}`}`;
    const reason = reasonText(model, operation, worst.outcome);
    return (
      `- **${verdictText(worst.outcome)}** from ${who} ` +
      `${escapeMarkdown(whenText(model, worst.cause))}${reason === '' ? '' : `: ${escapeMarkdown(reason)}`}`
    );
  });
  const shown =
    lines.length > MOST_REASONS
      ? [...lines.slice(0, MOST_REASONS - 1), `- … ${lines.length - MOST_REASONS + 1} more clients`]
      : lines;
  return [shown.join('\n')];
}

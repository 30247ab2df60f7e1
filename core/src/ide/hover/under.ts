import { compareHarm, isBeyondLag } from '../../base/harm.js';
import { verdictsUnder } from '../../engine/under.js';
import type { Cause, FaultVerdict } from '../../engine/facts.js';
import type { Model, VertexId } from '../../model/model.js';
import { escapeMarkdown } from '../../render/print/markdown.js';
import { count } from '../../render/words/sentence.js';
import { vertexName } from '../../render/words/names.js';
import type { LinkTo } from '../action.js';
import { asText, verdictLink } from '../markdown.js';

/** Judging one fault takes about 0.1 ms for each client of an operation; a hover has ten milliseconds. */
const MOST_JUDGED = 60;
const MOST_LINES = 4;

/**
 * What one fault does to the operations, the worst first. Empty where nobody issues any, or where it would take too
 * long for a hover.
 */
export function underText(model: Model, cause: Cause, linkTo: LinkTo, known?: readonly UnderOne[]): string {
  const asked = model.operations.reduce((sum, operation) => sum + operation.clients.length, 0);
  if (asked === 0 || (known === undefined && asked > MOST_JUDGED)) return '';
  const verdicts = known ?? verdictsUnder(model, cause);
  const bad = verdicts.flatMap((one) => {
    const [worst] = one.verdict.outcomes;
    if (one.notKnown !== undefined || one.verdict.silent || worst === undefined) return [];
    return isBeyondLag(worst) ? [{ ...one, worst }] : [];
  });
  bad.sort((a, b) => compareHarm(b.worst, a.worst));
  const lines = bad
    .slice(0, MOST_LINES)
    .map(
      ({ operation, client, verdict, worst }) =>
        `- ${asText(model.operations[operation]?.name ?? '?')} from ${asText(vertexName(model, client))}: ` +
        `${verdictLink(linkTo, operation, { client, cause: verdict.cause, outcome: worst })}: ` +
        `${escapeMarkdown(worst.reason)}`,
    );
  const silent = verdicts.filter(({ verdict }) => verdict.silent).length;
  const notKnown = verdicts.filter((one) => one.notKnown !== undefined).length;
  const rest = [
    ...(bad.length > MOST_LINES ? [`${bad.length - MOST_LINES} more break`] : []),
    ...(silent > 0 ? [`${count(silent, 'request')} can’t be issued`] : []),
    ...(notKnown > 0 ? [`${notKnown} not known`] : []),
  ];
  if (bad.length === 0 && rest.length === 0) return '- every operation works from every client';
  return [...lines, ...(rest.length > 0 ? [`- ${rest.join('; ')}`] : [])].join('\n');
}

interface UnderOne {
  readonly operation: number;
  readonly client: VertexId;
  readonly verdict: FaultVerdict;
  readonly notKnown?: string;
}

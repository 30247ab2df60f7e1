import type { Span } from '../base/span.js';
import { flatMapped, run, type Steps } from '../base/steps.js';
import { failureText } from '../findings/expectation.js';
import type { Resolved } from '../model/model.js';
import { happens } from '../render/reports/expectationsReport.js';
import { symbolOf } from '../model/symbols.js';
import { visible } from '../render/print/visible.js';
import { briefWhenText } from '../render/words/cause.js';
import { whyUnjudged } from '../render/words/unjudged.js';
import { verdictText } from '../render/words/verdict.js';
import { vertexName } from '../render/words/names.js';
import type { Action } from './action.js';
import { recall, type Memory, type Recall } from './known.js';
import { okText, runOf, verdictSummary, type VerdictSummary } from './verdictSummary.js';

/** A line of text above a statement that does something when it is clicked. */
export interface CodeLens {
  readonly span: Span;
  /** Plain text on one line. */
  readonly title: string;
  /** Nothing where there is nothing to show. */
  readonly action: Action | undefined;
}

const LONGEST = 100;
/** The work of a lens, in the units of a step. */
const SIZE = (): number => 100;

/**
 * The lenses of a text, in order of position. Which there are depends on the text alone, so that lines don't jump while
 * it is analysed; they say the newest that is known, with "…" if the text has changed since.
 */
export function codeLenses(resolved: Resolved, memory: Memory): readonly CodeLens[] {
  return run(codeLensesInSteps(resolved, memory));
}

/** `codeLenses` in steps. */
export function* codeLensesInSteps(resolved: Resolved, memory: Memory): Steps<readonly CodeLens[]> {
  const { model, origins, unjudged } = resolved;
  const recalled = recall(resolved, memory);
  const first: Span = { start: 0, end: 0 };
  if (resolved.text.trim() === '')
    return [{ span: first, title: 'start from a template', action: { kind: 'template' } }];
  const whole: readonly CodeLens[] = [
    ...(model.expectations.length > 0 || unjudged.some(({ kind }) => kind === 'expectation')
      ? [{ span: first, title: 'run all expectations', action: { kind: 'expectations' } } as const]
      : []),
    ...(model.operations.length > 0 ? [{ span: first, title: 'simulate all', action: { kind: 'all' } } as const] : []),
    ...(model.vertices.length > 0
      ? [{ span: first, title: 'open diagram', action: { kind: 'diagram' } } as const]
      : []),
  ];
  const operations = yield* flatMapped(model.operations, SIZE, ({ clients }, operation): readonly CodeLens[] => {
    const span = symbolOf(resolved, 'operation', operation)?.word.span;
    if (span === undefined) return [];
    const known = summarized(recalled.operation(operation));
    const explain: CodeLens = { span, title: operationTitle(known, memory), action: { kind: 'explain', span } };
    const run = known?.isCurrent === true ? runOf(known.summary) : undefined;
    return clients.length === 0
      ? [explain]
      : [explain, { span, title: 'timeline', action: { kind: 'timeline', operation, run } }];
  });
  // Nobody has to look at what holds, and what is not known yet would make the lines jump.
  const expectations = yield* flatMapped(origins.expectations, SIZE, (span, i): CodeLens[] =>
    (recalled.expectation(i)?.found.status ?? 'holds') === 'holds'
      ? []
      : [{ span, title: expectationTitle(recalled, i), action: { kind: 'expectations' } }],
  );
  const partitions = yield* flatMapped(model.partitions, SIZE, ({ name }, i): readonly CodeLens[] => {
    const span = origins.partitions[i];
    return span === undefined ? [] : [{ span, title: 'simulate', action: { kind: 'partition', name } }];
  });
  return [
    ...whole,
    ...[...operations, ...expectations, ...partitions, ...(yield* unjudgedLenses(resolved))]
      .filter(({ span }) => resolved.sources.isOwn(span))
      .sort((a, b) => a.span.start - b.span.start),
  ];
}

/**
 * While one types, most statements make no sense for some moments: their lines stay where they are, and silence would
 * read as "fine".
 */
function unjudgedLenses(resolved: Resolved): Steps<readonly CodeLens[]> {
  return flatMapped(resolved.unjudged, SIZE, (one) => ({
    span: one.span,
    title: cut(`not judged: ${whyUnjudged(resolved, one)}`, ''),
    action: undefined,
  }));
}

interface Summarized {
  readonly summary: VerdictSummary;
  readonly of: Resolved;
  readonly clients: number;
  readonly isCurrent: boolean;
}

function summarized(remembered: ReturnType<Recall['operation']>): Summarized | undefined {
  if (remembered === undefined) return undefined;
  const { found, of, isCurrent, expectations } = remembered;
  return {
    summary: verdictSummary(of.model, found, expectations),
    of,
    clients: found.length,
    isCurrent,
  };
}

function operationTitle(known: Summarized | undefined, memory: Memory): string {
  // An operation that no client issues has no verdict, and a new one has none yet.
  if (known === undefined) return memory.kind === 'current' ? 'show' : '… · show';
  const { summary, of, clients, isCurrent } = known;
  const more = isCurrent ? 'show' : '… · show';
  switch (summary.kind) {
    case 'not known':
      return `not known · ${more}`;
    case 'ok':
      return `${okText(summary)} · ${more}`;
    case 'finding': {
      const { outcome, cause, clients: hit, decision } = summary.headline;
      const who = clients > hit.length ? ` from ${vertexName(of.model, hit[0] ?? -1)}` : '';
      return cut(
        `${verdictText(outcome)}${who} ${briefWhenText(of.model, cause)}`,
        `${decision === undefined ? '' : ` · ${decision.kind}`} · ${more}`,
      );
    }
  }
}

function expectationTitle(known: Recall, expectation: number): string {
  const remembered = known.expectation(expectation);
  if (remembered === undefined) return '…';
  const { found, of, isCurrent } = remembered;
  const expected = of.model.expectations[found.expectation];
  if (found.status === 'fails' && expected !== undefined)
    return cut(failureText(of, expected, found), isCurrent ? '' : ' …');
  const detail = happens(of, found);
  return cut(`${found.status}${detail === '' ? '' : `: ${detail}`}`, isCurrent ? '' : ' …');
}

function cut(text: string, end: string): string {
  const characters = [...visible(text)];
  return `${characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : characters.join('')}${end}`;
}

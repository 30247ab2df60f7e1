import type { Steps } from '../../base/steps.js';
import type { Span } from '../../base/span.js';
import type { Results } from '../../engine/facts.js';
import type { Model, Resolved } from '../../model/model.js';
import { operationSpan } from '../../model/symbols.js';
import type { Decision } from '../../review/decided.js';
import { decisionsInSteps, type OperationReview } from '../../review/decisions.js';
import type { Heatmap } from '../../review/heatmap.js';
import type { Headline } from '../../review/standing.js';
import type { Status } from '../../review/tally.js';
import { headlineText } from '../words/brief.js';
import { whenText } from '../words/cause.js';
import { decisionsText } from '../words/decisions.js';
import { operationName, stepText, vertexName } from '../words/names.js';
import { untilNoticed } from '../words/noticed.js';
import { list, shortList } from '../words/sentence.js';
import { statement } from '../words/statement.js';
import { NOT_KNOWN, text, withRun } from './cells.js';
import type { Cell, Row, Section } from './document.js';
import { happens } from './expectationsReport.js';

/** What nobody decided is asked first. */
const ORDER: readonly Status[] = ['undecided', 'not known', 'decided', 'holds'];
/** Operations that hold have a line each while they are few. */
const MOST_HOLDING = 4;
const MOST_NAMED = 6;

/** Over the decisions of a design. */
export const DECISIONS_HEADING = 'What this design decides';

/** What a review asks first: what one plausible failure does, and did somebody decide that? */
export interface DecisionPart {
  /** "5 of 8 operations hold under any one fault; 3 break: 2 decided, 1 undecided." Empty without operations. */
  readonly summary: string;
  /** The first has no heading. */
  readonly sections: readonly Section[];
}

/** The decisions that a design makes: each operation, failed expectations, accepted trade-offs, open questions. */
export function* decisionPartInSteps(resolved: Resolved, results: Results, heat: Heatmap): Steps<DecisionPart> {
  const { model } = resolved;
  const reviews = yield* decisionsInSteps(model, results, heat);
  return {
    summary: reviews.length === 0 ? '' : `${decisionsText(reviews)}.`,
    sections: [
      ...(reviews.length === 0 ? [] : [operationsSection(resolved, reviews)]),
      ...openSection(model, reviews),
      ...failedSection(resolved, results),
      ...acceptedSection(resolved, reviews),
    ],
  };
}

function operationsSection(resolved: Resolved, reviews: readonly OperationReview[]): Section {
  const sorted = ORDER.flatMap((status) => reviews.filter((one) => one.status === status));
  const holding = sorted.filter(({ status }) => status === 'holds');
  const isMerged = holding.length > MOST_HOLDING;
  const rows = (isMerged ? sorted.filter(({ status }) => status !== 'holds') : sorted).map((one) => row(resolved, one));
  const names = holding.map(({ operation }) => operationName(resolved.model, operation));
  return {
    paragraphs: [],
    table: {
      columns: ['operation', 'under any one fault', 'decided?'],
      rows: isMerged
        ? [
            ...rows,
            {
              cells: [
                text(shortList(names, MOST_NAMED)),
                { text: 'each holds', verdict: 'ok' },
                text('nothing to decide'),
              ],
            },
          ]
        : rows,
    },
  };
}

function row(resolved: Resolved, review: OperationReview): Row {
  const { model } = resolved;
  const { operation, status } = review;
  const steps = model.operations[operation]?.steps ?? [];
  const name: Cell = {
    text: operationName(model, operation),
    notes: [
      list(
        steps.map((step) => {
          const choice = model.stores[step.store]?.choice;
          return `${stepText(model, step)}${choice === undefined ? '' : ` (${choice})`}`;
        }),
      ),
    ],
  };
  return {
    cells: [name, whatCell(model, review), decidedCell(resolved, status, review.standing.headline)],
    span: operationSpan(resolved, operation),
  };
}

function whatCell(model: Model, { operation, status, standing, unharmed, passing, why }: OperationReview): Cell {
  const until =
    passing === undefined
      ? []
      : [
          `${untilNoticed(model, operation, passing.outcome)}: ${passing.outcome.verdict} for ` +
            `${vertexName(model, passing.client)} ${whenText(model, passing.cause)}`,
        ];
  const [headline, ...more] = standing.likely;
  if (status === 'not known') return { ...NOT_KNOWN, notes: [why ?? 'not every likely fault is explored', ...until] };
  if (headline === undefined || status === 'holds') {
    const lag = headline === undefined ? '' : `; ${headline.verdict} while replication lags`;
    return { text: `holds${lag}`, verdict: 'ok', notes: until };
  }
  const { what, why: reason } = headlineText(model, operation, headline);
  const also = more.filter(({ verdict, outcome }) => verdict !== headline.verdict && outcome.howLong !== 'lag');
  return withRun(
    {
      text: what,
      verdict: headline.verdict,
      ...(headline.outcome.howLong === undefined ? {} : { howLong: headline.outcome.howLong }),
      notes: [
        ...(reason === '' ? [] : [reason]),
        ...also.map((one) => {
          const decided = one.decision === undefined ? ' (undecided)' : '';
          return `also ${headlineText(model, operation, one).what}${decided}`;
        }),
        ...(unharmed.length === 0
          ? []
          : [
              `holds for ${shortList(
                unharmed.map((client) => vertexName(model, client)),
                MOST_NAMED,
              )}`,
            ]),
        ...until,
      ],
    },
    { operation, client: headline.clients[0] ?? -1 },
    headline.cause,
  );
}

function decidedCell(resolved: Resolved, status: Status, headline: Headline | undefined): Cell {
  switch (status) {
    case 'holds':
      return text('nothing to decide');
    case 'not known':
      return text('');
    case 'undecided':
      return { text: 'nobody decided this', open: true };
    case 'decided':
      return text(headline?.decision === undefined ? '' : decisionText(resolved, headline.decision));
  }
}

/** "accepted: “the basket is merged by hand”", "expected, line 12" */
export function decisionText(resolved: Resolved, decision: Decision): string {
  if (decision.kind === 'accepted') return `accepted: “${decision.reason}”`;
  return `expected, line ${lineOf(resolved, resolved.origins.expectations[decision.expectation])}`;
}

/** "12", or "topology.cap:12" of an included file. */
export function lineOf({ sources }: Resolved, span: Span | undefined): string {
  if (span === undefined) return '?';
  const number = sources.position(span.start).line + 1;
  return sources.isOwn(span) ? `${number}` : `${sources.fileAt(span.start).path}:${number}`;
}

function openSection(model: Model, reviews: readonly OperationReview[]): Section[] {
  const open = reviews.filter(({ status }) => status === 'undecided');
  if (open.length === 0) return [];
  const names = shortList(
    open.map(({ operation }) => operationName(model, operation)),
    MOST_NAMED,
  );
  return [
    {
      paragraphs: [
        `Nobody decided ${names}: write an expectation, accept the verdict with a reason, or change the design.`,
      ],
    },
  ];
}

function failedSection(resolved: Resolved, { expectations }: Results): Section[] {
  const failed = expectations.filter(({ status }) => status === 'fails');
  if (failed.length === 0) return [];
  return [
    {
      heading: 'Expectations that fail',
      paragraphs: [],
      table: {
        columns: ['expectation', 'what happens', 'line'],
        rows: failed.map((one) => {
          const span = resolved.origins.expectations[one.expectation];
          return {
            cells: [
              { text: statement(resolved, one.expectation), verdict: 'error' },
              text(happens(resolved, one)),
              text(lineOf(resolved, span)),
            ],
            ...(span === undefined ? {} : { span }),
          };
        }),
      },
    },
  ];
}

/** What was accepted besides the verdicts that head an operation, which stand in its row. */
function acceptedSection(resolved: Resolved, reviews: readonly OperationReview[]): Section[] {
  const { model, origins } = resolved;
  const isTold = (operation: number, verdict: string): boolean =>
    reviews.some(
      ({ operation: one, standing: { headline } }) =>
        one === operation && headline?.verdict === verdict && headline.decision?.kind === 'accepted',
    );
  const rows = model.acceptances.flatMap(({ operation, verdict, reason, until, hasEnded }, i): Row[] => {
    if (isTold(operation, verdict)) return [];
    const span = origins.acceptances[i];
    return [
      {
        cells: [
          text(`${verdict} on ${operationName(model, operation)}`),
          text(`“${reason}”${until === undefined ? '' : `, ${hasEnded === true ? 'ended on' : 'until'} ${until}`}`),
          text(lineOf(resolved, span)),
        ],
        ...(span === undefined ? {} : { span }),
      },
    ];
  });
  if (rows.length === 0) return [];
  return [{ heading: 'Accepted as well', paragraphs: [], table: { columns: ['trade-off', 'why', 'line'], rows } }];
}

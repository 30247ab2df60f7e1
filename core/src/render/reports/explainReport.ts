import { paced, run, type Steps } from '../../base/steps.js';
import type { ClientResult, Finding, NeedStatus, Results } from '../../engine/facts.js';
import { MAX_CAUSES } from '../../engine/causes.js';
import { GUARANTEES } from '../../engine/guarantees/index.js';
import { windowInSteps, windowOf } from '../../engine/window.js';
import type { Model, Resolved, VertexId } from '../../model/model.js';
import { operationSpan } from '../../model/symbols.js';
import { type Standing, standingOf, toldCause } from '../../review/standing.js';
import { statusOf } from '../../review/tally.js';
import { type Tier, tierOf } from '../../review/tier.js';
import { ENDS } from '../../simulate/script.js';
import { relatedTo } from '../related.js';
import { holdsText, isLimited, lookedAtText } from '../words/bound.js';
import { headlineText } from '../words/brief.js';
import { whenText } from '../words/cause.js';
import { labelText, operationLabel } from '../words/label.js';
import { stepText, vertexName } from '../words/names.js';
import { untilNoticed } from '../words/noticed.js';
import { needText } from '../words/need.js';
import { likeTexts } from '../words/preset.js';
import { thousands } from '../../base/thousands.js';
import { capital, list, msText } from '../words/sentence.js';
import { reasonText } from '../words/verdict.js';
import { timeTexts } from '../words/timing.js';
import { NOT_KNOWN, text, verdictCell, withRun, worstCell } from './cells.js';
import { decisionText } from './decisionSections.js';
import type { Cell, Report, Row, Section } from './document.js';
import { endOf, type VerdictQuestion } from './witness.js';
import { witnessSection } from './witnessSection.js';

/** How many of the smallest causes of one verdict are written out. */
const MOST_CAUSES = 5;

/** Which of the verdicts come with a run that ends so, step by step: none, the worst of all clients, or each. */
export type Traced = 'none' | 'worst' | 'each';

/** What is to be explained: one operation, from all of its clients or from one. */
export interface Explained {
  readonly operation: number;
  readonly client?: VertexId | undefined;
}

/** One operation: what breaks it, since when, and how far it holds. */
export function explainReport(
  resolved: Resolved,
  results: Results,
  { operation, client }: Explained,
  traced: Traced = 'none',
): Report {
  return run(explainReportInSteps(resolved, results, { operation, client }, traced));
}

/** `explainReport` in steps. */
export function* explainReportInSteps(
  resolved: Resolved,
  results: Results,
  { operation, client }: Explained,
  traced: Traced = 'none',
): Steps<Report> {
  const { model } = resolved;
  const found = model.operations[operation];
  const clients = results.clients.filter(
    (result) => result.operation === operation && (client === undefined || result.client === client),
  );
  const steps = list(
    (found?.steps ?? []).map(
      (step) => `${stepText(model, step)}${step.level === undefined ? '' : ` at level ${step.level}`}`,
    ),
  );
  const who = list(clients.map((result) => vertexName(model, result.client)));
  const standing = standingOf(model, results.expectations, clients);
  // They are asked for below.
  for (const result of clients) yield* paced(windowInSteps(model, result));
  const runs: Section[] = [];
  for (const question of questionsOf(model, clients, traced)) runs.push(yield* witnessSection(resolved, question));
  return {
    title: `Operation ${found?.name ?? '?'}`,
    summary:
      clients.length === 0
        ? `${capital(steps)}. No client issues it.`
        : `${capital(steps)}, from ${who}.${underOneFault(resolved, operation, { standing, clients })}`,
    sections:
      clients.length === 0
        ? []
        : [
            overview(resolved, operation, { clients, expectations: results.expectations }),
            ...needsOf(resolved, results, operation, clients),
            ...clients.map((result) => ofClient(resolved, result)),
            ...runs,
          ],
    bound: lookedAtText(clients),
  };
}

/**
 * The worst of several clients that come to the same: the first of them. A verdict of the settled break comes
 * before one that is possible only until it is noticed.
 */
export function questionsOf(model: Model, clients: readonly ClientResult[], traced: Traced): VerdictQuestion[] {
  if (traced === 'none') return [];
  const questions = (phase: VerdictQuestion['phase']): VerdictQuestion[] =>
    clients.flatMap((result) =>
      (phase === 'settled' ? result : windowOf(model, result)).findings.map(
        ({ outcome, cause }): VerdictQuestion => ({
          operation: result.operation,
          client: result.client,
          cause,
          outcome,
          phase,
        }),
      ),
    );
  const settled = questions('settled');
  if (traced === 'each') return [...settled, ...questions('detecting')];
  const harm = ({ outcome }: VerdictQuestion): number => ENDS.indexOf(endOf(outcome));
  const all = settled.length > 0 ? settled : questions('detecting');
  const worst = all.reduce<VerdictQuestion | undefined>(
    (so, one) => (so === undefined || harm(one) > harm(so) ? one : so),
    undefined,
  );
  return worst === undefined ? [] : [worst];
}

/** What one plausible fault does comes first; empty where it is not known. */
function underOneFault(
  resolved: Resolved,
  operation: number,
  { standing, clients }: { readonly standing: Standing; readonly clients: readonly ClientResult[] },
): string {
  const { model } = resolved;
  const status = statusOf(model, standing, clients);
  const { headline } = standing;
  if (status === 'not known') return '';
  if (status === 'holds' || headline === undefined) return ' It holds under any one fault.';
  const { what, why } = headlineText(model, operation, headline);
  const decided = headline.decision === undefined ? 'nobody decided this' : decisionText(resolved, headline.decision);
  return ` Under one fault: ${what}${why === '' ? '' : `: ${why}`}; ${decided}.`;
}

function overview(
  resolved: Resolved,
  operation: number,
  { clients, expectations }: Pick<Results, 'clients' | 'expectations'>,
): Section {
  const { model } = resolved;
  const rows = clients.map((result): Row => {
    const latency = result.latencyMs === undefined ? '' : ` · ${msText(result.latencyMs)}`;
    return {
      cells: [
        text(vertexName(model, result.client)),
        withRun(worstCell(result.healthy, result.notKnown, latency), result, result.healthy.cause),
        ...model.partitions.map((_, i) =>
          withRun(worstCell(result.partitions[i], result.notKnown), result, result.partitions[i]?.cause),
        ),
        headlineCell(model, expectations, result),
        text(holdsText(result) ?? '–'),
      ],
      span: operationSpan(resolved, result.operation),
    };
  });
  const columns = ['from', 'no fault', ...model.partitions.map(({ name }) => name), 'any 1 fault', 'ok under'];
  return {
    heading: 'Client by client',
    paragraphs: [
      ...likeTexts(model, operation),
      `${capital(labelText(model, operationLabel(model, operation, clients), clients))}.`,
      ...timeTexts(model, clients),
    ],
    table: { columns, rows },
  };
}

/** What was asked for with `needs`, and what became of it. */
function needsOf(resolved: Resolved, results: Results, operation: number, clients: readonly ClientResult[]): Section[] {
  const { model } = resolved;
  const rows = results.needs
    .filter((need) => need.operation === operation && clients.some(({ client }) => client === need.client))
    .map(({ step, need, client, status, why, cause, earlier, whileDetecting, guarantee }): Row => {
      const asked = model.operations[operation]?.steps[step];
      const place = resolved.origins.needs[operation]?.[step]?.[need];
      const after = earlier === undefined ? '' : `, after what it did ${whenText(model, earlier)}`;
      const until = whileDetecting === true ? ', until that is noticed' : '';
      const when = cause === undefined ? '' : `${whenText(model, cause)}${after}${until}`;
      const word = asked?.needs[need];
      return {
        cells: [
          text(`${stepText(model, asked)} ${word === undefined ? guarantee : needText(word)}`),
          text(vertexName(model, client)),
          NEED_CELLS[status],
          text(when),
          text(why === '' ? GUARANTEES[guarantee].promises : why),
        ],
        ...(place === undefined ? {} : { span: place }),
      };
    });
  return rows.length === 0
    ? []
    : [{ heading: 'What it needs', paragraphs: [], table: { columns: ['needs', 'from', '', 'when', 'why'], rows } }];
}

/** The colours of a verdict that is as good or as bad. */
const NEED_CELLS: Readonly<Record<NeedStatus, Cell>> = {
  given: { text: 'given', verdict: 'ok' },
  impossible: { text: 'impossible', verdict: 'lost' },
  broken: { text: 'broken', verdict: 'stale' },
  'not known': NOT_KNOWN,
};

function ofClient(resolved: Resolved, result: ClientResult): Section {
  const { model } = resolved;
  const heading = `From ${vertexName(model, result.client)}`;
  if (result.notKnown !== undefined)
    return { heading, paragraphs: [`Not known: ${result.notKnown}. Nothing is claimed about it.`] };
  const limit = isLimited(result)
    ? ['There are too many faults to look at all of them: what goes beyond those below is not known.']
    : [];
  const window = windowOf(model, result);
  const open = window.complete
    ? []
    : ['Until a break is noticed, more can happen: not all faults were looked at for it.'];
  const passing = window.findings.length > 0 || !window.complete;
  const far = howFar(result, passing);
  const nothing = passing ? 'Nothing goes wrong once a break is noticed.' : 'Nothing goes wrong.';
  const paragraphs = [...limit, ...open];
  const rows = [
    ...likelyFirst(model, result).map((finding) => findingRow(resolved, result, finding)),
    ...window.findings.map((finding) => passingRow(resolved, result, finding)),
  ];
  return {
    heading,
    paragraphs: result.findings.length === 0 ? [...paragraphs, `${nothing} ${far}`] : [far, ...paragraphs],
    ...(rows.length === 0 ? {} : { table: { columns: ['verdict', 'smallest causes', 'faults', 'why'], rows } }),
  };
}

/** What one client meets under any one fault. */
function headlineCell(model: Model, expectations: Results['expectations'], result: ClientResult): Cell {
  const standing = standingOf(model, expectations, [result]);
  const { headline } = standing;
  if (headline !== undefined) return withRun(verdictCell(headline.outcome), result, headline.cause);
  return statusOf(model, standing, [result]) === 'holds' ? { text: 'ok', verdict: 'ok' } : NOT_KNOWN;
}

function likelyFirst(model: Model, result: ClientResult): readonly Finding[] {
  const isRare = (finding: Finding): number => (toldCause(model, result, finding).tier === 'rare' ? 1 : 0);
  return [...result.findings].sort((a, b) => isRare(a) - isRare(b));
}

/** A verdict that is possible only until the break is noticed. */
function passingRow(resolved: Resolved, result: ClientResult, finding: Finding): Row {
  const { cells, ...row } = findingRow(resolved, result, finding);
  const until = untilNoticed(resolved.model, result.operation, finding.outcome);
  return { ...row, cells: cells.map((cell, i) => (i === 0 ? { ...cell, text: `${until}: ${cell.text}` } : cell)) };
}

function howFar(result: ClientResult, passing: boolean): string {
  const holds = holdsText(result);
  if (holds === undefined)
    return result.okUpToLinks === -1 ? 'It is not ok even on the healthy network.' : 'One fault is enough to break it.';
  const lags = result.healthy.outcomes.some(({ howLong }) => howLong === 'lag');
  const apart = lags ? ', apart from the lag that is always there' : '';
  return `${passing ? 'Once a break is noticed, it' : 'It'} stays ok under ${holds}${apart}: ${result.okReason}.`;
}

function findingRow(resolved: Resolved, result: ClientResult, finding: Finding): Row {
  const { model } = resolved;
  const { cause: told, tier } = toldCause(model, result, finding);
  const [, place] = relatedTo(resolved, result.operation, finding.outcome, told);
  const verdict = verdictCell(finding.outcome);
  const cell = tier === 'likely' ? verdict : { ...verdict, text: `beyond one fault: ${verdict.text}` };
  return {
    cells: [
      withRun(cell, result, told),
      text(causesText(model, finding, tier)),
      text(partText(finding.faults, result.faults)),
      text(reasonText(model, result.operation, finding.outcome)),
    ],
    // A click leads to what is cut, which is what one looks for after reading why.
    span: place?.span ?? operationSpan(resolved, result.operation),
  };
}

/** Where one fault is enough, only such faults are written out. */
function causesText(model: Model, { causes }: Finding, tier: Tier): string {
  const likely = causes.filter((cause) => tierOf(model, cause) === 'likely');
  const told = tier === 'likely' && likely.length > 0 ? likely : causes;
  const shown = told.slice(0, MOST_CAUSES).map((cause) => whenText(model, cause));
  const more = told.length - shown.length;
  const beyond = causes.length - told.length;
  // Of each verdict this many are kept at the most.
  const or = causes.length < MAX_CAUSES ? 'or' : 'or at least';
  return [
    ...shown,
    ...(more > 0 ? [`${or} ${more} more`] : []),
    ...(beyond > 0 ? [`${or} ${beyond} more beyond one fault`] : []),
  ].join('; ');
}

/** Of more faults than this, a share says more than two long numbers. */
const MOST_COUNTED = 100_000n;

/** "18 of 35", "76%"; both numbers in decimal. */
function partText(some: string, all: string): string {
  if (BigInt(all) <= MOST_COUNTED) return `${thousands(some)} of ${thousands(all)}`;
  const percent = (BigInt(some) * 100n) / BigInt(all);
  return percent === 0n ? 'less than 1%' : `${percent}%`;
}

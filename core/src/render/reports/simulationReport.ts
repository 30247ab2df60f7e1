import { run, type Steps } from '../../base/steps.js';
import { isBeyondLag } from '../../base/harm.js';
import { type UnderResult, verdictsUnderInSteps } from '../../engine/under.js';
import type { Cause } from '../../engine/facts.js';
import { duration } from '../../engine/request.js';
import type { Model, Resolved } from '../../model/model.js';
import { operationSpan } from '../../model/symbols.js';
import { causeTitle, whenText } from '../words/cause.js';
import { healText, withoutHeal } from '../words/heal.js';
import { operationName, vertexName } from '../words/names.js';
import { capital, count, list, shortList } from '../words/sentence.js';
import { reasonText } from '../words/verdict.js';
import { NOT_KNOWN, text, verdictCell, withRun } from './cells.js';
import type { Report, Row, Section } from './document.js';
import type { VerdictQuestion } from './witness.js';
import { witnessSection } from './witnessSection.js';

/**
 * One fault: what every operation does from every client, why, and what the heal does. `traced`: each verdict other
 * than ok with a run that ends so, step by step.
 */
export function simulationReport(resolved: Resolved, cause: Cause, detail: 'plain' | 'traced' = 'plain'): Report {
  return run(simulationReportInSteps(resolved, cause, detail));
}

/** `simulationReport` in steps. */
export function* simulationReportInSteps(
  resolved: Resolved,
  cause: Cause,
  detail: 'plain' | 'traced' = 'plain',
): Steps<Report> {
  const { model } = resolved;
  const verdicts = yield* verdictsUnderInSteps(model, cause);
  const spoken = verdicts.filter(({ verdict }) => !verdict.silent);
  const when = whenText(model, cause);
  const runs: Section[] = [];
  if (detail === 'traced')
    for (const question of questionsOf(spoken)) runs.push(yield* witnessSection(resolved, question));
  return {
    title: `Simulation: ${causeTitle(model, cause)}`,
    summary: summary(resolved, spoken, when),
    sections: [table(resolved, spoken), ...notes(resolved, verdicts), ...runs],
    bound:
      `this one fault, ${when}: what can happen until it is noticed and once it is noticed, ` +
      'seen at the end of the heal',
  };
}

/** Everything that can go wrong, in the order of the table. */
export function questionsOf(verdicts: readonly UnderResult[]): VerdictQuestion[] {
  return verdicts.flatMap(({ operation, client, verdict, whileDetecting }) =>
    (['settled', 'detecting'] as const).flatMap((phase) =>
      (phase === 'settled' ? verdict.outcomes : whileDetecting).flatMap((outcome): VerdictQuestion[] =>
        outcome.verdict === 'ok' ? [] : [{ operation, client, cause: verdict.cause, outcome, phase }],
      ),
    ),
  );
}

function summary(resolved: Resolved, verdicts: readonly UnderResult[], when: string): string {
  const { model } = resolved;
  if (verdicts.length === 0) return `${capital(when)} nobody issues anything.`;
  const harmed = verdicts.filter(({ verdict }) => verdict.outcomes.some(isBeyondLag));
  const unknown = verdicts.filter(({ notKnown }) => notKnown !== undefined).length;
  const limited = unknown === 0 ? '' : ` ${capital(count(unknown, 'request'))} not analysed.`;
  if (harmed.length === 0) {
    const clients = unknown === 0 ? 'every client' : 'every client that was analysed';
    return `${capital(when)}, every operation works from ${clients}.${limited}`;
  }
  const names = [...new Set(harmed.map(({ operation }) => operationName(model, operation)))];
  const which = `${harmed.length} of ${count(verdicts.length, 'request')}`;
  return `${capital(when)}, ${which} ${harmed.length === 1 ? 'breaks' : 'break'}: ${shortList(names, 6)}.${limited}`;
}

function table(resolved: Resolved, verdicts: readonly UnderResult[]): Section {
  return {
    paragraphs: [],
    table: {
      columns: ['operation', 'from', 'verdict', 'after the heal', 'why'],
      rows: verdicts.flatMap((one) => rows(resolved, one)),
    },
  };
}

/**
 * The worst first; other verdicts follow in lines of their own, last those that are possible only before the break has
 * been noticed.
 */
function rows(resolved: Resolved, { operation, client, verdict, whileDetecting, notKnown }: UnderResult): Row[] {
  const { model } = resolved;
  const span = operationSpan(resolved, operation);
  const name = text(operationName(model, operation));
  const from = text(vertexName(model, client));
  if (notKnown !== undefined) return [{ cells: [name, from, NOT_KNOWN, text(''), text(notKnown)], span }];
  const settled = verdict.outcomes.length;
  const unnoticed = `until it is noticed${noticedAfter(model, operation)}: `;
  return [...verdict.outcomes, ...whileDetecting].map((outcome, i) => {
    // A refusal that ends as soon as the break has been noticed has nothing to do with the heal.
    const passing = i >= settled && outcome.verdict === 'error';
    const heal = passing ? '' : healText(outcome);
    const why = withoutHeal(reasonText(model, operation, outcome), heal);
    const cell = withRun(verdictCell(outcome), { operation, client }, verdict.cause);
    return {
      cells: [
        i === 0 ? name : text(''),
        i === 0 ? from : text(''),
        i === 0 ? cell : { ...cell, text: `${i < settled ? 'or ' : unnoticed}${cell.text}` },
        text(heal),
        text(why),
      ],
      span,
    };
  });
}

/** " (10 s)" where the stores of the operation say how long that takes. */
function noticedAfter(model: Model, operation: number): string {
  const stores = new Set(model.operations[operation]?.steps.map(({ store }) => store));
  const times = [...stores].flatMap((store) => model.stores[store]?.detectMs ?? []);
  return times.length === 0 ? '' : ` (${duration(Math.max(...times))})`;
}

function notes(resolved: Resolved, verdicts: readonly UnderResult[]): Section[] {
  const silent = [
    ...new Set(
      verdicts.filter(({ verdict }) => verdict.silent).map(({ client }) => vertexName(resolved.model, client)),
    ),
  ];
  if (silent.length === 0) return [];
  const are = silent.length === 1 ? 'is' : 'are';
  return [
    {
      heading: 'Notes',
      paragraphs: [
        `${list(silent)} ${are} on a machine or in a zone that is down, ` +
          'so nothing is asked from there and there is no verdict.',
      ],
    },
  ];
}

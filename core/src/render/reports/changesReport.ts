import { run, type Steps } from '../../base/steps.js';
import { settledInSteps, type UnderResult } from '../../engine/under.js';
import type { Cause, Results } from '../../engine/facts.js';
import type { Model, Resolved } from '../../model/model.js';
import { operationSpan } from '../../model/symbols.js';
import { causeSize, HEALTHY } from '../../network/fault.js';
import { causeTitle, whenText } from '../words/cause.js';
import { operationName, vertexName } from '../words/names.js';
import { capital, count } from '../words/sentence.js';
import { reasonText } from '../words/verdict.js';
import { text, withRun, worstCell } from './cells.js';
import type { Report, Row } from './document.js';

type Verdicts = readonly Pick<UnderResult, 'operation' | 'client' | 'verdict' | 'notKnown'>[];

/** What every operation does from every client on the healthy network, and under one fault; in the same order. */
export interface Changes {
  readonly healthy: Verdicts;
  readonly now: Verdicts;
}

/** Where the model's results are there, the healthy half is taken from them. */
export function changesUnder(model: Model, cause: Cause, results?: Results): Changes {
  return run(changesInSteps(model, cause, results));
}

/** `changesUnder` in steps. */
export function* changesInSteps(model: Model, cause: Cause, results?: Results): Steps<Changes> {
  const healthy: Verdicts =
    results?.clients.map(({ healthy: verdict, ...one }) => ({ ...one, verdict })) ??
    (yield* settledInSteps(model, HEALTHY));
  return { healthy, now: isHealthy(cause) ? healthy : yield* settledInSteps(model, cause) };
}

function isHealthy(cause: Cause): boolean {
  return causeSize(cause) === 0 && cause.partition === undefined;
}

/** The report beside a picture. */
export function changesReport(resolved: Resolved, cause: Cause, { healthy, now }: Changes): Report {
  const { model } = resolved;
  const when = whenText(model, cause);
  const isWhole = isHealthy(cause);
  const changed = now.filter((one, i) => differs(healthy[i], one)).length;
  const rows = now.map((one, i): Row => {
    const worst = one.verdict.outcomes[0];
    const before = healthy[i];
    return {
      cells: [
        text(operationName(model, one.operation)),
        text(vertexName(model, one.client)),
        ...(isWhole ? [] : [withRun(worstCell(before?.verdict, before?.notKnown), one, before?.verdict.cause)]),
        withRun(worstCell(one.verdict, one.notKnown), one, one.verdict.cause),
        text(
          one.notKnown ??
            (worst === undefined || worst.verdict === 'ok' ? '' : reasonText(model, one.operation, worst)),
        ),
      ],
      span: operationSpan(resolved, one.operation),
    };
  });
  return {
    title: causeTitle(model, cause),
    summary:
      rows.length === 0
        ? withoutVerdicts(resolved)
        : isWhole
          ? 'Nothing is broken.'
          : summary(when, changed, rows.length),
    sections:
      rows.length === 0
        ? []
        : [
            {
              paragraphs: [],
              table: { columns: ['operation', 'from', 'no fault', ...(isWhole ? [] : ['now']), 'why'], rows },
            },
          ],
    bound: `this one fault, ${when}, once it is noticed`,
  };
}

function summary(when: string, changed: number, of: number): string {
  if (changed === 0) return `${capital(when)}, no request changes.`;
  return `${capital(when)}, ${changed} of ${count(of, 'request')} ${changed === 1 ? 'changes' : 'change'}.`;
}

/** A mistake may take all operations out of the model. */
function withoutVerdicts({ file }: Resolved): string {
  return file.statements.some(({ kind }) => kind === 'operation')
    ? 'No operation is judged: mend the mistakes in the design first.'
    : 'No operation is declared yet, so there are no verdicts.';
}

function differs(before: Verdicts[number] | undefined, now: Verdicts[number]): boolean {
  const [was, is] = [before?.verdict.outcomes[0], now.verdict.outcomes[0]];
  return before?.verdict.silent !== now.verdict.silent || was?.verdict !== is?.verdict || was?.howLong !== is?.howLong;
}

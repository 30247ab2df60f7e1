import { settledUnder, type UnderResult } from '../../engine/under.js';
import type { Cause, Results } from '../../engine/facts.js';
import type { Resolved } from '../../model/model.js';
import { operationSpan } from '../../model/symbols.js';
import { causeSize, HEALTHY } from '../../network/fault.js';
import { causeTitle, whenText } from '../words/cause.js';
import { operationName, vertexName } from '../words/names.js';
import { capital, count } from '../words/sentence.js';
import { reasonText } from '../words/verdict.js';
import { text, withRun, worstCell } from './cells.js';
import type { Report, Row } from './document.js';

type Verdicts = readonly Pick<UnderResult, 'operation' | 'client' | 'verdict' | 'notKnown'>[];

/**
 * The report beside a picture: what every operation does from every client on the healthy network, and under one fault.
 * Where the model's results are there, the healthy half is taken from them.
 */
export function changesReport(resolved: Resolved, cause: Cause, results?: Results): Report {
  const { model } = resolved;
  const healthy: Verdicts =
    results?.clients.map(({ healthy: verdict, ...one }) => ({ ...one, verdict })) ?? settledUnder(model, HEALTHY);
  const broken: Verdicts =
    causeSize(cause) === 0 && cause.partition === undefined ? healthy : settledUnder(model, cause);
  const when = whenText(model, cause);
  const changed = broken.filter((now, i) => differs(healthy[i], now)).length;
  const rows = broken.map((now, i): Row => {
    const worst = now.verdict.outcomes[0];
    const before = healthy[i];
    return {
      cells: [
        text(operationName(model, now.operation)),
        text(vertexName(model, now.client)),
        withRun(worstCell(before?.verdict, before?.notKnown), now, before?.verdict.cause),
        withRun(worstCell(now.verdict, now.notKnown), now, now.verdict.cause),
        text(
          now.notKnown ??
            (worst === undefined || worst.verdict === 'ok' ? '' : reasonText(model, now.operation, worst)),
        ),
      ],
      span: operationSpan(resolved, now.operation),
    };
  });
  return {
    title: causeTitle(model, cause),
    summary: summary(when, changed, rows.length),
    sections:
      rows.length === 0
        ? []
        : [{ paragraphs: [], table: { columns: ['operation', 'from', 'healthy', 'now', 'why'], rows } }],
    bound: `this one fault, ${when}, once it has settled`,
  };
}

function summary(when: string, changed: number, of: number): string {
  if (of === 0) return 'No operation is declared yet, so there are no verdicts.';
  if (changed === 0) return `${capital(when)} every verdict is that of the healthy network.`;
  const are = changed === 1 ? 'is' : 'are';
  return `${capital(when)} ${changed} of ${count(of, 'verdict')} ${are} not that of the healthy network.`;
}

function differs(before: Verdicts[number] | undefined, now: Verdicts[number]): boolean {
  const [was, is] = [before?.verdict.outcomes[0], now.verdict.outcomes[0]];
  return before?.verdict.silent !== now.verdict.silent || was?.verdict !== is?.verdict || was?.howLong !== is?.howLong;
}

import type { Cause, ClientResult, ExpectationStatus, FaultVerdict, Outcome } from '../../engine/facts.js';
import { verdictText } from '../words/verdict.js';
import type { Cell } from './document.js';

export const text = (content: string): Cell => ({ text: content });

/** A verdict in its own colour. */
export function verdictCell(outcome: Outcome, suffix = ''): Cell {
  return {
    text: `${verdictText(outcome)}${suffix}`,
    verdict: outcome.verdict,
    ...(outcome.howLong === undefined ? {} : { howLong: outcome.howLong }),
  };
}

/** A verdict whose run can be shown; a cell that is not a verdict stays as it is. */
export function withRun(
  cell: Cell,
  { operation, client }: Pick<ClientResult, 'operation' | 'client'>,
  cause: Cause | undefined,
): Cell {
  return cause === undefined || cell.verdict === undefined || cell.verdict === 'not known'
    ? cell
    : { ...cell, run: { operation, client, cause } };
}

export const NOT_KNOWN: Cell = { text: 'not known', verdict: 'not known' };
/** The client's machine is stopped: nothing is asked, so there is no verdict. */
export const SILENT: Cell = text('issues nothing');

/** The colours of a verdict that is as good or as bad. */
export function statusCell(status: ExpectationStatus | 'not judged'): Cell {
  switch (status) {
    case 'holds':
      return { text: 'holds', verdict: 'ok' };
    case 'fails':
      return { text: 'fails', verdict: 'error' };
    case 'not known':
      return NOT_KNOWN;
    case 'not judged':
      return { text: 'not judged', verdict: 'not known' };
  }
}

/** The worst that can happen under one fault. */
export function worstCell(verdict: FaultVerdict | undefined, notKnown: string | undefined, suffix = ''): Cell {
  if (notKnown !== undefined || verdict === undefined) return NOT_KNOWN;
  if (verdict.silent) return SILENT;
  const [worst] = verdict.outcomes;
  return worst === undefined ? NOT_KNOWN : verdictCell(worst, suffix);
}

/** The worst under everything that was looked at. */
export function overallCell(result: ClientResult): Cell {
  if (result.notKnown !== undefined) return NOT_KNOWN;
  const [worst] = result.findings;
  return worst === undefined ? { text: 'ok', verdict: 'ok' } : verdictCell(worst.outcome);
}

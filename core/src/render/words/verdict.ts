import type { HowLong, Outcome } from '../../engine/facts.js';
import type { Model, VerdictKind } from '../../model/model.js';
import { stepText } from './names.js';
import { list } from './sentence.js';

/**
 * A verdict with how long it lasts: "stale until the heal", "conflict (reconciled after the heal)", "stale while
 * replication lags", "error"; "lost (written just before)" where only what the client wrote before the break can end
 * so.
 */
export function verdictText({
  verdict,
  howLong,
  before,
}: {
  readonly verdict: VerdictKind;
  readonly howLong?: HowLong;
  readonly before?: true;
}): string {
  const lasting = howLong === undefined ? verdict : `${verdict} ${lastsText(verdict, howLong)}`;
  return before === true ? `${lasting} (written just before)` : lasting;
}

function lastsText(verdict: VerdictKind, howLong: HowLong): string {
  if (howLong === 'lag') return 'while replication lags';
  return verdict === 'conflict' ? '(reconciled after the heal)' : 'until the heal';
}

/** The reason with what it leaves half done, for a composite operation. */
export function reasonText(model: Model, operation: number, outcome: Outcome): string {
  const found = model.operations[operation];
  const step =
    found?.composite === true && outcome.verdict !== 'ok' ? `${stepText(model, found.steps[outcome.step])}: ` : '';
  const halfDone = outcome.halfDone ?? [];
  if (halfDone.length === 0) return `${step}${outcome.reason}`;
  const done = list(halfDone.map((i) => stepText(model, found?.steps[i])));
  const half = outcome.verdict === 'partial' ? 'half done: ' : '';
  return `${step}${outcome.reason}; ${half}${done} took effect before`;
}

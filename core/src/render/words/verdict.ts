import type { HowLong, Outcome } from '../../engine/facts.js';
import type { Model, VerdictKind } from '../../model/model.js';
import { stepText } from './names.js';
import { list, shortList } from './sentence.js';

/**
 * A verdict with how long it lasts: "stale until the heal", "conflict for the lag", "error"; "lost (written just
 * before)" where only what the client wrote before the break can end so.
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
  const lasting = howLong === undefined ? verdict : `${verdict} ${howLongText(howLong)}`;
  return before === true ? `${lasting} (written just before)` : lasting;
}

export function howLongText(howLong: HowLong): string {
  return howLong === 'lag' ? 'for the lag' : 'until the heal';
}

/** What happens, as the end of a sentence that begins with the operation and has one client at least. */
export function happensText(outcome: Outcome, clients: readonly string[]): string {
  const who = shortList(clients, 4);
  if (outcome.before === true) return `can ${beforeText(outcome, who)}`;
  switch (outcome.verdict) {
    case 'ok':
      return `is ok for ${who}`;
    case 'error':
      return `errors for ${who}`;
    case 'stale':
      return outcome.howLong === 'lag' ? `can lag behind for ${who}` : `can be stale for ${who} until the heal`;
    case 'dirty':
      return `can show ${who} a write that is then discarded`;
    case 'unknown':
      return `leaves ${who} not knowing whether it took effect`;
    case 'partial':
      return `can end half done for ${who}`;
    case 'conflict':
      return outcome.howLong === 'lag' ? `can be in conflict for ${who} for the lag` : `can be in conflict for ${who}`;
    case 'lost':
      return `can be lost for ${who}`;
  }
}

/** What becomes of an earlier write, which the sentence must not take for the request: after "can". */
function beforeText({ verdict, howLong }: Outcome, who: string): string {
  const wrote = `what ${who} wrote just before`;
  return verdict === 'lost' ? `lose ${wrote}` : `leave ${wrote} in conflict${howLong === 'lag' ? ' for the lag' : ''}`;
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

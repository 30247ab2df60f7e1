import type { VertexId } from '../../model/model.js';
import { DIRTY, OK, STALE_HEAL, STALE_LAG } from '../code.js';
import type { AcknowledgedWrite, AnsweredRead, StoreState } from '../replication/scheme.js';
import type { Acknowledged } from './acknowledged.js';
import { judgeRead, type Question, readOf } from './compare.js';
import { answersTo, readOfSource } from './instead.js';
import type { Outcomes } from './sink.js';
import type { Situation } from './situations.js';

/** An answer that knows of no write. */
const EMPTY: AnsweredRead = {
  family: { core: 0, demands: [] },
  home: -1,
  authority: false,
  fallback: false,
  early: true,
  unaware: 0,
  refusedBy: 0,
};

/**
 * An answered read of derived data. A copy is fed while its machine gets an answer from the source, once the break has
 * settled; it then misses for the lag what that answer does not miss for longer. A copy that is not fed misses every
 * write until the heal. What the feed brings may be discarded afterwards.
 */
export function judgeDerived(acknowledged: Acknowledged, question: Question, read: AnsweredRead): void {
  const { assignment, at, step, outcomes } = question;
  const { here } = at.settled;
  const source = assignment.get(here.store.from?.store ?? -1);
  if (source === undefined) return;
  const missed = anyWrite(acknowledged, question, source);
  const copy = (): string => `${here.name(read.home)}, fed from ${source.settled.here.store.name},`;
  const machine = here.vertex(read.home);
  const fed = feedOf(acknowledged, { ...question, at: atAnyTime(source) }, { machine, state: source.settled });
  const now =
    source.met === source.settled
      ? fed
      : feedOf(acknowledged, { ...question, at: source }, { machine, state: source.met });
  const shown = fed?.[DIRTY] ?? now?.[DIRTY];
  if (shown !== undefined)
    outcomes[DIRTY] ??= { ...shown, reason: () => `${copy()} shows what is discarded: ${shown.reason()}` };
  if (missed === undefined) {
    outcomes[OK] ??= { step, served: read, reason: () => 'nothing is written to its source' };
    return;
  }
  const { operation, client, when } = missed;
  if (fed === undefined) {
    const reason = (): string => `${copy()} gets nothing from it until the heal`;
    outcomes[STALE_HEAL] ??= { step, other: { operation, client, when }, reason };
    return;
  }
  const behind = fed[STALE_HEAL];
  if (behind !== undefined)
    outcomes[STALE_HEAL] ??= { ...behind, reason: () => `${copy()} gets an old answer: ${behind.reason()}` };
  if (fed.some((detail, code) => detail !== undefined && code !== STALE_HEAL))
    outcomes[STALE_LAG] ??= {
      step,
      other: { operation, client, when },
      reason: () => `${copy()} can answer before the write arrives: it has not arrived yet`,
    };
}

/** What the machine of a copy is answered by the source; undefined: it gets no answer in any order of asking. */
function feedOf(
  acknowledged: Acknowledged,
  question: Question,
  { machine, state }: { readonly machine: VertexId; readonly state: StoreState },
): Outcomes | undefined {
  const asking = readOfSource(state.here.index);
  const outcomes: Outcomes = [];
  for (const answer of answersTo(acknowledged.nearest, state, asking, machine)) {
    if (answer.kind !== 'answered') continue;
    const read = readOf(answer, { met: state });
    if (state.here.store.from === undefined) judgeRead(acknowledged, { ...question, outcomes }, read);
    else judgeDerived(acknowledged, { ...question, outcomes }, read);
  }
  return outcomes.length === 0 ? undefined : outcomes;
}

/** Some write to the source, or to the source of that, that may have been acknowledged. */
function anyWrite(
  acknowledged: Acknowledged,
  { assignment }: Pick<Question, 'assignment'>,
  source: Situation,
): AcknowledgedWrite | undefined {
  const next = assignment.get(source.settled.here.store.from?.store ?? -1);
  if (next !== undefined) return anyWrite(acknowledged, { assignment }, next);
  let found: AcknowledgedWrite | undefined;
  acknowledged.each({ assignment, at: atAnyTime(source), answer: EMPTY, question: 'missed' }, (write) => {
    found = write;
    return false;
  });
  return found;
}

/** Compared with the writes of every time. */
function atAnyTime({ met, settled, unnoticed }: Situation): Situation {
  return { met, settled, unnoticed };
}

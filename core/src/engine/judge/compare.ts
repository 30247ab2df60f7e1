import { type Code, CONFLICT_HEAL, CONFLICT_LAG, DIRTY, LOST, OK, STALE_HEAL, STALE_LAG } from '../code.js';
import type { HowLong, OtherWrite } from '../facts.js';
import { schemeOf } from '../replication/index.js';
import type { AcknowledgedWrite, AnsweredRead, TakenWrite } from '../replication/scheme.js';
import type { Acknowledged, Compared } from './acknowledged.js';
import { canBeDestroyed, surviving } from './destroyed.js';
import { conflictReason, dirtyReason, fateOf, healOf, lostReason, staleReason } from './reasons.js';
import type { Outcomes } from './sink.js';
import { type Assignment, isEarly, type Situation } from './situations.js';
import type { Answer } from '../request.js';

/** A question about the possible outcomes of one step's answers, in one assignment. */
export interface Question {
  readonly assignment: Assignment;
  /** The situation of the step's store. */
  readonly at: Situation;
  /** Index of the step. */
  readonly step: number;
  /** As in `Sink`. */
  readonly thorough: boolean;
  /** Takes the outcomes; the first detail of each code stays. */
  readonly outcomes: Outcomes;
}

/** How an answer is compared with writes, and the codes of the result. */
interface Search {
  readonly codes: Readonly<Record<HowLong, Code>>;
  /** How long is the write missed, or in conflict? Undefined: it is not. */
  howLong(write: AcknowledgedWrite): HowLong | undefined;
  /** Of two equally bad writes: does the first tell a reader more than the second? */
  tellsMore(one: AcknowledgedWrite, than: AcknowledgedWrite): boolean;
}

interface Found {
  readonly write: AcknowledgedWrite;
  readonly howLong: HowLong;
  readonly code: Code;
}

/**
 * The worst write for an answer, of those that may have been acknowledged. If the search is not thorough, the first
 * write with the worst code ends it.
 */
function worstAgainst(
  acknowledged: Acknowledged,
  compared: Compared,
  { codes, howLong, tellsMore }: Search,
  thorough: boolean,
): Found | undefined {
  let found: Found | undefined;
  acknowledged.each(compared, (write) => {
    const long = howLong(write);
    if (long === undefined) return true;
    const code = codes[long];
    const isWorse = found === undefined || code > found.code;
    if (isWorse || (thorough && code === found?.code && tellsMore(write, found.write)))
      found = { write, howLong: long, code };
    return thorough || long !== 'heal';
  });
  return found;
}

/** An answered read: can it show a write that is discarded, or miss one? */
export function judgeRead(acknowledged: Acknowledged, question: Question, read: AnsweredRead): void {
  const { assignment, at, step, thorough, outcomes } = question;
  const { settled } = at;
  const { here } = settled;
  const { worth } = schemeOf(here.store);
  const found = worstAgainst(
    acknowledged,
    { assignment, at, answer: read, question: 'missed' },
    {
      codes: { lag: STALE_LAG, heal: STALE_HEAL },
      howLong(write) {
        // A replica that refused a write already knew about the break, and would not answer like one that does not
        // know.
        if ((write.refusedBy & read.unaware) !== 0) return undefined;
        if (acknowledged.outlivesHeal && (worth.discarded(settled, write) || canBeDestroyed(settled, write)))
          return 'heal';
        return worth.missed(settled, write, read);
      },
      // A write during the break tells more than one just before it.
      tellsMore: (one, than) => than.when === 'before' && one.when === 'during',
    },
    thorough,
  );
  const shown = discardedIn(acknowledged, question, read);
  if (shown !== undefined)
    outcomes[DIRTY] ??= { step, other: other(shown), reason: () => dirtyReason(settled, read, shown) };
  if (found === undefined) {
    if (shown === undefined) outcomes[OK] ??= { step, served: read, reason: () => 'every acknowledged write is seen' };
    return;
  }
  const { write, howLong, code } = found;
  const fate = fateOf(settled, write);
  outcomes[code] ??= {
    step,
    other: other(write),
    reason: () => staleReason(here, read, write, { howLong, fate }),
    ...(fate === undefined ? {} : { heal: () => `the missing write ${fate}` }),
  };
}

/**
 * A write that an answered read can show and that is discarded afterwards; the one that tells most, if the question is
 * thorough.
 */
function discardedIn(
  acknowledged: Acknowledged,
  { assignment, at, thorough }: Question,
  read: AnsweredRead,
): TakenWrite | undefined {
  const { settled } = at;
  const { shown } = schemeOf(settled.here.store).worth;
  // A session knows only its own client's writes, and asks for what it misses.
  if (shown === undefined || acknowledged.outlivesHeal || !shown.isPossible(settled, read)) return undefined;
  let found: TakenWrite | undefined;
  acknowledged.eachTaken({ assignment, at, answer: read }, (write) => {
    if ((write.refusedBy & read.unaware) !== 0 || !shown.isDiscarded(settled, write, read)) return true;
    if (found === undefined || worthTelling(write) > worthTelling(found)) found = write;
    return thorough;
  });
  return found;
}

/** An acknowledged write: can it be lost, or be in conflict with another one? */
export function judgeWrite(
  acknowledged: Acknowledged,
  { assignment, at, step, thorough, outcomes }: Question,
  write: AcknowledgedWrite,
): void {
  const { settled } = at;
  const { worth } = schemeOf(settled.here.store);
  const isDiscarded = worth.discarded(settled, write);
  const isLost = isDiscarded || canBeDestroyed(settled, write);
  if (isLost) outcomes[LOST] ??= { step, reason: () => lostReason(settled, write) };
  // A lost write is not called a conflict. Acknowledged in another way, the same write may be kept and be in conflict.
  const kept = isDiscarded ? (worth.kept?.(settled, write) ?? []) : [write];
  const ways = kept.flatMap((way) => surviving(settled, way));
  if (ways.length === 0) return;
  const found = worstAgainst(
    acknowledged,
    { assignment, at, answer: { ...write, authority: false, unaware: 0 }, question: 'diverges' },
    {
      codes: { lag: CONFLICT_LAG, heal: CONFLICT_HEAL },
      howLong(rival) {
        let found: HowLong | undefined;
        for (const other of surviving(settled, rival))
          for (const way of ways) found = longer(found, worth.diverges(settled, way, other));
        return found;
      },
      tellsMore: (one, than) => tells(one, write) > tells(than, write),
    },
    thorough,
  );
  if (found === undefined) {
    if (!isLost) outcomes[OK] ??= { step, served: write, reason: () => 'acknowledged, and it survives the heal' };
    return;
  }
  const { write: rival, howLong, code } = found;
  outcomes[code] ??= {
    step,
    other: other(rival),
    reason: () => conflictReason(settled, write, rival, howLong),
    heal: () => healOf(settled, write, rival),
  };
}

/** An acknowledged write tells more than one that its client knows nothing of, and one during the break more still. */
function worthTelling({ when, isAcknowledged }: TakenWrite): number {
  return (isAcknowledged ? 2 : 0) + (when === 'during' ? 1 : 0);
}

function other({ operation, client, when }: TakenWrite): OtherWrite {
  return { operation, client, when };
}

function longer(one: HowLong | undefined, other: HowLong | undefined): HowLong | undefined {
  return other === 'heal' ? other : (one ?? other);
}

/** How much a rival tells about a conflict: a write of another client during the break tells most. */
function tells(rival: AcknowledgedWrite, write: AcknowledgedWrite): number {
  return (rival.when === 'during' ? 2 : 0) + (rival.client !== write.client ? 1 : 0);
}

/** The answered read of an answer to a read step. */
export function readOf(
  { served, asked, refusedBy }: Extract<Answer, { kind: 'answered' }>,
  { met: { scenario } }: Pick<Situation, 'met'>,
): AnsweredRead {
  const spared = scenario.spared === asked ? 1 << asked : 0;
  const unaware = scenario.unnoticed === true ? (1 << asked) | (1 << served.home) : spared;
  return { ...served, early: isEarly(scenario), unaware, refusedBy };
}

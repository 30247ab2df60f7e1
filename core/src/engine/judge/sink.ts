import type { Code } from '../code.js';
import type { OtherWrite } from '../facts.js';
import type { AcknowledgedWrite } from '../replication/scheme.js';

/** Why a code can occur. The sentences are made only when they are read. */
export interface Detail {
  readonly step: number;
  readonly reason: () => string;
  readonly heal?: () => string;
  readonly other?: OtherWrite;
  readonly halfDone?: readonly number[];
  /** It is of a write that the client got acknowledged just before the break, not of the request issued during it. */
  readonly before?: true;
  /** If it is ok: the data replica that served it, and whether it did so on its own, outside the scheme. */
  readonly served?: Server;
}

/** A request issued during the break tells more than a write before it, and so does a rival. */
export function tellsMore(one: Detail, than: Detail): boolean {
  if (one.before !== than.before) return than.before === true;
  return than.other?.when === 'before' && one.other?.when === 'during';
}

export type Server = Pick<AcknowledgedWrite, 'home' | 'fallback'>;

/**
 * The possible outcomes of one step, by code. Codes that cannot occur are absent; of several details the first is kept.
 */
export type Outcomes = (Detail | undefined)[];

/** Takes every code that can occur. */
export interface Sink {
  /**
   * True: every reason is wanted, the most telling one last for each code. False: the first reason for a code is
   * enough.
   */
  readonly thorough: boolean;
  /** Only the request issued during the break counts, and not what its client got acknowledged just before it. */
  readonly onlyDuring?: boolean;
  add(code: Code, detail: Detail): void;
  /** What follows is of the next way in which the stores may settle: who leads, who led before, who is promoted. */
  nextCase?(): void;
  /** Does it need no more than these codes, a mask, and has all of them? Absent: no. */
  hasAll?(codes: number): boolean;
}

/** Adds all outcomes, the least harmful first. */
export function addAll(outcomes: Outcomes, sink: Sink): void {
  for (const [code, detail] of outcomes.entries()) if (detail !== undefined) sink.add(code as Code, detail);
}

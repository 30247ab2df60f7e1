/**
 * The verdicts and the order of harm, once for the engine, the reports, completion and the command line. The simulator
 * and the naive engine state their own orders on purpose: they check this code.
 */

/** The verdicts, from harmless to harmful. */
export const VERDICTS = ['ok', 'error', 'stale', 'dirty', 'unknown', 'partial', 'conflict', 'lost'] as const;
/** What can come of a request: one of `VERDICTS`. */
export type VerdictKind = (typeof VERDICTS)[number];
/** A verdict that something goes wrong. */
export type Harmful = Exclude<VerdictKind, 'ok'>;

/**
 * `lag`: the network carries the missing write, but it has not arrived yet. `heal`: nothing can carry it until the
 * heal.
 */
export type HowLong = 'lag' | 'heal';

/** A verdict, and how long it lasts if the verdict says that. */
export interface Harm {
  readonly verdict: VerdictKind;
  readonly howLong?: HowLong;
}

interface Meaning {
  /** The client gets an answer that is not a refusal. */
  readonly isAnswered: boolean;
  /** Data is shown that is not so, or is stored so that it is gone or has to be repaired. */
  readonly harmsData: boolean;
  /** The verdict says how long it lasts. */
  readonly saysHowLong: boolean;
}

const MEANINGS: Readonly<Record<VerdictKind, Meaning>> = {
  ok: { isAnswered: true, harmsData: false, saysHowLong: false },
  error: { isAnswered: false, harmsData: false, saysHowLong: false },
  stale: { isAnswered: true, harmsData: true, saysHowLong: true },
  dirty: { isAnswered: true, harmsData: true, saysHowLong: false },
  unknown: { isAnswered: false, harmsData: false, saysHowLong: false },
  partial: { isAnswered: false, harmsData: true, saysHowLong: false },
  conflict: { isAnswered: true, harmsData: true, saysHowLong: true },
  lost: { isAnswered: true, harmsData: true, saysHowLong: false },
};

/** Each verdict with each duration that it can have: by verdict, `lag` before `heal`. */
export const HARMS: readonly Harm[] = VERDICTS.flatMap((verdict): readonly Harm[] =>
  MEANINGS[verdict].saysHowLong
    ? [
        { verdict, howLong: 'lag' },
        { verdict, howLong: 'heal' },
      ]
    : [{ verdict }],
);

/** Is the operation answered? What `expect … available` asks. */
export function isAnswered(verdict: VerdictKind): boolean {
  return MEANINGS[verdict].isAnswered;
}

/** Is data harmed: shown that is not so, or stored so that it has to be repaired? */
export function harmsData(verdict: VerdictKind): boolean {
  return MEANINGS[verdict].harmsData;
}

/** Is it worse than the lag that a healthy network has too? */
export function isBeyondLag({ verdict, howLong }: Harm): boolean {
  return verdict !== 'ok' && howLong !== 'lag';
}

/**
 * Negative if the first harms less than the second. What ends with the lag harms less than everything that does not;
 * the rest is in the order of the verdicts.
 */
export function compareHarm(one: Harm, other: Harm): number {
  return weight(one) - weight(other);
}

function weight(harm: Harm): number {
  return VERDICTS.indexOf(harm.verdict) + (isBeyondLag(harm) ? VERDICTS.length : 0);
}

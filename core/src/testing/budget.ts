/**
 * How many designs, texts and edits the random suites draw. `npm test` and CI use the moderate numbers with fixed
 * seeds, so that the result depends on the change and not on chance; `npm run test:all` uses the large numbers and a
 * fresh seed beside each fixed one.
 */
export interface Budget {
  /** Designs on which the engine and the naive engine are compared, for each property. */
  readonly naive: number;
  /** Designs for the promises of `needs`; some properties take a multiple of it. */
  readonly needs: number;
  /**
   * Designs on which the engine and the simulator are compared, settled; other phases and sizes take a part of them.
   */
  readonly simulated: number;
  /** Designs on which the engine, the naive engine and the simulator are compared, in both phases. */
  readonly wholeLanguage: number;
  /** Designs whose recorded histories are checked. */
  readonly histories: number;
  /** Designs on which patterns of reachability and the tree of decided links are compared, for each phase. */
  readonly patterns: number;
  /** Designs on which SPIN counts. */
  readonly spin: number;
  /** Ways in which the stores of one operation may settle, of the samples on which SPIN counts. */
  readonly spinWays: number;
  /** Designs whose quick fixes are applied and counted again. */
  readonly fixes: number;
  /** Ways in which each sample is split into files. */
  readonly splits: number;
  /** Texts that the core must handle without an exception. */
  readonly texts: number;
  /** Rows of edits of a sample; each is parsed with and without the design before it. */
  readonly unaffected: number;
  /** Edits that a running server gets. */
  readonly edits: number;
  /** Samples with a mistake. */
  readonly gate: number;
  /** Sequences of faults that the server's analysis has to survive. */
  readonly faults: number;
  /** Sequences of faults of the disk while the command line replaces files. */
  readonly diskFaults: number;
}

const MODERATE: Budget = {
  naive: 8,
  needs: 8,
  simulated: 30,
  wholeLanguage: 25,
  histories: 16,
  patterns: 40,
  spin: 14,
  spinWays: 5000,
  fixes: 8,
  splits: 1,
  texts: 700,
  unaffected: 200,
  edits: 1500,
  gate: 350,
  faults: 400,
  diskFaults: 60,
};

/** For each of several hundred mutants. */
const SMALL: Budget = { ...MODERATE, naive: 5, simulated: 10, wholeLanguage: 5, histories: 5 };

const LARGE: Budget = {
  naive: 1000,
  needs: 400,
  simulated: 10_000,
  wholeLanguage: 10_000,
  histories: 400,
  patterns: 2000,
  spin: 300,
  spinWays: Infinity,
  fixes: 100,
  splits: 10,
  texts: 100_000,
  unaffected: 5000,
  edits: 10_000,
  gate: 5000,
  faults: 10_000,
  diskFaults: 1500,
};

/** The settings in the environment. */
export interface Asked {
  /** `large`: for `npm run test:all`; `small`: for each mutant; otherwise moderate. */
  readonly NETSPLIT_BUDGET?: string | undefined;
  /** A seed to draw from instead of the fixed ones: it repeats a run that printed it. */
  readonly NETSPLIT_SEED?: string | undefined;
  /** A seed in addition to each fixed one; `npm run test:all` draws it and prints it. */
  readonly NETSPLIT_FRESH_SEED?: string | undefined;
}

export function budgetOf({ NETSPLIT_BUDGET }: Asked): Budget {
  return NETSPLIT_BUDGET === 'large' ? LARGE : NETSPLIT_BUDGET === 'small' ? SMALL : MODERATE;
}

/** The seeds of a suite whose own seed is `fixed`. */
export function seedsOf(fixed: number, { NETSPLIT_SEED, NETSPLIT_FRESH_SEED }: Asked): readonly number[] {
  if (NETSPLIT_SEED !== undefined) return [Number(NETSPLIT_SEED)];
  return NETSPLIT_FRESH_SEED === undefined ? [fixed] : [fixed, Number(NETSPLIT_FRESH_SEED)];
}

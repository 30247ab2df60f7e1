import type { Place, Range, UriParams } from './place.js';

export interface ExpectationRunParams extends UriParams {
  readonly id: string;
}

/**
 * How an expectation comes to fail, in the order in which it happens; empty where it does not, or where no run was
 * found.
 */
export type ExpectationRunAnswer = readonly { readonly label: string; readonly place: Place | null }[];

/** The tests of a design. */
export interface ExpectationsParams extends UriParams {
  readonly version: number;
  readonly expectations: readonly ExpectationTest[];
}

/** Texts are plain, on one line. */
export interface ExpectationTest {
  /** The same while the expectation is written the same. */
  readonly id: string;
  readonly label: string;
  readonly range: Range;
  readonly status: 'holds' | 'fails' | 'not known' | 'not judged' | 'pending';
  /** What happens instead, or why it is not known or not judged. */
  readonly actual: string;
  /** The same in a few words. */
  readonly message: string;
  readonly bound: string;
}

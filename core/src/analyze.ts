import { run, type Steps } from './base/steps.js';
import { inOrder, type Diagnostic } from './checks/diagnostic.js';
import { exploreAll, type ExploreOptions, type ExploreProgress } from './engine/explore.js';
import type { Results } from './engine/facts.js';
import { resolve } from './model/resolve.js';
import type { Resolved } from './model/model.js';
import { judgeAtOnce, judgeInSteps } from './findings/judge.js';
import { AS_IN_TABLE, leveled, type Loudness, over } from './syntax/settings/level.js';
import { parseDesignAt, type Place } from './syntax/parseDesign.js';

/** What each stage of the pipeline made of a text. */
export interface Analysis {
  readonly resolved: Resolved;
  readonly results: Results;
  /** Everything there is to say about the text, in order of position, then of code. */
  readonly diagnostics: readonly Diagnostic[];
}

export const NOWHERE: Place = { path: 'design.cap', read: () => ({ kind: 'missing' }) };

/**
 * The whole pipeline. No stage fails: what makes no sense is left out and has a diagnostic, the rest goes on.
 * An editor runs the same stages apart, the third one in a worker.
 */
export function analyze(
  text: string,
  options: ExploreOptions = {},
  place: Place = NOWHERE,
  watch?: (progress: ExploreProgress) => void,
): Analysis {
  const parsed = parseDesignAt(place, text);
  const resolved = resolve(parsed);
  const results = exploreAll(resolved.model, options, watch);
  return { resolved, results, diagnostics: allDiagnostics(resolved, results) };
}

/**
 * What is known about a text at one time: its own mistakes, needs that no fault has to refute, and what the results say
 * as soon as there are any. Said as loudly as the settings beside the design want it, or else the `reader`'s own.
 */
export function allDiagnostics(
  resolved: Resolved,
  results: Results | undefined,
  reader: Loudness = AS_IN_TABLE,
): Diagnostic[] {
  return asLoud(resolved, run(judgedInSteps(resolved, results)), reader);
}

/** What is found in the results, in steps; without results, what needs none. */
export function* judgedInSteps(resolved: Resolved, results: Results | undefined): Steps<readonly Diagnostic[]> {
  return yield* results === undefined ? judgeAtOnce(resolved) : judgeInSteps(resolved, results);
}

/** The mistakes of a text with what is found in its results, as `allDiagnostics` says both. */
export function asLoud(resolved: Resolved, judged: readonly Diagnostic[], reader: Loudness): Diagnostic[] {
  return leveled([...resolved.diagnostics, ...judged], over(resolved.loudness, reader)).sort(inOrder);
}

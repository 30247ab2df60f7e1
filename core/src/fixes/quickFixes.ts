import type { Fix } from '../base/edit.js';
import type { Span } from '../base/span.js';
import { run, type Steps } from '../base/steps.js';
import type { Diagnostic } from '../checks/diagnostic.js';
import type { Results } from '../engine/facts.js';
import type { Resolved } from '../model/model.js';
import type { Judged } from './judge.js';
import { visible } from '../render/print/visible.js';
import { cut, MOST_TITLE } from './fixTitle.js';
import { offeredFixes } from './offered.js';
import { hasTextFixes, textFixesInSteps } from './textFixes.js';

/** A fix with the diagnostics that it is for. */
export interface QuickFix extends Fix {
  /** At most 60 characters. */
  readonly title: string;
  /** All that it does, where the title does not say it. */
  readonly detail?: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Whether an editor may apply it unasked. Undefined for what changes the design and does not correct a mistake. */
  readonly isPreferred?: boolean;
}

/** What is known of one version of a design. */
export interface KnownDesign {
  readonly resolved: Resolved;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the analysis and the trials of fixes have found. */
export interface Tried {
  readonly results: Results;
  readonly judged: Judged;
}

/**
 * The fixes that have been tried for a part of the design's own file. `helping` goes before everything else: it changes
 * what the diagnostic says. `others` makes something else better.
 */
export function triedFixes(
  { resolved, diagnostics }: KnownDesign,
  tried: Tried,
  part: Span,
): { readonly helping: readonly QuickFix[]; readonly others: readonly QuickFix[] } {
  const offered = offeredFixes(resolved, tried.results, tried.judged, part);
  const fixes = (helps: boolean): QuickFix[] =>
    offered
      .filter((one) => one.helps === helps)
      .map(({ title, detail, edits, at }) => ({
        title,
        detail,
        edits,
        diagnostics: diagnostics.filter(({ span }) => span.start === at.start && span.end === at.end),
      }));
  return { helping: fixes(true), others: fixes(false) };
}

/** Of more mistakes at once, nobody reads the fixes. */
const MOST_MISTAKES = 100;

/** To try one, the whole text is read again. */
const MOST_TRIED = 20;

/**
 * What corrects the mistakes in a part of the design, which is known from the text: of the first hundred mistakes.
 * Fixes that have to be tried are tried for the first twenty that need it.
 */
export function mistakeFixes(known: KnownDesign, part: Span): QuickFix[] {
  return run(mistakeFixesInSteps(known, part));
}

/** `mistakeFixes` in steps. */
export function* mistakeFixesInSteps({ resolved, diagnostics }: KnownDesign, part: Span): Steps<QuickFix[]> {
  const made: QuickFix[] = [];
  let tried = 0;
  let mistakes = 0;
  for (const one of diagnostics) {
    if (one.span.start > part.end || part.start > one.span.end) continue;
    const isTried = hasTextFixes(resolved, one) && tried < MOST_TRIED;
    if (isTried) tried++;
    const all = [...(one.fixes ?? []), ...(isTried ? yield* textFixesInSteps(resolved, one) : [])];
    if (all.length > 0 && ++mistakes > MOST_MISTAKES) break;
    // An editor may apply the fix of an obvious error without asking. Of several fixes only the usual one may, never a
    // declaration, nor one that says that a verdict is intended.
    const isPlain = one.fixes?.length === 1 && one.severity === 'error';
    for (const [i, fix] of all.entries())
      made.push({
        title: cut(visible(fix.title)),
        ...(fix.title.length > MOST_TITLE ? { detail: fix.title } : {}),
        edits: fix.edits,
        diagnostics: [one],
        isPreferred: fix.isPreferred === true || (i === 0 && isPlain),
      });
  }
  return made;
}

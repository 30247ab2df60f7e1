import { analyze } from '../analyze.js';
import { run } from '../base/steps.js';
import type { OfferedFix } from '../fixes/offered.js';
import { offeredFixes } from '../fixes/offered.js';
import { judgeFixes, type Judged } from '../fixes/judge.js';
import { applyEdits } from '../ide/applyEdits.js';
import type { Resolved } from '../model/model.js';

/** Judges all fixes without pauses. */
export function judgeAll(resolved: Resolved, budget?: number): Judged {
  return run(judgeFixes(resolved, budget));
}

/** Every quick fix of a text that is offered at the operation with this name; without a name, anywhere. */
export function fixesOf(text: string, operation?: string): readonly OfferedFix[] {
  const { resolved, results } = analyze(text);
  const offered = offeredFixes(resolved, results, judgeAll(resolved), { start: 0, end: text.length });
  return offered.filter(({ at }) => operation === undefined || text.slice(at.start, at.end) === operation);
}

/** The details of the fixes whose action begins with `action`. */
export function detailsOf(text: string, operation: string, action: string): readonly string[] {
  return fixesOf(text, operation).flatMap(({ detail }) => (detail.startsWith(action) ? [detail] : []));
}

/** The text after the only fix whose title begins with `action`. */
export function fixed(text: string, operation: string, action: string): string {
  const found = fixesOf(text, operation).filter(({ detail }) => detail.startsWith(action));
  if (found.length !== 1)
    throw new Error(
      `${found.length} fixes begin with ${action}: ${fixesOf(text)
        .map(({ detail }) => detail)
        .join('; ')}`,
    );
  return applyEdits(text, found[0]?.edits ?? []);
}

import type { Fix } from '../base/edit.js';
import { run, type Steps } from '../base/steps.js';
import type { Diagnostic } from '../checks/diagnostic.js';
import type { Resolved } from '../model/model.js';
import { visible } from '../render/print/visible.js';
import { declareName } from './declareName.js';
import { editedInSteps } from './edited.js';
import { removeUnused } from './removeUnused.js';
import type { TextFixKind } from './textFix.js';

/** A new one is a file and a line here. */
const TEXT_FIXES: readonly TextFixKind[] = [declareName, removeUnused];

/**
 * What mends a diagnostic of the text itself. The edited text is read again: a fix that keeps the diagnostic, or causes
 * another one, is not offered.
 */
export function textFixes(resolved: Resolved, diagnostic: Diagnostic): readonly Fix[] {
  return run(textFixesInSteps(resolved, diagnostic));
}

/** `textFixes` in steps. */
export function* textFixesInSteps(resolved: Resolved, diagnostic: Diagnostic): Steps<readonly Fix[]> {
  const fixes: Fix[] = [];
  for (const kind of TEXT_FIXES) {
    if (!kind.codes.includes(diagnostic.code)) continue;
    for (const { title, edits } of kind.fixes(resolved, diagnostic)) {
      const after = yield* editedInSteps(resolved, edits);
      if (after.diagnostics.length < resolved.diagnostics.length) fixes.push({ title: visible(title), edits });
    }
  }
  return fixes;
}

/** Whether there is something to try for a diagnostic. */
export function hasTextFixes(resolved: Resolved, diagnostic: Diagnostic): boolean {
  return resolved.sources.isOwn(diagnostic.span) && TEXT_FIXES.some(({ codes }) => codes.includes(diagnostic.code));
}

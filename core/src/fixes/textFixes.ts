import type { Fix } from '../base/edit.js';
import type { Diagnostic } from '../checks/diagnostic.js';
import type { Resolved } from '../model/model.js';
import { visible } from '../render/print/visible.js';
import { declareName } from './declareName.js';
import { edited } from './edited.js';
import { removeUnused } from './removeUnused.js';
import type { TextFixKind } from './textFix.js';

/** A new one is a file and a line here. */
const TEXT_FIXES: readonly TextFixKind[] = [declareName, removeUnused];

/**
 * What mends a diagnostic of the text itself. The edited text is read again: a fix that keeps the diagnostic, or causes
 * another one, is not offered.
 */
export function textFixes(resolved: Resolved, diagnostic: Diagnostic): readonly Fix[] {
  const kinds = TEXT_FIXES.filter(({ codes }) => codes.includes(diagnostic.code));
  return kinds
    .flatMap((kind) => kind.fixes(resolved, diagnostic))
    .filter(({ edits }) => edited(resolved, edits).diagnostics.length < resolved.diagnostics.length)
    .map(({ title, edits }) => ({ title: visible(title), edits }));
}

import type { Fix } from '../../core/src/base/edit.js';
import { mistakeFixes } from '../../core/src/fixes/quickFixes.js';
import { applyEdits } from '../../core/src/ide/applyEdits.js';
import type { Resolved } from '../../core/src/model/model.js';

/** The preferred fix of the first mistake that has one, and the text once it is accepted; undefined: there is none. */
export function accepted(resolved: Resolved): { readonly fix: Fix; readonly text: string } | undefined {
  const { text, diagnostics } = resolved;
  const fix = mistakeFixes({ resolved, diagnostics }, { start: 0, end: text.length }).find((one) => one.isPreferred);
  return fix && { fix, text: applyEdits(text, fix.edits) };
}

import type { Fix } from '../base/edit.js';
import type { Diagnostic } from '../checks/diagnostic.js';
import type { Resolved } from '../model/model.js';

/** A fix that changes what the text says and not what comes of it: checked by reading the text again. */
export interface TextFixKind {
  /** Of the diagnostics that it is for. */
  readonly codes: readonly string[];
  /** For a diagnostic of the design's own file. */
  fixes(resolved: Resolved, diagnostic: Diagnostic): readonly Fix[];
}

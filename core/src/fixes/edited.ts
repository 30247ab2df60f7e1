import type { Edit } from '../base/edit.js';
import { run, type Steps } from '../base/steps.js';
import { applyEdits } from '../ide/applyEdits.js';
import type { Resolved } from '../model/model.js';
import { resolveInSteps } from '../model/resolve.js';
import { reparseInSteps } from '../syntax/parseDesign.js';

/** The design with a change of its own file, as it would be read. */
export function edited(resolved: Resolved, edits: readonly Edit[]): Resolved {
  return run(editedInSteps(resolved, edits));
}

/** `edited` in steps. */
export function* editedInSteps(resolved: Resolved, edits: readonly Edit[]): Steps<Resolved> {
  const texts = new Map([[resolved.sources.fileAt(0).path, applyEdits(resolved.text, edits)]]);
  return yield* resolveInSteps(yield* reparseInSteps(resolved, texts));
}

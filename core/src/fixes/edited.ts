import type { Edit } from '../base/edit.js';
import { applyEdits } from '../ide/applyEdits.js';
import type { Resolved } from '../model/model.js';
import { resolve } from '../model/resolve.js';
import { reparse } from '../syntax/parseDesign.js';

/** The design with a change of its own file, as it would be read. */
export function edited(resolved: Resolved, edits: readonly Edit[]): Resolved {
  return resolve(reparse(resolved, new Map([[resolved.sources.fileAt(0).path, applyEdits(resolved.text, edits)]])));
}

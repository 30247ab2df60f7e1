import type { Edit } from '../base/edit.js';
import { run, type Steps } from '../base/steps.js';
import type { Resolved } from '../model/model.js';
import { NOT_A_NAME, type Refused, renameInSteps } from './rename.js';

/** One of the designs that share a name, and a place of the name in it. */
export interface NamedDesign {
  readonly resolved: Resolved;
  readonly offset: number;
  /** What the design's file is called in a sentence; undefined: the design in which the user renames. */
  readonly file: string | undefined;
}

/** The edits of each design, or why none of them is changed. */
export type RenameInAll<Place> =
  | { readonly kind: 'ok'; readonly renamed: readonly { readonly place: Place; readonly edits: readonly Edit[] }[] }
  | Refused;

/** Renames in all designs that share a name, or in none of them. */
export function renameInAll<Place extends NamedDesign>(places: readonly Place[], wanted: string): RenameInAll<Place> {
  return run(renameInAllInSteps(places, wanted));
}

/** `renameInAll` in steps. */
export function* renameInAllInSteps<Place extends NamedDesign>(
  places: readonly Place[],
  wanted: string,
): Steps<RenameInAll<Place>> {
  // No design knows a name there.
  if (places.length === 0) return NOT_A_NAME;
  const renamed: { readonly place: Place; readonly edits: readonly Edit[] }[] = [];
  for (const place of places) {
    const { resolved, offset, file } = place;
    const found = yield* renameInSteps(resolved, offset, wanted);
    if (found.kind === 'refused') {
      const { kind, reason } = found;
      return { kind, reason: file === undefined ? reason : `In ${file}, which has this name as well: ${reason}` };
    }
    renamed.push({ place, edits: found.edits });
  }
  return { kind: 'ok', renamed };
}

import type { Location } from 'vscode-languageserver';
import { definition } from '#core';
import type { Documents } from './documents.js';
import type { Snapshot } from './snapshot.js';

/** One place of a file, as an offset in one of the designs that the file is part of. */
export interface PlaceInDesign {
  readonly design: Snapshot;
  readonly offset: number;
}

/** The place at an offset of a file's own text, in each of the designs that read the file as the first of them does. */
export function placesIn(designs: readonly Snapshot[], uri: string, offset: number): readonly PlaceInDesign[] {
  const text = designs.flatMap(({ files }) => files).find((file) => file.uri === uri)?.text;
  return designs.flatMap((design) => {
    const file = design.files.find((one) => one.uri === uri);
    return file === undefined || file.text !== text ? [] : [{ design, offset: file.start + offset }];
  });
}

/**
 * The name at an offset of a document's own text, in every design that knows it: those that include the file that
 * declares it, open or not. Empty where no declared name stands.
 */
export function namesAt(
  documents: Documents,
  snapshot: Snapshot,
  offset: number,
): { readonly places: readonly PlaceInDesign[]; readonly isAll: boolean } {
  for (const place of placesIn([snapshot, ...documents.including(snapshot.uri)], snapshot.uri, offset)) {
    const found = definition(place.design.resolved, place.offset);
    if (found === undefined) continue;
    const { sources } = place.design.resolved;
    const declaredIn = place.design.uriAt(found.target);
    const declaredAt = sources.local(found.target).span.start;
    const { snapshots, isAll } = documents.designsWith(declaredIn, place.design);
    const others = snapshots.filter(({ uri }) => uri !== place.design.uri);
    // In another design, the same place may be the second declaration of a name, which declares nothing.
    const places = placesIn([place.design, ...others], declaredIn, declaredAt).filter(
      ({ design, offset: at }) => definition(design.resolved, at) !== undefined,
    );
    return { places, isAll: isAll || declaredIn.startsWith('untitled:') };
  }
  return { places: [], isAll: true };
}

/** Each place once, in order of files and positions. */
export function locations(found: readonly Location[]): Location[] {
  const byKey = new Map(found.map((one) => [JSON.stringify(one), one]));
  return [...byKey.values()].sort((a, b) =>
    a.uri === b.uri
      ? a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character
      : a.uri < b.uri
        ? -1
        : 1,
  );
}

/** How a file is called in a sentence. */
export function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

import { existsSync } from 'node:fs';
import path from 'node:path';
import { analyze, type Analysis, type ComparedDesign, parseDesign } from '#core';
import { slashes } from '#disk';
import { hasErrors } from './exitCode.js';
import type { Revision } from './git.js';
import { inputNames, readInput } from './input.js';
import { type Io, UsageError } from './io.js';

/** A design at one time, with all that was found in it. */
interface Side extends Analysis {
  readonly name: string;
}

/** What became of the designs below some paths since a revision. */
export interface SinceRevision {
  readonly designs: readonly (ComparedDesign & { readonly before?: Side; readonly after?: Side })[];
  readonly unchanged: number;
  /** Designs with mistakes, now or then: what they say is about a part only. */
  readonly broken: readonly string[];
}

/**
 * Compares what lies below the paths with what lay there at a revision, with the includes of both times. Designs are
 * paired by their names, or as git takes them for renamed; those without any change are counted.
 */
export async function sinceRevision(io: Io, base: string, paths: readonly string[]): Promise<SinceRevision> {
  // Only this comparison starts programs: what Node needs for that is not loaded for any other command.
  const { readRevision } = await import('./git.js');
  const revision = readRevision(io.cwd, base);
  const now = await designsNow(io, paths, revision);
  const wasOf = (name: string): string => revision.renamed.get(name) ?? name;
  const known = new Set(now.map(wasOf));
  const gone = revision.files.filter((file) => !known.has(file) && isMeant(io, file, paths));
  const designs: SinceRevision['designs'][number][] = [];
  let unchanged = 0;
  for (const name of now) {
    const { text, place } = await readInput(io, name);
    const old = revision.read(wasOf(name));
    if (old.kind !== 'text') designs.push({ after: { name, ...analyze(text, {}, place) } });
    else if (isSame([place.path, text, place.read], [old.path, old.text, revision.read])) unchanged++;
    else
      designs.push({
        before: { name: old.path, ...analyze(old.text, {}, { path: old.path, read: revision.read, today: io.today }) },
        after: { name, ...analyze(text, {}, place) },
      });
  }
  for (const name of gone) {
    const old = revision.read(name);
    if (old.kind === 'text')
      designs.push({
        before: { name, ...analyze(old.text, {}, { path: name, read: revision.read, today: io.today }) },
      });
  }
  const broken = designs.flatMap(({ before, after }) => [
    ...(before !== undefined && hasErrors(before) ? [`${before.name} at ${base}`] : []),
    ...(after !== undefined && hasErrors(after) ? [after.name] : []),
  ]);
  return { designs, unchanged, broken };
}

/** The designs that are there now; a path whose designs are all gone has none. */
async function designsNow(io: Io, paths: readonly string[], { files }: Revision): Promise<readonly string[]> {
  const names: string[] = [];
  for (const one of paths) {
    try {
      names.push(...(await inputNames(io, [one])));
    } catch (error) {
      if (!(error instanceof UsageError) || !files.some((file) => isMeant(io, file, [one]))) throw error;
    }
  }
  const relative = [...new Set(names.map((name) => slashes(path.relative(io.cwd, path.resolve(io.cwd, name)))))];
  // A file that is named itself may be gone; one that never was is an error where it is read.
  return relative.filter((name) => !files.includes(name) || existsSync(path.resolve(io.cwd, name)));
}

/** Whether a design of the revision lies below one of the paths. */
function isMeant(io: Io, file: string, paths: readonly string[]): boolean {
  return (
    file.endsWith('.cap') &&
    paths.some((one) => {
      const wanted = slashes(path.relative(io.cwd, path.resolve(io.cwd, one)));
      return wanted === '' || wanted === file || file.startsWith(`${wanted}/`);
    })
  );
}

type Source = readonly [path: string, text: string, read: Parameters<typeof parseDesign>[2]];

/** Every text that takes part is the same, and so is how loudly things are said. */
function isSame(one: Source, other: Source): boolean {
  const texts = ([file, text, read]: Source): string => {
    const { reads } = parseDesign(file, text, read);
    return JSON.stringify([text, [...reads.values()].map((answer) => (answer.kind === 'text' ? answer.text : answer))]);
  };
  return texts(one) === texts(other);
}

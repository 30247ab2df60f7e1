import { flatMapped, type Steps } from '../base/steps.js';

/**
 * A part of a file's tree or of what is said about it, with every span moved by `by` characters. The same object if
 * `by` is 0.
 */
export function moved<Part>(part: Part, by: number): Part {
  return by === 0 ? part : (movedPart(part, by) as Part);
}

function movedPart(part: unknown, by: number): unknown {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map((one) => movedPart(one, by));
  const from = part as Readonly<Record<string, unknown>>;
  if (typeof from['start'] === 'number' && typeof from['end'] === 'number')
    return { start: from['start'] + by, end: from['end'] + by };
  const to: Record<string, unknown> = {};
  for (const key in from) to[key] = movedPart(from[key], by);
  return to;
}

/** The same for a list of them, in steps. `size`: how much work one is. */
export function* movedAll<Part>(
  parts: readonly Part[],
  by: number,
  size: (part: Part) => number,
): Steps<readonly Part[]> {
  return by === 0 ? parts : yield* flatMapped(parts, size, (part) => [moved(part, by)]);
}

import type { Model } from '../model/model.js';

/**
 * Results of earlier models, so that unchanged parts are not computed again. The caller makes it and keeps it between
 * calls.
 */
export type Cache = Map<string, unknown>;

/** A result, and the names of the operations that it mentions, because their numbers change with edits. */
interface Kept {
  readonly value: unknown;
  readonly mentioned: readonly (readonly [operation: number, name: string])[];
}

/** Results about earlier versions of a design, under keys that contain everything a result depends on. */
export class Memory {
  private readonly numbers: ReadonlyMap<string, number>;

  /** Results about another network are of no use, so the cache holds those of one network at a time. */
  constructor(
    private readonly model: Model,
    private readonly cache: Cache,
    network: string,
  ) {
    this.numbers = new Map(model.operations.map(({ name }, i) => [name, i]));
    if (cache.get('network') === network) return;
    cache.clear();
    cache.set('network', network);
  }

  /** A number for a long text in a key, the same for the life of the cache. */
  shortened(text: string): number {
    const key = `text ${text}`;
    const known = this.cache.get(key) as number | undefined;
    if (known !== undefined) return known;
    const number = this.cache.size;
    this.cache.set(key, number);
    return number;
  }

  /** Answers from the cache if it has the key, with the numbers that the operations have now. */
  *cached<T>(key: string, compute: () => Generator<void, T>): Generator<void, T> {
    const known = this.cache.get(key) as (Kept & { readonly value: T }) | undefined;
    if (known === undefined) return this.kept(key, yield* compute());
    if (known.mentioned.every(([operation, name]) => this.numberOf(name, operation) === operation)) return known.value;
    const numbers = new Map(known.mentioned.map(([operation, name]) => [operation, this.numberOf(name, operation)]));
    return this.kept(key, renumber(known.value, (operation) => numbers.get(operation) ?? operation) as T);
  }

  /** The same object for the same parts, so that a caller that keeps earlier results can compare by identity. */
  same<Part, T>(place: string, part: Part, make: () => T): T {
    const known = this.cache.get(place) as { readonly part: Part; readonly made: T } | undefined;
    if (known?.part === part) return known.made;
    const made = make();
    this.cache.set(place, { part, made });
    return made;
  }

  private kept<T>(key: string, value: T): T {
    const mentioned = [...mentionedIn(value)].map(
      (operation) => [operation, this.model.operations[operation]?.name ?? ''] as const,
    );
    this.cache.set(key, { value, mentioned } satisfies Kept);
    return value;
  }

  /** The number that an operation has now; a removed operation keeps its number. */
  private numberOf(name: string, before: number): number {
    return this.numbers.get(name) ?? before;
  }
}

/** The numbers of the operations that a result mentions. */
function mentionedIn(value: unknown, found = new Set<number>()): ReadonlySet<number> {
  if (typeof value !== 'object' || value === null) return found;
  if (Array.isArray(value)) {
    // Whole lists hold numbers of links and vertices.
    for (const item of value) if (typeof item === 'object') mentionedIn(item, found);
    return found;
  }
  for (const key in value) {
    const item: unknown = value[key as keyof typeof value];
    if (key === 'operation' && typeof item === 'number') found.add(item);
    else if (typeof item === 'object') mentionedIn(item, found);
  }
  return found;
}

/** A copy of a result with its operations renumbered. */
function renumber(value: unknown, index: (operation: number) => number): unknown {
  if (Array.isArray(value)) return value.map((item) => renumber(item, index));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === 'operation' && typeof item === 'number' ? index(item) : renumber(item, index),
    ]),
  );
}

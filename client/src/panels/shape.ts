/**
 * Guards for values that come from outside: from a page, from the window's memory, from a command's caller. A guard is
 * written against a type of the protocol: the compiler names each property and each kind of message that it misses.
 */
export type Guard<T> = (value: unknown) => value is T;

/** The property may be missing. */
export interface Optional<T> {
  readonly optional: Guard<T>;
}

/** A guard for each property of a type. */
export type Fields<T> = {
  readonly [Name in keyof T]-?: Record<string, never> extends Pick<T, Name>
    ? Optional<Exclude<T[Name], undefined>>
    : Guard<T[Name]>;
};

export const isString: Guard<string> = (value) => typeof value === 'string';
export const isNumber: Guard<number> = (value) => typeof value === 'number';

export function optional<T>(guard: Guard<T>): Optional<T> {
  return { optional: guard };
}

/** One of some words. With the type named, the compiler wants all of its words. */
export function isOneOf<Word extends string>(words: Readonly<Record<Word, true>>): Guard<Word> {
  return (value): value is Word => typeof value === 'string' && Object.hasOwn(words, value);
}

export function isListOf<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every((one) => guard(one));
}

/** An object with these properties, and perhaps others. */
export function isObject<T extends object>(fields: Fields<T>): Guard<T> {
  const all = Object.entries<Guard<unknown> | Optional<unknown>>(fields);
  return (value): value is T =>
    typeof value === 'object' &&
    value !== null &&
    all.every(([name, guard]) => {
      const property: unknown = Object.getOwnPropertyDescriptor(value, name)?.value;
      if (typeof guard === 'function') return guard(property);
      return property === undefined || guard.optional(property);
    });
}

/** One of the objects of a union, told apart by a property that is a word: each word has its fields. */
export function isTagged<Tag extends string, T extends { readonly [Key in Tag]: string }>(
  tag: Tag,
  cases: { readonly [Word in T[Tag]]: Fields<Omit<Extract<T, { readonly [Key in Tag]: Word }>, Tag>> },
): Guard<T> {
  const guards = new Map<unknown, Guard<object>>(
    Object.entries<Fields<object>>(cases).map(([word, fields]) => [word, isObject(fields)]),
  );
  return (value): value is T => {
    if (typeof value !== 'object' || value === null) return false;
    const word: unknown = Object.getOwnPropertyDescriptor(value, tag)?.value;
    return guards.get(word)?.(value) === true;
  };
}

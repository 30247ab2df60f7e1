/** A list that is found as far as somebody goes through it, and once. */
export function onDemand<T>(find: () => Iterator<T, void>): Iterable<T> {
  const found: T[] = [];
  let rest: Iterator<T, void> | undefined;
  let isWhole = false;
  const further = (): Iterator<T, void> => {
    let at = 0;
    return {
      next() {
        if (at === found.length && !isWhole) {
          const next = (rest ??= find()).next();
          if (next.done === true) {
            isWhole = true;
            return next;
          }
          found.push(next.value);
          at++;
          return next;
        }
        return at < found.length ? { done: false, value: found[at++] as T } : { done: true, value: undefined };
      },
    };
  };
  return { [Symbol.iterator]: () => (isWhole ? found[Symbol.iterator]() : further()) };
}

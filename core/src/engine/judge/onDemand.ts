/** A list that is found as far as somebody goes through it, and once. */
export function onDemand<T>(find: () => Iterator<T, void>): Iterable<T> {
  const found: T[] = [];
  let rest: Iterator<T, void> | undefined;
  let isWhole = false;
  function* further(): Generator<T, void> {
    for (let i = 0; ; i++) {
      if (i === found.length && !isWhole) {
        const next = (rest ??= find()).next();
        if (next.done === true) isWhole = true;
        else found.push(next.value);
      }
      if (i >= found.length) return;
      yield found[i] as T;
    }
  }
  return { [Symbol.iterator]: () => (isWhole ? found[Symbol.iterator]() : further()) };
}

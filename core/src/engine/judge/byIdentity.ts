interface Entry<T> {
  next?: Map<unknown, Entry<T>>;
  made?: { readonly value: T };
}

/** Values by what they depend on, a list of parts that are compared by identity. Each value is made once. */
export class ByIdentity<T> {
  private readonly root: Entry<T> = {};

  of(parts: readonly unknown[], make: () => T): T {
    let at = this.root;
    for (const part of parts) {
      const entries = (at.next ??= new Map<unknown, Entry<T>>());
      let next = entries.get(part);
      if (next === undefined) entries.set(part, (next = {}));
      at = next;
    }
    return (at.made ??= { value: make() }).value;
  }
}

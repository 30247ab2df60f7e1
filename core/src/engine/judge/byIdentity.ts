interface Entry<T> {
  readonly next: Map<unknown, Entry<T>>;
  made?: { readonly value: T };
}

/** Values by what they depend on, a list of parts that are compared by identity. Each value is made once. */
export class ByIdentity<T> {
  private readonly root: Entry<T> = { next: new Map() };

  of(parts: readonly unknown[], make: () => T): T {
    let at = this.root;
    for (const part of parts) {
      const next = at.next.get(part) ?? { next: new Map<unknown, Entry<T>>() };
      at.next.set(part, next);
      at = next;
    }
    return (at.made ??= { value: make() }).value;
  }
}

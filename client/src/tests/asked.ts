/** What a run is asked for: whole designs, or single tests of them. An item is a test where it has a parent. */
export interface RunRequest<Item> {
  readonly include: readonly Item[] | undefined;
  readonly exclude: readonly Item[] | undefined;
}

/** Of these designs, those of which at least one test is asked for. */
export function askedDesigns<Item extends { readonly parent?: Item | undefined }>(
  { include, exclude }: RunRequest<Item>,
  designs: readonly Item[],
): readonly Item[] {
  return designs.filter(
    (design) =>
      exclude?.includes(design) !== true &&
      (include === undefined || include.some((one) => one === design || one.parent === design)),
  );
}

export function isAsked<Item>({ include, exclude }: RunRequest<Item>, design: Item, test: Item): boolean {
  return (
    (include === undefined || include.includes(design) || include.includes(test)) && exclude?.includes(test) !== true
  );
}

/** How many items of a list come first for which this is true; it is for none after those. */
export function countLeading<Item>(items: readonly Item[], isLeading: (item: Item) => boolean): number {
  let [least, most] = [0, items.length];
  while (least < most) {
    const middle = (least + most) >> 1;
    // In a list without holes, it is there.
    if (isLeading(items[middle] as Item)) least = middle + 1;
    else most = middle;
  }
  return least;
}

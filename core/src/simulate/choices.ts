/**
 * Every way in which a run can go, by running it again and again. A run asks for a number below `options` at each
 * choice, and the next run changes the last choice that has options left (TigerBeetle's exhaustigen; stateless model
 * checking, Godefroid, POPL '97). The runs come in a fixed order.
 */
export class Choices {
  private next = 0;

  constructor(private readonly made: { chosen: number; readonly options: number }[] = []) {}

  /** A whole number from 0 to `options` − 1. */
  of(options: number): number {
    const known = this.made[this.next];
    this.next++;
    if (known !== undefined) return known.chosen;
    this.made.push({ chosen: 0, options });
    return 0;
  }

  /** One of a list that is not empty. */
  from<T>(list: readonly T[]): T {
    const one = list[this.of(list.length)];
    if (one === undefined) throw new Error('nothing to choose from');
    return one;
  }

  /** The same choices for the same run once more; after them, always the first option. */
  again(): Choices {
    return new Choices(this.made.map((one) => ({ ...one })));
  }

  /** Prepares the next run; false if there is no other. */
  advance(): boolean {
    this.next = 0;
    for (let last = this.made.pop(); last !== undefined; last = this.made.pop()) {
      if (last.chosen + 1 < last.options) {
        this.made.push({ chosen: last.chosen + 1, options: last.options });
        return true;
      }
    }
    return false;
  }
}

/** The subsets of a list with `size` members, in order of the list. */
export function subsetsOf<T>(list: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return list.flatMap((one, i) => subsetsOf(list.slice(i + 1), size - 1).map((rest) => [one, ...rest]));
}

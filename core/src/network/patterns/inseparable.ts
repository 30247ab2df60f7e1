/** Two relays with a link between them. */
interface Link {
  readonly a: number;
  readonly b: number;
}

/** Networks of more relays are taken as they are: each two of them are compared by a flow through all links. */
const MOST_RELAYS = 1_000;

/**
 * Which relays no `cuts` cut links can part, by number: the first of those that stay together. As long as there are
 * more ways between two of them, no two over the same link, than links are cut, they are as good as one (Menger), and
 * the links among them decide nothing.
 */
export function* inseparable(relays: number, links: readonly Link[], cuts: number): Generator<void, number[]> {
  const first = Array.from({ length: relays }, (_, relay) => relay);
  if (relays > MOST_RELAYS) return first;
  const network = new Ways(relays, links);
  const open: number[][] = [[...first]];
  for (let group = open.pop(); group !== undefined; group = open.pop()) {
    const [one = 0, ...others] = group;
    let left = others;
    for (let other = left.shift(); other !== undefined; other = left.shift()) {
      yield;
      const apart = network.partedBy(one, other, cuts);
      if (apart === undefined) {
        first[other] = one;
        continue;
      }
      // No cut of so few links parts those that are known to stay with the first one.
      const beyond = [other, ...left].filter((relay) => apart[relay] === 0);
      left = left.filter((relay) => apart[relay] === 1);
      open.push(beyond);
    }
  }
  return first;
}

/** Ways through a network, none over a link of another. */
class Ways {
  private readonly hops: { readonly to: number; readonly link: number; readonly sign: 1 | -1 }[][];

  constructor(
    relays: number,
    private readonly links: readonly Link[],
  ) {
    this.hops = Array.from({ length: relays }, () => []);
    links.forEach(({ a, b }, link) => {
      this.hops[a]?.push({ to: b, link, sign: 1 });
      this.hops[b]?.push({ to: a, link, sign: -1 });
    });
  }

  /** If at most `cuts` links part the two: a 1 for each relay on the side of the first one. */
  partedBy(from: number, to: number, cuts: number): Uint8Array | undefined {
    const { hops } = this;
    /** Per link: 1 if a way passes from a to b, -1 if from b to a. */
    const used = new Int8Array(this.links.length);
    for (let found = 0; found <= cuts; found++) {
      const seen = new Uint8Array(hops.length);
      seen[from] = 1;
      const queue = [from];
      const cameBy: { readonly from: number; readonly link: number; readonly sign: 1 | -1 }[] = [];
      for (const at of queue) {
        if (seen[to] === 1) break;
        for (const { to: next, link, sign } of hops[at] ?? []) {
          if (seen[next] === 1 || used[link] === sign) continue;
          seen[next] = 1;
          cameBy[next] = { from: at, link, sign };
          queue.push(next);
        }
      }
      if (seen[to] === 0) return seen;
      for (let at = to; at !== from; ) {
        const came = cameBy[at];
        if (came === undefined) break;
        used[came.link] = (used[came.link] ?? 0) + came.sign;
        at = came.from;
      }
    }
    return undefined;
  }
}

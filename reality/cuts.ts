import { createHash } from 'node:crypto';

/**
 * Links by name: "n1--n2" cuts both directions, "n1->n2" one; "n1 down" stops a node. n1 leads when the network breaks;
 * x is the client outside.
 */
export type Cuts = Readonly<Record<string, readonly string[]>>;

const apart = (left: readonly string[], right: readonly string[], arrow = '--'): string[] =>
  left.flatMap((u) => right.map((v) => `${u}${arrow}${v}`));

/** The table of cuts, by the number of members. */
export const CUTS: Readonly<Record<number, Cuts>> = {
  2: {
    'even split': ['n1--n2'],
    'leader sends only': ['n2->n1'],
    'leader hears only': ['n1->n2'],
  },
  3: {
    healthy: [],
    'leader isolated': apart(['n1'], ['n2', 'n3']),
    'follower isolated': apart(['n2'], ['n1', 'n3']),
    'one link, leader': ['n1--n2'],
    'one link, followers': ['n2--n3'],
    'all apart': ['n1--n2', 'n1--n3', 'n2--n3'],
    'leader hears only': apart(['n1'], ['n2', 'n3'], '->'),
    'leader sends only': apart(['n2', 'n3'], ['n1'], '->'),
    'follower hears only': apart(['n2'], ['n1', 'n3'], '->'),
    'follower sends only': apart(['n1', 'n3'], ['n2'], '->'),
    'one direction, from leader': ['n1->n2'],
    'one direction, to leader': ['n2->n1'],
    'client without leader': ['x--n1'],
    'client with lone leader': [...apart(['n1'], ['n2', 'n3']), ...apart(['x'], ['n2', 'n3'])],
    'client unheard by leader': ['x->n1'],
    'client deaf to leader': ['n1->x'],
    'leader stopped': ['n1 down'],
    'follower stopped': ['n2 down'],
    'followers stopped': ['n2 down', 'n3 down'],
    'leader stopped, followers apart': ['n1 down', 'n2--n3'],
  },
  4: {
    'even split': apart(['n1', 'n2'], ['n3', 'n4']),
    'leader isolated': apart(['n1'], ['n2', 'n3', 'n4']),
    ring: ['n1--n3', 'n2--n4'],
  },
  5: {
    'leader isolated': apart(['n1'], ['n2', 'n3', 'n4', 'n5']),
    'leader in minority': apart(['n1', 'n2'], ['n3', 'n4', 'n5']),
    'leader in majority': apart(['n1', 'n2', 'n3'], ['n4', 'n5']),
    'star around a follower': ['n1--n3', 'n1--n4', 'n1--n5', 'n3--n4', 'n3--n5', 'n4--n5'],
    'star around the leader': ['n2--n3', 'n2--n4', 'n2--n5', 'n3--n4', 'n3--n5', 'n4--n5'],
    'bridge of a follower': apart(['n1', 'n2'], ['n4', 'n5']),
    'bridge of the leader': apart(['n2', 'n3'], ['n4', 'n5']),
    'leader sees one, who sees all': apart(['n1'], ['n3', 'n4', 'n5']),
    'two miss the leader': apart(['n1'], ['n4', 'n5']),
    ring: ['n1--n3', 'n1--n4', 'n2--n4', 'n2--n5', 'n3--n5'],
    chain: ['n1--n3', 'n1--n4', 'n1--n5', 'n2--n4', 'n2--n5', 'n3--n5'],
    'three parts': [...apart(['n1', 'n2'], ['n3', 'n4', 'n5']), ...apart(['n3', 'n4'], ['n5'])],
    'leader hears only': apart(['n1'], ['n2', 'n3', 'n4', 'n5'], '->'),
    'leader sends only': apart(['n2', 'n3', 'n4', 'n5'], ['n1'], '->'),
    'minority hears only': apart(['n1', 'n2'], ['n3', 'n4', 'n5'], '->'),
    'leader stopped': ['n1 down'],
    'leader and follower stopped': ['n1 down', 'n2 down'],
    'leader stopped, others in two parts': ['n1 down', ...apart(['n2', 'n3'], ['n4', 'n5'])],
  },
  7: {
    'leader isolated': apart(['n1'], ['n2', 'n3', 'n4', 'n5', 'n6', 'n7']),
    'leader in minority': apart(['n1', 'n2', 'n3'], ['n4', 'n5', 'n6', 'n7']),
    'leader in majority': apart(['n1', 'n2', 'n3', 'n4'], ['n5', 'n6', 'n7']),
    'bridge of a follower': apart(['n1', 'n3', 'n4'], ['n5', 'n6', 'n7']),
    'three parts': [...apart(['n1', 'n2', 'n3'], ['n4', 'n5', 'n6', 'n7']), ...apart(['n4', 'n5'], ['n6', 'n7'])],
    'leader hears only': apart(['n1'], ['n2', 'n3', 'n4', 'n5', 'n6', 'n7'], '->'),
    'three stopped': ['n1 down', 'n2 down', 'n3 down'],
  },
};

/** How often a draw is repeated that gives a cut which is there already, or none. */
const MOST_DRAWS = 100;

/**
 * Cuts that nobody picked, of each kind in turn; the same seed gives the same ones, and a longer draw begins with a
 * shorter one.
 */
export function randomCuts(members: number, count: number, seed: string): Cuts {
  const draw = new Draw(`${seed} ${members}`);
  const nodes = Array.from({ length: members }, (_, i) => `n${i + 1}`);
  const kinds = Object.entries(kindsOf(nodes, draw));
  const found = new Map<string, readonly [name: string, links: readonly string[]]>();
  for (let i = 0; i < count; i++) {
    const [kind, links] = kinds[i % kinds.length] ?? ['', (): string[] => []];
    for (let attempt = 0; attempt < MOST_DRAWS; attempt++) {
      const cut = links();
      if (cut.length === 0 || found.has(cut.join())) continue;
      found.set(cut.join(), [`${seed}-${String(i + 1).padStart(2, '0')} ${kind}`, cut]);
      break;
    }
  }
  return Object.fromEntries(found.values());
}

/** Parts and the isolated one take x along, or leave it linked to all. */
function kindsOf(nodes: readonly string[], draw: Draw): Readonly<Record<string, () => string[]>> {
  const all = [...nodes, 'x'];
  const links = all.flatMap((u, i) => all.slice(i + 1).map((v) => [u, v] as const));
  const ways = all.flatMap((u) => all.filter((v) => v !== u).map((v) => `${u}->${v}`));
  const between = (partOf: (site: string) => number): string[] => {
    const parts = new Map((draw.chance(0.5) ? nodes : all).map((site) => [site, partOf(site)]));
    return links.flatMap(([u, v]) => {
      const [a, b] = [parts.get(u), parts.get(v)];
      return a === undefined || b === undefined || a === b ? [] : [`${u}--${v}`];
    });
  };
  const several = (count: number): string[] => {
    const parts = new Map(all.map((site) => [site, draw.below(count)]));
    return new Set(nodes.map((node) => parts.get(node))).size < count ? [] : between((site) => parts.get(site) ?? 0);
  };
  const some = (list: readonly string[], share: number): string[] => list.filter(() => draw.chance(share));
  const both = links.map(([u, v]) => `${u}--${v}`);
  return {
    'isolate one': () => {
      const one = nodes[draw.below(nodes.length)];
      return between((site) => Number(site === one));
    },
    'two parts': () => several(2),
    'some links, 0.3': () => some(both, 0.3),
    'some directions, 0.2': () => some(ways, 0.2),
    'three parts': () => several(3),
    'some links, 0.5': () => some(both, 0.5),
  };
}

/** Numbers that depend on a seed alone. */
class Draw {
  private drawn = 0;

  constructor(private readonly seed: string) {}

  chance(share: number): boolean {
    return this.next() < share;
  }

  below(count: number): number {
    return Math.floor(count * this.next());
  }

  private next(): number {
    const digest = createHash('sha256')
      .update(`${this.seed} ${this.drawn++}`)
      .digest();
    return digest.readUInt32BE() / 2 ** 32;
  }
}

/** The nodes that a cut stops. */
export function stoppedBy(links: readonly string[]): string[] {
  return links.flatMap((link) => /^(\w+) down$/.exec(link)?.[1] ?? []);
}

/** A cut as ordered pairs of sites: what the first sends does not arrive at the second. */
export function pairsOf(links: readonly string[]): (readonly [from: string, to: string])[] {
  return links.flatMap((link) => {
    const [u = '', v] = link.split(/--|->/);
    if (v === undefined) return [];
    return link.includes('->') ? [[u, v] as const] : [[u, v] as const, [v, u] as const];
  });
}

/**
 * 30 nodes and 60 links, every zone with a client of every store: all sets of cuts are too many, and looking at them
 * takes long. Designs of different numbers have nothing in common.
 */
export function longDesign(number) {
  const zones = Array.from({ length: 10 }, (_, z) => z);
  const clients = zones.map((z) => `c${z}`).join(', ');
  const places = zones.map(
    (z) => `zone z${z} { node ${[0, 1, 2].map((i) => `n${z}_${i}`).join(', ')} }\nclient c${z} in z${z}\n`,
  );
  const links = zones.flatMap((z) => [1, 2, 3].map((step) => `link z${z} -- z${(z + step) % 10} ${10 + number}ms\n`));
  const stores = [0, 1, 2, 3, 4, 5].map((s) => {
    const replicas = [0, 1, 2, 3, 4].map((i) => `n${(s + 2 * i) % 10}_${i % 3}`).join(', ');
    return `store s${s} on ${replicas} { choose ${s % 2 === 0 ? 'CP' : 'AP'} }\noperation w${s}: write s${s} from ${clients}\noperation r${s}: read s${s} from ${clients}\n`;
  });
  return [...places, ...links, ...stores].join('');
}

/** Thirty nodes in six zones with many links: all its cuts are far too many. */
export function largeDesign(): string {
  const zones = Array.from(
    { length: 6 },
    (_, z) => `zone z${z} { node ${Array.from({ length: 5 }, (_, n) => `z${z}n${n}`).join(', ')} }`,
  );
  const links = zones.flatMap((_, a) =>
    zones.flatMap((_, b) =>
      a < b ? [`link z${a} -- z${b} ${10 + a + b}ms`, `link second${a}${b}: z${a} -- z${b}`] : [],
    ),
  );
  const stores = zones.map(
    (_, z) =>
      `store s${z} on z${z}n0, z${(z + 1) % 6}n1, z${(z + 2) % 6}n2, z${(z + 3) % 6}n3, z${(z + 4) % 6}n4 { choose ${z % 2 === 0 ? 'CP' : 'AP'} }`,
  );
  const clients = zones.map((_, z) => `client c${z} in z${z}`);
  const everyone = zones.map((_, z) => `c${z}`).join(', ');
  const operations = zones.flatMap((_, z) => [
    `operation w${z}: write s${z} from ${everyone}`,
    `operation r${z}: read s${z} from ${everyone}`,
  ]);
  return [...zones, ...links, ...stores, ...clients, ...operations, ''].join('\n');
}

import type { WordRow } from './word.js';

/** What faults are counted in: `under any 2 links`. */
export const UNIT_WORDS = {
  node: { meaning: 'Stopped nodes: `under any 1 node`.' },
  zone: { meaning: 'A whole zone lost: its nodes, its network and the clients in it.' },
  link: { meaning: 'Cut links, those of nodes to their zone too: `under any 2 links`.' },
  all: { meaning: '`all links`: every set of cut links.' },
  links: { meaning: 'Cut links, those of nodes to their zone too.' },
  nodes: { meaning: 'Stopped nodes.' },
  zones: { meaning: 'Whole zones lost.' },
  'one-way': { meaning: 'One direction of a link cut.' },
  'one-ways': { meaning: 'Single directions of links cut.' },
  pair: {
    meaning:
      'Two places, zones or nodes outside of zones, between which no message passes, by whatever way; both reach ' +
      'everybody else.',
    source: 'Alquraan et al., OSDI 2018, on partial partitions; Cloudflare, 2020-11-02',
  },
  pairs: { meaning: 'Pairs of places between which no message passes.' },
  'isolated node': { meaning: 'A node of which all links are cut, that to its zone too; it still runs.' },
  'isolated nodes': { meaning: 'Nodes of which all links are cut; they still run.' },
  'zone apart': { meaning: 'A zone of which every link that leaves it is cut; inside, all works.' },
  'destroyed node': { meaning: 'A node that is stopped and whose disk is gone. Explored only where it is asked for.' },
  'destroyed nodes': { meaning: 'Nodes that are stopped and whose disks are gone.' },
  'destroyed zone': { meaning: 'A whole zone lost, with the disks of its nodes. Explored only where it is asked for.' },
  'destroyed zones': { meaning: 'Whole zones lost, with the disks of their nodes.' },
  'zones apart': { meaning: 'Zones of which every link that leaves them is cut.' },
} satisfies Record<string, WordRow>;

/** Do two words count faults together, as in `1 isolated node`? */
export function isUnitPhrase(first: string, second: string): boolean {
  return `${first} ${second}` in UNIT_WORDS;
}

/** What may follow the first word of something of two words that is counted: `node` after `isolated`. */
export function secondWords(first: string): string[] {
  const after = Object.keys(UNIT_WORDS).flatMap((unit) =>
    unit.startsWith(`${first} `) ? [unit.split(' ')[1] ?? ''] : [],
  );
  return [...new Set(after)];
}

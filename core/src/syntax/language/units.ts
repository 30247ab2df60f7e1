import type { WordRow } from './word.js';

/** What faults are counted in: `under any 2 links`. */
export const UNIT_WORDS = {
  node: { meaning: 'Stopped nodes: `under any 1 node`.' },
  zone: { meaning: 'A whole zone lost: its nodes, its switch and the clients in it.' },
  link: { meaning: 'Cut links, uplinks included: `under any 2 links`.' },
  all: { meaning: '`all links`: every set of cut links.' },
  links: { meaning: 'Cut links, uplinks included.' },
  nodes: { meaning: 'Stopped nodes.' },
  zones: { meaning: 'Whole zones lost.' },
  'one-way': { meaning: 'One direction of a link cut.' },
  'one-ways': { meaning: 'Single directions of links cut.' },
} satisfies Record<string, WordRow>;

import fc from 'fast-check';
import type { Model } from '../model/model.js';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];
const CONSENSUS = ['', 'leader a', 'no-prevote', 'leader a no-prevote', 'leader a paxos', 'leader a zab', 'relay'];
const PRIMARY = [
  'async',
  'async failover automatic',
  'sync 1 failover automatic',
  'sync 1 failover safe',
  'sync 1 step-down failover automatic',
  'in-sync 2 failover automatic',
];

/**
 * One store of any scheme on three to six machines that are all linked to each other, with up to two witnesses; one
 * client on the first machine, another on any machine or with links of its own to some. At most 16 links.
 */
export const completeMeshes: fc.Arbitrary<Model> = fc
  .record({
    size: fc.constantFrom(3, 4, 4, 5, 5, 6),
    witnesses: fc.constantFrom(0, 0, 0, 1, 2),
    scheme: fc.oneof(
      fc.constantFrom('choose CP', 'choose AP', 'choose CP replicate any', 'replicate any merge crdt'),
      fc.constantFrom(...CONSENSUS).map((words) => `replicate consensus ${words}`),
      fc.constantFrom(...CONSENSUS).map((words) => `choose AP replicate consensus ${words}`),
      fc.constantFrom(...PRIMARY).map((words) => `replicate primary a ${words}`),
      fc
        .record({ r: fc.integer({ min: 1, max: 3 }), w: fc.integer({ min: 1, max: 3 }) })
        .map(({ r, w }) => `replicate quorum R=${r} W=${w}`),
    ),
    level: fc.constantFrom(
      '',
      '',
      'level one',
      'level local',
      'level leader',
      'level quorum',
      'level all',
      'level bounded 5s',
    ),
    place: fc.nat({ max: 5 }),
    linked: fc.option(fc.integer({ min: 1, max: 6 })),
  })
  .map(({ size, witnesses, scheme, level, place, linked }) => {
    const names = NAMES.slice(0, size);
    const copies = Math.max(1, size - witnesses);
    const members = names.map((name, i) =>
      i < copies || !/consensus|primary/.test(scheme) ? name : `witness ${name}`,
    );
    const own = linked === null || size > 5 ? undefined : names.slice(0, linked);
    return [
      `node ${names.join(', ')}`,
      `mesh ${names.join(', ')}`,
      'client k at a',
      own === undefined ? `client m at ${names[place % size]}` : 'client m',
      ...(own ?? []).map((name) => `link m -- ${name}`),
      `store s on ${members.join(', ')} { ${scheme} }`,
      'operation put: write s from k, m',
      `operation get: read s from k, m ${level}`,
      '',
    ].join('\n');
  })
  .map((text) => resolve(parse(text)))
  .filter(({ model, diagnostics }) => model.links.length <= 16 && !diagnostics.some((one) => one.severity === 'error'))
  .map(({ model }) => model);

import fc from 'fast-check';
import { analyze } from '../analyze.js';
import type { Model } from '../model/model.js';

/** A design of one store whose members are all linked and vote, and one partition: the `.cap` text with its model. */
export interface Meshed {
  readonly text: string;
  readonly model: Model;
}

const RULES = [
  ...['', '', 'raft', 'paxos', 'zab', 'relay', 'no-prevote', 'paxos no-prevote'],
  ...['step-down', 'no-prevote step-down', 'relay step-down'],
];

/** A primary whose voters compare logs, too. */
const FAILOVERS = ['failover automatic raft', 'step-down failover automatic raft', 'sync 1 failover safe raft'];

/**
 * Four or five voters under any set of cut links: enough for voters to refuse each candidate for its log, and for
 * followers to miss a majority. Few of `models` have that many.
 */
export const meshes: fc.Arbitrary<Meshed> = fc
  .record({
    five: fc.boolean(),
    witnesses: fc.nat({ max: 5 }).map((n) => Math.max(0, n - 3)),
    rule: fc.nat({ max: RULES.length - 1 }),
    leader: fc.nat({ max: 3 }),
    failover: fc.nat({ max: 11 }),
    // On the healthy network too: links that are not there.
    missing: fc.oneof(
      { weight: 3, arbitrary: fc.constant<number[]>([]) },
      fc.uniqueArray(fc.nat({ max: 9 }), { maxLength: 3 }),
    ),
    cut: fc.uniqueArray(fc.nat({ max: 9 }), { minLength: 2, maxLength: 8 }),
    isDown: fc.nat({ max: 9 }),
    choice: fc.constantFrom('', '', 'choose AP'),
    wait: fc.constantFrom('', 'on partition wait 5s'),
    writes: fc.nat({ max: 5 }).map((n) => n > 0),
    level: fc.constantFrom('quorum', 'local', 'leader', 'bounded 5s', 'all'),
  })
  .map((drawn) => {
    const names = ['a', 'b', 'c', 'd', 'e'].slice(0, drawn.five ? 5 : 4);
    const pairs = names.flatMap((u, i) => names.slice(i + 1).map((v) => [u, v] as const));
    const links = pairs.filter((_, i) => !drawn.missing.includes(i));
    const cuts = links.filter((_, i) => drawn.cut.includes(i)).map(([u, v]) => `cut ${u} -- ${v}`);
    const data = names.slice(0, names.length - drawn.witnesses);
    const members = names.map((name) => (data.includes(name) ? name : `witness ${name}`));
    const leader = data[drawn.leader];
    const failover = FAILOVERS[drawn.failover];
    const replication =
      failover === undefined
        ? `consensus ${RULES[drawn.rule] ?? ''} ${leader === undefined ? '' : `leader ${leader}`}`
        : `primary ${leader ?? 'a'} ${failover}`;
    // A primary is asked alone: it has no reads of several copies.
    const level = failover !== undefined && ['quorum', 'all'].includes(drawn.level) ? 'leader' : drawn.level;
    const down = names[drawn.isDown];
    const issues = drawn.writes ? ['operation put: write s from k, m'] : [];
    const text = [
      `node ${names.join(', ')}`,
      ...links.map(([u, v]) => `link ${u} -- ${v}`),
      'client k at a',
      'client m at b',
      `store s on ${members.join(', ')} { ${drawn.choice} replicate ${replication} ${drawn.wait} }`,
      ...issues,
      `operation get: read s level ${level} from k, m`,
      'explore any 1 node',
      `partition p { ${[...cuts, ...(down === undefined ? [] : [`down ${down}`])].join('\n')} }`,
      '',
    ].join('\n');
    return { text, model: analyze(text).resolved.model };
  })
  .filter(({ model }) => model.partitions.length > 0);

// Small files that were slow: what `netsplit check` takes for each, in seconds of the processor and in megabytes.
// bench/searchSlow.mjs looks for new ones.

import { costOf } from './cost.mjs';
import { randomNumbers } from './largeDesign.mjs';

/** Beyond this a file counts as not finished. In seconds of the processor. */
const LONGEST = 120;
/** What is aimed at for each. */
export const AIM = { seconds: 1, megabytes: 200 };

export function benchSlowFiles() {
  console.log(`Small files that were slow (aim: ${AIM.seconds} s and ${AIM.megabytes} MB):`);
  for (const [name, text] of slowFiles()) {
    const cost = costOf(text, LONGEST);
    if (cost === undefined) {
      console.log(`  ${name}: not finished within ${LONGEST} s`);
      continue;
    }
    const { seconds, megabytes } = cost;
    const marks = `${seconds > AIM.seconds ? ', slow' : ''}${megabytes > AIM.megabytes ? ', large' : ''}`;
    console.log(`  ${name}: ${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB${marks} (${text.length} bytes)`);
  }
}

const FAILOVER = '\n  replicate primary n0 sync 2 failover automatic';

/** Name and text of each. */
export function slowFiles() {
  const meshed = (n, words, clause = '') => {
    const nodes = Array.from({ length: n }, (_, i) => `n${i}`);
    return [
      `node ${nodes.join(', ')}`,
      'client p at n0',
      `client q at n${n - 1}`,
      `store s on ${nodes.join(', ')} { choose CP${clause} }`,
      'operation w: write s from p, q',
      `operation r: read s from p, q${words === '' ? '' : ` ${words}`}`,
      '',
    ].join('\n');
  };
  const lines = (n, line) => Array.from({ length: n }, (_, i) => line(i)).join('\n');
  const small = 'client c at n0\nstore s on n0, n1 { choose CP }\noperation o: write s from c\n';
  const steps = lines(200, (i) => `  ${i % 2 === 0 ? 'read' : 'write'} ${i % 3 === 0 ? 't' : 's'}`);
  return [
    ['6 nodes, a mesh', meshed(6, '')],
    ['6 nodes, a mesh, needs linearizable', meshed(6, 'needs linearizable')],
    ['6 nodes, a mesh, needs monotonic-reads', meshed(6, 'needs monotonic-reads')],
    ['6 nodes, a mesh, needs causal', meshed(6, 'needs causal')],
    ['8 nodes, a mesh, three needs', meshed(8, 'needs linearizable, causal, monotonic-reads')],
    [
      '8 nodes, a mesh, three needs, no PreVote',
      meshed(8, 'needs linearizable, causal', '\n  replicate consensus no-prevote'),
    ],
    ['6 nodes, a mesh, reads of one copy', meshed(6, 'level one')],
    ['6 nodes, a mesh, reads at all', meshed(6, 'level all')],
    ['6 nodes, a mesh, bounded reads', meshed(6, 'level bounded 5s')],
    ['6 nodes, a mesh, quorums of two', meshed(6, '', '\n  replicate quorum R=2 W=2')],
    [
      '6 nodes, a mesh, sloppy quorums of one, needs causal',
      meshed(6, 'needs causal', '\n  replicate quorum R=1 W=1 sloppy').replace('choose CP', ''),
    ],
    ['6 nodes, a mesh, expected never stale', `${meshed(6, '')}expect r never stale\n`],
    ['6 nodes, a mesh with failover, expected never lost', `${meshed(6, '', FAILOVER)}expect w never lost\n`],
    [
      'an operation of 200 steps',
      `node a, b, c\nlink a -- b\nlink b -- c\nclient k at a\nstore s on a, b, c { choose CP }\n` +
        `store t on a, b { choose AP }\noperation o from k {\n${steps}\n}\n`,
    ],
    [
      '10,000 wrong names beside as many right ones',
      `${lines(10_000, (i) => `node longer_name_${i}`)}\n${lines(10_000, (i) => `client c${i} at longer_nime_${i + 100_000}`)}\n`,
    ],
    [
      'a partition of 2,000 sides',
      `${lines(2000, (i) => `node n${i}`)}\nlink n0 -- n1\n${small}` +
        `partition p { ${Array.from({ length: 2000 }, (_, i) => `n${i}`).join(' | ')} }\nexpect o error under p\n`,
    ],
    ['10,000 nodes, one link', `${lines(10_000, (i) => `node n${i}`)}\nlink n0 -- n1\n${small}`],
    [
      '10,000 nodes in a tree',
      `${lines(10_000, (i) => `node n${i}`)}\n${lines(9999, (i) => `link n${i + 1} -- n${i >> 1}`)}\n${small}`,
    ],
    [
      'an operation from 400 clients',
      `node a, b, c\nlink a -- b\nlink b -- c\n${lines(400, (i) => `client c${i} at ${'abc'[i % 3]}`)}\n` +
        'store s on a, b, c { choose CP }\n' +
        `operation o: write s from ${Array.from({ length: 400 }, (_, i) => `c${i}`).join(', ')}\n`,
    ],
    ['500 nodes, 1,000 links, 200 operations', wideDesign()],
  ];
}

function wideDesign() {
  const random = randomNumbers(1);
  const some = (below, count) => {
    const found = new Set();
    while (found.size < count) found.add(random(below));
    return [...found];
  };
  const choices = [
    'choose CP',
    'choose AP',
    'replicate quorum R=2 W=2',
    'replicate consensus',
    'replicate any merge discard',
  ];
  const parts = [];
  for (let i = 0; i < 500; i++) parts.push(`node n${i}`);
  for (let i = 0; i < 50; i++) parts.push(`router r${i}`);
  for (let i = 0; i < 500; i++) parts.push(`link n${i} -- r${random(50)} 1ms`);
  for (let i = 0; i < 500; i++)
    parts.push(
      `link x${i}: ${some(50, 2)
        .map((r) => `r${r}`)
        .join(' -- ')} 2ms`,
    );
  for (let i = 0; i < 20; i++) parts.push(`client c${i} at n${random(500)}`);
  for (let i = 0; i < 20; i++)
    parts.push(
      `store s${i} on ${some(500, 5)
        .map((n) => `n${n}`)
        .join(', ')} { ${choices[random(5)]} }`,
    );
  for (let i = 0; i < 200; i++)
    parts.push(
      `operation o${i}: ${['read', 'write'][random(2)]} s${random(20)} from ${some(20, 3)
        .map((c) => `c${c}`)
        .join(', ')}`,
    );
  return `${parts.join('\n')}\n`;
}

// Texts of a megabyte, each of one kind.

import { randomNumbers } from './largeDesign.mjs';

const LENGTH = 1_000_000;

function filled(line, head = '') {
  const parts = [head];
  let length = head.length;
  for (let i = 0; length < LENGTH; i++) {
    const part = line(i);
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

/** Text by name. */
export function largeTexts() {
  const random = randomNumbers(20121003);
  const nodes = Array.from({ length: 100 }, (_, i) => `node n${i}\n`).join('');
  const small = `${nodes}link n0 -- n1\nclient c at n0\nstore s on n0, n1 { choose CP }\n`;
  const letters = 'abcdefghijklmnopqrstuvwxyz{}"/*,:;|=-> \n0123456789#é';
  return {
    nodes: filled((i) => `node n${i}\n`),
    links: filled((i) => `link l${i}: n${i % 100} -- n${(i * 7 + 1) % 100} ${i % 90}ms\n`, small),
    operations: filled((i) => `operation o${i}: ${i % 2 === 0 ? 'read' : 'write'} s from c\n`, small),
    expectations: filled(
      (i) => `expect o never ${i % 2 === 0 ? 'lost' : 'stale'} under any 1 link\n`,
      `${small}operation o: read s from c\n`,
    ),
    partitions: filled(
      (i) => `partition p${i} { ${Array.from({ length: 100 }, (_, n) => `n${n}`).join(' | ')} }\n`,
      small,
    ),
    'one line': filled((i) => `${i === 0 ? 'node ' : ', '}n${i}`),
    'one word': `node ${'n'.repeat(LENGTH)}\n`,
    'unknown names': filled((i) => `client c${i} at longer_name_${i}\n`, small),
    garbage: filled(() => letters[random(letters.length)]),
    words: filled(
      (i) => `${['lorem', 'ipsum', 'store', 'from', 'Node', 'under', 'link'][random(7)]}${i % 9 === 0 ? '\n' : ' '}`,
    ),
    'deep nesting': filled((i) => `${'{'.repeat(100)}\n`, 'zone z '),
    'nested operations': filled((i) => `operation o${i} { operation p${i} { read s } }\n`, small),
    braces: `node a\n${'}\n'.repeat(LENGTH / 2)}`,
    comments: filled((i) => `// The comment number ${i} of a file that has little else.\n`, small),
    'foreign comments': filled((i) => `# The comment number ${i} of a file that has little else.\n`, small),
    'one comment': `${small}/* ${'a comment that goes on\n'.repeat(LENGTH / 23)} */\n`,
    quotes: filled((i) => `node "n${i}\n`),
    yaml: filled((i) => `node${i}:\n  zone: z${i % 9}\n  replicas: 3\n`),
  };
}

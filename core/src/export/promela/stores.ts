import { type Design, remarked } from './design.js';
import { choice, fill } from './holes.js';
import { lackingText } from './requires.js';
import { caseOf, summary, type WrittenStore } from './schemes/index.js';
import type { Discarded, StoreText } from './schemes/scheme.js';
import stores from './stores.pml?raw' with { type: 'text' };

/** What a replica does that is asked, and what can become of what it did. */
export function storesText(design: Design, all: readonly WrittenStore[]): string {
  const each = (variable: string, textOf: (text: StoreText) => string): string =>
    all.map((one) => `${caseOf(one, variable)}\n${textOf(one.text)}`).join('\n');
  return fill(stores, {
    'who leads, as the replica sees it': standing(all),
    'what the replica requires': lackingText(design, all),
    writes: each('store', ({ write }) => write),
    reads: each('store', ({ read }) => read),
    settling: all.flatMap(settling).join('\n'),
    'lost writes': lostWrites(all),
    'dirty reads': dirtyReads(all),
    'what a read missed': each('about', ({ missed }) => missed),
    'conflicts of writes': each('about', ({ conflict }) => conflict),
  });
}

function standing(all: readonly WrittenStore[]): string {
  const ways = all.flatMap(({ here, text }) =>
    text.standing === undefined ? [] : [`:: store == ${here} ->\n${text.standing}`],
  );
  return choice(ways, 'skip');
}

function settling({ store, here, text }: WrittenStore): string[] {
  if (text.settle === undefined) return [];
  return [`${remarked(`inline settle_${here}(under) {`, summary(store))}\natomic {\n${text.settle}\n}\n}\n`];
}

function dirtyReads(all: readonly WrittenStore[]): string {
  const ways = all.flatMap(({ here, text: { dirty } }) =>
    dirty === undefined ? [] : [`:: about == ${here} && reading ->\n${lookFor(dirty, 'DIRTY')}`],
  );
  return choice(ways, 'skip');
}

function lookFor({ look, guard }: Discarded, harm: 'LOST' | 'DIRTY'): string {
  return `${look === undefined ? '' : `${look};\n`}harm = (${guard} -> ${harm} : 0)`;
}

function lostWrites(all: readonly WrittenStore[]): string {
  const ways = all.flatMap(({ here, text: { lost } }) =>
    lost === undefined ? [] : [`:: about == ${here} && !reading ->\n${lookFor(lost, 'LOST')}`],
  );
  return choice(ways, 'skip');
}

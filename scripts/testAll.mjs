// npm run test:all: `npm test` with large numbers of designs, texts and edits and a fresh seed beside each fixed one,
// the packages on the oldest Node, real servers under cuts, a sample of mutants, and an hour of random editing
// (NETSPLIT_SOAK_MINUTES) of the language server, and one in VS Code. Takes hours: for the night and before a release. A
// design that is found to be judged wrongly is written, shrunk, into test/regressions/, which every run checks.

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { findOrInstall, SERVERS } from './debian.mjs';
import { checkParts, failureMessages, part, runNode, runVitest, single, summarize, wholeParts } from './gate.mjs';
import { repo } from './setup.mjs';

process.env.NETSPLIT_BUDGET = 'large';
process.env.NETSPLIT_FRESH_SEED ??= String(Date.now() % 2 ** 31);
console.log(`The fresh seed is ${process.env.NETSPLIT_FRESH_SEED}: NETSPLIT_SEED=… npm run test:all repeats it.`);

await checkParts();
await wholeParts();
await part('installed packages, Node 22', async () => {
  process.env.NETSPLIT_NODE = await (await import('./oldestNode.mjs')).installOldestNode();
  try {
    return await runVitest('package');
  } finally {
    delete process.env.NETSPLIT_NODE;
  }
});
await part(
  'real servers, quick',
  single(async () => {
    await findOrInstall(SERVERS);
    await runNode('scripts/reality.mjs', ['--quick']);
  }),
);
await part(
  'mutation sample',
  single(() => runNode('node_modules/@stryker-mutator/core/bin/stryker.js', ['run', 'stryker.config.mjs'])),
);
await part(
  'soak',
  single(() =>
    runNode('scripts/soak.mjs', [process.env.NETSPLIT_SOAK_MINUTES ?? '60', process.env.NETSPLIT_FRESH_SEED]),
  ),
);
await part(
  'soak in VS Code',
  single(() =>
    runNode('test/host/soak.mjs', [process.env.NETSPLIT_SOAK_MINUTES ?? '60', process.env.NETSPLIT_FRESH_SEED]),
  ),
);
keepDesigns();
summarize();

/** The last design of a message is the smallest that was found. */
function keepDesigns() {
  for (const message of failureMessages()) {
    const design = [...message.matchAll(/```cap\n([\s\S]*?)\n```/g)].at(-1)?.[1];
    if (design === undefined) continue;
    const hash = createHash('sha256').update(design).digest('hex').slice(0, 8);
    const file = path.join('test', 'regressions', `found-${hash}.cap`);
    writeFileSync(path.join(repo, file), `${design.trimEnd()}\n`);
    console.log(`Kept as ${file}: give it a name and a comment that says what was wrong.`);
  }
}

// Writes docs/diagnostics/ from the table of checks and docs/presets.md from that of presets: run it after changing a
// row; a test compares.

import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { repo, setUp } from './setup.mjs';

await setUp();
const esbuild = await import('esbuild');
const { outputFiles } = await esbuild.build({
  absWorkingDir: repo,
  stdin: {
    contents:
      'export { CHECKS } from "./core/src/checks/index.ts"; export { checkIndex, checkPage } from "./core/src/checks/page.ts"; export { saidOf } from "./core/src/testing/examples.ts"; export { presetPage } from "./core/src/render/words/preset.ts";',
    resolveDir: repo,
  },
  bundle: true,
  format: 'esm',
  write: false,
});
const { CHECKS, checkIndex, checkPage, presetPage, saidOf } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
);

const folder = path.join(repo, 'docs/diagnostics');
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) rmSync(path.join(folder, name));
for (const check of CHECKS) writeFileSync(path.join(folder, `${check.code}.md`), checkPage(check, saidOf(check)));
writeFileSync(path.join(folder, 'README.md'), checkIndex(CHECKS));
writeFileSync(path.join(repo, 'docs/presets.md'), presetPage());
console.log(`Wrote ${CHECKS.length + 2} pages.`);

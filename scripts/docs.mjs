// Writes what is made from tables: the index of docs/diagnostics/ from its pages and the checks, docs/presets.md from
// the presets, docs/lessons.md from the lessons, docs/reality.md from the recorded rows, the skill for agents from the
// page of the language, and the words of the TextMate grammar from those of the language. Run it after changing a row
// or a title; tests compare.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { repo, setUp } from './setup.mjs';

await setUp();
const esbuild = await import('esbuild');
const { outputFiles } = await esbuild.build({
  absWorkingDir: repo,
  stdin: {
    contents:
      'export { CHECKS } from "./core/src/checks/index.ts";' +
      'export { checkIndex, readCheckPage } from "./core/src/testing/checkPages.ts";' +
      'export { presetPage } from "./core/src/render/words/preset.ts";' +
      'export { highlighted } from "./core/src/testing/highlighted.ts";' +
      'export { compareAll } from "./reality/compare.ts";' +
      'export { measuredTexts, realityPage } from "./reality/page.ts";' +
      'export { libraryOf } from "./core/src/ide/library.ts";' +
      'export { lessonsPage } from "./core/src/testing/lessonsPage.ts";' +
      'export { skillPage } from "./core/src/testing/skill.ts";',
    resolveDir: repo,
  },
  bundle: true,
  format: 'esm',
  platform: 'node',
  write: false,
});
const {
  CHECKS,
  checkIndex,
  compareAll,
  highlighted,
  lessonsPage,
  libraryOf,
  measuredTexts,
  presetPage,
  readCheckPage,
  realityPage,
  skillPage,
} = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);

const folder = path.join(repo, 'docs/diagnostics');
const pageOf = (code) => readCheckPage(readFileSync(path.join(folder, `${code}.md`), 'utf8'));
writeFileSync(path.join(folder, 'README.md'), checkIndex(CHECKS, pageOf));
const measured = compareAll(repo);
writeFileSync(path.join(repo, 'docs/presets.md'), presetPage(measuredTexts(measured)));
const reality = path.join(repo, 'docs/reality.md');
writeFileSync(reality, realityPage(readFileSync(reality, 'utf8'), measured));

const shipped = (name) => {
  const file = path.join(repo, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
};
writeFileSync(path.join(repo, 'docs/lessons.md'), lessonsPage(libraryOf(shipped)));

const language = readFileSync(path.join(repo, 'docs/language.md'), 'utf8');
writeFileSync(path.join(repo, 'skills/netsplit/SKILL.md'), skillPage(language));

const grammar = path.join(repo, 'syntaxes/cap.tmLanguage.json');
writeFileSync(grammar, highlighted(readFileSync(grammar, 'utf8')));

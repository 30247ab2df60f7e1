// The pictures of README.md, from what the product says: node scripts/pictures.mjs writes images/outage.png, a diagram
// under a cut, and images/fix.png, an animation of an edit, its verdicts, the light bulb and what comes of it.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openBrowser } from './host/browser.mjs';
import { animated } from './pictures/apng.mjs';
import { repo } from './setup.mjs';

const WIDTH = 760;
const HEIGHT = 300;

const { build } = await import('esbuild');
const { outputFiles } = await build({
  absWorkingDir: repo,
  entryPoints: ['scripts/pictures/story.ts'],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  loader: { '.pml': 'text' },
});
const { outage, story } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

const { browser, page } = await openBrowser();
try {
  await page.emulateMedia({ colorScheme: 'light' });
  const sample = readFileSync(path.join(repo, 'samples/incident-github-2018-10-21.cap'), 'utf8');
  await page.setContent(`<body style="margin:0">${outage(sample, 'maintenance')}</body>`);
  await page.locator('svg').screenshot({ path: path.join(repo, 'images/outage.png') });
  const frames = [];
  await page.setViewportSize({ width: WIDTH, height: HEIGHT });
  for (const { html, seconds } of story()) {
    await page.setContent(html);
    frames.push({ png: await page.screenshot(), seconds });
  }
  writeFileSync(path.join(repo, 'images/fix.png'), animated(frames));
} finally {
  await browser.close();
}

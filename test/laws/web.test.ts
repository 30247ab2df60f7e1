// What goes into a browser runs there: bundled as it is shipped, it asks for nothing that only Node has.

import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { WEB_BUNDLES } from '../../scripts/build.mjs';
import { readJson, repo } from './sources.js';

test('the manifest names the web entry that the build makes', () => {
  expect(WEB_BUNDLES.map(({ to }) => `./${to}`)).toContain(readJson<{ browser: string }>('package.json').browser);
});

for (const { from, to, ...options } of WEB_BUNDLES) {
  test(`${from} needs no module of Node, and no package that is not in its bundle`, async () => {
    // A module of Node that is imported would end the build: for a browser, there is none.
    const { metafile } = await build({
      ...options,
      absWorkingDir: repo,
      entryPoints: [from],
      outfile: to,
      bundle: true,
      write: false,
      metafile: true,
      logLevel: 'silent',
    });
    const outside = Object.values(metafile.outputs).flatMap(({ imports }) =>
      imports.filter(({ external }) => external === true),
    );
    expect(outside.map(({ path }) => path).filter((path) => path !== 'vscode')).toEqual([]);
  });
}

test('what is written for browsers is compiled without the types of Node', () => {
  for (const folder of ['client/src/web', 'server/src/web']) {
    const { types } = readJson<{ compilerOptions: { types: string[] } }>(`${folder}/tsconfig.json`).compilerOptions;
    expect({ folder, node: types.includes('node') }).toEqual({ folder, node: false });
  }
});

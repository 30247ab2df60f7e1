// npm run build: bundles the extension, the language server and its worker, the pages of the panels and the CLI into
// dist/. With --production: minified and without source maps, as it goes into the VSIX.

import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { billOfMaterials, bundledPackages, thirdPartyNotices } from './notices.mjs';
import { repo, setUp } from './setup.mjs';

// VS Code 1.101, the oldest that package.json admits, and the pinned Node run all of this as it is.
const NODE = { platform: 'node', format: 'cjs', target: 'node22' };
const BROWSER = { platform: 'browser', format: 'iife', target: 'chrome130' };
/** What runs in web workers, in whatever browser somebody opens vscode.dev with. */
const WEB = { platform: 'browser', format: 'iife', target: 'es2022' };

/** The extension in a browser. */
export const WEB_BUNDLES = [
  { from: 'client/src/web/extension.ts', to: 'dist/web/client.js', ...WEB, format: 'cjs', external: ['vscode'] },
  { from: 'server/src/web/main.ts', to: 'dist/web/server.js', ...WEB },
];

/** The file that a shell runs. A Node that is too old for the rest has to parse it, to say so. */
export const START_BUNDLE = {
  from: 'cli/src/start.ts',
  to: 'dist/cli.js',
  ...NODE,
  target: 'node6',
  banner: { js: '#!/usr/bin/env node' },
  executable: true,
};

/** The core is a file of its own, which server, worker and command line load: once on the disk, not in each of them. */
const sharedCore = {
  name: 'shared core',
  setup: (build) => build.onResolve({ filter: /^#core$/ }, () => ({ path: './core.js', external: true })),
};

/** The same for a page that the command line writes, which puts the core before it under this name. */
const coreOfThePage = {
  name: 'core of the page',
  setup: (build) => {
    build.onResolve({ filter: /^#core$/ }, () => ({ path: 'core', namespace: 'page' }));
    build.onLoad({ filter: /^core$/, namespace: 'page' }, () => ({ contents: 'module.exports = netsplitCore' }));
  },
};

/** The style of the panels in a page of its own, where nothing has the classes that VS Code gives to a theme. */
const outsideVscode = {
  name: 'outside of VS Code',
  setup: (build) =>
    build.onLoad({ filter: /[\\/]webview[\\/]src[\\/].*\.css$/ }, ({ path: file }) => ({
      contents: readFileSync(file, 'utf8').replace(/^\.vscode-[^{]*\{[^}]*\}\n/gm, ''),
      loader: 'css',
    })),
};

/**
 * The MCP library brings a validator that compiles schemas, 38 KB compressed. Its other one, which it has for browsers,
 * does the same for the little that a server validates.
 */
const smallValidator = {
  name: 'small validator',
  setup: (build) => {
    build.onResolve({ filter: /^@modelcontextprotocol\/server\/_shims$/ }, () => ({ path: 'shims', namespace: 'mcp' }));
    build.onLoad({ filter: /^shims$/, namespace: 'mcp' }, () => ({
      contents:
        'export { default as process } from "node:process";' +
        'export { CfWorkerJsonSchemaValidator as DefaultJsonSchemaValidator } from ' +
        '"@modelcontextprotocol/server/validators/cf-worker";',
      resolveDir: repo,
    }));
  },
};

/** What the bundles of the playground have for the editor library's parsers, which they do not use. */
export const NO_LANGUAGE = Object.fromEntries(
  ['@codemirror/language', '@lezer/common'].map((name) => [name, path.join(repo, 'page/src/play/noLanguage.ts')]),
);

const BUNDLES = [
  { from: 'client/src/extension.ts', to: 'dist/client.js', ...NODE, external: ['vscode'] },
  // Also a part of pages that the command line writes: small in every build.
  { from: 'core/src/index.ts', to: 'dist/core.js', ...NODE, minify: true },
  { from: 'server/src/node/main.ts', to: 'dist/server.js', ...NODE, plugins: [sharedCore] },
  { from: 'server/src/node/worker.ts', to: 'dist/worker.js', ...NODE, plugins: [sharedCore] },
  START_BUNDLE,
  { from: 'cli/src/main.ts', to: 'dist/main.js', ...NODE, plugins: [sharedCore] },
  { from: 'cli/src/mcp/main.ts', to: 'dist/mcp.js', ...NODE, plugins: [sharedCore, smallValidator] },
  ...WEB_BUNDLES,
  { from: 'webview/src/report.ts', to: 'dist/webview/report.js', ...BROWSER },
  { from: 'webview/src/diagram.ts', to: 'dist/webview/diagram.js', ...BROWSER },
  { from: 'webview/src/timeline.ts', to: 'dist/webview/timeline.js', ...BROWSER },
  {
    from: 'page/src/interactive.ts',
    to: 'dist/interactive.js',
    ...BROWSER,
    minify: true,
    sourcemap: false,
    plugins: [coreOfThePage],
  },
  { from: 'page/src/site.css', to: 'dist/site.css', ...BROWSER, minify: true, sourcemap: false },
  {
    from: 'page/src/interactive.css',
    to: 'dist/interactive.css',
    ...BROWSER,
    minify: true,
    sourcemap: false,
    plugins: [outsideVscode],
  },
  {
    from: 'page/src/play.ts',
    to: 'dist/play.js',
    ...BROWSER,
    minify: true,
    sourcemap: false,
    alias: NO_LANGUAGE,
  },
  {
    from: 'page/src/play.css',
    to: 'dist/play.css',
    ...BROWSER,
    minify: true,
    sourcemap: false,
    plugins: [outsideVscode],
  },
  {
    from: 'page/src/play/worker.ts',
    to: 'dist/playWorker.js',
    ...BROWSER,
    minify: true,
    sourcemap: false,
    plugins: [coreOfThePage],
  },
];

/** Every style sheet beside the page's script is one of the page's. */
function styleSheets() {
  const folder = path.join(repo, 'webview/src');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.css')) : [];
  return names.map((name) => ({ from: `webview/src/${name}`, to: `dist/webview/${name}`, ...BROWSER }));
}

export async function build({ production = false } = {}) {
  await setUp({ tests: false });
  const bundles = [...BUNDLES, ...styleSheets()];
  const missing = bundles.filter(({ from }) => !existsSync(path.join(repo, from))).map(({ from }) => from);
  if (missing.length > 0)
    throw new Error(`Cannot build: ${missing.join(', ')} ${missing.length === 1 ? 'does' : 'do'} not exist.`);

  // Files of former builds must not get into the package. Otherwise they stay: another program may be running them.
  if (production) rmSync(path.join(repo, 'dist'), { recursive: true, force: true });
  const esbuild = await import('esbuild');
  const results = await Promise.all(
    bundles.map(async ({ from, to, executable, ...options }) => {
      const result = await esbuild.build({
        absWorkingDir: repo,
        entryPoints: [from],
        outfile: to,
        bundle: true,
        minify: production,
        sourcemap: production ? false : 'linked',
        ...options,
        // Packages that offer both: an ES module bundles without what is not used.
        mainFields: options.platform === 'node' ? ['module', 'main'] : ['browser', 'module', 'main'],
        // Their licences are in THIRD-PARTY-NOTICES.txt, whole.
        legalComments: 'none',
        metafile: true,
        logLevel: 'warning',
      });
      if (executable) chmodSync(path.join(repo, to), 0o755);
      return result.metafile;
    }),
  );
  mkdirSync(path.join(repo, 'dist'), { recursive: true });
  const packages = bundledPackages(results);
  writeFileSync(path.join(repo, 'dist/THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(packages));
  const own = JSON.parse(readFileSync(path.join(repo, 'package.json'), 'utf8'));
  writeFileSync(path.join(repo, 'dist/sbom.cdx.json'), JSON.stringify(billOfMaterials(own, packages), null, 2));
  console.log(`Built ${bundles.length} files into dist/${production ? ' for production' : ''}.`);
}

if (process.argv[1] === import.meta.filename) {
  try {
    await build({ production: process.argv.includes('--production') });
  } catch (error) {
    // esbuild has printed its own messages already, with code frames.
    console.error(Array.isArray(error?.errors) ? 'The build failed.' : String(error?.message ?? error));
    process.exitCode = 1;
  }
}

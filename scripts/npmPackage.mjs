// out/npm/: what `npm install netsplit` brings. Command line and language server are bundled, so that it depends on
// nothing; whatever only the extension, the build and the tests need stays out.

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { packagedFile, repositoryAddress } from './pages.mjs';
import { repo } from './setup.mjs';

/** What somebody who runs it once with npx waits for. */
const MOST_BYTES = 900 * 1024;
const MOST_FILES = 120;

const FILES = [
  'dist/cli.js',
  'dist/main.js',
  'dist/core.js',
  'dist/server.js',
  'dist/worker.js',
  'dist/mcp.js',
  'dist/interactive.js',
  'dist/interactive.css',
  'dist/play.js',
  'dist/play.css',
  'dist/playWorker.js',
  'dist/THIRD-PARTY-NOTICES.txt',
  'docs/diagnostics',
  'docs/language.md',
  'docs/semantics.md',
  'schema',
  'LICENSE',
];
/** What the two manifests have in common. */
const SHARED = ['name', 'version', 'description', 'license', 'keywords', 'repository', 'bugs', 'homepage'];

export const npmFolder = path.join(repo, 'out', 'npm');

/** Writes the package from the production build in dist/; throws if it is above its size. */
export function packageForNpm() {
  const manifest = JSON.parse(readFileSync(path.join(repo, 'package.json'), 'utf8'));
  rmSync(npmFolder, { recursive: true, force: true });
  mkdirSync(npmFolder, { recursive: true });
  for (const file of FILES) cpSync(path.join(repo, file), path.join(npmFolder, file), { recursive: true });
  writeFileSync(path.join(npmFolder, 'samples.json'), `${JSON.stringify(samples(), null, 1)}\n`);
  // An index for those who read the repository: `netsplit explain CODE` and editors open pages by their names.
  rmSync(path.join(npmFolder, 'docs/diagnostics/README.md'));
  writeFileSync(path.join(npmFolder, 'README.md'), packagedFile('README.md', manifest));
  writeFileSync(path.join(npmFolder, 'package.json'), `${JSON.stringify(npmManifest(manifest), null, 2)}\n`);

  const files = readdirSync(npmFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files
    .map(({ parentPath, name }) => gzipSync(readFileSync(path.join(parentPath, name)), { level: 9 }).length)
    .reduce((sum, one) => sum + one, 0);
  if (bytes > MOST_BYTES) throw new Error(`The npm package has ${bytes} bytes; ${MOST_BYTES} are allowed.`);
  if (files.length > MOST_FILES)
    throw new Error(`The npm package has ${files.length} files; ${MOST_FILES} are allowed.`);
  console.log(
    `Packaged for npm: ${Math.ceil(bytes / 1024)} KiB of at most ${MOST_BYTES / 1024} KiB, ` +
      `${files.length} files of at most ${MOST_FILES}.`,
  );
  return npmFolder;
}

/**
 * All samples and lessons in one file, by their paths: nobody opens them in `node_modules`, and each would be a file to
 * unpack.
 */
function samples() {
  const names = ['lessons', 'samples']
    .flatMap((folder) => readdirSync(path.join(repo, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(repo, path.join(parentPath, name)).split(path.sep).join('/'));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(path.join(repo, name), 'utf8')]));
}

function npmManifest(manifest) {
  const shared = SHARED.flatMap((key) => (manifest[key] === undefined ? [] : [[key, manifest[key]]]));
  const address = repositoryAddress(manifest);
  return {
    ...Object.fromEntries(shared),
    ...(address === undefined ? {} : { homepage: manifest.homepage ?? address }),
    bin: manifest.bin,
    files: [...new Set([...FILES.map((file) => file.split('/')[0]), 'samples.json'])],
    engines: { node: manifest.engines.node },
  };
}

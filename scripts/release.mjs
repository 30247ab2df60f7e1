// npm run release: is everything there that a release needs and a build does not? Run it before the tag; it changes
// nothing.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryAddress } from './pages.mjs';
import { repo } from './setup.mjs';

/** One sentence for each thing that is missing. */
export function missingForRelease(manifest, changelog) {
  const address = repositoryAddress(manifest);
  return [
    ...(address === undefined
      ? ['package.json has no "repository": its address makes the links of the packaged README, so add it there.']
      : []),
    ...(address !== undefined && !/^https:\/\/[^/]+\/.+/.test(address)
      ? [`"repository" of package.json is ${address}, which no browser opens: write an address with https.`]
      : []),
    ...['bugs', 'homepage']
      .filter((key) => manifest[key] === undefined)
      .map((key) => `package.json has no "${key}": the Marketplace and npm link to it, so add its address.`),
    ...(changelog.includes(`\n## ${manifest.version}\n`)
      ? []
      : [
          `CHANGELOG.md has no "## ${manifest.version}", which is the version of package.json: ` +
            'give what is under "Unreleased" that title.',
        ]),
  ];
}

if (process.argv[1] === import.meta.filename) {
  const read = (file) => readFileSync(path.join(repo, file), 'utf8');
  const missing = missingForRelease(JSON.parse(read('package.json')), read('CHANGELOG.md'));
  for (const sentence of missing) console.error(sentence);
  if (missing.length === 0) console.log('Nothing is missing for a release.');
  process.exitCode = missing.length === 0 ? 0 : 1;
}

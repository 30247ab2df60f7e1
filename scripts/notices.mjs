// Whose code the bundles contain: their licences want their text to travel along, and a release lists them (SBOM).

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { repo } from './setup.mjs';

/**
 * A package's folder at the beginning of a bundled file's path; the last `node_modules` counts, since packages nest.
 */
const PACKAGE = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/;

/** The packages that bundles contain, by name; `metafiles` is what esbuild says each bundle was made of. */
export function bundledPackages(metafiles) {
  const inputs = metafiles.flatMap((metafile) => Object.keys(metafile.inputs));
  const folders = new Set(inputs.flatMap((file) => PACKAGE.exec(file)?.[0] ?? []));
  return [...folders].map(describe).sort((a, b) => (a.title < b.title ? -1 : 1));
}

/** The text of THIRD-PARTY-NOTICES.txt: each package with its version, licence name and licence text. */
export function thirdPartyNotices(packages) {
  const intro = [
    'Netsplit contains code of the packages below. It is used and passed on under their licences.',
    ...packages.map(({ title, license }) => `- ${title} (${license})`),
  ];
  const texts = packages.map(({ title, license, text }) => `${title}\n${license}\n\n${text}`);
  return [intro.join('\n'), ...texts].join(`\n\n${'-'.repeat(80)}\n\n`);
}

/**
 * A CycloneDX 1.5 bill of materials of what the bundles contain. `npm sbom --omit dev` leaves out what tests use too.
 */
export function billOfMaterials({ name, version, license }, packages) {
  const component = (type, own) => ({
    type,
    'bom-ref': `${own.name}@${own.version}`,
    name: own.name,
    version: own.version,
    purl: `pkg:npm/${own.name.replace('@', '%40')}@${own.version}`,
    licenses: [{ license: { id: own.license } }],
  });
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: component('application', { name, version, license }) },
    components: packages.map((own) => ({
      ...component('library', own),
      hashes: [{ alg: 'SHA-512', content: own.sha512 }],
    })),
  };
}

function describe(folder) {
  const { name, version, license } = readJson(path.join(folder, 'package.json'));
  const title = `${name} ${version}`;
  const files = readdirSync(path.join(repo, folder)).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
  const texts = files.sort().map((file) => readFileSync(path.join(repo, folder, file), 'utf8').trim());
  if (license === undefined || texts.length === 0) {
    throw new Error(`${title} is bundled and has no licence file: it can't be passed on without one.`);
  }
  const { integrity } = readJson('package-lock.json').packages[folder];
  const sha512 = Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');
  return { name, version, license, title, text: texts.join('\n\n'), sha512 };
}

function readJson(file) {
  return JSON.parse(readFileSync(path.join(repo, file), 'utf8'));
}

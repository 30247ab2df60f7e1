// Dependencies and their licences: every package is pinned by its hash, only reviewed packages run scripts when they
// are installed, and the licences of what is bundled travel along.

import { expect, test } from 'vitest';
import { billOfMaterials, bundledPackages, thirdPartyNotices } from '../../scripts/notices.mjs';
import { readJson } from './sources.js';

interface Lock {
  packages: Record<string, { version?: string; integrity?: string; link?: boolean; hasInstallScript?: boolean }>;
}

const lock = readJson<Lock>('package-lock.json');
const { allowScripts } = readJson<{ allowScripts: Record<string, boolean> }>('package.json');

test.each(['package-lock.json', 'scripts/host/package-lock.json'])('%s pins every package by its hash', (file) => {
  const packages = Object.entries(readJson<Lock>(file).packages).filter(([name]) => name !== '');
  expect(packages.length).toBeGreaterThan(0);
  const loose = packages.filter(([, { integrity, link }]) => link === true || !/^sha512-/.test(integrity ?? ''));
  expect(loose.map(([name]) => name)).toEqual([]);
});

test('package.json says of each package with an install script whether the script may run', () => {
  const packages = Object.entries(lock.packages);
  const withScript = packages.flatMap(([folder, { hasInstallScript }]) =>
    hasInstallScript === true ? [folder.replace(/^.*node_modules\//, '')] : [],
  );
  expect(Object.keys(allowScripts).sort()).toEqual([...new Set(withScript)].sort());
  // esbuild and node put their programs in place; nothing else needs to run.
  expect(Object.keys(allowScripts).filter((name) => allowScripts[name])).toEqual(['esbuild', 'node']);
});

const inputs = {
  'node_modules/picocolors/picocolors.browser.js': {},
  'node_modules/chevrotain/lib/src/api.js': {},
  'node_modules/@chevrotain/utils/lib/src/api.js': {},
  'core/src/index.ts': {},
};
const packages = bundledPackages([{ inputs }, { inputs }]);

test('the notices hold the licence text of each bundled package once', () => {
  const notices = thirdPartyNotices(packages);
  expect(notices.match(/^- .*$/gm)?.map((line) => line.replace(/ [\d.]+ /, ' '))).toEqual([
    '- @chevrotain/utils (Apache-2.0)',
    '- chevrotain (Apache-2.0)',
    '- picocolors (ISC)',
  ]);
  expect(notices.match(/Apache License\s+Version 2\.0/g)).toHaveLength(2);
  expect(notices).toContain('Permission to use, copy, modify, and/or distribute this software');
});

test('the bill of materials lists them with the hashes of the lock file', () => {
  const { components } = billOfMaterials({ name: 'netsplit', version: '1.2.3', license: 'MIT' }, packages);
  const { version, integrity = '' } = lock.packages['node_modules/picocolors'] ?? {};
  expect(components.map(({ purl }) => purl.replace(/@[\d.]+$/, ''))).toEqual([
    'pkg:npm/%40chevrotain/utils',
    'pkg:npm/chevrotain',
    'pkg:npm/picocolors',
  ]);
  expect(components.at(-1)).toMatchObject({
    purl: `pkg:npm/picocolors@${version}`,
    hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.slice(7), 'base64').toString('hex') }],
  });
});

// Whose code the bundles contain, and under which licence: their licences want their text to travel along.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { repo } from './setup.mjs';

/** A package's folder at the beginning of a bundled file's path; the last `node_modules` counts, since packages nest. */
const PACKAGE = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/;

/**
 * The text of THIRD-PARTY-NOTICES.txt: each bundled package with its version, licence name and licence text.
 *
 * @param {{ inputs: Record<string, unknown> }[]} metafiles what esbuild says each bundle was made of
 */
export function thirdPartyNotices(metafiles) {
  const inputs = metafiles.flatMap((metafile) => Object.keys(metafile.inputs));
  const folders = new Set(inputs.flatMap((file) => PACKAGE.exec(file)?.[0] ?? []));
  const packages = [...folders].map(describe).sort((a, b) => (a.title < b.title ? -1 : 1));
  const unique = packages.filter(({ title }, i) => title !== packages[i - 1]?.title);
  const line = '-'.repeat(80);
  const intro = [
    'Netsplit contains code of the packages below. It is used and passed on under their licences.',
    ...unique.map(({ title, license }) => `- ${title} (${license})`),
  ];
  return [intro.join('\n'), ...unique.map(({ title, license, text }) => `${title}\n${license}\n\n${text}`)].join(
    `\n\n${line}\n\n`,
  );
}

function describe(folder) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(repo, folder, 'package.json'), 'utf8'));
  const title = `${name} ${version}`;
  const files = readdirSync(path.join(repo, folder)).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
  const texts = files.sort().map((file) => readFileSync(path.join(repo, folder, file), 'utf8').trim());
  if (license === undefined || texts.length === 0) {
    throw new Error(`${title} is bundled and has no licence file: it can't be passed on without one.`);
  }
  return { title, license, text: texts.join('\n\n') };
}

import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brokenOf, fileOf, type Observations, type ObservedRow, readObservations, rowsOf } from '../observations.js';

/** Puts the rows of one run into the file of its system, with those of earlier runs under the same cut. */
export function addRows(
  repo: string,
  { system, version, links }: { readonly system: string; readonly version: string; readonly links: readonly string[] },
  rows: readonly ObservedRow[],
): void {
  const cut = rows[0]?.cut ?? '';
  const file = fileOf(repo, system);
  const measured = new Date().toISOString().slice(0, 'yyyy-mm'.length);
  const before: Observations = existsSync(file)
    ? readObservations(repo, system)
    : { system, version, measured, broken: [] };
  const same = before.broken.find((broken) => broken.cut === cut);
  const found = brokenOf(cut, links, (same?.runs ?? 0) + 1, [...(same === undefined ? [] : rowsOf(same)), ...rows]);
  const broken =
    same === undefined ? [...before.broken, found] : before.broken.map((one) => (one === same ? found : one));
  const versions = before.version.split(', ').includes(version) ? before.version : `${before.version}, ${version}`;
  writeFileSync(file, formatted(repo, file, { ...before, version: versions, measured, broken }));
}

/** As the formatter of the project leaves it. */
function formatted(repo: string, file: string, observations: Observations): string {
  const biome = path.join(repo, 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'format', `--stdin-file-path=${file}`];
  return execFileSync(process.execPath, args, { cwd: repo, encoding: 'utf8', input: JSON.stringify(observations) });
}

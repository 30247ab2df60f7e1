import { existsSync, writeFileSync } from 'node:fs';
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
  writeFileSync(file, textOf({ ...before, version: versions, measured, broken }));
}

export function textOf(observations: Observations): string {
  return `${printed(observations, '', 0)}\n`;
}

const COLUMNS = 120;

/** JSON as the formatter of the project leaves it: what nests nothing stands on one line if it fits. `used`: columns. */
function printed(value: unknown, indent: string, used: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const isList = Array.isArray(value);
  const inner = `${indent}  `;
  const parts = Object.entries(value).map(([name, part]) => {
    const label = isList ? '' : `${JSON.stringify(name)}: `;
    return `${label}${printed(part, inner, inner.length + label.length)}`;
  });
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (parts.length === 0) return `${open}${close}`;
  const flat = isList ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`;
  const isPlain = Object.values(value).every((part) => typeof part !== 'object');
  // A comma may follow.
  if (isPlain && used + flat.length < COLUMNS) return flat;
  return `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${indent}${close}`;
}

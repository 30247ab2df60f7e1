import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Reads files that are shipped with Netsplit, by their path beside the folder of the bundles. The npm package has all
 * samples and lessons in one file.
 */
export function shippedFiles(bundles: string): (path: string) => string | undefined {
  const read = (path: string): string | undefined => {
    const file = join(bundles, '..', path);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };
  return (path) => {
    const text = read(path);
    if (text !== undefined || !/^(?:samples|lessons)\//.test(path)) return text;
    const samples = new Map(Object.entries(JSON.parse(read('samples.json') ?? '{}') as Record<string, string>));
    return samples.get(path);
  };
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reads files that are shipped with Netsplit, by their path beside the folder of the bundles. */
export function shippedFiles(bundles: string): (path: string) => string | undefined {
  return (path) => {
    const file = join(bundles, '..', path);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };
}

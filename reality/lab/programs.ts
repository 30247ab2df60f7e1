import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** What to install where one of the programs is not on the PATH; undefined if all are. */
export function lacking(programs: readonly string[], packages: string): string | undefined {
  const missing = programs.filter((program) => !isOnPath(program));
  return missing.length === 0 ? undefined : `${missing.join(' and ')} is missing: apt-get install ${packages}`;
}

function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

import * as disk from 'node:fs/promises';
import type { Files } from '../replaceFile.js';

/**
 * The disk, and something that happens before one of its calls; calls of an open file count. `before` rejects for a call
 * that fails. A write that fails has written a half, as on a disk that fills up. `rm` never fails and is not counted.
 */
export function failingFiles(
  nth: number,
  before: () => Promise<void>,
): { readonly files: Files; readonly calls: () => number } {
  let calls = 0;
  const counted =
    <Args extends unknown[], Result>(run: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      if (++calls === nth) await before();
      return run(...args);
    };
  const open = counted(async (...args: Parameters<typeof disk.open>) => {
    const handle = await disk.open(...args);
    const { stat, chmod, sync, writeFile } = handle;
    return Object.assign(handle, {
      stat: counted(stat.bind(handle)),
      chmod: counted(chmod.bind(handle)),
      sync: counted(sync.bind(handle)),
      writeFile: async (data: string) => {
        if (calls + 1 === nth) await writeFile.call(handle, data.slice(0, data.length / 2));
        return counted(() => writeFile.call(handle, data.slice(calls === nth ? data.length / 2 : 0)))();
      },
    });
  });
  return {
    files: {
      access: counted(disk.access),
      lstat: counted(disk.lstat) as Files['lstat'],
      open,
      readFile: counted(disk.readFile) as Files['readFile'],
      readlink: counted(disk.readlink) as Files['readlink'],
      realpath: counted(disk.realpath) as Files['realpath'],
      rename: counted(disk.rename),
      rm: disk.rm,
      stat: counted(disk.stat) as Files['stat'],
    },
    calls: () => calls,
  };
}

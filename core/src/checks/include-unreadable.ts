import type { CheckDoc } from './check.js';

export const includeUnreadable: CheckDoc = {
  code: 'include-unreadable',
  severity: 'error',
  title: 'An included file can’t be read',
  what: 'An `include` names something that is there and can’t be read: a folder, a file without permission, one that is far too large, or any file where there is no disk to read from and the editor does not hand it out.',
  why: 'What it would declare is missing from the design, and verdicts of half a design mislead.',
  remedy:
    'Give permission to read it, or name a file. VS Code hands out the files of a browser or of a remote repository; in another editor without a disk, open the included file: open files are read from the editor.',
  example: 'include "network"',
  files: { 'network/': '' },
};

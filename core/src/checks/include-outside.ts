import type { CheckDoc } from './check.js';

export const includeOutside: CheckDoc = {
  code: 'include-outside',
  severity: 'error',
  title: 'An include leads out of the project',
  what: 'An `include` names a file outside of the folder that holds the design: by `..`, by an absolute path, by an address, or by a link of the file system; or it is written with `\\`.',
  why: 'Opening somebody else’s design must not read files of yours, and a design that hangs on a path of one machine reads differently on the next.',
  remedy:
    'Put the file into the project and name it by a path relative to the including file, with `/` between folders. The project is the workspace folder in an editor; for the command line it is the working directory, or the folder of the design where that lies elsewhere.',
  example: 'include "../../topology.cap"',
};

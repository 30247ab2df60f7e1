// dist/cli.js: built for versions of Node that can't even parse the command line itself, which is a file of its own.
import { join } from 'node:path';
import { tooOld } from './tooOld.js';

const complaint = tooOld(process.versions.node);
if (complaint === undefined) require(join(__dirname, 'main.js'));
else {
  process.stderr.write(complaint);
  // What was asked for can't be done: UNDECIDED of exitCode.ts.
  process.exitCode = 2;
}

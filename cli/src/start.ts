// dist/cli.js: built for versions of Node that can't even parse the command line itself, which is a file of its own.
import * as modules from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { tooOld } from './tooOld.js';

const complaint = tooOld(process.versions.node);
if (complaint === undefined) {
  // From the second start on, Node has compiled the bundles: a quarter of the time of a small check. Where Node keeps
  // that, and how it is switched off (NODE_DISABLE_COMPILE_CACHE), is Node's own.
  modules.enableCompileCache?.();
  // What an analysis throws away soon is collected in portions of 8 MB: in Node's own 16 MB it takes 100 MB more, in
  // the 1 MB that a process begins with, a quarter longer. The bundles make it grow once, and then it stays.
  // Nothing depends on the flag, and every version of Node that gets here has it.
  setFlagsFromString('--semi-space-growth-factor=8');
  require(join(__dirname, 'main.js'));
  setFlagsFromString('--semi-space-growth-factor=1');
} else {
  process.stderr.write(complaint);
  // What was asked for can't be done: UNDECIDED of exitCode.ts.
  process.exitCode = 2;
}

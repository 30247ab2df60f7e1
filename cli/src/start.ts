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
  // What an analysis throws away soon is collected in smaller portions: it takes 100 MB less, and hardly longer.
  // Nothing depends on the flag, and every version of Node that gets here has it.
  setFlagsFromString('--semi-space-growth-factor=1');
  require(join(__dirname, 'main.js'));
} else {
  process.stderr.write(complaint);
  // What was asked for can't be done: UNDECIDED of exitCode.ts.
  process.exitCode = 2;
}

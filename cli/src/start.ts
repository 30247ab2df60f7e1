// dist/cli.js: built for versions of Node that can't even parse the command line itself, which is a file of its own.
import * as modules from 'node:module';
import { join } from 'node:path';
import { tooOld } from './tooOld.js';

const complaint = tooOld(process.versions.node);
if (complaint === undefined) {
  // From the second start on, Node has compiled the bundles: a quarter of the time of a small check. Where Node keeps
  // that, and how it is switched off (NODE_DISABLE_COMPILE_CACHE), is Node's own.
  modules.enableCompileCache?.();
  require(join(__dirname, 'main.js'));
} else {
  process.stderr.write(complaint);
  // What was asked for can't be done: UNDECIDED of exitCode.ts.
  process.exitCode = 2;
}

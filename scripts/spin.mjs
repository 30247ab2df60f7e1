// The model checker SPIN, and the compiler that its verifiers need: for the comparison of its counts with the engine's.

import { canUseApt, onPath } from './host/chromium.mjs';
import { run } from './setup.mjs';

const PROGRAMS = ['spin', 'gcc'];

/** Installs Debian's where one of the two is missing and the system allows it; throws where it stays missing. */
export async function findOrInstallSpin() {
  if (missing().length === 0) return;
  if (canUseApt()) {
    console.log('Installing SPIN (apt-get install spin gcc), once…');
    const quiet = {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: ['ignore', 'ignore', 'inherit'],
    };
    const code =
      (await run('apt-get', ['update', '-qq'], quiet)) ||
      (await run('apt-get', ['install', '-qq', '-y', '--no-install-recommends', 'spin', 'gcc', 'libc6-dev'], quiet));
    if (missing().length === 0) return;
    console.error(`apt-get ended with exit code ${code}.`);
  }
  throw new Error(
    `The comparison with SPIN needs ${missing().join(' and ')}: install them with \`apt-get install spin gcc\`.`,
  );
}

function missing() {
  return PROGRAMS.filter((name) => onPath(name) === undefined);
}

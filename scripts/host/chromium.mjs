// The browser that shows the browser-hosted VS Code to tests.

import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { onWindows, run } from '../setup.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The path of a Chromium; installs Debian's where there is none and the system allows it. */
export async function findOrInstallChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  if (canUseApt()) {
    console.log('Installing Chromium (apt-get install chromium), once…');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] };
    const code =
      (await run('apt-get', ['update', '-qq'], quiet)) ||
      (await run(
        'apt-get',
        ['install', '-qq', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'],
        quiet,
      ));
    const installed = findChromium();
    if (installed !== undefined) return installed;
    console.error(`apt-get ended with exit code ${code}.`);
  }
  throw new Error('No Chromium found: install Chromium or Google Chrome, or set CHROME_PATH to its executable.');
}

function findChromium() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new Error(`CHROME_PATH is ${chosen}, which is not an executable file.`);
  }
  return NAMES.map(onPath).find((file) => file !== undefined) ?? USUAL_PLACES.find(isExecutable);
}

/** The full path of a program on the PATH. */
export function onPath(name) {
  const endings = onWindows ? ['.exe', '.cmd'] : [''];
  const folders = (process.env.PATH ?? process.env.Path ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => endings.map((ending) => path.join(folder, name + ending))).find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** May packages of Debian be installed here? */
export function canUseApt() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && onPath('apt-get') !== undefined;
}

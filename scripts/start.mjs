// npm start: opens samples/ in VS Code with this extension running. In the desktop VS Code where there is one (`code`),
// else, or with --browser, in a browser-hosted one on a local port (--port N for a fixed one).

import { readdirSync } from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { pageAddress, startBackend } from './host/backend.mjs';
import { onPath } from './host/chromium.mjs';
import { environment, onWindows, repo, run, setUp } from './setup.mjs';

const samples = path.join(repo, 'samples');

try {
  await setUp();
  await build();
  if (process.argv.includes('--browser') || !(await openDesktop())) await serve();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

/** The sample to begin with. */
function firstSample() {
  const names = readdirSync(samples).filter((name) => name.endsWith('.cap'));
  return path.join(samples, names.find((name) => name === 'bank.cap') ?? names.sort()[0]);
}

async function openDesktop() {
  const code = onPath('code');
  if (code === undefined) return false;
  const args = ['--new-window', `--extensionDevelopmentPath=${repo}`, samples, firstSample()];
  const exit = await run(onWindows ? `"${code}"` : code, args, { env: process.env, shell: onWindows });
  if (exit === 0) console.log(`Opened samples/ in VS Code (${code}).`);
  else console.log(`${code} ended with exit code ${exit}; using a browser-hosted VS Code instead.`);
  return exit === 0;
}

async function serve() {
  const at = process.argv.indexOf('--port');
  const port = at === -1 ? 0 : Number(process.argv[at + 1]);
  const onStop = (code) => {
    console.error(`VS Code's server ended with exit code ${code}.`);
    process.exit(1);
  };
  // Child processes that still run are stopped when this process exits.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(0));
  const backend = await startBackend({ port, onStop });
  const address = pageAddress(backend.address, { folder: samples, extension: repo, file: firstSample() });
  console.log(
    `VS Code is running with Netsplit and samples/. Open this in a browser; Ctrl-C stops it:\n\n  ${address}\n`,
  );
  await openBrowser(address);
}

async function openBrowser(address) {
  const opener = browserOpener();
  if (opener === undefined) return;
  const [program, ...args] = opener;
  const code = await run(program, [...args, address], { env: environment(), stdio: 'ignore' }).catch(() => 1);
  if (code !== 0) console.log('No browser could be opened here: please open the address yourself.');
}

function browserOpener() {
  if (process.env.CI) return undefined;
  if (onWindows) return ['explorer.exe'];
  if (process.platform === 'darwin') return ['open'];
  const hasScreen = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return hasScreen && onPath('xdg-open') !== undefined ? ['xdg-open'] : undefined;
}

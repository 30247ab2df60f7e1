// npm start: opens a copy of samples/ in VS Code with this extension running. In the desktop VS Code where there is one
// (`code`), else, or with --browser, in a browser-hosted one on a local port (--port N for another one than usual).

import { createServer } from 'node:net';
import path from 'node:path';
import { build } from './build.mjs';
import { startBackend } from './host/backend.mjs';
import { onPath } from './host/chromium.mjs';
import { installHost } from './host/install.mjs';
import { environment, onWindows, repo, run, setUp } from './setup.mjs';
import { copySamples } from './start/copySamples.mjs';
import { withProgress } from './start/progress.mjs';

/** The address stays the same from one start to the next, and with it what the browser remembers of the editor. */
const USUAL_PORT = 7741;

const kept = path.join(repo, 'out', 'start');
const extensions = [repo, path.join(repo, 'scripts', 'start', 'tour')];

try {
  const code = process.argv.includes('--browser') ? undefined : onPath('code');
  await Promise.all([
    withProgress('Preparing Netsplit', async () => {
      await setUp({ tests: false });
      await build();
    }),
    code === undefined && withProgress('Preparing a VS Code for the browser', installHost),
  ]);
  const samples = copySamples(path.join(repo, 'samples'), kept);
  if (code === undefined || !(await openDesktop(code, samples))) await serve(samples);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

async function openDesktop(code, samples) {
  const args = ['--new-window', ...extensions.map((one) => `--extensionDevelopmentPath=${one}`), samples];
  const exit = await run(onWindows ? `"${code}"` : code, args, { env: process.env, shell: onWindows });
  if (exit === 0) console.log(`Opened a copy of samples/ in VS Code (${code}).`);
  else console.log(`${code} ended with exit code ${exit}; using a browser-hosted VS Code instead.`);
  return exit === 0;
}

async function serve(samples) {
  const at = process.argv.indexOf('--port');
  const wanted = at === -1 ? USUAL_PORT : Number(process.argv[at + 1]);
  const isFree = await isPortFree(wanted);
  // VS Code's server says nothing of a port that it cannot have, and waits.
  if (at !== -1 && !isFree) throw new Error(`Port ${wanted} is taken by another program: name another after --port.`);
  const port = isFree ? wanted : 0;
  const onStop = (code) => {
    console.error(`VS Code's server ended with exit code ${code}.`);
    process.exit(1);
  };
  // Child processes that still run are stopped when this process exits.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(0));
  const { address } = await startBackend({
    port,
    onStop,
    folder: samples,
    extensions,
    data: path.join(kept, 'vscode'),
  });
  console.log(
    `\nNetsplit runs in VS Code. Open this in a browser, then click the link “optics” in the picture:\n\n` +
      `  http://${address}/\n\n` +
      `What you change is in ${path.relative(repo, samples)}, a copy of samples/. Ctrl-C stops.`,
  );
  await openBrowser(`http://${address}/`);
}

function isPortFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
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

// The server half of the browser-hosted VS Code: files, extension hosts, and the workbench's page.

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { environment, onWindows, pinnedNode } from '../setup.mjs';
import { installHost } from './install.mjs';

/** What keeps the window to the editor, and leaves it to the user when a file is saved, as the desktop program does. */
export const SETTINGS = {
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'files.autoSave': 'off',
  'git.openRepositoryInParentFolders': 'always',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/**
 * Starts VS Code's server on a free local port.
 * `port`: a fixed one instead. `env`: for the server and so for extension hosts. `onStop(code)`: it ended by itself.
 * `data`: a folder that keeps settings and unsaved files; without it they end with the server.
 * `extensions`: folders of extensions that are installed, and `folder` is opened where the address names none. Without
 * them, the page's address names an extension under development, and the workbench then shows no notifications.
 */
export async function startBackend({ port = 0, env = {}, onStop = () => {}, data: kept, folder, extensions } = {}) {
  const vscode = await installHost();
  const data = kept ?? mkdtempSync(path.join(tmpdir(), 'netsplit-vscode-'));
  mkdirSync(path.join(data, 'data', 'Machine'), { recursive: true });
  writeFileSync(path.join(data, 'data', 'Machine', 'settings.json'), JSON.stringify(SETTINGS));
  const server = spawn(
    pinnedNode,
    [
      path.join(vscode, 'out', 'server-main.js'),
      ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms'],
      ...['--server-data-dir', data, '--disable-telemetry', '--disable-workspace-trust'],
      ...(extensions === undefined
        ? // Without it, an extension under development isn't loaded.
          ['--enable-smoke-test-driver']
        : ['--extensions-dir', installed(extensions, path.join(data, 'extensions')), '--default-folder', folder]),
    ],
    {
      // No gallery, and no login shell asked for its environment: the tests see this environment and nothing else.
      env: environment({ EXTENSIONS_GALLERY: '{}', VSCODE_CLI: '1', ...env }),
      stdio: ['ignore', 'pipe', 'pipe'],
      // Its own process group, so that its extension hosts end with it.
      detached: !onWindows,
    },
  );

  let stopped = false;
  const stop = () => {
    if (stopped) return;
    stopped = true;
    if (server.exitCode === null && server.signalCode === null) {
      if (onWindows) server.kill();
      else killGroup(server.pid);
    }
    if (kept === undefined) rmSync(data, { recursive: true, force: true, maxRetries: 3 });
  };
  process.once('exit', stop);

  let output = '';
  const listening = new Promise((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output += text;
        const found = /Extension host agent listening on (\d+)/.exec(output);
        if (found) resolve(Number(found[1]));
      });
    }
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`VS Code's server ended with exit code ${code}:\n${output}`)));
  });
  try {
    const actualPort = await listening;
    server.once('exit', (code) => stopped || onStop(code));
    return { address: `127.0.0.1:${actualPort}`, stop, output: () => output };
  } catch (error) {
    stop();
    throw error;
  }
}

/** A folder of links to extensions, made anew, as the workbench looks for them. */
function installed(extensions, to) {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  for (const extension of extensions) {
    const { publisher, name, version } = JSON.parse(readFileSync(path.join(extension, 'package.json'), 'utf8'));
    symlinkSync(extension, path.join(to, `${publisher}.${name}-${version}`), 'junction');
  }
  return to;
}

/** The address of the page that shows a folder with the extension under development, and runs tests. */
export function pageAddress(address, { folder, extension, tests }) {
  const remote = (local) => `vscode-remote://${address}${pathToFileURL(local).pathname}`;
  const payload = [['extensionDevelopmentPath', remote(extension)]];
  if (tests !== undefined) payload.push(['extensionTestsPath', remote(tests)]);
  payload.push(['enableProposedApi', ''], ['skipWelcome', 'true'], ['skipReleaseNotes', 'true']);
  const query = new URLSearchParams({ folder: pathToFileURL(folder).pathname, payload: JSON.stringify(payload) });
  return `http://${address}/?${query}`;
}

function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

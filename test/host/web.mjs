// Runs the suites of test/web in a real VS Code whose extension host is a web worker: the packaged extension comes from
// the web, as on vscode.dev, and its files can be fetched and not be listed. The folder that is open, with the samples,
// is on no disk either.
//
//   node test/host/web.mjs             packages first
//   node test/host/web.mjs --packaged  with the VSIX that is already in out/
//   NETSPLIT_GREP=hover node …         only the tests whose title contains this

import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import { SETTINGS, startBackend } from '../../scripts/host/backend.mjs';
import { openBrowser } from '../../scripts/host/browser.mjs';
import { openChannel } from '../../scripts/host/pageChannel.mjs';
import { packageAll, vsix } from '../../scripts/package.mjs';
import { repo, setUp } from '../../scripts/setup.mjs';
import { unpack } from './run.mjs';

const TIMEOUT_S = Number(process.env.NETSPLIT_VSCODE_TIMEOUT ?? 420);

/** What test/web/index.ts puts before each line of its report, and before its counts. */
const MARK = '[suites] ';
const COUNTS = '[counts] ';

const evidence = path.join(repo, 'test-results', 'web');
const logFile = path.join(evidence, 'vscode.log');

/**
 * Where the page finds the extension: on its own host, for its policy allows no other. The suites are in it: those from
 * elsewhere would not run in its extension host.
 */
const EXTENSION = '/netsplit-extension';
const SUITES = 'suites.js';

/** Where it finds the extension that has the files, and the folder of these. */
const FILES = '/netsplit-files';
const FOLDER = 'vscode-vfs://designs/';

/** Resolves with how many tests passed and failed; a run that ended early counts as a failed test more. */
export async function runWebSuites({ packaged = false } = {}) {
  await setUp();
  if (!packaged) await packageAll();
  rmSync(evidence, { recursive: true, force: true });
  mkdirSync(evidence, { recursive: true });
  writeFileSync(logFile, '');
  const temporary = realpathSync(mkdtempSync(path.join(tmpdir(), 'netsplit-web-')));
  try {
    await unpack(vsix, path.join(temporary, 'extension'));
    return await runIn(temporary);
  } finally {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function runIn(temporary) {
  const { browser, page } = await openBrowser();
  const channel = await openChannel(page, evidence);
  let timer;
  let backend;
  try {
    const extension = path.join(temporary, 'extension');
    await compile('test/web/index.ts', path.join(extension, SUITES), channel.address);
    const files = path.join(temporary, 'files');
    await makeFiles(files);
    let counts;
    let fail;
    const ended = new Promise((resolve) => {
      fail = resolve;
      timer = setTimeout(() => resolve(`the suites took longer than ${TIMEOUT_S} s`), TIMEOUT_S * 1000);
      page.once('crash', () => resolve('the page crashed'));
      page.exposeFunction('codeAutomationLog', (type, args) => {
        counts = record(type, args) ?? counts;
      });
      page.exposeFunction('codeAutomationExit', () => resolve('the workbench ended the run'));
    });
    page.on('console', (message) => appendFileSync(logFile, `page: ${message.text()}\n`));
    backend = await startBackend();
    const origin = `http://${backend.address}`;
    await page.route(
      `${origin}${EXTENSION}/**`,
      failing(fail, (route) => answerFrom(extension, EXTENSION, route)),
    );
    await page.route(
      `${origin}${FILES}/**`,
      failing(fail, (route) => answerFrom(files, FILES, route)),
    );
    const address = `${origin}/?${new URLSearchParams({
      ew: 'true',
      folder: FOLDER,
      payload: JSON.stringify([
        ['skipWelcome', 'true'],
        ['skipReleaseNotes', 'true'],
      ]),
    })}`;
    await page.route(
      address,
      failing(fail, (route) => answerWithExtension(backend.address, route)),
    );
    await page.route('**/out/vs/code/browser/workbench/workbench.js', failing(fail, answerWithoutMachine));
    page.goto(address).catch((error) => fail(error.message));
    const reason = await ended;
    if (counts !== undefined && counts.passed + counts.failed > 0) return counts;
    console.error(
      `The run in the browser failed: ${reason}. Everything that VS Code printed is in ` +
        `${path.relative(repo, logFile)}.`,
    );
    // The reason is what counts, with or without a picture.
    await page.screenshot({ path: path.join(evidence, 'failure.png') }).catch(() => undefined);
    return { passed: 0, failed: 1 };
  } finally {
    clearTimeout(timer);
    await channel.close();
    await browser.close();
    backend?.stop();
  }
}

/** What can't be answered ends the run at once, with the reason. */
function failing(fail, answer) {
  return (route) => answer(route).catch((error) => fail(error.message));
}

/**
 * The page says in its settings which extensions for browsers are under development, which its address can't, and no
 * more that it is one of a remote machine.
 */
async function answerWithExtension(authority, route) {
  const response = await route.fetch();
  const at = (file) => ({ scheme: 'http', authority, path: file });
  const body = (await response.text()).replace(
    /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)/,
    (_whole, start, escaped) => {
      const { remoteAuthority, developmentOptions, ...settings } = JSON.parse(
        escaped.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
      );
      const changed = {
        ...settings,
        developmentOptions: {
          ...developmentOptions,
          extensions: [at(EXTENSION), at(FILES)],
          extensionTestsPath: at(`${EXTENSION}/${SUITES}`),
        },
        configurationDefaults: SETTINGS,
      };
      return start + JSON.stringify(changed).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    },
  );
  await route.fulfill({ response, body });
}

/** code-server's page names its own machine as the backend. Without that, only the backend's files are of use. */
async function answerWithoutMachine(route) {
  const response = await route.fetch();
  const [before, after, ...more] = (await response.text()).split(',remoteAuthority:location.host');
  if (after === undefined || more.length > 0)
    throw new Error('The workbench of this code-server says in another way which machine is behind it');
  await route.fulfill({ response, body: before + after });
}

async function answerFrom(folder, prefix, route) {
  const file = path.join(folder, decodeURIComponent(new URL(route.request().url()).pathname).slice(prefix.length));
  try {
    await route.fulfill({ body: readFileSync(file) });
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EISDIR') throw error;
    await route.fulfill({ status: 404 });
  }
}

function record(type, args) {
  const text = format(...(Array.isArray(args) ? args : [args]));
  appendFileSync(logFile, `${type}: ${text}\n`);
  if (text.startsWith(MARK)) console.log(text.slice(MARK.length));
  return text.startsWith(COUNTS) ? JSON.parse(text.slice(COUNTS.length)) : undefined;
}

/** The extension for files, with those of the samples. */
async function makeFiles(folder) {
  mkdirSync(folder);
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({
      name: 'files',
      publisher: 'netsplit-test',
      version: '1.0.0',
      engines: { vscode: '*' },
      browser: './files.js',
      activationEvents: ['onFileSystem:vscode-vfs'],
    }),
  );
  const samples = path.join(repo, 'samples');
  const names = readdirSync(samples, { recursive: true }).filter((name) => name.endsWith('.cap'));
  const texts = names.map((name) => [
    `/${name.split(path.sep).join('/')}`,
    readFileSync(path.join(samples, name), 'utf8'),
  ]);
  writeFileSync(path.join(folder, 'files.json'), JSON.stringify(Object.fromEntries(texts)));
  await compile('test/web/files.ts', path.join(folder, 'files.js'), '');
}

async function compile(source, target, channel) {
  const esbuild = await import('esbuild');
  await esbuild.build({
    absWorkingDir: repo,
    entryPoints: [source],
    outfile: target,
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    alias: {
      'node:assert/strict': './test/web/assert.ts',
      'node:path': './test/web/path.ts',
      mocha: './test/web/mocha.ts',
      'mocha/mocha.js': './node_modules/mocha/mocha.js',
    },
    // A web worker has no environment.
    define: {
      'process.env': JSON.stringify({
        NETSPLIT_PAGE: channel,
        NETSPLIT_REPO: repo,
        NETSPLIT_GREP: process.env.NETSPLIT_GREP ?? '',
      }),
      global: 'globalThis',
    },
    logLevel: 'error',
  });
}

if (process.argv[1] === import.meta.filename) {
  const { passed, failed } = await runWebSuites({ packaged: process.argv.includes('--packaged') });
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

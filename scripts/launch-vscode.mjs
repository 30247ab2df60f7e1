// Stands in for the desktop program of VS Code, for runTests of @vscode/test-electron: takes the arguments that the
// desktop program takes (--extensionDevelopmentPath=…, --extensionTestsPath=…, a folder), runs the suites in the
// browser-hosted VS Code, and ends with their exit code.
//
// The workbench says a great deal while it runs. All of it, and what suites print, goes to test-results/vscode.log; the
// lines that start with the mark below are the suites' own report and are printed, without the mark, as they come.
//
// Two environment variables reach the suites besides the caller's:
//   NETSPLIT_PAGE  the address of the channel to the browser: see scripts/host/pageChannel.mjs for its requests. Under
// the
//                  real desktop program there is no such channel; what needs it has to say so.
//   NETSPLIT_REPO  (from the caller) the root of the repository
// When the run fails or takes longer than NETSPLIT_VSCODE_TIMEOUT seconds, a screenshot goes to test-results/.

import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { startBackend, pageAddress } from './host/backend.mjs';
import { openBrowser } from './host/browser.mjs';
import { openChannel } from './host/pageChannel.mjs';
import { repo } from './setup.mjs';

/** A whole run takes well under a minute; a loaded machine may take several times that. */
const TIMEOUT_S = Number(process.env.NETSPLIT_VSCODE_TIMEOUT ?? 420);

/** What test/vscode/index.ts puts before each line of its report. */
const MARK = '[suites] ';

const results = path.join(repo, 'test-results');
const logFile = path.join(results, 'vscode.log');

const extension = option('extensionDevelopmentPath');
const tests = option('extensionTestsPath');
const folder = process.argv.slice(2).find((argument) => !argument.startsWith('-'));
if (extension === undefined || tests === undefined || folder === undefined) {
  console.error('Usage: launch-vscode.mjs --extensionDevelopmentPath=DIR --extensionTestsPath=FILE FOLDER');
  process.exit(2);
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
writeFileSync(logFile, '');
process.exit(await runSuites());

async function runSuites() {
  const { browser, page } = await openBrowser();
  const channel = await openChannel(page, results);
  let timer;
  let backend;
  try {
    const outcome = new Promise((resolve) => {
      const fail = (reason) => resolve({ code: 1, reason });
      timer = setTimeout(() => fail(`the suites took longer than ${TIMEOUT_S} s`), TIMEOUT_S * 1000);
      page.once('crash', () => fail('the page crashed'));
      // The workbench calls these two where a test run is asked for.
      page.exposeFunction('codeAutomationLog', record);
      page.exposeFunction('codeAutomationExit', (code) => resolve({ code }));
      startBackend({
        env: { NETSPLIT_PAGE: channel.address },
        onStop: (code) => fail(`VS Code's server ended with ${code}`),
      })
        .then((started) => {
          backend = started;
          return page.goto(pageAddress(backend.address, { folder, extension, tests }));
        })
        .catch((error) => fail(error.message));
    });
    const { code, reason } = await outcome;
    if (reason !== undefined) console.error(`The VS Code run failed: ${reason}.`);
    if (code !== 0) {
      console.error(`Everything that VS Code printed is in ${path.relative(repo, logFile)}.`);
      await takeScreenshot(page);
    }
    return code;
  } finally {
    clearTimeout(timer);
    await channel.close();
    await browser.close();
    backend?.stop();
  }
}

function record(type, args) {
  const text = format(...(Array.isArray(args) ? args : [args]));
  appendFileSync(logFile, `${type}: ${text}\n`);
  if (text.startsWith(MARK)) console.log(text.slice(MARK.length));
}

async function takeScreenshot(page) {
  const file = path.join(results, 'vscode-failure.png');
  try {
    await page.screenshot({ path: file });
    console.error(`A screenshot is in ${path.relative(repo, file)}.`);
  } catch (error) {
    console.error(`No screenshot could be taken: ${error.message}`);
  }
}

function option(name) {
  const prefix = `--${name}=`;
  return process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length);
}

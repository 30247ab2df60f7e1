import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { openBrowser } from '../../scripts/host/browser.mjs';
import { pinnedNode, repo } from '../../scripts/setup.mjs';

test('npm start shows an outage with its picture in VS Code, in which a click cuts a link, until it is interrupted', async () => {
  const start = spawn(pinnedNode, [path.join(repo, 'scripts', 'start.mjs'), '--browser'], {
    env: { ...process.env, CI: 'true' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(start, 'exit');
  try {
    const address = await printedAddress(start.stdout);
    await lookAt(address);
  } finally {
    start.kill('SIGINT');
  }
  expect(await exit).toEqual([0, null]);
});

async function printedAddress(output) {
  for await (const line of createInterface(output)) {
    const found = /http:\/\/127\.0\.0\.1:\S+/.exec(line);
    if (found) return found[0];
  }
  throw new Error('npm start ended without an address');
}

/** What a newcomer sees and does first. */
async function lookAt(address) {
  const { browser, page } = await openBrowser();
  try {
    page.setDefaultTimeout(60_000);
    await page.goto(address);
    await page.locator('.view-lines', { hasText: 'optics' }).waitFor();
    // Extensions can say something, and the one under test is one of them.
    await page.locator('.notification-toast', { hasText: 'Click the link “optics”' }).waitFor();
    const diagram = page.frameLocator('iframe.webview').frameLocator('iframe');
    await diagram.locator('[role=button][aria-label^="Link optics"] .label-back').click();
    await diagram.getByText('lost', { exact: true }).first().waitFor();
  } catch (error) {
    await page.screenshot({ path: path.join(repo, 'test-results', 'start-failure.png') });
    throw error;
  } finally {
    await browser.close();
  }
}

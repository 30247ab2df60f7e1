import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { openBrowser } from '../../scripts/host/browser.mjs';
import { pinnedNode, repo } from '../../scripts/setup.mjs';

test('npm start shows a sample in VS Code, with the extension running, until it is interrupted', async () => {
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

async function lookAt(address) {
  const { browser, page } = await openBrowser();
  try {
    await page.goto(address);
    await page.locator('.view-lines', { hasText: 'system' }).waitFor({ timeout: 60_000 });
    // The server's diagnostics have arrived.
    const squiggle = page.locator('.squiggly-error, .squiggly-warning, .squiggly-info');
    await squiggle.first().waitFor({ timeout: 60_000, state: 'attached' });
  } catch (error) {
    await page.screenshot({ path: path.join(repo, 'test-results', 'start-failure.png') });
    throw error;
  } finally {
    await browser.close();
  }
}

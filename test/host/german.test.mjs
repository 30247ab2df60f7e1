import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { startBackend } from '../../scripts/host/backend.mjs';
import { openBrowser } from '../../scripts/host/browser.mjs';
import { vsix } from '../../scripts/package.mjs';
import { repo } from '../../scripts/setup.mjs';
import { unpack } from './run.mjs';

test('in a German VS Code, the packaged extension has German commands, and lists to pick from', async () => {
  const temporary = realpathSync(mkdtempSync(path.join(tmpdir(), 'netsplit-german-')));
  const [extension, folder] = ['extension', 'samples'].map((name) => path.join(temporary, name));
  let backend;
  try {
    await unpack(vsix, extension);
    cpSync(path.join(repo, 'samples'), folder, { recursive: true });
    backend = await startBackend({ folder, extensions: [extension], data: path.join(temporary, 'vscode') });
    await lookAt(`http://${backend.address}/`);
  } finally {
    backend?.stop();
    rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
  }
});

/** How long a palette that has the commands takes to list them, on a busy machine. */
const PALETTE_MS = 5_000;
const MOST_PALETTES = 12;

async function lookAt(address) {
  const { browser, page } = await openBrowser();
  try {
    page.setDefaultTimeout(60_000);
    // As a language pack for the workbench would, whose own texts stay English here: there is no gallery.
    await page.addInitScript(() =>
      Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => 'de', set: () => undefined }),
    );
    await page.goto(address);
    await page.locator('.explorer-folders-view', { hasText: 'bank.cap' }).waitFor();
    const input = page.locator('.quick-input-widget input[type="text"]');
    // The manifest. The workbench has the English title below it.
    const command = page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'Neuer Entwurf aus Beispiel…' })
      .filter({ hasText: 'New Design from Sample…' });
    // A palette that was opened before the extension was read does not get its commands: it is opened again.
    const isOffered = () =>
      command.waitFor({ timeout: PALETTE_MS }).then(
        () => true,
        () => false,
      );
    for (let tries = 0; tries < MOST_PALETTES; tries++) {
      await page.keyboard.press('F1');
      await input.fill('>Netsplit: ');
      if (await isOffered()) break;
      await page.keyboard.press('Escape');
    }
    await command.click();
    // The client.
    await page.locator('.quick-input-title', { hasText: 'Neuer Entwurf aus Beispiel' }).waitFor();
    expect(await input.getAttribute('placeholder')).toMatch(/^Womit beginnen\?/);
  } finally {
    await browser.close();
  }
}

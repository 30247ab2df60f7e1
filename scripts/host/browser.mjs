// The browser half of the browser-hosted VS Code: a headless Chromium that reaches nothing but this machine.

import { findOrInstallChromium } from './chromium.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Opens an empty page in a new headless Chromium. */
export async function openBrowser() {
  const executablePath = await findOrInstallChromium();
  // Imported only here: this file is loaded by scripts that first have to install it.
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  return { browser, page };
}

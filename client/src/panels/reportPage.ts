import { webviewPage, type PageParts } from './webviewPage.js';

/** The page of a report. */
export function reportPage(parts: PageParts): string {
  return webviewPage(parts, { title: 'Netsplit report', images: 'none', body: BODY });
}

const BODY = `<main id="report"><p class="message">Waiting for the report…</p></main>`;

import { escapeXml, visible, type Resolved } from '#core';
import type { Io } from './io.js';
import { coreScript, dataOf, hashOf, LOADER, packed, shippedOr } from './selfContained.js';

/**
 * One HTML file in which links are cut and verdicts change, without a server and without anything to install. Only its
 * own script and style run, by their hashes; the design is data in it, and nothing is loaded.
 */
export function interactivePage(io: Io, title: string, { sources }: Resolved): string {
  const script = `${coreScript(shippedOr(io, 'dist/core.js'))}\n${shippedOr(io, 'dist/interactive.js')}`;
  const style = shippedOr(io, 'dist/interactive.css');
  const policy =
    `default-src 'none'; img-src blob: data:; base-uri 'none'; form-action 'none'; ` +
    `script-src '${hashOf(LOADER)}' '${hashOf(script)}'; style-src '${hashOf(style)}'`;
  const design = { title, files: sources.files.map(({ path, text }) => ({ path, text })) };
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="generator" content="Netsplit">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(visible(title))}</title>
<style>${style}</style>
</head>
<body>
<section aria-label="Design"><h1>${escapeXml(visible(title))}</h1></section>
<div id="live"></div>
<section id="chapters" aria-label="Report"></section>
<footer>
<p id="waiting" class="waiting" hidden></p>
<p id="status" role="status" aria-live="polite"></p>
</footer>
<script type="application/json" id="design">${dataOf(design)}</script>
<script type="text/plain" id="script">${packed(script)}</script>
<script>${LOADER}</script>
</body>
</html>
`;
}

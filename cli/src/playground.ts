import { type Entry, escapeXml, type Library, libraryOf, type Offered, visible } from '#core';
import type { Io } from './io.js';
import { coreScript, dataOf, hashOf, LOADER, packed, shippedOr } from './selfContained.js';

/** A design as the page opens it: the file itself goes first. */
export interface PlayedDesign {
  readonly title: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/** The playground with a design in it, in one HTML file. Its worker has the core, its own script has not. */
export function playgroundPage(io: Io, design: PlayedDesign): string {
  const script = shippedOr(io, 'dist/play.js');
  const worker = `${coreScript(shippedOr(io, 'dist/core.js'))}\n${shippedOr(io, 'dist/playWorker.js')}`;
  const style = shippedOr(io, 'dist/play.css');
  return playgroundHtml({
    title: `${design.title} – Netsplit playground`,
    policy: `script-src '${hashOf(LOADER)}' '${hashOf(script)}'; style-src '${hashOf(style)}'; worker-src blob:`,
    style: `<style>${style}</style>`,
    library: libraryOf((name) => io.shipped(name)),
    scripts: [
      `<script type="application/json" id="design">${dataOf(design)}</script>`,
      `<script type="text/plain" id="worker">${packed(worker)}</script>`,
      `<script type="text/plain" id="script">${packed(script)}</script>`,
      `<script>${LOADER}</script>`,
    ].join('\n'),
  });
}

/**
 * The playground as a folder has it, beside its script, style and worker. The texts of the entries `apart` are files
 * there, `samples/NAME.txt`.
 */
export function playgroundSite({ lessons, chapters }: Library, apart: readonly Entry[]): string {
  const named = new Set(apart.map(({ name }) => name));
  const offered = chapters.map(({ teaches, samples }) => ({
    teaches,
    samples: samples.map(({ text, ...entry }) => (named.has(entry.name) ? entry : { ...entry, text })),
  }));
  return playgroundHtml({
    title: 'Netsplit playground',
    policy: "script-src 'self'; style-src 'self'; worker-src 'self'; connect-src 'self'",
    style: '<link rel="stylesheet" href="play.css">',
    library: { lessons, chapters: offered },
    scripts: '<script src="play.js"></script>',
  });
}

interface Parts {
  readonly title: string;
  readonly policy: string;
  readonly style: string;
  readonly library: Offered;
  readonly scripts: string;
}

function playgroundHtml({ title, policy, style, library, scripts }: Parts): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${PLAYGROUND_POLICY}; ${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(visible(title))}</title>
${style}
</head>
<body>
<p id="status" role="status">Opening…</p>
<noscript><p>The playground runs in the browser and needs JavaScript. Nothing is sent anywhere.</p></noscript>
<script type="application/json" id="library-data">${dataOf(library)}</script>
${scripts}
</body>
</html>
`;
}

/** Nothing is loaded but the parts of the page. */
const PLAYGROUND_POLICY = "default-src 'none'; img-src blob: data:; base-uri 'none'; form-action 'none'";

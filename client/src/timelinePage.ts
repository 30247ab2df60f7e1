import type { PageParts } from './reportPage.js';

/**
 * The page of a timeline: its controls, and where the picture and its sentences go. Nothing that comes from a design is in it: all of that is sent
 * as messages and becomes text. Nothing may be loaded but the style sheets of the extension and images
 * that the page itself has made, to export them, and nothing runs but the one script with the nonce.
 */
export function timelinePage({ script, style, cspSource, nonce }: PageParts): string {
  const policy = `default-src 'none'; img-src blob:; base-uri 'none'; form-action 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>Netsplit timeline</title>
</head>
<body>
<header aria-label="Which run is shown, and how">
<label>Run of <select id="request"></select></label>
<label>Under <select id="cause"></select></label>
<label>That ends in <select id="outcome"></select></label>
<span class="group" role="group" aria-label="Size of the picture">
<button id="out" type="button" aria-label="Smaller">−</button>
<button id="fit" type="button">Fit</button>
<button id="in" type="button" aria-label="Larger">+</button>
</span>
<button id="text" type="button" aria-pressed="false">As text</button>
<span class="group" role="group" aria-label="The picture as a file">
<button id="svg" type="button">Export SVG</button>
<button id="png" type="button">Export PNG</button>
</span>
</header>
<main>
<h1 id="title">Timeline</h1>
<div id="picture"><p class="message">Waiting for the timeline…</p></div>
<div id="words" hidden></div>
<div id="stepper" role="group" aria-label="Steps" hidden>
<button id="back" type="button" aria-label="Step back">◀ Back</button>
<button id="forward" type="button" aria-label="Step forward">Forward ▶</button>
<p id="step" aria-live="polite"></p>
</div>
</main>
<footer>
<p id="waiting" class="waiting" hidden></p>
<p id="status" role="status" aria-live="polite"></p>
</footer>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

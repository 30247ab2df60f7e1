import { webviewPage, type PageParts } from './webviewPage.js';

/** The page of a diagram: its controls, and where the picture and the verdicts go. */
export function diagramPage(parts: PageParts): string {
  return webviewPage(parts, { title: 'Netsplit diagram', images: 'made by the page', body: BODY });
}

const BODY = `<header aria-label="What is broken, and how it is shown">
<label>Broken <select id="partition"></select></label>
<button id="heal" type="button">Heal all</button>
<span id="causes" class="group" role="group" aria-label="Smallest causes" hidden>
<button id="previous" type="button" aria-label="Previous smallest cause">◀</button>
<span id="cause"></span>
<button id="next" type="button" aria-label="Next smallest cause">▶</button>
</span>
<button id="write" type="button">Write as partition</button>
<label>Point out <select id="selection"></select></label>
<label>A click <select id="mode"><option value="break">breaks</option><option value="reveal">shows the source</option></select></label>
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
<div id="picture"></div>
<div id="words" hidden></div>
<div id="verdicts"><p class="message">Waiting for the picture…</p></div>
</main>`;

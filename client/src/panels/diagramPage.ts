import { webviewPage, type PageParts } from './webviewPage.js';

/** The page of a diagram: its controls, and where the picture and the verdicts go. */
export function diagramPage(parts: PageParts): string {
  return webviewPage(parts, { title: 'Netsplit diagram', images: 'made by the page', body: DIAGRAM_BODY });
}

/** The controls of a diagram, and where the picture and the verdicts go. */
export const DIAGRAM_BODY = `<header aria-label="What is broken, and how it is shown">
<select id="partition" aria-label="What is broken"></select>
<span id="causes" class="group" role="group" aria-label="Smallest causes" hidden>
<button id="previous" type="button" aria-label="Previous smallest cause" title="Previous smallest cause">◀</button>
<span id="cause"></span>
<button id="next" type="button" aria-label="Next smallest cause" title="Next smallest cause">▶</button>
</span>
<button id="heal" type="button" title="Mend everything">Heal</button>
<button id="write" type="button" title="Write what is broken into the file, as a partition">Write</button>
<span class="group at-end" role="group" aria-label="Size of the picture">
<button id="out" type="button" aria-label="Smaller">−</button>
<button id="fit" type="button">Fit</button>
<button id="in" type="button" aria-label="Larger">+</button>
</span>
<details id="more"><summary aria-label="More" title="More">⋯</summary>
<div class="menu">
<label>Point out <select id="selection"></select></label>
<label>A click <select id="mode"><option value="break">breaks</option><option value="reveal">shows the source</option></select></label>
<button id="text" type="button" aria-pressed="false">As text</button>
<button id="svg" type="button">Export SVG</button>
<button id="png" type="button">Export PNG</button>
</div>
</details>
</header>
<main>
<p id="hint" hidden>Click a link or a machine to break it.</p>
<div id="picture"></div>
<div id="words" hidden></div>
<div id="verdicts"><p class="message">Waiting for the picture…</p></div>
</main>`;

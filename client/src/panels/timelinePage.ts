import { webviewPage, type PageParts } from './webviewPage.js';

/** The page of a timeline: its controls, and where the picture and its sentences go. */
export function timelinePage(parts: PageParts): string {
  return webviewPage(parts, { title: 'Netsplit timeline', images: 'made by the page', body: BODY });
}

const BODY = `<header aria-label="Which run is shown, and how">
<label>Run of <select id="request"></select></label>
<label>Under <select id="cause"></select></label>
<label>That ends in <select id="outcome"></select></label>
<span class="group at-end">
<span class="group" role="group" aria-label="Size of the picture">
<button id="out" type="button" aria-label="Smaller">−</button>
<button id="fit" type="button">Fit</button>
<button id="in" type="button" aria-label="Larger">+</button>
</span>
<details id="more"><summary aria-label="More" title="More">⋯</summary>
<div class="menu">
<button id="design" type="button" aria-pressed="true">On the design</button>
<button id="text" type="button" aria-pressed="false">As text</button>
<button id="svg" type="button">Export SVG</button>
<button id="png" type="button">Export PNG</button>
</div>
</details>
</span>
</header>
<main>
<h1 id="title">Timeline</h1>
<div id="play"></div>
<div id="picture"><p class="message">Waiting for the timeline…</p></div>
<div id="words" hidden></div>
<div id="stepper" role="group" aria-label="Steps" hidden>
<button id="back" type="button" aria-label="Step back">◀ Back</button>
<button id="forward" type="button" aria-label="Step forward">Forward ▶</button>
<button id="run" type="button">Play</button>
<label id="pace-label">Pace <select id="pace"><option>slow</option><option selected>normal</option><option>fast</option></select></label>
<p id="step" aria-live="polite"></p>
</div>
</main>`;

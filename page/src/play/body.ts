import { DIAGRAM_BODY } from '../../../client/src/panels/diagramPage.js';

// The elements of the page. Constants of the product: nothing of a design is in them.

/** In a panel the picture is what the page is about; here it is a part of that. */
const PICTURE = DIAGRAM_BODY.replace('<main>', '<div class="shown">').replace('</main>', '</div>');

// It says that the page is opened.
document.getElementById('status')?.remove();
document.body.insertAdjacentHTML(
  'afterbegin',
  `<main id="page">
<div id="top">
<h1>Netsplit <span>playground</span></h1>
<select id="library" aria-label="Open a lesson or a sample"></select>
<span class="group at-end">
<button id="share" type="button">Copy link</button>
<button id="save" type="button">Download</button>
</span>
</div>
<section id="lesson" aria-label="Lesson" hidden></section>
<div id="views" role="group" aria-label="What is shown">
<button type="button" data-view="text">Text</button>
<button type="button" data-view="picture">Picture</button>
<button type="button" data-view="faults">Every fault</button>
</div>
<section id="source" aria-label="Text">
<div id="editor"></div>
<ul id="problems" aria-label="Problems"></ul>
</section>
<section id="live" aria-label="Picture">${PICTURE}</section>
<section id="faults" aria-label="Every fault" tabindex="0"></section>
<div id="foot">
<p id="waiting" class="waiting" hidden></p>
<p id="status" role="status" aria-live="polite"></p>
</div>
</main>`,
);

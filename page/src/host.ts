import {
  causeOf,
  diagramPanel,
  diagramPicture,
  printSvg,
  shownDiagram,
  visible,
  writePartition,
  type Results,
} from '#core';
import type { Diagram, FromDiagram, ToDiagram } from '#protocol';
import { DIAGRAM_BODY } from '../../client/src/panels/diagramPage.js';
import { rangeOf, readDesign } from './design.js';
import { codeBlock, paragraph, showDialog } from './dialog.js';
import { explored } from './explored.js';
import { savePicture } from './save.js';
import { revealLine } from './source.js';
import { showRun } from './runDialog.js';
import { runOf } from './timelineRun.js';

// Stands where VS Code stands beside a panel: the page of the diagram is the same in both, and its script, which is
// loaded after this one, finds its elements and whom it talks to.

/** So long the page works before it reads the next click. In milliseconds. */
export const SLICE_MS = 12;

export const design = readDesign();
const { resolved } = design;

let results: Results | undefined;
/** What is shown; asked for again when the results have come. */
let shown: Extract<FromDiagram, { type: 'ask' }> = {
  type: 'ask',
  fault: { links: [], oneWays: [], nodes: [], zones: [] },
};

/** Resolves with the results of the design. */
export const allResults: Promise<Results | undefined> = explored(resolved, SLICE_MS).then((found) => {
  results = found;
  answer();
  return found;
});

function diagramOf({ fault, selection }: typeof shown): Diagram {
  const panel = diagramPanel(resolved, selection === undefined ? { fault } : { fault, selection }, results);
  return shownDiagram(resolved.model, panel, (span) => rangeOf(resolved, span));
}

function tell(message: ToDiagram): void {
  window.postMessage(message, '*');
}

function answer(): void {
  tell({ type: 'diagram', uri: design.title, diagram: diagramOf(shown) });
}

function receive(message: FromDiagram): void {
  switch (message.type) {
    case 'ready':
      answer();
      return;
    case 'ask':
      shown = message;
      answer();
      return;
    case 'reveal':
      if (!('uri' in message.range)) revealLine(message.range.start.line);
      return;
    case 'timeline':
      showRun(runOf(resolved, message.target, results));
      return;
    case 'write': {
      const written = writePartition(resolved, causeOf(resolved.model, shown.fault));
      if (written.kind === 'problem') showDialog('Write as a partition', paragraph(visible(written.message)));
      else showDialog('Write this into the design', codeBlock(written.edit.text.trim()));
      return;
    }
    case 'export': {
      const scene = diagramPicture(resolved.model, shown);
      const svg = printSvg(scene);
      if (message.format === 'svg') savePicture({ svg }, design.title);
      else tell({ type: 'rasterise', svg, width: scene.width, height: scene.height });
      return;
    }
    case 'png':
      savePicture({ png: message.data }, design.title);
  }
}

const live = document.getElementById('live');
// A constant of the product: nothing of the design is in it.
if (live !== null) live.innerHTML = DIAGRAM_BODY;

Object.assign(window, {
  acquireVsCodeApi: () => ({ postMessage: receive, getState: () => undefined, setState: () => undefined }),
});

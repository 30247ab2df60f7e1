import type { DiagramTarget, TimelineTarget } from '#core';
import type { Diagram, FromDiagram, PickedFault, ToDiagram } from '#protocol';
import type { Core } from './core.js';
import { savePicture } from '../save.js';
import { showRun } from '../runDialog.js';

export const NOTHING_BROKEN: PickedFault = { links: [], oneWays: [], nodes: [], zones: [] };

/** What the picture needs of the page around it. */
export interface Around {
  readonly core: Core;
  readonly title: () => string;
  readonly reveal: (range: Diagram['links'][number]['range']) => void;
  readonly insert: (at: number, text: string) => void;
  readonly say: (text: string) => void;
}

let around: Around | undefined;
/** What is shown; asked for again when the text or what is known of it has changed. */
let shown: DiagramTarget = { fault: NOTHING_BROKEN };

/** From here on the picture is answered. */
export function connect(page: Around): void {
  around = page;
}

/** Shows this in the picture, or what it showed before as it is now. */
export async function showInPicture(target: DiagramTarget = shown): Promise<void> {
  shown = target;
  const answer = await around?.core.ask('diagram', target);
  // Somebody may have asked for something else meanwhile.
  if (answer !== undefined && target === shown) tell(answer);
}

export function tell(message: ToDiagram): void {
  window.postMessage(message, '*');
}

export async function showTimeline(target: TimelineTarget): Promise<void> {
  const run = await around?.core.ask('run', target);
  if (run !== undefined) showRun(run);
}

function receive(message: FromDiagram): void {
  switch (message.type) {
    case 'ready':
      return;
    case 'ask': {
      const { fault, selection } = message;
      void showInPicture(selection === undefined ? { fault } : { fault, selection });
      return;
    }
    case 'reveal':
      if (!('uri' in message.range)) around?.reveal(message.range);
      return;
    case 'timeline':
      void showTimeline(message.target);
      return;
    case 'write':
      void write();
      return;
    case 'export':
      void exported(message.format);
      return;
    case 'png':
      savePicture({ png: message.data }, around?.title() ?? '');
  }
}

async function write(): Promise<void> {
  const written = await around?.core.ask('write', shown.fault);
  if (written === undefined) return;
  if (written.kind === 'problem') around?.say(written.message);
  else around?.insert(written.edit.span.start, written.edit.text);
}

async function exported(format: 'svg' | 'png'): Promise<void> {
  const picture = await around?.core.ask('picture', shown);
  if (picture === undefined) return;
  if (format === 'svg') savePicture(picture, around?.title() ?? '');
  else tell({ type: 'rasterise', ...picture });
}

Object.assign(window, {
  acquireVsCodeApi: () => ({ postMessage: receive, getState: () => undefined, setState: () => undefined }),
});

import type {
  Cell,
  Diagram,
  DiagramState,
  ElementsAnswer,
  FromDiagram,
  Part,
  PickedFault,
  PickedSelection,
  Place,
  TimelineTarget,
  ToDiagram,
} from '#protocol';
import { changedVerdicts } from './changes.js';
import { byId, onClick, options, type Entry } from './controls.js';
import { drawMessage, drawReport, runsOf } from './draw.js';
import { NOTHING_BROKEN, sameFault, sizeOf, toggled, turned } from './fault.js';
import { BREAKABLE, drawScene, isBroken, Zoom } from './picture.js';
import { exportButtons, rasterise } from './rasterise.js';

/** The part of VS Code's webview API that is used. */
interface Host {
  postMessage(message: FromDiagram): void;
  getState(): unknown;
  setState(state: State): void;
}
declare function acquireVsCodeApi(): Host;

/**
 * What outlives the page: a hidden panel loses its page; a window that is loaded again asks for the panel with the
 * first half of it.
 */
interface State extends DiagramState {
  readonly diagram?: Diagram;
  readonly asText: boolean;
}

const host = acquireVsCodeApi();
const picture = byId('picture', HTMLElement);
const words = byId('words', HTMLElement);
const verdicts = byId('verdicts', HTMLElement);
const waiting = byId('waiting', HTMLElement);
const status = byId('status', HTMLElement);
const partition = byId('partition', HTMLSelectElement);
const selection = byId('selection', HTMLSelectElement);
const mode = byId('mode', HTMLSelectElement);
const causes = byId('causes', HTMLElement);
const asText = byId('text', HTMLButtonElement);
const heal = byId('heal', HTMLButtonElement);
const write = byId('write', HTMLButtonElement);
const zoom = new Zoom(picture, 'all');
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];

/** Entries of the two lists that are no names of the design. */
const NONE = '';
const BY_HAND = '\n';

let parts: ReadonlyMap<string, Part> = new Map();
let uri = '';
let shown: Diagram | undefined;
let cursor: ElementsAnswer = { vertices: [], links: [] };

// What is shown

function show(next: Diagram): void {
  waiting.hidden = true;
  setBusy(false);
  if (shown !== undefined && JSON.stringify(next) === JSON.stringify(shown)) return;
  // Another fault has another title, and its verdicts are compared all the same: that is what one broke it for.
  const changed =
    shown === undefined ? new Set<Cell>() : changedVerdicts({ ...shown.report, title: next.report.title }, next.report);
  if (shown !== undefined)
    status.textContent =
      `${next.report.title}: ` +
      `${changed.size === 0 ? 'no verdict' : `${changed.size} ${changed.size === 1 ? 'verdict' : 'verdicts'}`} ` +
      'changed.';
  drawPicture(next);
  keepingFocus(verdicts, '[data-key]', 'key', () =>
    verdicts.replaceChildren(
      ...drawReport(next.report, {
        ranges: next.ranges,
        runs: runsOf(next.report, next.runs),
        changed,
        reveal,
        showRun,
      }),
    ),
  );
  shown = next;
  drawControls(next);
  keep();
}

function drawPicture(next: Diagram): void {
  if (shown?.style !== next.style) sheet.replaceSync(next.style);
  const svg = drawScene(next.scene);
  parts = new Map(next.scene.parts.map((part) => [`${part.kind} ${part.index}`, part]));
  const focused = document.activeElement instanceof SVGElement ? document.activeElement.closest('[data-kind]') : null;
  picture.replaceChildren(svg);
  zoom.show(svg, next.scene);
  markCursor();
  if (focused instanceof SVGElement)
    focusOn(
      svg.querySelector(
        `[data-kind="${focused.dataset['kind'] ?? ''}"][data-index="${focused.dataset['index'] ?? ''}"] [role=button]`,
      ),
    );
  const list = document.createElement('ul');
  for (const { kind, label } of next.scene.parts) {
    if (kind === 'legend') continue;
    const item = document.createElement('li');
    item.textContent = label;
    list.append(item);
  }
  const description = document.createElement('p');
  description.textContent = next.scene.description;
  words.replaceChildren(description, list);
}

function keepingFocus(place: HTMLElement, selector: string, key: string, draw: () => void): void {
  const before =
    document.activeElement instanceof HTMLElement && place.contains(document.activeElement)
      ? document.activeElement.dataset[key]
      : undefined;
  draw();
  if (before !== undefined)
    [...place.querySelectorAll<HTMLElement>(selector)]
      .find((one) => one.dataset[key] === before)
      ?.focus({ preventScroll: true });
}

function drawControls({
  fault,
  partitions,
  stores,
  operations,
  zones,
  selection: picked,
  causes: smallest = [],
}: Diagram): void {
  const byHand = sizeOf(fault) > 0;
  const named = partitions.map((name): Entry => [name, name]);
  options(
    partition,
    [[NONE, 'nothing'], ...named, ...(byHand ? [[BY_HAND, 'by hand'] satisfies Entry] : [])],
    byHand ? BY_HAND : (fault.partition ?? NONE),
  );
  const value = (one: PickedSelection): string => `${one.kind} ${one.name}`;
  const all = [
    ...stores.map((name): PickedSelection => ({ kind: 'store', name })),
    ...operations.map((name): PickedSelection => ({ kind: 'operation', name })),
    ...zones.map((name): PickedSelection => ({ kind: 'zone', name })),
  ];
  options(
    selection,
    [[NONE, 'nobody'], ...all.map((one): Entry => [value(one), value(one)])],
    picked === undefined ? NONE : value(picked),
  );
  heal.disabled = write.disabled = sameFault(fault, NOTHING_BROKEN);
  causes.hidden = smallest.length === 0;
  const at = smallest.findIndex((one) => sameFault(one.fault, fault));
  byId('cause', HTMLElement).textContent =
    at < 0
      ? `${smallest.length} smallest ${smallest.length === 1 ? 'cause' : 'causes'}`
      : `Cause ${at + 1} of ${smallest.length}`;
}

function setBusy(busy: boolean): void {
  verdicts.setAttribute('aria-busy', String(busy));
}

/** Where the text's cursor is. */
function markCursor(): void {
  for (const one of picture.querySelectorAll<SVGElement>('[data-kind]')) {
    const { kind, index } = one.dataset;
    const part = partOf(one);
    const here =
      kind === 'link'
        ? (part?.links ?? []).some((link) => cursor.links.includes(link))
        : kind !== 'wire' && kind !== 'side' && kind !== 'legend' && cursor.vertices.includes(Number(index));
    one.classList.toggle('at-cursor', here);
  }
}

// What is asked for

function ask(fault: PickedFault, picked = shown?.selection): void {
  host.postMessage({ type: 'ask', fault, ...(picked === undefined ? {} : { selection: picked }) });
}

function reveal(range: Place): void {
  host.postMessage({ type: 'reveal', range });
}

function showRun(target: TimelineTarget): void {
  host.postMessage({ type: 'timeline', target });
}

function activate(
  element: Element,
  { shift, showSource }: { readonly shift: boolean; readonly showSource: boolean },
): void {
  const part = partOf(element);
  if (part === undefined || shown === undefined) return;
  if (showSource || mode.value === 'reveal' || !BREAKABLE.has(part.kind)) {
    const range = part.kind === 'link' ? shown.links[part.index]?.range : shown.vertices[part.index]?.range;
    if (range === undefined || range === null) status.textContent = 'This is not written anywhere in the file.';
    else reveal(range);
    return;
  }
  const next = shift && part.kind === 'link' ? turned(shown.fault, part, shown) : toggled(shown.fault, part, shown);
  if (isBroken(part) && sizeOf(next) > sizeOf(shown.fault)) {
    status.textContent = 'This is broken already, by the partition that is chosen or by the zone around it.';
    return;
  }
  ask(next);
}

function partOf(element: Element): Part | undefined {
  const group = element.closest('[data-kind]');
  if (!(group instanceof SVGElement)) return undefined;
  const { kind, index } = group.dataset;
  return parts.get(`${kind ?? ''} ${index ?? ''}`);
}

function step(by: 1 | -1): void {
  const smallest = shown?.causes ?? [];
  if (shown === undefined || smallest.length === 0) return;
  const { fault } = shown;
  const at = smallest.findIndex((one) => sameFault(one.fault, fault));
  const next = smallest[at < 0 ? (by > 0 ? 0 : smallest.length - 1) : (at + by + smallest.length) % smallest.length];
  if (next !== undefined) ask(next.fault);
}

function focusOn(element: Element | null): void {
  if (!(element instanceof SVGElement)) return;
  for (const one of picture.querySelectorAll('[tabindex="0"]')) one.setAttribute('tabindex', '-1');
  element.setAttribute('tabindex', '0');
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

// What the user does

let down: { readonly x: number; readonly y: number } | undefined;
picture.addEventListener('pointerdown', ({ clientX, clientY }) => (down = { x: clientX, y: clientY }));
picture.addEventListener('click', (event) => {
  const moved = down !== undefined && Math.hypot(event.clientX - down.x, event.clientY - down.y) > 4;
  const target = event.target instanceof Element ? event.target.closest('[role=button]') : null;
  // Whoever drags the picture means no part of it.
  if (target !== null && !moved)
    activate(target, { shift: event.shiftKey, showSource: event.ctrlKey || event.metaKey });
});

picture.addEventListener('keydown', (event) => {
  const target = event.target instanceof Element ? event.target.closest('[role=button]') : null;
  const all = [...picture.querySelectorAll('[role=button]')];
  const beside = (by: number): void =>
    focusOn(all[(all.indexOf(target ?? picture) + by + all.length) % all.length] ?? null);
  const keys: Readonly<Record<string, () => void>> = {
    Enter: () =>
      target !== null && activate(target, { shift: event.shiftKey, showSource: event.ctrlKey || event.metaKey }),
    ' ': () =>
      target !== null && activate(target, { shift: event.shiftKey, showSource: event.ctrlKey || event.metaKey }),
    ArrowRight: () => beside(1),
    ArrowDown: () => beside(1),
    ArrowLeft: () => beside(-1),
    ArrowUp: () => beside(-1),
    '+': () => zoom.larger(),
    '=': () => zoom.larger(),
    '-': () => zoom.smaller(),
    '0': () => zoom.fit(),
  };
  const act = keys[event.key];
  if (act === undefined) return;
  event.preventDefault();
  act();
});

partition.addEventListener('change', () => {
  if (partition.value !== BY_HAND)
    ask(partition.value === NONE ? NOTHING_BROKEN : { ...NOTHING_BROKEN, partition: partition.value });
});
selection.addEventListener('change', () => {
  const [, kind, name] = /^(store|operation|zone) (.*)$/s.exec(selection.value) ?? [];
  host.postMessage({
    type: 'ask',
    fault: shown?.fault ?? NOTHING_BROKEN,
    ...((kind === 'store' || kind === 'operation' || kind === 'zone') && name !== undefined
      ? { selection: { kind, name } }
      : {}),
  });
});
heal.addEventListener('click', () => ask(NOTHING_BROKEN));
write.addEventListener('click', () => host.postMessage({ type: 'write' }));
onClick('previous', () => step(-1));
onClick('next', () => step(1));
onClick('out', () => zoom.smaller());
onClick('in', () => zoom.larger());
onClick('fit', () => zoom.fit());
asText.addEventListener('click', () => {
  setText(asText.getAttribute('aria-pressed') !== 'true');
  keep();
});

function setText(on: boolean): void {
  asText.setAttribute('aria-pressed', String(on));
  words.hidden = !on;
  picture.hidden = on;
}

// Its conversation with VS Code

function keep(): void {
  if (shown === undefined) return;
  const { fault, selection: picked } = shown;
  host.setState({
    uri,
    fault,
    ...(picked === undefined ? {} : { selection: picked }),
    diagram: shown,
    asText: !words.hidden,
  });
}

/** Only this page has written it. */
function isState(state: unknown): state is State {
  return typeof state === 'object' && state !== null && 'uri' in state && 'asText' in state;
}

window.addEventListener('message', ({ data }: MessageEvent<ToDiagram>) => {
  switch (data.type) {
    case 'diagram':
      uri = data.uri;
      show(data.diagram);
      return;
    case 'message':
      waiting.hidden = true;
      setBusy(false);
      picture.replaceChildren();
      words.replaceChildren();
      verdicts.replaceChildren(...drawMessage(data.message));
      shown = undefined;
      return;
    case 'rasterise':
      void rasterise(data).then(
        (png) => host.postMessage({ type: 'png', data: png }),
        () => (status.textContent = 'The picture could not be made into a PNG: export it as SVG.'),
      );
      return;
    case 'pending':
      setBusy(true);
      waiting.textContent = data.waitingFor;
      waiting.hidden = false;
      // It would contradict the line above.
      status.textContent = '';
      return;
    case 'cursor':
      cursor = data;
      markCursor();
  }
});

exportButtons((message) => host.postMessage(message));

const before = host.getState();
if (isState(before)) {
  uri = before.uri;
  setText(before.asText);
  if (before.diagram !== undefined) show(before.diagram);
}
host.postMessage({ type: 'ready' });

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
  Report,
  Section,
  ToDiagram,
} from '#protocol';
import { changedVerdicts } from './changes.js';
import { byId, closingMenu, drawAsText, onClick, options, type Entry } from './controls.js';
import { drawMessage, drawReport, runsOf } from './draw.js';
import { NOTHING_BROKEN, sameFault, sizeOf, toggled, turned } from './fault.js';
import { drawWaiting, Host, keepingFocus, listen, orSame, say } from './host.js';
import { BREAKABLE, drawScene, isBroken } from './picture.js';
import { exportButtons, sendPng } from './rasterise.js';
import { Zoom, zoomButtons, zoomKeys } from './zoom.js';

interface State {
  readonly uri: string;
  /** Either of them is what is shown; neither of them is there before the first answer. */
  readonly diagram: Diagram | undefined;
  readonly message: string | undefined;
  readonly waitingFor: string | undefined;
  /** Where the text's cursor is. */
  readonly cursor: ElementsAnswer;
  readonly asText: boolean;
  /** Somebody has broken something: they know how. */
  readonly hasBroken: boolean;
}

interface Kept extends DiagramState {
  readonly diagram?: Diagram;
  readonly asText: boolean;
  readonly hasBroken: boolean;
}

const host = new Host<FromDiagram, Kept>(['uri', 'asText', 'hasBroken']);
const picture = byId('picture', HTMLElement);
const words = byId('words', HTMLElement);
const verdicts = byId('verdicts', HTMLElement);
const partition = byId('partition', HTMLSelectElement);
const selection = byId('selection', HTMLSelectElement);
const mode = byId('mode', HTMLSelectElement);
const zoom = new Zoom(picture, 'all');
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

/** Entries of the two lists that are not names of the design. */
const NONE = '';
const BY_HAND = '\n';
/** Of the verdicts without a fault, beside the operation and its client. */
const NOW = 2;

let state: State = {
  uri: '',
  diagram: undefined,
  message: undefined,
  waitingFor: undefined,
  cursor: { vertices: [], links: [] },
  asText: false,
  hasBroken: false,
};

function update(change: Partial<State>): void {
  const before = state;
  state = { ...state, ...change };
  draw(state, before);
}

// What is shown

/** Draws what is different now, and keeps it for the next page. */
function draw(now: State, before: State): void {
  const { diagram, message, cursor, asText } = now;
  drawWaiting(verdicts, now.waitingFor);
  drawAsText(asText);
  if (diagram !== undefined && diagram !== before.diagram) drawDiagram(diagram, before.diagram);
  if (message !== undefined && message !== before.message) drawOnly(message);
  byId('hint', HTMLElement).hidden = now.hasBroken || asText || diagram === undefined;
  if (diagram === undefined) return;
  if (diagram !== before.diagram || cursor !== before.cursor) markCursor(diagram, cursor);
  if (diagram !== before.diagram || asText !== before.asText || now.uri !== before.uri) keep(diagram, now);
}

function keep(diagram: Diagram, { uri, asText, hasBroken }: State): void {
  const { fault, selection: picked } = diagram;
  host.keep({ uri, fault, ...(picked === undefined ? {} : { selection: picked }), diagram, asText, hasBroken });
}

function drawDiagram(diagram: Diagram, before: Diagram | undefined): void {
  const { report, ranges, runs } = diagram;
  // Another fault has another title. Its verdicts are compared anyway: the user breaks things to see them change.
  const changed =
    before === undefined
      ? new Set<Cell>()
      : changedVerdicts({ ...ofNow(before.report), title: report.title }, ofNow(report));
  // An edit that changes no verdict needs no word.
  if (before !== undefined && (changed.size > 0 || report.title !== before.report.title))
    say(`${report.title}: ${countOf(changed.size)} changed just now.`);
  if (before?.style !== diagram.style) sheet.replaceSync(diagram.style);
  drawPicture(diagram, before);
  drawWords(diagram);
  keepingFocus(verdicts, () =>
    verdicts.replaceChildren(
      ...drawReport(report, {
        ranges,
        runs: runsOf(report, runs),
        changed,
        reveal,
        showRun: (target) => host.post({ type: 'timeline', target }),
      }),
    ),
  );
  drawControls(diagram);
}

/** Where nothing is broken, the verdicts of now are those without a fault, and have one column. */
function ofNow(report: Report): Report {
  const sections = report.sections.map((section): Section => {
    const { table } = section;
    if (table === undefined || table.columns.includes('now')) return section;
    return { ...section, table: { ...table, columns: table.columns.map((one, i) => (i === NOW ? 'now' : one)) } };
  });
  return { ...report, sections };
}

function countOf(verdictsChanged: number): string {
  if (verdictsChanged === 0) return 'no verdict';
  return `${verdictsChanged} ${verdictsChanged === 1 ? 'verdict' : 'verdicts'}`;
}

function drawOnly(message: string): void {
  picture.replaceChildren();
  words.replaceChildren();
  verdicts.replaceChildren(...drawMessage(message));
}

function drawPicture({ scene }: Diagram, before: Diagram | undefined): void {
  const focused = document.activeElement instanceof SVGElement ? document.activeElement.closest('[data-kind]') : null;
  const svg = drawScene(scene, before?.scene);
  picture.replaceChildren(svg);
  zoom.show(svg, scene);
  if (!(focused instanceof SVGElement)) return;
  const { kind = '', index = '' } = focused.dataset;
  focusOn(svg.querySelector(`[data-kind="${kind}"][data-index="${index}"] [role=button]`));
}

function drawWords({ scene }: Diagram): void {
  const list = document.createElement('ul');
  for (const { kind, label } of scene.parts) {
    if (kind === 'legend') continue;
    const item = document.createElement('li');
    item.textContent = label;
    list.append(item);
  }
  const description = document.createElement('p');
  description.textContent = scene.description;
  words.replaceChildren(description, list);
}

function drawControls({ fault, partitions, causes = [], ...diagram }: Diagram): void {
  const byHand = sizeOf(fault) > 0;
  const named = partitions.map((name): Entry => [name, name]);
  options(
    partition,
    [[NONE, 'no fault'], ...named, ...(byHand ? [[BY_HAND, 'by hand'] satisfies Entry] : [])],
    byHand ? BY_HAND : (fault.partition ?? NONE),
  );
  drawSelection(diagram);
  const isWhole = sameFault(fault, NOTHING_BROKEN);
  for (const id of ['heal', 'write']) byId(id, HTMLButtonElement).disabled = isWhole;
  byId('causes', HTMLElement).hidden = causes.length === 0;
  const at = causes.findIndex((one) => sameFault(one.fault, fault));
  const which = byId('cause', HTMLElement);
  which.textContent = at < 0 ? String(causes.length) : `${at + 1} of ${causes.length}`;
  which.title = causes[at]?.title ?? 'The smallest faults that break anything';
}

function drawSelection({
  stores,
  operations,
  zones,
  selection: picked,
}: Pick<Diagram, 'stores' | 'operations' | 'zones' | 'selection'>): void {
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
}

/** Points out where the text's cursor is. */
function markCursor({ scene }: Diagram, { vertices, links }: ElementsAnswer): void {
  // The picture has one group for each part, in the order of the parts.
  picture.querySelectorAll<SVGElement>('[data-kind]').forEach((group, i) => {
    const part = scene.parts[i];
    group.classList.toggle('at-cursor', part !== undefined && isAt(part));
  });
  function isAt({ kind, index, links: drawn = [] }: Part): boolean {
    if (kind === 'link') return drawn.some((link) => links.includes(link));
    return kind !== 'wire' && kind !== 'side' && kind !== 'legend' && vertices.includes(index);
  }
}

function focusOn(element: Element | null): void {
  if (!(element instanceof SVGElement)) return;
  for (const one of picture.querySelectorAll('[tabindex="0"]')) one.setAttribute('tabindex', '-1');
  element.setAttribute('tabindex', '0');
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

// What is asked for

function ask(fault: PickedFault, picked = state.diagram?.selection): void {
  host.post({ type: 'ask', fault, ...(picked === undefined ? {} : { selection: picked }) });
}

function reveal(range: Place): void {
  host.post({ type: 'reveal', range });
}

/** What a click or a key on a part of the picture does. */
function activate(element: Element, event: MouseEvent | KeyboardEvent): void {
  const { diagram } = state;
  const part = diagram === undefined ? undefined : partOf(element, diagram);
  if (part === undefined || diagram === undefined) return;
  if (event.ctrlKey || event.metaKey || mode.value === 'reveal' || !BREAKABLE.has(part.kind)) {
    const range = (part.kind === 'link' ? diagram.links : diagram.vertices)[part.index]?.range ?? null;
    if (range === null) say('This is not written anywhere in the file.');
    else reveal(range);
    return;
  }
  const { fault } = diagram;
  const next = event.shiftKey && part.kind === 'link' ? turned(fault, part, diagram) : toggled(fault, part, diagram);
  if (isBroken(part) && sizeOf(next) > sizeOf(fault))
    say('This is broken already, by the partition that is chosen or by the zone around it.');
  else {
    update({ hasBroken: true });
    ask(next);
  }
}

function partOf(element: Element, { scene }: Diagram): Part | undefined {
  const group = element.closest('[data-kind]');
  if (!(group instanceof SVGElement)) return undefined;
  const { kind, index } = group.dataset;
  return scene.parts.find((part) => part.kind === kind && String(part.index) === index);
}

/** Asks for the next or the previous of the smallest causes. */
function step(by: 1 | -1): void {
  const { fault, causes = [] } = state.diagram ?? { fault: NOTHING_BROKEN };
  const at = causes.findIndex((one) => sameFault(one.fault, fault));
  const first = by > 0 ? 0 : causes.length - 1;
  const next = causes[at < 0 ? first : (at + by + causes.length) % causes.length];
  if (next !== undefined) ask(next.fault);
}

// What the user does

function buttonAt({ target }: Event): Element | null {
  return target instanceof Element ? target.closest('[role=button]') : null;
}

function listenToClicks(): void {
  let down: { readonly x: number; readonly y: number } | undefined;
  picture.addEventListener('pointerdown', ({ clientX, clientY }) => (down = { x: clientX, y: clientY }));
  picture.addEventListener('click', (event) => {
    const moved = down !== undefined && Math.hypot(event.clientX - down.x, event.clientY - down.y) > 4;
    const target = buttonAt(event);
    // A drag moves the picture and means no part of it.
    if (target !== null && !moved) activate(target, event);
  });
}

function listenToKeys(): void {
  picture.addEventListener('keydown', (event) => {
    const target = buttonAt(event);
    const all = [...picture.querySelectorAll('[role=button]')];
    const beside = (by: number): void =>
      focusOn(all[(all.indexOf(target ?? picture) + by + all.length) % all.length] ?? null);
    const press = (): void => {
      if (target !== null) activate(target, event);
    };
    const keys: Readonly<Record<string, () => void>> = {
      Enter: press,
      ' ': press,
      ArrowRight: () => beside(1),
      ArrowDown: () => beside(1),
      ArrowLeft: () => beside(-1),
      ArrowUp: () => beside(-1),
      ...zoomKeys(zoom),
    };
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
}

function listenToControls(): void {
  partition.addEventListener('change', () => {
    if (partition.value === BY_HAND) return;
    ask(partition.value === NONE ? NOTHING_BROKEN : { ...NOTHING_BROKEN, partition: partition.value });
  });
  selection.addEventListener('change', () => {
    const [, kind, name] = /^(store|operation|zone) (.*)$/s.exec(selection.value) ?? [];
    const isNamed = (kind === 'store' || kind === 'operation' || kind === 'zone') && name !== undefined;
    const fault = state.diagram?.fault ?? NOTHING_BROKEN;
    host.post({ type: 'ask', fault, ...(isNamed ? { selection: { kind, name } } : {}) });
  });
  onClick('heal', () => ask(NOTHING_BROKEN));
  onClick('write', () => host.post({ type: 'write' }));
  onClick('previous', () => step(-1));
  onClick('next', () => step(1));
  onClick('text', () => update({ asText: !state.asText }));
  zoomButtons(zoom);
  exportButtons((message) => host.post(message));
  closingMenu(byId('more', HTMLDetailsElement));
}

// Its conversation with VS Code

function receive(message: ToDiagram): void {
  switch (message.type) {
    case 'diagram': {
      const diagram = orSame(state.diagram, message.diagram);
      update({ uri: message.uri, diagram, message: undefined, waitingFor: undefined });
      return;
    }
    case 'message':
      update({ diagram: undefined, message: message.message, waitingFor: undefined });
      return;
    case 'rasterise':
      void sendPng(message, (png) => host.post(png));
      return;
    case 'pending':
      // What was said before would contradict it.
      say('');
      update({ waitingFor: message.waitingFor });
      return;
    case 'cursor':
      update({ cursor: message });
  }
}

listenToClicks();
listenToKeys();
listenToControls();
listen(receive);
const kept = host.kept();
if (kept !== undefined) {
  const { uri, asText, diagram, hasBroken } = kept;
  update({ uri, asText, diagram, hasBroken });
}
host.post({ type: 'ready' });

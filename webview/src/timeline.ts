import type {
  FromTimeline,
  PickedOutcome,
  Place,
  Timeline,
  TimelineState,
  TimelineTarget,
  ToTimeline,
} from '#protocol';
import { byId, closingMenu, drawAsText, onClick, options, type Entry } from './controls.js';
import { drawMessage, drawReport } from './draw.js';
import { sameFault } from './fault.js';
import { drawWaiting, Host, listen, orSame, say } from './host.js';
import { drawScene } from './picture.js';
import { drawFrame, isStill, Player } from './play.js';
import { exportButtons, sendPng } from './rasterise.js';
import { Zoom, zoomButtons, zoomKeys } from './zoom.js';

interface State {
  readonly uri: string;
  /** Either of them is what is shown; neither of them is there before the first answer. */
  readonly timeline: Timeline | undefined;
  readonly message: string | undefined;
  readonly waitingFor: string | undefined;
  /** The step that is pointed out. */
  readonly current: number;
  readonly asText: boolean;
  /** Is the picture of the design shown above the lanes? */
  readonly onDesign: boolean;
}

interface Kept extends TimelineState {
  readonly timeline: Timeline;
  readonly current: number;
  readonly asText: boolean;
  readonly onDesign: boolean;
}

const host = new Host<FromTimeline, Kept>(['uri', 'timeline', 'current']);
const title = byId('title', HTMLElement);
const picture = byId('picture', HTMLElement);
const design = byId('play', HTMLElement);
const words = byId('words', HTMLElement);
const stepper = byId('stepper', HTMLElement);
const request = byId('request', HTMLSelectElement);
const cause = byId('cause', HTMLSelectElement);
const outcome = byId('outcome', HTMLSelectElement);
const main = picture.parentElement ?? document.body;
const zoom = new Zoom(picture, 'width');
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];

/** In the list of causes, a fault that is not one of them. */
const OTHER = 'other';

let state: State = {
  uri: '',
  timeline: undefined,
  message: undefined,
  waitingFor: undefined,
  current: 0,
  asText: false,
  onDesign: true,
};

function update(change: Partial<State>): void {
  const before = state;
  state = { ...state, ...change };
  draw(state, before);
}

// What is shown

/** Draws what is different now, and keeps it for the next page. */
function draw(now: State, before: State): void {
  const { uri, timeline, message, current, asText, onDesign } = now;
  drawWaiting(main, now.waitingFor);
  drawAsText(asText);
  design.hidden = !onDesign || timeline === undefined || timeline.steps.length === 0;
  byId('design', HTMLButtonElement).setAttribute('aria-pressed', String(onDesign));
  if (timeline !== undefined && timeline !== before.timeline) drawTimeline(timeline, before.timeline);
  if (message !== undefined && message !== before.message) drawOnly(message);
  if (timeline === undefined) return;
  const isElsewhere = timeline !== before.timeline || current !== before.current;
  if (isElsewhere) drawCurrent(timeline, current);
  if (isElsewhere || asText !== before.asText || onDesign !== before.onDesign || uri !== before.uri)
    host.keep({ uri, target: timeline.target, timeline, current, asText, onDesign });
}

function drawTimeline(timeline: Timeline, before: Timeline | undefined): void {
  const { steps, report, ranges } = timeline;
  if (before !== undefined) say(`${timeline.title}: ${steps.length} ${steps.length === 1 ? 'step' : 'steps'}.`);
  title.textContent = timeline.title;
  if (before?.style !== timeline.style) sheet.replaceSync(timeline.style);
  drawPicture(timeline);
  // The first element is the title, which stands above already.
  words.replaceChildren(
    ...drawReport(report, {
      ranges,
      runs: new Map(),
      changed: new Set(),
      reveal: (range) => reveal(range, 'show'),
      showRun: ask,
    }).slice(1),
  );
  drawControls(timeline);
  stepper.hidden = steps.length === 0;
}

function drawOnly(message: string): void {
  title.textContent = 'Timeline';
  picture.replaceChildren(...drawMessage(message));
  words.replaceChildren(...drawMessage(message));
  stepper.hidden = true;
}

function drawPicture({ scene }: Timeline): void {
  const hadFocus = picture.contains(document.activeElement);
  const svg = drawScene(scene);
  picture.replaceChildren(svg);
  zoom.show(svg, scene);
  if (hadFocus) svg.querySelector<SVGElement>('[role=button]')?.focus({ preventScroll: true });
}

function drawControls({ requests, causes, outcomes, target }: Timeline): void {
  const entries = (all: readonly { readonly title: string }[]): Entry[] =>
    all.map((one, i): Entry => [String(i), one.title]);
  const asked = requests.findIndex(
    (one) => one.target.operation === target.operation && one.target.client === target.client,
  );
  options(request, entries(requests), String(asked));
  const fault = causes.findIndex((one) => sameFault(one.fault, target.fault));
  options(
    cause,
    [...entries(causes), ...(fault < 0 ? [[OTHER, 'another fault'] satisfies Entry] : [])],
    fault < 0 ? OTHER : String(fault),
  );
  const ending = outcomes.findIndex((one) => sameOutcome(one.outcome, target.outcome));
  options(outcome, entries(outcomes), String(ending));
}

function sameOutcome(a: PickedOutcome, b: PickedOutcome | undefined): boolean {
  return b !== undefined && a.verdict === b.verdict && a.howLong === b.howLong && a.phase === b.phase;
}

/** Points out the current step; those after it are yet to come while the run is played. */
function drawCurrent({ steps, play }: Timeline, current: number): void {
  drawFrame(design, play, current);
  for (const one of picture.querySelectorAll<SVGElement>('[data-kind=step]')) {
    const here = Number(one.dataset['index']) === current;
    const button = one.querySelector('[role=button]');
    one.classList.toggle('current', here);
    one.classList.toggle('coming', player.isPlaying && Number(one.dataset['index']) > current);
    button?.setAttribute('tabindex', here ? '0' : '-1');
    if (button !== null) markStep(button, here);
  }
  words.querySelectorAll('tbody tr').forEach((row, i) => {
    row.classList.toggle('current', i === current);
    markStep(row, i === current);
  });
  byId('step', HTMLElement).textContent = steps[current]?.label ?? '';
  byId('back', HTMLElement).setAttribute('aria-disabled', String(current === 0));
  byId('forward', HTMLElement).setAttribute('aria-disabled', String(current >= steps.length - 1));
  currentButton()?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function markStep(element: Element, isCurrent: boolean): void {
  if (isCurrent) element.setAttribute('aria-current', 'step');
  else element.removeAttribute('aria-current');
}

function currentButton(): SVGElement | null {
  return picture.querySelector<SVGElement>('.current [role=button]');
}

// Playing

const player = new Player(
  () => {
    const { timeline, current } = state;
    if (timeline === undefined || current >= timeline.steps.length - 1) return false;
    update({ current: current + 1 });
    revealCurrent('point');
    return true;
  },
  (isPlaying) => {
    byId('run', HTMLButtonElement).textContent = isPlaying ? 'Pause' : 'Play';
    if (state.timeline !== undefined) drawCurrent(state.timeline, state.current);
  },
);

/** Plays on, or from the first step where the last one is shown. */
function playOrPause(): void {
  const { timeline, current } = state;
  if (player.isPlaying) player.stop();
  else {
    if (timeline !== undefined && current >= timeline.steps.length - 1) update({ current: 0 });
    player.start();
  }
}

// What is asked for

function ask(target: TimelineTarget): void {
  host.post({ type: 'ask', target });
}

function reveal(range: Place, how: 'point' | 'show' | 'go'): void {
  host.post({ type: 'reveal', range, how });
}

/** Goes to the step, and points at its source. */
function stepTo(index: number, how: 'point' | 'show'): void {
  const { timeline } = state;
  if (timeline === undefined || index < 0 || index >= timeline.steps.length) return;
  player.stop();
  const hadFocus = picture.contains(document.activeElement);
  update({ current: index });
  // The step may be the current one already, and out of sight.
  currentButton()?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  if (hadFocus) currentButton()?.focus({ preventScroll: true });
  revealCurrent(how);
}

function revealCurrent(how: 'point' | 'show' | 'go'): void {
  const range = state.timeline?.steps[state.current]?.range ?? null;
  if (range !== null) reveal(range, how);
  else if (how !== 'point') say('This is not written anywhere in the file.');
}

// What the user does

function stepAt(target: EventTarget | null): number | undefined {
  const part = target instanceof Element ? target.closest<SVGElement>('[data-kind=step]') : null;
  return part === null ? undefined : Number(part.dataset['index']);
}

function listenToPicture(): void {
  picture.addEventListener('click', ({ target }) => {
    const index = stepAt(target);
    if (index === undefined) return;
    stepTo(index, 'show');
    currentButton()?.focus({ preventScroll: true });
  });
}

function listenToKeys(): void {
  main.addEventListener('keydown', (event) => {
    const { target, key } = event;
    const onStep = stepAt(target) !== undefined;
    if (!onStep && !(target instanceof Node && (picture.contains(target) || stepper.contains(target)))) return;
    const by = (steps: 1 | -1) => (): void => stepTo(state.current + steps, 'point');
    const keys: Readonly<Record<string, () => void>> = {
      ArrowRight: by(1),
      ArrowDown: by(1),
      ArrowLeft: by(-1),
      ArrowUp: by(-1),
      Home: () => stepTo(0, 'point'),
      End: () => stepTo((state.timeline?.steps.length ?? 0) - 1, 'point'),
      p: playOrPause,
      ...zoomKeys(zoom),
      ...(onStep ? { Enter: () => revealCurrent('go'), ' ': () => revealCurrent('show') } : {}),
    };
    const act = keys[key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
}

function listenToControls(): void {
  onClick('back', () => stepTo(state.current - 1, 'point'));
  onClick('forward', () => stepTo(state.current + 1, 'point'));
  onClick('run', playOrPause);
  byId('pace', HTMLSelectElement).addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement) player.setPace(target.value);
  });
  onClick('design', () => update({ onDesign: !state.onDesign }));
  onClick('text', () => update({ asText: !state.asText }));
  closingMenu(byId('more', HTMLDetailsElement));
  zoomButtons(zoom);
  exportButtons((message) => host.post(message));
  request.addEventListener('change', () => {
    const picked = state.timeline?.requests[Number(request.value)];
    if (picked !== undefined) ask(picked.target);
  });
  cause.addEventListener('change', () => {
    const { target, causes } = state.timeline ?? {};
    const picked = causes?.[Number(cause.value)];
    if (target === undefined || picked === undefined) return;
    ask({ operation: target.operation, client: target.client, fault: picked.fault });
  });
  outcome.addEventListener('change', () => {
    const { target, outcomes } = state.timeline ?? {};
    const picked = outcomes?.[Number(outcome.value)];
    if (target === undefined || picked === undefined) return;
    ask({ operation: target.operation, client: target.client, fault: target.fault, outcome: picked.outcome });
  });
}

// Its conversation with VS Code

function receive(message: ToTimeline): void {
  switch (message.type) {
    case 'timeline': {
      const timeline = orSame(state.timeline, message.timeline);
      const { uri } = message;
      if (timeline !== state.timeline) player.stop();
      update({ uri, timeline, message: undefined, waitingFor: undefined, current: stepOf(timeline) });
      return;
    }
    case 'message':
      update({ timeline: undefined, message: message.message, waitingFor: undefined });
      return;
    case 'rasterise':
      void sendPng(message, (png) => host.post(png));
      return;
    case 'pending':
      // What was said before would contradict it.
      say('');
      update({ waitingFor: message.waitingFor });
  }
}

/** The same run of a newer text stays at its step; another run begins. */
function stepOf({ target, steps }: Timeline): number {
  const isSame = JSON.stringify(target) === JSON.stringify(state.timeline?.target);
  return isSame ? Math.max(0, Math.min(state.current, steps.length - 1)) : 0;
}

for (const id of ['run', 'pace-label']) byId(id, HTMLElement).hidden = isStill();
listenToPicture();
listenToKeys();
listenToControls();
listen(receive);
const kept = host.kept();
if (kept !== undefined) {
  const { uri, timeline, current, asText, onDesign } = kept;
  update({ uri, timeline, current, asText, onDesign });
}
host.post({ type: 'ready' });

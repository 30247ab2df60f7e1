import type {
  FromTimeline,
  PickedFault,
  PickedOutcome,
  Place,
  Timeline,
  TimelineState,
  TimelineTarget,
  ToTimeline,
} from '#protocol';
import { byId, onClick, options, type Entry } from './controls.js';
import { drawMessage, drawReport } from './draw.js';
import { drawScene, Zoom } from './picture.js';
import { exportButtons, rasterise } from './rasterise.js';

/** The part of VS Code's webview API that is used. */
interface Host {
  postMessage(message: FromTimeline): void;
  getState(): unknown;
  setState(state: State): void;
}
declare function acquireVsCodeApi(): Host;

/**
 * What outlives the page: a hidden panel loses its page; a window that is loaded again asks for the panel with the
 * first half of it.
 */
interface State extends TimelineState {
  readonly timeline: Timeline;
  readonly current: number;
  readonly asText: boolean;
}

const host = acquireVsCodeApi();
const title = byId('title', HTMLElement);
const picture = byId('picture', HTMLElement);
const words = byId('words', HTMLElement);
const stepper = byId('stepper', HTMLElement);
const step = byId('step', HTMLElement);
const back = byId('back', HTMLButtonElement);
const forward = byId('forward', HTMLButtonElement);
const request = byId('request', HTMLSelectElement);
const cause = byId('cause', HTMLSelectElement);
const outcome = byId('outcome', HTMLSelectElement);
const asText = byId('text', HTMLButtonElement);
const waiting = byId('waiting', HTMLElement);
const status = byId('status', HTMLElement);
const main = picture.parentElement ?? document.body;
const zoom = new Zoom(picture, 'width');
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];

/** In the list of causes, one that is none of those. */
const OTHER = 'other';

let uri = '';
let shown: Timeline | undefined;
let current = 0;

// What is shown

function show(next: Timeline, at = sameTarget(shown?.target, next.target) ? current : 0): void {
  ready();
  if (shown !== undefined && JSON.stringify(next) === JSON.stringify(shown)) return;
  if (shown !== undefined)
    status.textContent = `${next.title}: ${next.steps.length} ${next.steps.length === 1 ? 'step' : 'steps'}.`;
  title.textContent = next.title;
  drawPicture(next);
  // The title stands above already.
  words.replaceChildren(
    ...drawReport(next.report, {
      ranges: next.ranges,
      runs: new Map(),
      changed: new Set(),
      reveal: (range) => reveal(range, 'show'),
      showRun: ask,
    }).slice(1),
  );
  shown = next;
  drawControls(next);
  stepper.hidden = next.steps.length === 0;
  goTo(Math.min(at, next.steps.length - 1));
}

function ready(): void {
  waiting.hidden = true;
  main.setAttribute('aria-busy', 'false');
}

function drawPicture(next: Timeline): void {
  if (shown?.style !== next.style) sheet.replaceSync(next.style);
  const hadFocus = picture.contains(document.activeElement);
  const svg = drawScene(next.scene);
  picture.replaceChildren(svg);
  zoom.show(svg, next.scene);
  if (hadFocus) svg.querySelector<SVGElement>('[role=button]')?.focus({ preventScroll: true });
}

function drawControls({ requests, causes, outcomes, target }: Timeline): void {
  const entries = <T>(all: readonly T[], text: (one: T) => string): Entry[] =>
    all.map((one, i): Entry => [String(i), text(one)]);
  const asked = requests.findIndex(
    (one) => one.target.operation === target.operation && one.target.client === target.client,
  );
  options(
    request,
    entries(requests, (one) => one.title),
    String(asked),
  );
  const fault = causes.findIndex((one) => sameFault(one.fault, target.fault));
  options(
    cause,
    [...entries(causes, (one) => one.title), ...(fault < 0 ? [[OTHER, 'another fault'] satisfies Entry] : [])],
    fault < 0 ? OTHER : String(fault),
  );
  options(
    outcome,
    entries(outcomes, (one) => one.title),
    String(outcomes.findIndex((one) => sameOutcome(one.outcome, target.outcome))),
  );
}

function sameTarget(a: TimelineTarget | undefined, b: TimelineTarget): boolean {
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}

function sameFault(a: PickedFault, b: PickedFault): boolean {
  const parts = ({ partition, links, oneWays, nodes, zones }: PickedFault): string =>
    JSON.stringify([partition, links, oneWays, nodes, zones]);
  return parts(a) === parts(b);
}

function sameOutcome(a: PickedOutcome, b: PickedOutcome | undefined): boolean {
  return b !== undefined && a.verdict === b.verdict && a.howLong === b.howLong && a.phase === b.phase;
}

// Step by step

/** Points the step out. */
function goTo(index: number): void {
  current = Math.max(0, index);
  for (const one of picture.querySelectorAll<SVGElement>('[data-kind=step]')) {
    const here = Number(one.dataset['index']) === current;
    const button = one.querySelector('[role=button]');
    one.classList.toggle('current', here);
    button?.setAttribute('tabindex', here ? '0' : '-1');
    if (here) button?.setAttribute('aria-current', 'step');
    else button?.removeAttribute('aria-current');
    if (here && shown !== undefined) button?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
  words.querySelectorAll('tbody tr').forEach((row, i) => {
    row.classList.toggle('current', i === current);
    if (i === current) row.setAttribute('aria-current', 'step');
    else row.removeAttribute('aria-current');
  });
  const { steps = [] } = shown ?? {};
  step.textContent = steps[current]?.label ?? '';
  back.setAttribute('aria-disabled', String(current === 0));
  forward.setAttribute('aria-disabled', String(current >= steps.length - 1));
  keep();
}

/** Goes there, and points at the source. */
function stepTo(index: number, how: 'point' | 'show'): void {
  if (shown === undefined || index < 0 || index >= shown.steps.length) return;
  const hadFocus = picture.contains(document.activeElement);
  goTo(index);
  if (hadFocus) focusOnCurrent();
  source(how);
}

function focusOnCurrent(): void {
  picture.querySelector<SVGElement>('.current [role=button]')?.focus({ preventScroll: true });
}

function source(how: 'point' | 'show' | 'go'): void {
  const range = shown?.steps[current]?.range ?? null;
  if (range !== null) reveal(range, how);
  else if (how !== 'point') status.textContent = 'This is not written anywhere in the file.';
}

function reveal(range: Place, how: 'point' | 'show' | 'go'): void {
  host.postMessage({ type: 'reveal', range, how });
}

function stepAt(target: EventTarget | null): number | undefined {
  const part = target instanceof Element ? target.closest<SVGElement>('[data-kind=step]') : null;
  return part === null ? undefined : Number(part.dataset['index']);
}

// What the user does

picture.addEventListener('click', ({ target }) => {
  const index = stepAt(target);
  if (index === undefined) return;
  stepTo(index, 'show');
  focusOnCurrent();
});

main.addEventListener('keydown', (event) => {
  const { target, key } = event;
  const onStep = stepAt(target) !== undefined;
  if (!onStep && !(target instanceof Node && (picture.contains(target) || stepper.contains(target)))) return;
  const last = (shown?.steps.length ?? 0) - 1;
  const steps: Readonly<Record<string, () => void>> = {
    ArrowRight: () => stepTo(current + 1, 'point'),
    ArrowDown: () => stepTo(current + 1, 'point'),
    ArrowLeft: () => stepTo(current - 1, 'point'),
    ArrowUp: () => stepTo(current - 1, 'point'),
    Home: () => stepTo(0, 'point'),
    End: () => stepTo(last, 'point'),
    '+': () => zoom.larger(),
    '=': () => zoom.larger(),
    '-': () => zoom.smaller(),
    '0': () => zoom.fit(),
    ...(onStep ? { Enter: () => source('go'), ' ': () => source('show') } : {}),
  };
  const act = steps[key];
  if (act === undefined) return;
  event.preventDefault();
  act();
});

onClick('back', () => stepTo(current - 1, 'point'));
onClick('forward', () => stepTo(current + 1, 'point'));
onClick('out', () => zoom.smaller());
onClick('in', () => zoom.larger());
onClick('fit', () => zoom.fit());
onClick('text', () => {
  setText(asText.getAttribute('aria-pressed') !== 'true');
  keep();
});

request.addEventListener('change', () => {
  const picked = shown?.requests[Number(request.value)];
  if (picked !== undefined) ask(picked.target);
});
cause.addEventListener('change', () => {
  const picked = shown?.causes[Number(cause.value)];
  if (picked === undefined || shown === undefined) return;
  const { operation, client } = shown.target;
  ask({ operation, client, fault: picked.fault });
});
outcome.addEventListener('change', () => {
  const picked = shown?.outcomes[Number(outcome.value)];
  if (picked === undefined || shown === undefined) return;
  const { operation, client, fault } = shown.target;
  ask({ operation, client, fault, outcome: picked.outcome });
});

function ask(target: TimelineTarget): void {
  host.postMessage({ type: 'ask', target });
}

function setText(on: boolean): void {
  asText.setAttribute('aria-pressed', String(on));
  words.hidden = !on;
  picture.hidden = on;
}

// Its conversation with VS Code

function keep(): void {
  if (shown !== undefined)
    host.setState({ uri, target: shown.target, timeline: shown, current, asText: !words.hidden });
}

/** Only this page has written it. */
function isState(state: unknown): state is State {
  return typeof state === 'object' && state !== null && 'uri' in state && 'timeline' in state && 'current' in state;
}

window.addEventListener('message', ({ data }: MessageEvent<ToTimeline>) => {
  switch (data.type) {
    case 'timeline':
      uri = data.uri;
      show(data.timeline);
      return;
    case 'message':
      ready();
      title.textContent = 'Timeline';
      picture.replaceChildren(...drawMessage(data.message));
      words.replaceChildren(...drawMessage(data.message));
      stepper.hidden = true;
      shown = undefined;
      return;
    case 'rasterise':
      void rasterise(data).then(
        (png) => host.postMessage({ type: 'png', data: png }),
        () => (status.textContent = 'The picture could not be made into a PNG: export it as SVG.'),
      );
      return;
    case 'pending':
      main.setAttribute('aria-busy', 'true');
      waiting.textContent = data.waitingFor;
      waiting.hidden = false;
      // It would contradict the line above.
      status.textContent = '';
  }
});

exportButtons((message) => host.postMessage(message));

const before = host.getState();
if (isState(before)) {
  uri = before.uri;
  setText(before.asText);
  show(before.timeline, before.current);
}
host.postMessage({ type: 'ready' });

import type { Cell, FromPanel, Place, ReportState, TimelineTarget, ToPanel } from '#protocol';
import { changedVerdicts } from './changes.js';
import { drawMessage, drawReport, runsOf } from './draw.js';

/** The part of VS Code's webview API that is used. */
interface Host {
  postMessage(message: FromPanel): void;
  getState(): unknown;
  setState(state: State): void;
}
declare function acquireVsCodeApi(): Host;

type Content = Exclude<ToPanel, { readonly type: 'pending' }>;

/**
 * What outlives the page: a hidden panel loses its page; a window that is loaded again asks for the panel with the
 * first half of it.
 */
interface State extends ReportState {
  readonly content: Content;
  readonly scroll: number;
}

const host = acquireVsCodeApi();
const page = byId('report');
const waiting = byId('waiting');
const status = byId('status');

let content: Content | undefined;

/** Draws what is new; the report that is there stays until then, and so do its scroll position and its focus. */
function show(next: Content): void {
  waiting.hidden = true;
  page.setAttribute('aria-busy', 'false');
  if (JSON.stringify(next) === JSON.stringify(content)) return;
  const changed =
    content?.type === 'report' && next.type === 'report'
      ? changedVerdicts(content.report, next.report)
      : new Set<Cell>();
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['key'] : undefined;
  const drawn =
    next.type === 'report'
      ? drawReport(next.report, { ranges: next.ranges, runs: runsOf(next.report, next.runs), changed, reveal, showRun })
      : drawMessage(next.message);
  page.replaceChildren(...drawn);
  if (focused !== undefined)
    page.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  if (content !== undefined) status.textContent = announcement(next, changed.size);
  content = next;
  keep();
}

function wait(reason: string): void {
  page.setAttribute('aria-busy', 'true');
  waiting.textContent = reason;
  waiting.hidden = false;
  // It would contradict the line above.
  status.textContent = '';
}

function announcement(next: Content, changed: number): string {
  if (next.type === 'message') return next.message;
  if (changed === 0) return 'Up to date.';
  return `Up to date: ${changed} ${changed === 1 ? 'verdict' : 'verdicts'} changed.`;
}

function reveal(range: Place): void {
  host.postMessage({ type: 'reveal', range });
}

function showRun(target: TimelineTarget): void {
  host.postMessage({ type: 'timeline', target });
}

function keep(): void {
  if (content !== undefined) host.setState({ query: content.query, content, scroll: window.scrollY });
}

function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no #${id}.`);
  return element;
}

/** Only this page has written it. */
function isState(state: unknown): state is State {
  return typeof state === 'object' && state !== null && 'content' in state && 'scroll' in state;
}

window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => {
  if (data.type === 'pending') wait(data.waitingFor);
  else show(data);
});
window.addEventListener('scrollend', keep);

const before = host.getState();
if (isState(before)) {
  show(before.content);
  window.scrollTo(0, before.scroll);
}
host.postMessage({ type: 'ready' });

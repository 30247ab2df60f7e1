import type { Cell, FromPanel, ReportState, ToPanel } from '#protocol';
import { changedVerdicts } from './changes.js';
import { byId } from './controls.js';
import { drawMessage, drawReport, runsOf } from './draw.js';
import { drawWaiting, Host, keepingFocus, listen, orSame, say } from './host.js';

type Content = Exclude<ToPanel, { readonly type: 'pending' }>;

interface State {
  /** Undefined before the first answer. */
  readonly content: Content | undefined;
  readonly waitingFor: string | undefined;
}

interface Kept extends ReportState {
  readonly content: Content;
  readonly scroll: number;
}

const host = new Host<FromPanel, Kept>(['content', 'scroll']);
const page = byId('report', HTMLElement);

let state: State = { content: undefined, waitingFor: undefined };

function update(change: Partial<State>): void {
  const before = state;
  state = { ...state, ...change };
  draw(state, before);
}

/** Draws what is new; the report that is there stays until then, and so do its scroll position and its focus. */
function draw({ content, waitingFor }: State, before: State): void {
  drawWaiting(page, waitingFor);
  if (content === undefined || content === before.content) return;
  const changed =
    before.content?.type === 'report' && content.type === 'report'
      ? changedVerdicts(before.content.report, content.report)
      : new Set<Cell>();
  keepingFocus(page, () => page.replaceChildren(...elementsOf(content, changed)));
  if (before.content !== undefined) say(announcement(content, changed.size));
  keep();
}

function elementsOf(content: Content, changed: ReadonlySet<Cell>): HTMLElement[] {
  if (content.type === 'message') return drawMessage(content.message);
  return drawReport(content.report, {
    ranges: content.ranges,
    runs: runsOf(content.report, content.runs),
    changed,
    changes: content.changes,
    apply: (changes) => host.post({ type: 'apply', changes, version: content.version }),
    reveal: (range) => host.post({ type: 'reveal', range }),
    showRun: (target) => host.post({ type: 'timeline', target }),
  });
}

function announcement(content: Content, changed: number): string {
  if (content.type === 'message') return content.message;
  if (changed === 0) return 'Up to date.';
  return `Up to date: ${changed} ${changed === 1 ? 'verdict' : 'verdicts'} changed.`;
}

function keep(): void {
  const { content } = state;
  if (content !== undefined) host.keep({ query: content.query, content, scroll: window.scrollY });
}

function receive(message: ToPanel): void {
  if (message.type === 'pending') {
    // What was said before would contradict it.
    say('');
    update({ waitingFor: message.waitingFor });
  } else update({ content: orSame(state.content, message), waitingFor: undefined });
}

listen(receive);
window.addEventListener('scrollend', keep);
const kept = host.kept();
if (kept !== undefined) {
  update({ content: kept.content });
  window.scrollTo(0, kept.scroll);
}
host.post({ type: 'ready' });

import { byId } from './controls.js';

/** What every page has: its conversation with VS Code, the lines below it, and a focus that survives a drawing. */

/** The part of VS Code's webview API that is used. */
interface Api {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): Api;

/**
 * VS Code as a page sees it. `Sent` is what the page tells it; `Kept` outlives the page, since a hidden panel loses its
 * page, and a window that is loaded again asks for the panel with a part of it.
 */
export class Host<Sent, Kept extends object> {
  private readonly api = acquireVsCodeApi();

  /** `keys`: the fields by which a kept state is known. Only this page has written it. */
  constructor(private readonly keys: readonly (keyof Kept)[]) {}

  post(message: Sent): void {
    this.api.postMessage(message);
  }

  keep(state: Kept): void {
    this.api.setState(state);
  }

  kept(): Kept | undefined {
    const state = this.api.getState();
    return this.isKept(state) ? state : undefined;
  }

  private isKept(state: unknown): state is Kept {
    return typeof state === 'object' && state !== null && this.keys.every((key) => key in state);
  }
}

export function listen<Received>(receive: (message: Received) => void): void {
  window.addEventListener('message', ({ data }: MessageEvent<Received>) => receive(data));
}

const waiting = byId('waiting', HTMLElement);
const status = byId('status', HTMLElement);

/** What the page waits for, if anything; until then `stale` keeps what it shows. */
export function drawWaiting(stale: HTMLElement, waitingFor: string | undefined): void {
  stale.setAttribute('aria-busy', String(waitingFor !== undefined));
  waiting.hidden = waitingFor === undefined;
  if (waitingFor !== undefined) waiting.textContent = waitingFor;
}

/** Says it below the page and to a screen reader. This is an event and not a part of a page's state. */
export function say(text: string): void {
  status.textContent = text;
}

/** Draws a part of the page again: the element with the same `data-key` has the focus, and open folds stay open. */
export function keepingFocus(place: HTMLElement, draw: () => void): void {
  const { activeElement } = document;
  const key =
    activeElement instanceof HTMLElement && place.contains(activeElement) ? activeElement.dataset['key'] : undefined;
  const summaries = (): HTMLElement[] => [...place.querySelectorAll<HTMLElement>('details > summary')];
  const open = new Set(
    summaries().flatMap((one) => (one.parentElement?.hasAttribute('open') ? [one.textContent] : [])),
  );
  draw();
  for (const one of summaries()) if (open.has(one.textContent)) one.parentElement?.setAttribute('open', '');
  if (key !== undefined)
    place.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

/** The one that is there if the new one says the same, so that a page sees that nothing has changed. */
export function orSame<Content>(before: Content | undefined, next: Content): Content {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(next) ? before : next;
}

import {
  explore,
  type FileRead,
  type Place,
  parseDesignAt,
  resolve,
  type Resolved,
  type Results,
  type Span,
} from '#core';
import type { Place as Range } from '#protocol';

/** What the page is made with: the design's files as they were, its own first. */
export interface DesignData {
  readonly title: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/** The design of the page. It stands in the page as data, where nothing of it is markup or code. */
export function readDesign(): { readonly title: string; readonly resolved: Resolved } {
  const { title, files } = JSON.parse(document.getElementById('design')?.textContent ?? '{}') as DesignData;
  const [own = { path: 'design.cap', text: '' }] = files;
  const read: Place['read'] = (path): FileRead => {
    const found = files.find((one) => one.path === path);
    return found === undefined ? { kind: 'missing' } : { kind: 'text', ...found };
  };
  return {
    title,
    resolved: resolve(parseDesignAt({ path: own.path, read, today: new Date().toLocaleDateString('sv') }, own.text)),
  };
}

/** So long the page works before it reads the next click. In milliseconds. */
const SLICE_MS = 12;

/** Explores the design between clicks. */
export async function explored({ model }: Resolved): Promise<Results> {
  const steps = explore(model);
  for (;;) {
    const until = performance.now() + SLICE_MS;
    while (performance.now() < until) {
      const next = steps.next();
      if (next.done === true) return next.value;
    }
    await new Promise((wake) => setTimeout(wake));
  }
}

/** Where a span stands in its file; null for one that is not in the design's own file. */
export function rangeOf({ sources }: Resolved, span: Span | undefined): Range | null {
  if (span === undefined || !sources.isOwn(span)) return null;
  return { start: sources.position(span.start), end: sources.position(span.end) };
}

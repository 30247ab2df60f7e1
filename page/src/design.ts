import { type FileRead, type Place, parseDesignAt, resolve, type Resolved, type Span } from '#core';
import type { Place as Range } from '#protocol';

/** What the page is made with: the design's files as they were, its own first. */
export interface DesignData {
  readonly title: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/** The design of the page. It stands in the page as data, where nothing of it is markup or code. */
export function readDesign(): { readonly title: string; readonly resolved: Resolved } {
  const { title, files } = JSON.parse(document.getElementById('design')?.textContent ?? '{}') as DesignData;
  return { title, resolved: resolvedOf(files) };
}

/** The design of these files, its own first, as it is looked at today. */
export function resolvedOf(files: DesignData['files']): Resolved {
  const [own = { path: 'design.cap', text: '' }] = files;
  const read: Place['read'] = (path): FileRead => {
    const found = files.find((one) => one.path === path);
    return found === undefined ? { kind: 'missing' } : { kind: 'text', ...found };
  };
  return resolve(parseDesignAt({ path: own.path, read, today: new Date().toLocaleDateString('sv') }, own.text));
}

/** Where a span stands in its file; null for one that is not in the design's own file. */
export function rangeOf({ sources }: Resolved, span: Span | undefined): Range | null {
  if (span === undefined || !sources.isOwn(span)) return null;
  return { start: sources.position(span.start), end: sources.position(span.end) };
}

import type { Cell } from '#protocol';

/** Beside the word, so that nothing is told by colour alone. */
export const SYMBOLS: Readonly<Record<NonNullable<Cell['verdict']>, string>> = {
  ok: '✓',
  error: '✕',
  stale: '◷',
  dirty: '◌',
  unknown: '?',
  partial: '½',
  conflict: '≠',
  lost: '∅',
  'not known': '…',
};

type Elements = HTMLElementTagNameMap;

export function element<Name extends keyof Elements>(name: Name, content?: string, className?: string): Elements[Name] {
  const created = document.createElement(name);
  if (content !== undefined) created.textContent = content;
  if (className !== undefined) created.className = className;
  return created;
}

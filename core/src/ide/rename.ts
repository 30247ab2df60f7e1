import type { Edit } from '../base/edit.js';
import type { Span } from '../base/span.js';
import { run, type Steps } from '../base/steps.js';
import { resolveInSteps } from '../model/resolve.js';
import type { DeclaredSymbol, Resolved } from '../model/model.js';
import { reparseInSteps } from '../syntax/parseDesign.js';
import { applyEdits } from './applyEdits.js';
import { quoted, quotedIfNeeded } from './nameText.js';
import { placesOf, symbolAt } from './symbolAt.js';

export type Refused = { readonly kind: 'refused'; readonly reason: string };
/** The name that a rename at the cursor would change, or why there is none. */
export type PreparedRename = { readonly kind: 'ok'; readonly span: Span; readonly name: string } | Refused;
export type Rename = { readonly kind: 'ok'; readonly edits: readonly Edit[] } | Refused;

export const NOT_A_NAME: Refused = {
  kind: 'refused',
  reason:
    'Only names can be renamed: put the cursor on the name of a node, zone, router, client, link, store, ' +
    'operation or partition.',
};

/** Whether the place at the offset can be renamed, and what stands there. */
export function prepareRename(resolved: Resolved, offset: number): PreparedRename {
  const place = symbolAt(resolved, offset);
  if (place === undefined) return NOT_A_NAME;
  return { kind: 'ok', span: place.span, name: place.symbol.name };
}

/**
 * The edits that give a name everywhere, in all files of the design. A new name that is not an identifier is quoted. A
 * rename must not change the meaning of the design, so it is tried out: it is refused if any name would then refer to
 * something else, or a new mistake would appear.
 */
export function rename(resolved: Resolved, offset: number, wanted: string): Rename {
  return run(renameInSteps(resolved, offset, wanted));
}

/** `rename` in steps. */
export function* renameInSteps(resolved: Resolved, offset: number, wanted: string): Steps<Rename> {
  const prepared = prepareRename(resolved, offset);
  if (prepared.kind === 'refused') return prepared;
  const place = symbolAt(resolved, offset);
  if (place === undefined) return NOT_A_NAME;
  const name = unquoted(wanted.trim()).normalize('NFC');
  if (name === '') return { kind: 'refused', reason: 'A name needs at least one character.' };
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(name))
    return { kind: 'refused', reason: 'A name stands on one line and has no control characters.' };
  const places = placesOf(place.symbol);
  const { sources } = resolved;
  const textOf = (path: string): string => sources.files.find((file) => file.path === path)?.text ?? '';
  const candidates = new Set([quotedIfNeeded(name), quoted(name)]);
  let reason = '';
  for (const text of candidates) {
    const edits = places.map((span) => ({ span, text }));
    const texts = new Map(
      [...sources.editsByFile(edits)].map(([path, made]) => [path, applyEdits(textOf(path), made)]),
    );
    const after = yield* resolveInSteps(yield* reparseInSteps(resolved, texts));
    const objection = compare(resolved, after, place.symbol, name);
    if (objection === undefined) return { kind: 'ok', edits };
    // The second candidate is for words that the language keeps for itself; its objection is the one that remains.
    reason = objection;
  }
  return { kind: 'refused', reason };
}

/** Why `after` is not `before` with one name changed. */
function compare(before: Resolved, after: Resolved, renamed: DeclaredSymbol, name: string): string | undefined {
  const index = before.symbols.indexOf(renamed);
  const same =
    after.symbols.length === before.symbols.length &&
    after.symbols.every((symbol, i) => {
      const old = before.symbols[i];
      return (
        symbol.kind === old?.kind &&
        symbol.references.length === old.references.length &&
        symbol.name === (i === index ? name : old.name)
      );
    });
  const news = firstNew(before, after);
  if (same && news === undefined) return undefined;
  const other = before.symbols.find((symbol) => symbol !== renamed && symbol.name === name);
  if (other !== undefined) return `There is ${article(other.kind)} called ${name} already.`;
  if (news !== undefined) return `${name} can’t be the name: ${news}`;
  return `${name} can’t be the name: it stands in this design already and would then mean something else.`;
}

/**
 * The first diagnostic of a code of which there are more than before: positions and names in messages have changed,
 * codes have not.
 */
function firstNew(before: Resolved, after: Resolved): string | undefined {
  const left = new Map<string, number>();
  for (const { code } of before.diagnostics) left.set(code, (left.get(code) ?? 0) + 1);
  for (const { code, message } of after.diagnostics) {
    const count = left.get(code) ?? 0;
    if (count === 0) return message;
    left.set(code, count - 1);
  }
  return undefined;
}

/** The user may type the quotes of a quoted name, or leave them out. */
function unquoted(name: string): string {
  return name.length >= 2 && name.startsWith('"') && name.endsWith('"')
    ? name.slice(1, -1).replace(/\\(.)/g, '$1')
    : name;
}

function article(kind: DeclaredSymbol['kind']): string {
  return kind === 'operation' ? `an ${kind}` : `a ${kind}`;
}

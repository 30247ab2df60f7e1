import type { Resolved, SymbolKind } from '../model/model.js';
import { SKELETONS, type SkeletonName } from '../syntax/language/skeletons.js';
import type { StatementWord } from '../syntax/language/statements.js';
import { quotedIfNeeded } from './nameText.js';

const KINDS: Readonly<Record<SkeletonName, readonly SymbolKind[]>> = {
  place: ['zone', 'node'],
  store: ['store'],
  client: ['client'],
  operation: ['operation'],
  partition: ['partition'],
};

const PART = /<(?<kind>[a-z]*):(?<text>[^>]*)>|<\|(?<choices>[^>]*)>/g;

/** The skeleton of a statement in the syntax of LSP's snippets, with names of the design where it has them. */
export function skeleton({ symbols }: Resolved, word: StatementWord): string {
  const used: Partial<Record<SkeletonName, number>> = {};
  let stop = 0;
  return SKELETONS[word].text.replace(PART, (...args: unknown[]) => {
    const { kind, text = '', choices } = args.at(-1) as Partial<Record<'kind' | 'text' | 'choices', string>>;
    stop++;
    if (choices !== undefined) return `\${${stop}|${choices.split('|').map(escaped).join(',')}|}`;
    const named = kind === undefined || kind === '' ? undefined : (kind as SkeletonName);
    return `\${${stop}:${escaped(named === undefined ? text : (nextOf(named) ?? text))}}`;
  });

  /** Zones stand for their nodes, so they come first. */
  function nextOf(name: SkeletonName): string | undefined {
    const at = used[name] ?? 0;
    used[name] = at + 1;
    const found = firstOf(symbols)[name][at];
    return found === undefined ? undefined : quotedIfNeeded(found);
  }
}

/** More names of one kind are in no skeleton. */
const MOST_NAMES = 4;

/** Each statement that may stand at the cursor has a skeleton, so they are looked for once. */
const known = new WeakMap<Resolved['symbols'], Readonly<Record<SkeletonName, readonly string[]>>>();

/** The first names for each kind of hole. */
function firstOf(symbols: Resolved['symbols']): Readonly<Record<SkeletonName, readonly string[]>> {
  const found = known.get(symbols);
  if (found !== undefined) return found;
  const byKind = new Map<SymbolKind, string[]>();
  for (const { kind, name } of symbols) {
    const names = byKind.get(kind);
    if (names === undefined) byKind.set(kind, [name]);
    else if (names.length < MOST_NAMES) names.push(name);
  }
  const of = (name: SkeletonName): readonly string[] => KINDS[name].flatMap((kind) => byKind.get(kind) ?? []);
  const first = {
    place: of('place'),
    store: of('store'),
    client: of('client'),
    operation: of('operation'),
    partition: of('partition'),
  };
  known.set(symbols, first);
  return first;
}

/** In a snippet `$`, `}` and `\` mean something, and `,` and `|` in a choice. */
function escaped(text: string): string {
  return text.replace(/[\\$},|]/g, '\\$&');
}

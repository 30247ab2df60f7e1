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
    const all = KINDS[name].flatMap((kind) => symbols.filter((symbol) => symbol.kind === kind));
    const found = all[at];
    return found === undefined ? undefined : quotedIfNeeded(found.name);
  }
}

/** In a snippet `$`, `}` and `\` mean something, and `,` and `|` in a choice. */
function escaped(text: string): string {
  return text.replace(/[\\$},|]/g, '\\$&');
}

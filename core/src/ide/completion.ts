import type { Span } from '../base/span.js';
import { isOfDerivedData, levelsFor, PRESETS } from '../model/presets/index.js';
import type { Resolved, SymbolKind } from '../model/model.js';
import { levelText, presetTitle } from '../render/words/preset.js';
import type { NameKind } from '../syntax/expected.js';
import { WORDS, wordsOf } from '../syntax/language/index.js';
import type { ValueGroup, WordGroup } from '../syntax/language/word.js';
import { SKELETONS } from '../syntax/language/skeletons.js';
import { presetOfStep } from './levelPlace.js';
import { quoted, quotedIfNeeded } from './nameText.js';
import { skeleton } from './skeleton.js';
import { expectedHere } from './wordAt.js';

/** A text that an editor may offer at the cursor. */
export interface Completion {
  readonly label: string;
  readonly kind: 'keyword' | 'value' | 'file' | SymbolKind;
  /** What the editor puts in place of `span`. */
  readonly insert: string;
  readonly detail: string;
  /** Of a keyword: its whole statement in the syntax of LSP’s snippets, and in three words what it is for. */
  readonly skeleton?: { readonly snippet: string; readonly what: string };
  /** Markdown. */
  readonly documentation: string;
  /** What is replaced: the word that is being typed. */
  readonly span: Span;
}

/** An include as far as its path is written. */
const INCLUDE = /^\s*include\s*("[^"]*)?$/;

/**
 * What may stand at an offset, where `files` finds the paths that an include may name, if they are wanted: values and
 * names before keywords, each in the order of its table or of the file. Works in broken files.
 */
export function complete(
  resolved: Resolved,
  offset: number,
  files: () => readonly string[] = () => [],
): readonly Completion[] {
  const { text } = resolved;
  const included = INCLUDE.exec(lineBefore(text, offset));
  if (included !== null)
    return fileCompletions(text, files(), { start: offset - (included[1]?.length ?? 0), end: offset });
  const expected = expectedHere(resolved, offset);
  const span = { start: typedFrom(text, offset), end: offset };
  const values = expected.values.flatMap((kind) => [
    ...presetCompletions(resolved, kind, span),
    ...valueCompletions(kind, span),
  ]);
  const names = nameCompletions(resolved, expected.names, span);
  const startsLine = lineBefore(text, span.start).trim() === '';
  const keywords = expected.keywords.map((keyword) => {
    const completion = wordCompletion(keyword, 'keyword', span, ['statement', 'clause']);
    if (!startsLine || !isStatementWord(keyword)) return completion;
    return { ...completion, skeleton: { snippet: skeleton(resolved, keyword), what: SKELETONS[keyword].what } };
  });
  const seen = new Set<string>();
  return [...values, ...names, ...keywords].filter(({ label, kind }) => {
    const key = `${kind === 'keyword' || kind === 'value' ? '' : 'name '}${label}`;
    return !seen.has(key) && seen.add(key);
  });
}

function isStatementWord(word: string): word is keyof typeof SKELETONS {
  return Object.hasOwn(SKELETONS, word);
}

/** Where the word before the cursor begins; an open quote belongs to it. */
function typedFrom(text: string, offset: number): number {
  const line = lineBefore(text, offset);
  if (!quotesBalance(line)) return offset - (line.length - line.lastIndexOf('"'));
  const unquoted = line.replace(/"[^"]*"/g, (quoted) => ' '.repeat(quoted.length));
  const letters = /(?<![\p{L}\p{Nl}\p{Nd}\p{M}\p{Pc}-])[\p{L}\p{Nl}\p{Nd}\p{M}\p{Pc}-]+$/u.exec(unquoted)?.[0] ?? '';
  // A word begins with a letter, not with a digit or a hyphen.
  return offset - letters.replace(/^[^\p{L}\p{Nl}_]+/u, '').length;
}

function lineBefore(text: string, offset: number): string {
  return offset === 0
    ? ''
    : text.slice(Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1, offset);
}

/** The typed part of a path is replaced, with the quotes around it; editors close a quote by themselves. */
function fileCompletions(text: string, files: readonly string[], { start, end }: Span): Completion[] {
  const closed = /^[^"\r\n]*"/.exec(text.slice(end))?.[0].length ?? 0;
  const span = { start, end: start < end ? end + closed : end };
  return files.map((path) => ({
    label: path,
    kind: 'file',
    insert: quoted(path),
    detail: 'file',
    documentation: '',
    span,
  }));
}

function quotesBalance(line: string): boolean {
  return (line.match(/"/g)?.length ?? 0) % 2 === 0;
}

/** What presets offer: their names after `like`, the product's levels in an operation on a store that has one. */
function presetCompletions(resolved: Resolved, kind: ValueGroup, span: Span): Completion[] {
  if (kind === 'preset') {
    const statement = resolved.file.statements.findLast(({ span: { start } }) => start <= span.start);
    const isDerived = statement?.kind === 'store' && statement.clauses.some((clause) => clause.kind === 'from');
    return PRESETS.filter((preset) => !isDerived || isOfDerivedData(preset)).map((preset) => ({
      label: preset.name,
      kind: 'value',
      insert: preset.name,
      detail: `${presetTitle(preset)}: ${preset.configuration}`,
      documentation: `\`\`\`cap\n${preset.clauses}\n\`\`\``,
      span,
    }));
  }
  const place = kind === 'level' ? presetOfStep(resolved, span.start) : undefined;
  if (place === undefined) return [];
  const { preset, access } = place;
  return levelsFor(preset, access).map((level) => ({
    label: level.name,
    kind: 'value',
    insert: quotedIfNeeded(level.name),
    detail: `level of a ${access} like ${preset.name}`,
    documentation: levelText(preset, level),
    span,
  }));
}

function valueCompletions(kind: ValueGroup, span: Span): Completion[] {
  const group: WordGroup = kind;
  return wordsOf(group).map((word) => wordCompletion(word, 'value', span, [group]));
}

function wordCompletion(word: string, kind: 'keyword' | 'value', span: Span, groups: readonly WordGroup[]): Completion {
  // "on partition" and the like are said together: the first word has the meaning.
  const meanings = WORDS.get(word) ?? WORDS.get(word.split(' ')[0] ?? word) ?? [];
  const meaning = meanings.find(({ group }) => groups.includes(group)) ?? meanings[0];
  const source = meaning?.source === undefined ? '' : `\n\n*${meaning.source}*`;
  return {
    label: word,
    kind,
    insert: word,
    detail: meaning?.group ?? '',
    documentation: meaning === undefined ? '' : `${meaning.meaning}${source}`,
    span,
  };
}

/** Nobody looks through more names: of more, the first that have what is typed in them are offered. */
export const MOST_NAMES = 1000;

function nameCompletions(resolved: Resolved, kinds: readonly NameKind[], span: Span): Completion[] {
  const typed = resolved.text.slice(span.start, span.end).toLowerCase();
  const isMany = resolved.symbols.length > MOST_NAMES;
  return resolved.symbols
    .filter(
      ({ kind, word, name }) =>
        kinds.includes(kind) && word.span.end !== span.end && (!isMany || name.toLowerCase().includes(typed)),
    )
    .slice(0, MOST_NAMES)
    .map(({ kind, name }) => ({
      label: name,
      kind,
      insert: quotedIfNeeded(name),
      detail: kind,
      documentation: '',
      span,
    }));
}

import { countColumn, type EditorState, Facet } from '@codemirror/state';

/**
 * What the playground has of `@codemirror/language` and `@lezer/common`, which its bundles take this for: 15 KB
 * compressed of parsers and syntax trees, while all that is known of a text comes from the core. The names are those of
 * the packages, as far as their neighbours import them: no tree has a node, and a new line begins as the one before.
 */

/** By what a tree knows brackets. */
export const NodeProp = { closedBy: undefined, openedBy: undefined };

const NOWHERE = { parent: null, childBefore: () => null, childAfter: () => null };

export function syntaxTree(): { resolveInner: () => typeof NOWHERE; resolveStack: () => null } {
  return { resolveInner: () => NOWHERE, resolveStack: () => null };
}

export const indentUnit = Facet.define<string, string>({ combine: ([first = '  ']) => first });

export function getIndentUnit(state: EditorState): number {
  return state.facet(indentUnit).length;
}

export function indentString(_: EditorState, columns: number): string {
  return ' '.repeat(columns);
}

export function getIndentation(): null {
  return null;
}

export function matchBrackets(): null {
  return null;
}

export class IndentContext {
  constructor(private readonly state: EditorState) {}

  lineIndent(at: number): number {
    const blanks = /^\s*/.exec(this.state.doc.lineAt(at).text)?.[0] ?? '';
    return countColumn(blanks, this.state.tabSize);
  }
}

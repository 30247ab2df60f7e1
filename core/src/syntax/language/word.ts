/** What a word of the language can be. */
export type WordGroup = 'statement' | 'clause' | ValueGroup;

/** What is chosen from a list. Presets are products, with a table of their own in `model/presets/`. */
export type ValueGroup =
  | 'choice'
  | 'scheme'
  | 'scheme argument'
  | 'reaction'
  | 'merge rule'
  | 'level'
  | 'guarantee'
  | 'verdict'
  | 'unit'
  | 'preset';

/** One word of the language: its row is all that tokens, hovers, completion, signatures and colours know of it. */
export interface WordRow {
  /** What it means, in at most two lines. */
  readonly meaning: string;
  /** Where a rule or term comes from. */
  readonly source?: string;
  /** Of a clause: the statement in whose body it stands. */
  readonly body?: 'store' | 'operation' | 'partition';
  /** Of a clause of a store: the words that may follow it, or the group that they are of. */
  readonly next?: { readonly group: ValueGroup } | { readonly words: readonly string[] };
  /** What should follow it, for a message: "a duration: `detect 3s`". */
  readonly expected?: string;
  /** How it is written, if that is more than a list of names. */
  readonly form?: Form;
}

/** How a statement or clause is written, as `docs/language.md` has it. */
export interface Form {
  /** The words that choose this form, its keyword first: `replicate primary`. */
  readonly head: string;
  readonly documentation: string;
  readonly parts: readonly FormPart[];
}

/** One part of a form: a name, a value or a clause; in brackets if it may be left out. */
export interface FormPart {
  readonly text: string;
  readonly documentation: string;
  /** Words and arrows that begin it; if there are none, the part stands at its place in the order. */
  readonly begins: readonly string[];
  /** Those of them that are the whole part. */
  readonly alone: readonly string[];
}

export const form = (head: string, documentation: string, ...parts: readonly FormPart[]): Form => ({
  head,
  documentation,
  parts,
});

export const part = (
  text: string,
  documentation: string,
  begins: readonly string[] = [],
  alone: readonly string[] = [],
): FormPart => ({ text, documentation, begins, alone });

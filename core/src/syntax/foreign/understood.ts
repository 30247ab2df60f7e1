import type { Steps } from '../../base/steps.js';
import type { Diagnostic } from '../../checks/diagnostic.js';
import type { Statement } from '../ast.js';
import { isForeignWord } from '../foreignWords.js';
import { WORDS } from '../language/index.js';
import { isReserved } from '../tokens.js';
import { Names } from './context.js';
import type { Fallback } from './derived.js';
import { homeLines, homeOf } from './homes.js';
import { isHarmless, isKnown, isSeparator, type Known } from './known.js';
import { placed } from './placed.js';
import type { Region } from './regions.js';
import type { Levels } from './store.js';
import { isMark, list, lower, MOST_READ, scan, type Token, written } from './scan.js';
import { readStatement, saysNothing, statementsIn } from './statement.js';
import { usesOf } from './uses.js';

export interface Piece {
  readonly statements: readonly Statement[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads statements that are written in the language. */
export type Parse = (text: string) => Piece;

export type ParseInSteps = (text: string) => Steps<Piece>;

/** How many times the work of the grammar it is: many readers are tried, and the grammar on what they write. */
export const READ_AGAIN = 20;

/** What was meant in a region of a file. */
export interface Understood {
  /** As it is written here; none if the region says nothing. */
  readonly texts: readonly string[];
  readonly statements: readonly Statement[];
  readonly tokens: readonly Token[];
  readonly comments: readonly string[];
  /** Those that belong to the operations of a store. */
  readonly levels?: Levels;
  /** Another reading of the same text. */
  readonly or?: readonly string[];
  /** Where a copy does not answer, its source is read: its store says so. It belongs to the last reading. */
  readonly fallback?: Fallback;
  /** The zone of its nodes, which the region declares outside of it. */
  readonly home?: string;
}

/** The text of a region in tokens, which is read more than once. */
export interface Source {
  readonly region: Region;
  readonly own: string;
  readonly tokens: readonly Token[];
  readonly comments: readonly string[];
  /** The tokens of each statement. */
  readonly parts: readonly (readonly Token[])[];
}

export function sourceOf(text: string, region: Region): Source {
  const own = text.slice(region.start, region.end);
  if (own.length > MOST_READ) return { region, own, tokens: [], comments: [], parts: [] };
  const { tokens, comments } = scan(own);
  return {
    region,
    own,
    tokens,
    comments,
    parts: (region.parts?.map((part) => scan(part).tokens) ?? [tokens]).flatMap(statementsIn),
  };
}

/**
 * As `understand`, once all names are known: a word that would become an unknown name and says nothing is left out, and
 * nothing is understood where such a word says something.
 */
export function understandNames(source: Source, known: Known, parse: Parse): Understood | undefined {
  const found = understand(source, known, parse);
  if (found === undefined) return undefined;
  const strange = strangeWords(source, found, known);
  if (strange.length === 0) return found;
  if (!strange.every((token) => isHarmless(token, known))) return undefined;
  const parts = source.parts.map((part) => part.filter(({ text }) => !strange.some((token) => token.text === text)));
  const again = understand({ ...source, parts }, known, parse);
  return again === undefined || strangeWords(source, again, known).length > 0 ? undefined : again;
}

/** What stands after one of these is a name, and not a word of a sentence. */
const OF_NAMES: ReadonlySet<string> = new Set('from in at on via by through'.split(' '));

/** Words of the region that are taken for names that nothing declares, apart from those in lists. */
function strangeWords({ tokens }: Source, { statements }: Understood, known: Known): readonly Token[] {
  const own = new Names().add(statements);
  const unknown = new Set(statements.flatMap(usesOf).filter((name) => !isKnown(name, known) && !isKnown(name, own)));
  return tokens.filter((token, i) => {
    if (token.kind !== 'word' || !unknown.has(token.text)) return false;
    const [before, next] = [tokens[i - 1], tokens[i + 1]];
    const isBesideClient = [before, next].some((one) => known.places.get(one?.text ?? '') === 'client');
    const isItem =
      [before, next].some((one) => one !== undefined && isSeparator(one)) ||
      isBesideClient ||
      (before !== undefined && OF_NAMES.has(lower(before)));
    return WORDS.has(lower(token)) || isForeignWord(lower(token)) || (!isItem && isHarmless(token, known));
  });
}

/** Undefined if a region is not understood, or if nothing is to be changed in it. */
export function understand(source: Source, known: Known, parse: Parse): Understood | undefined {
  const { region, own, tokens, comments, parts } = source;
  if (own.length > MOST_READ) return undefined;
  if (saysNothing(own)) return { texts: [], statements: [], tokens, comments };
  const lines = homeLines(own);
  if (lines !== undefined) {
    // Each of the lines is taken into its zone then.
    const nodes = lines.flatMap((line) => parse(line.replace(/ in [^,]*$/, '')).statements);
    return { texts: lines, statements: placed(nodes, tokens, region), tokens, comments };
  }
  const home = homeOf(own);
  if (home !== undefined) {
    const { statements } = parse(`node ${list(home.nodes)}`);
    return { texts: [], statements: placed(statements, tokens, region), tokens, comments, home: home.zone };
  }
  const texts: string[] = [];
  let levels: Levels | undefined;
  let or: readonly string[] | undefined;
  let fallback: Fallback | undefined;
  let names = known;
  for (const part of parts) {
    const meant = readStatement(part, names);
    if (meant === undefined) return undefined;
    texts.push(...meant.statements);
    if (parts.length > 1) names = withNames(names, parse(meant.statements.join('\n')).statements);
    levels ??= meant.levels;
    if (parts.length === 1) ({ or } = meant);
    fallback ??= meant.fallback;
  }
  const whole = withoutRepeats(texts).join('\n');
  // Only its line breaks may be wrong.
  if (inOneLine(whole) === inOneLine(own) && (!own.includes('\n') || parse(own).diagnostics.length === 0))
    return undefined;
  const { statements, diagnostics } = parse(whole);
  const said = fallback === undefined ? whole : `${whole} else ${written(fallback.source)}`;
  if (namesOtherwise(statements, known) || namesMarks(tokens, whole)) return undefined;
  if (
    diagnostics.length > 0 ||
    losesWords(tokens, said) ||
    losesNames(source, said, known) ||
    namesKeyword(tokens, whole)
  )
    return undefined;
  return {
    texts: withoutRepeats(texts),
    // No file is read by a guess.
    statements: placed(
      withOuter(
        statements.filter(({ kind }) => kind !== 'include'),
        region,
      ),
      tokens,
      region,
    ),
    tokens,
    comments,
    ...(levels === undefined ? {} : { levels }),
    ...(or === undefined ? {} : { or }),
    ...(fallback === undefined ? {} : { fallback }),
  };
}

/** `{ zone: { name: us }, link: { from: us, to: eu } }`: a part may need the names of those before it. */
function withNames(known: Known, statements: readonly Statement[]): Known {
  const { places, partitions } = new Names().add(statements);
  return {
    ...known,
    places: new Map([...known.places, ...places]),
    partitions: new Map([...known.partitions, ...partitions]),
  };
}

/** `two zones us and eu, us has node us1, …`: without the empty zones that are said again with their nodes. */
function withoutRepeats(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => {
    const head = text.startsWith('zone ') && text.endsWith('{ }') ? text.slice(0, -1) : undefined;
    return head === undefined || !texts.some((other) => other !== text && other.startsWith(head));
  });
}

/** Words of the language that a reader may leave out, because another word or the order says the same. */
const LEFT_OUT: ReadonlySet<string> = new Set(
  (
    'in at of on from no any all fault read write level leader primary quorum cut by merge choose ' +
    'replicate sync node nodes link links zone zones partition client store operation expect accept ' +
    'explore one local async failover consensus eventual linearizable strong R W while lag fails via two ' +
    'hint bounded error ok down under CP AP isolate available stale conflict lost unknown never ' +
    'automatic manual writes isolated requires in-sync'
  ).split(' '),
);

/** Does a word of the language get lost? Then the statement says more than what was understood of it. */
function losesWords(tokens: readonly Token[], whole: string): boolean {
  if (whole.startsWith('//')) return false;
  const kept = new Set(scan(whole).tokens.map(({ text }) => text));
  // What a node is for is said by its store.
  if (whole.startsWith('zone ')) kept.add('witness').add('observer');
  return tokens.some((token) => {
    // A word of the language may be written in capital letters.
    const word = LEFT_OUT.has(token.text) ? token.text : lower(token);
    return WORDS.has(word) && !LEFT_OUT.has(word) && !kept.has(token.text) && !kept.has(word);
  });
}

/** Is a name declared that is that of another kind of place? */
function namesOtherwise(statements: readonly Statement[], known: Known): boolean {
  const own = new Names().add(statements);
  // What others take it for says more than a first reading of this statement.
  return [...own.places].some(
    ([name, kind]) => (known.places.get(name) ?? kind) !== kind && known.wanted.get(name) !== kind,
  );
}

/** Do marks become a part of a name? */
function namesMarks(tokens: readonly Token[], whole: string): boolean {
  const named = scan(whole).tokens.filter(({ kind, text }) => kind === 'quoted' && /[{}[\]();:|,=@]/.test(text));
  return named.some(({ text }) => !tokens.some((token) => token.kind === 'quoted' && token.text === text));
}

/** Does a keyword become a name? */
function namesKeyword(tokens: readonly Token[], whole: string): boolean {
  const named = scan(whole).tokens.filter(({ kind, text }) => kind === 'quoted' && isReserved(text));
  return named.some(({ text }) => !tokens.some((token) => token.kind === 'quoted' && token.text === text));
}

/** Does the name of a place or a store get lost? An acceptance holds for every client and fault. */
function losesNames({ tokens, region }: Source, whole: string, known: Known): boolean {
  if (whole.startsWith('//') || whole.startsWith('accept ')) return false;
  const kept = new Set(scan(whole).tokens.map(({ text }) => text));
  const isExpectation = whole.startsWith('expect ');
  return tokens.some(({ text }, i) => {
    const kind = known.places.get(text);
    // `dc1: 3` is how many replicas are there.
    const [mark, count] = tokens.slice(i + 1, i + 3);
    if (kind === 'zone' && isMark(mark, ':', '=') && count?.kind === 'number') return false;
    // What other statements need is declared here, or it is lost.
    const isPlace = ['node', 'zone'].includes(known.wanted.get(text) ?? '');
    const isUsed = kind !== undefined || known.stores.has(text) || isPlace;
    const isName = isExpectation ? kind === 'client' : isUsed;
    return isName && !kept.has(text) && text !== region.outer;
  });
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A zone of zones stands for all of their nodes until it is written otherwise: nothing follows from its name. */
function withOuter(statements: readonly Statement[], { outer }: Region): readonly Statement[] {
  if (outer === undefined) return statements;
  const nodes = statements.flatMap((one) => (one.kind === 'zone' ? one.nodes : []));
  const span = { start: 0, end: 0 };
  const zone: Statement = { kind: 'zone', span, name: { name: outer, span }, nodes, failing: [] };
  return [zone, ...statements.map((one) => (one.kind === 'zone' ? { ...one, nodes: [], failing: [] } : one))];
}

/** Does the fix of the grammar's own diagnostic lead to the same statement? It changes less of the text. */
export function isMended(
  text: string,
  region: Region,
  [mistake, other]: readonly Diagnostic[],
  { texts }: Understood,
): boolean {
  const [fix, ...fixes] = mistake?.fixes ?? [];
  if (other !== undefined || fix === undefined || fixes.length > 0) return false;
  const edits = fix.edits.filter(({ span }) => region.start <= span.start && span.end <= region.end);
  if (edits.length < fix.edits.length) return false;
  let fixed = text.slice(region.start, region.end);
  for (const { span, text: own } of [...edits].reverse())
    fixed = fixed.slice(0, span.start - region.start) + own + fixed.slice(span.end - region.start);
  return words(fixed) === words(texts.join('\n'));
}

function words(text: string): string {
  return scan(text)
    .tokens.map((token) => `${token.kind} ${token.text}`)
    .join('\n');
}

import type { Span } from '../base/span.js';
import type { Resolved } from '../model/model.js';
import { isComment, piecesOf, type Piece } from '../syntax/pieces.js';

/** One part of a signature: a name, a value or a clause. */
export interface SignatureParameter {
  /** Where it stands in the label. */
  readonly span: Span;
  readonly documentation: string;
}

/** How a statement or clause is written. Plain text; nothing of the user's file is in it. */
export interface Signature {
  readonly label: string;
  readonly documentation: string;
  readonly parameters: readonly SignatureParameter[];
  /** Which parameter is next; undefined where all are there. */
  readonly active: number | undefined;
}

interface Part {
  readonly text: string;
  readonly documentation: string;
  /** Words and arrows that begin it; without any, it stands at its place in the order. */
  readonly begins: readonly string[];
  /** Of those, the words that are all of it. */
  readonly alone: readonly string[];
  readonly isOptional: boolean;
}

interface Form {
  readonly head: string;
  /** The words of the clause that choose this form, its keyword first: `replicate`, `primary`. */
  readonly words: readonly string[];
  readonly documentation: string;
  readonly parts: readonly Part[];
}

const part = (
  text: string,
  documentation: string,
  begins: readonly string[] = [],
  alone: readonly string[] = [],
): Part => ({
  text,
  documentation,
  begins,
  alone,
  isOptional: text.startsWith('['),
});
const form = (head: string, documentation: string, ...parts: readonly Part[]): Form => ({
  head,
  words: head.split(' '),
  documentation,
  parts,
});

const ROUND_TRIP = part('[80ms]', 'The round trip. Without it, latencies are not known.');
const FAILS = part('[fails 0.1%]', 'How probable it is that the link is down.', ['fails']);
const LEVEL = part('[level LEVEL]', 'How many replicas, or which, take part.', ['level']);
const NEEDS = part('[needs GUARANTEE]', 'What the caller relies on; more than one with commas between.', ['needs']);
const VERDICT = part('VERDICT', 'error, stale, unknown, conflict or lost.');
const UNDER = part(
  '[under FAULTS]',
  'A named partition, `any 2 links, 1 node`, or `no fault`. Without it, every fault that is explored.',
  ['under'],
);

/** The statements and clauses that consist of more than a list of names, as `docs/language.md` has them. */
const FORMS: readonly Form[] = [
  form(
    'client',
    'Issues operations.',
    part('NAMES', 'One or more, with commas between.'),
    part('[in ZONE | at NODE]', 'On the zone’s network, or on that very machine.', ['in', 'at']),
    part('[via REPLICAS]', 'Pinned to these replicas: it turns to no others.', ['via']),
  ),
  form(
    'link',
    'A connection that can be cut.',
    part('[NAME:]', 'A name for partitions to refer to.', [':'], [':']),
    part('A', 'A node, zone, router or client.'),
    part('-- B', '`--` carries both ways, `->` one way.', ['--', '->']),
    ROUND_TRIP,
    FAILS,
  ),
  form('mesh', 'A link between each pair.', part('MEMBERS', 'Two or more, with commas between.'), ROUND_TRIP, FAILS),
  form(
    'store',
    'One replicated register per key.',
    part('NAME', 'The name that operations use.'),
    part('on REPLICAS', 'Nodes or zones, with commas between; `witness w` votes and holds no data.', ['on']),
    part('{ … }', 'What was chosen: `choose CP` or `choose AP`, a scheme, or a product.', ['{']),
  ),
  form(
    'replicate consensus',
    'A majority of voters commits.',
    part('[leader NODE]', 'Who leads when the network breaks; without it, any replica may.', ['leader']),
    part('[relay]', 'Members pass messages on for each other.', ['relay'], ['relay']),
    part(
      '[no-prevote]',
      'Who misses the leader and reaches another member deposes it, again and again.',
      ['no-prevote'],
      ['no-prevote'],
    ),
  ),
  form(
    'replicate primary',
    'One primary takes the writes and ships them.',
    part('NODE', 'The primary, one of the replicas.'),
    part(
      '[sync K | in-sync K | min-replicas K | async]',
      'How many other replicas must have a write before it is acknowledged, or be in sync or in reach; `async`: none.',
      ['sync', 'in-sync', 'min-replicas', 'async'],
      ['async'],
    ),
    part(
      '[weakens]',
      'Behind `sync K`: after a timeout it goes on with as many as are in reach.',
      ['weakens'],
      ['weakens'],
    ),
    part(
      '[failover automatic | manual]',
      'Whether a replica on the majority side is promoted by itself. `manual` without it.',
      ['failover'],
    ),
    part('[by NODES]', 'The electorate, instead of the replicas and witnesses.', ['by']),
    part('[step-down]', 'A primary that has noticed that it lost the majority refuses.', ['step-down'], ['step-down']),
  ),
  form(
    'replicate quorum',
    'Leaderless: any R or W of the replicas answer.',
    part('[R=N]', 'How many replicas answer a read. A majority without it.', ['R']),
    part('[W=N]', 'How many replicas acknowledge a write. A majority without it.', ['W']),
    part('[sloppy]', 'Stand-ins take what replicas out of reach should have.', ['sloppy'], ['sloppy']),
    part(
      '[read-repair]',
      'A read writes what it answers to the replicas that it asked.',
      ['read-repair'],
      ['read-repair'],
    ),
  ),
  form('replicate any', 'Every replica takes reads and writes and spreads them later.'),
  form('on partition error', 'Refuse at once.'),
  form('on partition wait', 'Hold the request and time out.', part('5s', 'How long.')),
  form('like', 'The clauses of a product in a configuration.', part('PRESET', 'Its name, such as `etcd` or `kafka`.')),
  form(
    'rejoin',
    'Whether those whose history the heal throws away come back by themselves.',
    part(
      'automatic | manual',
      '`automatic`, the default: they give up what only they have, and follow. `manual`: a person has to rebuild them.',
    ),
  ),
  form(
    'detect',
    'How long it takes until everybody has noticed a break; only `needs bounded` depends on it.',
    part('10s', 'How long.'),
  ),
  form(
    'operation',
    'One kind of request.',
    part('NAME', 'The name that expectations use.'),
    part(': read STORE | write STORE', 'What it does; several steps stand in braces behind the clients.', [
      ':',
      'read',
      'write',
    ]),
    part('from CLIENTS', 'Who issues it, with commas between.', ['from']),
    LEVEL,
    NEEDS,
  ),
  form('read', 'A step that asks for a value.', part('STORE', 'What is read.'), LEVEL, NEEDS),
  form('write', 'A step that changes a value.', part('STORE', 'What is written.'), LEVEL, NEEDS),
  form(
    'partition',
    'A named way to break the network.',
    part('NAME', 'The name that expectations use.'),
    part('{ A | B }', 'Sides that no message passes between; or lines `cut`, `isolate`, `down`.', ['{']),
  ),
  form(
    'cut',
    'These links carry nothing.',
    part('A', 'One end, or the name of a link.'),
    part('[-- B]', 'The other end; `->` cuts one direction.', ['--', '->']),
  ),
  form(
    'expect',
    'What must hold.',
    part('OPERATION', 'What it is about.'),
    part('[from CLIENTS]', 'Without it, every client of the operation.', ['from']),
    part('[never]', 'It can’t happen.', ['never'], ['never']),
    part('VERDICT', 'ok, error, stale, unknown, conflict, lost or available.'),
    part('[beyond lag]', 'What is only on its way does not count.', ['beyond']),
    UNDER,
    part('[while detecting]', 'Before everybody has noticed the break.', ['while']),
  ),
  form(
    'accept',
    'This trade-off is intended.',
    VERDICT,
    part('on OPERATION', 'The operation that has it.', ['on']),
    part('["REASON"]', 'Why this is fine; its diagnostic carries it.'),
  ),
  form(
    'explore',
    'Which faults are looked at.',
    part('all links | [any] 2 links, 1 node', 'Counts of links, nodes, zones and one-ways.'),
  ),
  form(
    'include',
    'What another file declares, as if it were written here.',
    part('"FILE"', 'A path relative to this file, with `/` between folders.'),
  ),
];

/**
 * How the statement or clause that the offset is in is written; all forms of it where none is chosen yet. Empty
 * elsewhere.
 */
export function signatures({ text }: Resolved, offset: number): readonly Signature[] {
  const clause = clauseAt(text, offset);
  const [keyword] = clause;
  if (keyword === undefined) return [];
  const forms = FORMS.filter(
    ({ words }) =>
      words.every((word, i) => clause[i] === undefined || clause[i].text === word) && words[0] === keyword.text,
  );
  return forms.map((one) => ({
    ...written(one),
    active: clause.length < one.words.length ? undefined : nextPart(one.parts, clause.slice(one.words.length)),
  }));
}

function written({ head, documentation, parts }: Form): Omit<Signature, 'active'> {
  let label = head;
  const parameters = parts.map((one) => {
    label += ` ${one.text}`;
    return { span: { start: label.length - one.text.length, end: label.length }, documentation: one.documentation };
  });
  return { label, documentation, parameters };
}

/** Clauses of bodies: they take the place of their statement where one stands in front of the cursor. */
const CLAUSES: ReadonlyMap<string, readonly string[]> = new Map([
  ['store', ['choose', 'replicate', 'on', 'merge', 'like', 'detect', 'rejoin']],
  ['operation', ['read', 'write']],
  ['partition', ['cut', 'isolate', 'down']],
]);

/** The words of the innermost statement or clause up to the offset, without the one that is being typed. */
function clauseAt(text: string, offset: number): readonly Piece[] {
  const all = piecesOf(text);
  if (
    all.some(
      (piece) =>
        isComment(piece) &&
        piece.span.start < offset &&
        (offset < piece.span.end || (offset === piece.span.end && piece.kind !== 'block comment')),
    )
  )
    return [];
  const pieces = all.filter((piece) => !isComment(piece) && piece.span.start < offset);
  const typing = pieces.at(-1)?.span.end === offset && pieces.at(-1)?.kind !== 'punctuation' ? 1 : 0;
  const first = pieces.findLastIndex(
    ({ kind, span }, i) =>
      kind === 'statement' && pieces[i - 1]?.text !== 'on' && /(^|[\r\n}])[^\S\r\n]*$/.test(text.slice(0, span.start)),
  );
  const statement = first < 0 ? [] : pieces.slice(first, pieces.length - typing);
  const open = statement.findIndex(({ text: word }) => word === '{');
  if (open < 0) return isOver(text, statement, offset) ? [] : statement;
  if (statement.some(({ text: word }) => word === '}')) return [];
  const words = CLAUSES.get(statement[0]?.text ?? '') ?? [];
  const clause = statement.findLastIndex(
    ({ text: word }, i) => i > open && words.includes(word) && statement[i + 1]?.text !== '=',
  );
  const inner = clause < 0 ? [] : statement.slice(clause);
  return isOver(text, inner, offset) ? [] : inner;
}

/** A new line begins something new, unless the line above can't end as it does. */
function isOver(text: string, clause: readonly Piece[], offset: number): boolean {
  const last = clause.at(-1);
  if (last === undefined) return true;
  return last.text === ';' || (/[\r\n]/.test(text.slice(last.span.end, offset)) && !GOES_ON.has(last.text));
}

const GOES_ON: ReadonlySet<string> = new Set([',', ':', '--', '->', '|', '=']);

/**
 * Which part is next, after words: the one that has begun, or the first that must follow, or else the first that may.
 */
function nextPart(parts: readonly Part[], words: readonly Piece[]): number | undefined {
  let at = -1;
  let isOpen = false;
  for (const { text: word } of words) {
    // Some may stand in another order; a colon makes what stands in front of it a name, as which it was not taken.
    const begun = parts.findIndex(({ begins }) => begins.includes(word));
    if (begun >= 0) {
      at = begun;
      isOpen = parts[begun]?.alone.includes(word) !== true;
    } else if (word === ',' || word === '=') {
      isOpen = true;
    } else {
      if (!isOpen) at = following(parts, at, word);
      isOpen = false;
    }
  }
  if (isOpen) return at;
  const next = following(parts, at, undefined);
  return next < parts.length ? next : undefined;
}

/**
 * The part behind one: that which a word without a beginning of its own is; for no word, the first that must be there,
 * or else the first that may.
 */
function following(parts: readonly Part[], at: number, word: string | undefined): number {
  const behind = parts.map((one, i) => ({ ...one, i })).filter(({ i }) => i > at);
  const found =
    word === undefined
      ? (behind.find(({ isOptional }) => !isOptional) ?? behind[0])
      : behind.find(({ begins }) => begins.length === 0);
  return found?.i ?? parts.length;
}

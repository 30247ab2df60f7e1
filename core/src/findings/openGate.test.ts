import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze, type Analysis } from '../analyze.js';
import type { Edit } from '../base/edit.js';
import type { Span } from '../base/span.js';
import type { Statement } from '../syntax/ast.js';
import { parseFile } from '../syntax/parse.js';
import { isComment, type Piece, piecesOf } from '../syntax/pieces.js';
import { budgetOf, seedsOf } from '../testing/budget.js';
import { readerOf } from '../testing/files.js';

/** A gate must not open because of a mistake: what an error touches is never said to hold, and nothing is forgotten. */

const FOLDER = new URL('../../../samples/', import.meta.url);
const SHARED = readTexts('shared/');
const SAMPLES = readTexts('');

function readTexts(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(new URL(folder, FOLDER)).filter((name) => name.endsWith('.cap'));
  return Object.fromEntries(
    names.map((name) => [`${folder}${name}`, readFileSync(new URL(`${folder}${name}`, FOLDER), 'utf8')]),
  );
}

/** A sample and what it includes. */
interface Design {
  readonly path: string;
  readonly files: Readonly<Record<string, string>>;
}

function textOf({ files }: Design, path: string): string {
  const text = files[path];
  if (text === undefined) throw new Error(`no ${path}`);
  return text;
}

function analysisOf(design: Design): Analysis {
  return analyze(textOf(design, design.path), {}, { path: design.path, read: readerOf(design.files) });
}

/**
 * The contrary of each expectation of a sample: what does not hold has to stay so. They stand between the statements,
 * where an error in one may reach into the next.
 */
function withContraries(path: string, text: string): Design {
  const statements = statementsOf(text);
  const contraries = statements.flatMap(({ kind, text: written }) =>
    kind !== 'expect'
      ? []
      : / never /.test(written)
        ? [written.replace(/ never /, ' ')]
        : / within /.test(written)
          ? // A time that only an answer at once takes.
            [written.replace(/ within \S+/, ' within 1us')]
          : / available [\d.]+%$| at most /.test(written)
            ? // A share of time that nothing in the sample reaches.
              [written.replace(/ available [\d.]+%$/, ' available 100%').replace(/ at most .*$/, ' at most 0%')]
            : [written.replace(/(?= (\w+)( under| beyond|$))/, ' never')],
  );
  const every = Math.floor(statements.length / contraries.length);
  const mixed = statements.map(({ span }, i) => {
    const piece = text.slice(statements[i - 1]?.span.end ?? 0, span.end);
    const contrary = i % every === 0 ? contraries[i / every] : undefined;
    return contrary === undefined ? piece : `${piece}\n${contrary}`;
  });
  const included = Object.entries(SHARED).filter(([name]) => text.includes(`include "${name}"`));
  return { path, files: { ...Object.fromEntries(included), [path]: `${mixed.join('')}\n` } };
}

interface Written {
  readonly kind: Statement['kind'];
  readonly text: string;
  readonly span: Span;
  readonly pieces: readonly Piece[];
}

function statementsOf(text: string): readonly Written[] {
  const pieces = piecesOf(text).filter((piece) => !isComment(piece));
  return parseFile(text).statements.map(({ kind, span }) => ({
    kind,
    span,
    text: text.slice(span.start, span.end).replace(/\s+/g, ' '),
    pieces: pieces.filter((piece) => span.start <= piece.span.start && piece.span.end <= span.end),
  }));
}

/** One mistake, in one statement of one of the files. */
interface Mutation {
  readonly path: string;
  readonly statement: Span;
  readonly edit: Edit;
}

function mutationsOf(design: Design): readonly Mutation[] {
  return Object.keys(design.files).flatMap((path) =>
    statementsOf(textOf(design, path)).flatMap((statement) =>
      [
        ...statement.pieces.flatMap((piece) => mutationsOfPiece(statement, piece)),
        ...mutationsOfBody(statement),
        { span: { start: statement.span.end, end: statement.span.end }, text: `\n${statement.text}` },
      ].map((edit) => ({ path, statement: statement.span, edit })),
    ),
  );
}

function mutationsOfPiece({ kind }: Written, { kind: what, text, span }: Piece): readonly Edit[] {
  const before: Span = { start: span.start, end: span.start };
  const isWord = what === 'word' || what === 'statement';
  return [
    { span, text: '' },
    { span, text: 'nothing' },
    { span: before, text: 'nothing ' },
    ...(isWord ? [{ span, text: `${text}x` }] : []),
    ...(what === 'quoted' ? [{ span, text: `${text.slice(0, -1)}x"` }] : []),
    ...(kind === 'expect' || what === 'punctuation' ? [{ span: before, text: '!= ' }] : []),
  ];
}

/** A zone without its nodes, a partition without one of its sides. */
function mutationsOfBody({ kind, pieces }: Written): readonly Edit[] {
  if (kind !== 'zone' && kind !== 'partition') return [];
  const bounds = pieces.filter(({ text }) => text === '{' || text === '|' || text === '}');
  return bounds.slice(1).map((end, i) => {
    const start = bounds[i]?.span.end ?? 0;
    return { span: { start, end: end.span.start }, text: ' ' };
  });
}

function mutated(design: Design, { path, edit: { span, text } }: Mutation): Design {
  const old = textOf(design, path);
  return { ...design, files: { ...design.files, [path]: old.slice(0, span.start) + text + old.slice(span.end) } };
}

/** By where they begin: what became of the expectations of a design. */
function statusesOf({ resolved, results }: Analysis): ReadonlyMap<number, string> {
  const judged = resolved.origins.expectations.map(({ start }, i): [number, string] => [
    start,
    results.expectations.find(({ expectation }) => expectation === i)?.status ?? 'forgotten',
  ]);
  const left = resolved.unjudged.flatMap(({ kind, span }): [number, string][] =>
    kind === 'expectation' ? [[span.start, 'not judged']] : [],
  );
  return new Map([...judged, ...left]);
}

function isBroken({ diagnostics }: Analysis): boolean {
  return diagnostics.some(
    ({ severity, code }) => severity === 'error' && code !== 'expectation-fails' && code !== 'needs-impossible',
  );
}

/** What is wrong with the answer about a design with a mistake; nothing if all is well. */
function faultsOf(design: Design, original: ReadonlyMap<number, string>, mutation: Mutation): readonly string[] {
  const mutant = mutated(design, mutation);
  const analysis = analysisOf(mutant);
  const found = statusesOf(analysis);
  const written = piecesOf(textOf(mutant, mutant.path)).filter(
    ({ kind, text }) => kind === 'statement' && text === 'expect',
  );
  const forgotten = written.flatMap(({ span }) =>
    found.has(span.start) ? [] : [`forgotten: ${lineAt(mutant, span.start)}`],
  );
  // Without an error it is another design, about which all may be true.
  if (!isBroken(analysis)) return forgotten;
  const { path, statement, edit } = mutation;
  const isOwn = path === design.path;
  const differ = [...original].flatMap(([start, status]) => {
    if (isOwn && statement.start === start) return [];
    const place =
      isOwn && start >= edit.span.end ? start + edit.text.length - (edit.span.end - edit.span.start) : start;
    const now = found.get(place) ?? 'forgotten';
    return now === status || now === 'not judged' ? [] : [`${status}, now ${now}: ${lineAt(mutant, place)}`];
  });
  return [...forgotten, ...differ];
}

function lineAt(design: Design, offset: number): string {
  return textOf(design, design.path).slice(offset).split('\n', 1)[0] ?? '';
}

/** "bank.cap, line 4: `link us -- eu` → `link -- eu`" */
function said({ path, edit: { span, text } }: Mutation, design: Design): string {
  const old = textOf(design, path);
  const start = old.lastIndexOf('\n', span.start - 1) + 1;
  const end = old.indexOf('\n', span.end);
  const line = old.slice(0, start).split('\n').length;
  const after = old.slice(start, span.start) + text + old.slice(span.end, end);
  return `${path}, line ${line}: \`${old.slice(start, end)}\` → \`${after}\``;
}

const DESIGNS = Object.entries(SAMPLES).map(([path, text]) => withContraries(path, text));
const PER_SAMPLE = Math.ceil(budgetOf(process.env).gate / DESIGNS.length);

const TIMEOUT_MS = 60_000 + PER_SAMPLE * 1000;

describe.each(DESIGNS)('$path', { timeout: TIMEOUT_MS }, (design) => {
  const original = statusesOf(analysisOf(design));

  test('has expectations that fail, and all are judged', () => {
    expect([...original.values()]).toContain('fails');
    expect([...original.values()]).toContain('holds');
    expect([...original.values()].filter((status) => status !== 'fails' && status !== 'holds')).toEqual([]);
  });

  test.each(seedsOf(20121121, process.env))(
    'with a mistake: nothing holds that failed, nothing is forgotten (seed %i)',
    (seed) => {
      const all = mutationsOf(design);
      const amount = Math.min(PER_SAMPLE, all.length);
      const [drawn = []] = fc.sample(fc.shuffledSubarray([...all], { minLength: amount, maxLength: amount }), {
        seed,
        numRuns: 1,
      });
      const faults = drawn.flatMap((mutation) =>
        faultsOf(design, original, mutation).map((fault) => `${said(mutation, design)}: ${fault}`),
      );
      expect(faults).toEqual([]);
    },
  );
});

import { allDiagnostics, analyze, LineIndex, parse, resolve, visible, type Diagnostic as CoreDiagnostic } from '#core';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Diagnostic, Position, TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { budgetOf, seedsOf } from '../../core/src/testing/budget.js';
import { BANK } from './testing/bank.js';
import { bundle, remove, said, TestClient } from './testing/client.js';

const URI = 'file:///design/edited.cap';
const { edits: EDITS } = budgetOf(process.env);
/** Heaps are compared from here on: before, the server is still loading, compiling and filling what it keeps. */
const WARM = 2000;
/**
 * For each edit after that. Code that is run often is compiled again, which takes a megabyte once, whatever the number
 * of edits; a text, a tree or the results of one edit are several kilobytes.
 */
const MOST_BYTES_LEFT = 3000;
/** A fresh server beside the edited one takes a good part of a second: it is asked after that many edits. */
const FRESH_EVERY = 500;
const [SEED = 0] = seedsOf(20120914, process.env);

const PIECES = [
  '\n',
  '\r\n',
  '\r',
  '\n\r',
  '\r\r\n',
  ' ',
  '{',
  '}',
  '"',
  '//',
  '/*',
  '*/',
  ',',
  ':',
  '|',
  '--',
  '->',
  'store',
  'node n',
  'link us -- eu\r',
  'operation',
  'expect',
  'us1',
  'eu1',
  'a\rb\nc\r\nd',
  'choose CP',
  'choose CA',
  'AP',
  '5s',
  '80ms',
  '0.1%',
  'é',
  '\u{1F980}',
  '\u{1F980}\u{20000}',
  '\uD83E',
  '\uDD80',
  '\u202E',
  '\u2028',
  '\0',
  '__proto__',
  'partition p { us | eu }\r\n',
  'client c in us\n',
  '999999999',
];

interface Edit {
  /** Where it begins, in parts of a million of the text, and how many characters it replaces. */
  readonly at: number;
  readonly length: number;
  readonly piece: string;
  /** Put at the nearest line end: there line ends meet each other. */
  readonly isAtLineEnd: boolean;
  /** Told by positions that lie that far after the end of their line: an editor may do so, and means the end. */
  readonly beyond: number;
}

interface Message {
  readonly edits: readonly Edit[];
  /** Now and then the editor is quicker than the server; else it waits for the verdicts. */
  readonly isHasty: boolean;
  readonly isReset: boolean;
}

const rarely = (times: number): fc.Arbitrary<boolean> => fc.nat({ max: times - 1 }).map((n) => n === times - 1);

const messages: fc.Arbitrary<Message> = fc.record({
  edits: fc.array(
    fc.record({
      at: fc.nat({ max: 1_000_000 }),
      length: fc.oneof(
        { weight: 2, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.nat({ max: 3 }) },
        { weight: 1, arbitrary: fc.nat({ max: 40 }) },
      ),
      piece: fc.oneof(
        { weight: 1, arbitrary: fc.constantFrom('', '\n', '\r') },
        { weight: 2, arbitrary: fc.constantFrom(...PIECES) },
      ),
      isAtLineEnd: rarely(3),
      beyond: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(1, 2, 1000) }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  isHasty: rarely(8),
  isReset: rarely(12),
});

/**
 * A text as the protocol sees it, made from nothing but the string: `\n`, `\r\n` and `\r` end a line, positions after
 * the end of a line mean its end.
 */
const model = {
  linesOf: (text: string): readonly { readonly start: number; readonly end: number }[] => {
    const lines: { start: number; end: number }[] = [];
    let start = 0;
    for (const { 0: end, index } of text.matchAll(/\r\n|\r|\n/g)) {
      lines.push({ start, end: index });
      start = index + end.length;
    }
    return [...lines, { start, end: text.length }];
  },
  position: (text: string, offset: number): Position => {
    const lines = model.linesOf(text);
    const line = lines.findLastIndex(({ start }) => start <= offset);
    return { line, character: offset - (lines[line]?.start ?? 0) };
  },
  offset: (text: string, { line, character }: Position): number => {
    const at = model.linesOf(text)[line];
    return at === undefined ? text.length : Math.min(at.start + character, at.end);
  },
};

/** An edit as an editor sends it, and the text that it makes. */
function applied(
  text: string,
  { at, length, piece, isAtLineEnd, beyond }: Edit,
): { readonly text: string; readonly change: TextDocumentContentChangeEvent } {
  const lines = model.linesOf(text);
  const somewhere = Math.round((at / 1_000_000) * text.length);
  const line = lines.findLast(({ start }) => start <= somewhere);
  const from = isAtLineEnd ? (at % 2 === 0 ? line?.start : line?.end) : somewhere;
  // No place lies between the two characters of one line end.
  const place = (offset: number): Position => {
    const { line: row, character } = model.position(text, offset);
    const { start, end } = lines[row] ?? { start: 0, end: 0 };
    return { line: row, character: Math.min(character, end - start) + (start + character >= end ? beyond : 0) };
  };
  const range = { start: place(from ?? 0), end: place(Math.min(text.length, (from ?? 0) + length)) };
  const [start, end] = [model.offset(text, range.start), model.offset(text, range.end)];
  return { text: text.slice(0, start) + piece + text.slice(end), change: { range, text: piece } };
}

function shown(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map((one) => JSON.stringify([one.range, one.code, said(one)]));
}

function fromCore(text: string, diagnostics: readonly CoreDiagnostic[]): readonly string[] {
  const lines = new LineIndex(text);
  return diagnostics.map(({ span, code, message }) =>
    JSON.stringify([{ start: lines.position(span.start), end: lines.position(span.end) }, code, visible(message)]),
  );
}

/** Without what ends with a word at the end of a line: while somebody types there, a mistake of it is not told yet. */
function finished(text: string, lines: readonly string[]): readonly string[] {
  return lines.filter((line) => {
    const [{ end }] = JSON.parse(line) as [{ readonly end: Position }];
    const at = model.offset(text, end);
    return !(/[\p{L}\p{N}_-]$/u.test(text.slice(0, at)) && /^[^\S\n]*(?:\n|$)/.test(text.slice(at)));
  });
}

let folder: string;
beforeAll(async () => {
  folder = await bundle('transparent');
});
afterAll(() => remove(folder));

test(`${EDITS} random edits: the server has the same text after each, says of it what a fresh server says, and keeps nothing`, {
  timeout: 900_000,
}, async () => {
  const edited = await TestClient.start(folder);
  const start = BANK.replaceAll('}\n', '}\r\n').replace('client teller', '/* \u{1F980} */ client teller');
  let text = start;
  let version = await edited.open(URI, text);
  const texts = new Map([[version, text]]);
  let [edits, awaited, fresh] = [0, 0, 0];
  let warm: Heaps | undefined;
  for (const { edits: list, isHasty, isReset } of fc.sample(messages, { seed: SEED, numRuns: EDITS })) {
    if (edits >= EDITS) break;
    const changes: TextDocumentContentChangeEvent[] = [];
    for (const one of list.slice(0, EDITS - edits)) {
      const made = applied(text, one);
      text = made.text;
      changes.push(made.change);
    }
    const before = edits;
    edits += changes.length;
    version = await edited.change(URI, ...changes);
    texts.set(version, text);
    expect(await edited.request<string>('test/text', { uri: URI }), `seed ${SEED}, edit ${edits}`).toBe(text);
    if (!isHasty) {
      awaited++;
      // Of the text alone, as if there had never been another.
      const fresh = fromCore(text, analyze(text).diagnostics);
      const seen = shown(await edited.verdicts(URI, version));
      expect(finished(text, seen), `seed ${SEED}, edit ${edits}`).toEqual(finished(text, fresh));
    }
    if (Math.floor(edits / FRESH_EVERY) > Math.floor(before / FRESH_EVERY)) {
      fresh++;
      const other = await TestClient.start(folder);
      const whole = shown(await other.verdicts(URI, await other.open(URI, text)));
      await edited.verdicts(URI, version);
      // Mistakes of a word that is being typed come a second later.
      await edited.until(() => shown(edited.shown(URI)).length >= whole.length);
      expect(shown(edited.shown(URI)), `seed ${SEED}, edit ${edits}`).toEqual(whole);
      await other.stop();
    }
    // So much is broken by now that little of the language is left: begin again.
    if (isReset || text.length > 4000) {
      text = start;
      version = await edited.change(URI, { text });
      texts.set(version, text);
    }
    if (warm === undefined && edits >= WARM) {
      text = start;
      warm = await heaps(edited, text);
    }
  }
  const cold = await heaps(edited, start);
  const left = (of: keyof Heaps): number => (cold[of] - (warm?.[of] ?? 0)) / (edits - WARM);

  checkPublished(edited, texts);
  expect(edited.logs).toEqual([]);
  console.log(
    `${edits} edits of seed ${SEED} in ${texts.size} messages, ${edited.published.length} publications; the verdicts were compared ${awaited} times with the core's, ${fresh} times with a fresh server's; ` +
      (['server', 'analysis'] as const)
        .map(
          (of) =>
            `the heap of the ${of} is ${(cold[of] / 2 ** 20).toFixed(1)} MB, ${left(of).toFixed(0)} bytes above that after ${WARM} edits for each edit since`,
        )
        .join('; '),
  );
  expect(left('server')).toBeLessThan(MOST_BYTES_LEFT);
  expect(left('analysis')).toBeLessThan(MOST_BYTES_LEFT);
  await edited.stop();
});

/** Whatever was ever shown: newer after older, and about the text of its version. */
function checkPublished(client: TestClient, texts: ReadonlyMap<number, string>): void {
  const published = client.published.filter(({ uri }) => uri === URI);
  const versions = published.map((one) => one.version ?? 0);
  expect(versions).toEqual([...versions].sort((a, b) => a - b));
  for (const { version: of = 0, diagnostics } of published) {
    const written = texts.get(of);
    if (written === undefined) continue;
    const own = fromCore(
      written,
      allDiagnostics(resolve(parse(written)), undefined).filter(({ code }) => !LATER.has(code)),
    );
    expect(shown(diagnostics), `version ${of}`).toEqual(expect.arrayContaining([...finished(written, own)]));
  }
}

/** Said at once, and in other words once there are results. */
const LATER = new Set(['needs-impossible', 'needs-not-known']);

interface Heaps {
  readonly server: number;
  readonly analysis: number;
}

/** Of the server with this text and nothing else to do. */
async function heaps(client: TestClient, text: string): Promise<Heaps> {
  await client.verdicts(URI, await client.change(URI, { text }));
  return {
    server: await client.request<number>('test/heap', {}),
    analysis: await client.request<number>('test/heapOfAnalysis', {}),
  };
}

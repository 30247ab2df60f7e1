import type { Results } from '#core';
import { expect, test } from 'vitest';
import { Publishing, type DesignVersion } from './publishing.js';
import { TestClock } from './testing/clock.js';

const RANGE = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

/** Results whose number of clients is all that counts here. */
function resultsOf(clients: number): Results {
  return { clients: Array.from<Results['clients'][number]>({ length: clients }), expectations: [], needs: [] };
}
const DONE = { kind: 'done', results: resultsOf(1) } as const;
const PENDING = { kind: 'pending' } as const;
const FAILED = { kind: 'failed', why: 'mistake', message: 'out of hand' } as const;

/** Messages of a file; one that begins with "verdict" is there once there are results. */
type Files = Readonly<Record<string, readonly string[]>>;

/** An editor with designs: `log` has what it is told, as `file version: messages`. */
function editor(): {
  clock: TestClock;
  log: string[];
  publishing: Publishing;
  /** Opens a design or edits it: its own file is called as it is. The text of a file is its messages. */
  version: (uri: string, files: Files) => DesignVersion;
  /** The file has been edited, and was not looked at. */
  edited: (uri: string, text: string) => void;
  close: (uri: string) => void;
  included: Set<string>;
} {
  const clock = new TestClock();
  const log: string[] = [];
  const open = new Map<string, { version: number; text: string }>();
  const included = new Set<string>();
  const publishing = new Publishing(
    { newest: (uri) => open.get(uri), isIncluded: (uri) => included.has(uri) },
    {
      publish: ({ uri, version, diagnostics }) =>
        void log.push(`${uri} ${version ?? '-'}: ${diagnostics.map(({ message }) => String(message)).join(', ')}`),
      analysed: ({ uri, version }) => void log.push(`${uri} ${version} analysed`),
    },
    clock,
  );
  const edited = (uri: string, text: string): void => {
    open.set(uri, { version: (open.get(uri)?.version ?? 0) + 1, text });
  };
  const close = (uri: string): void => {
    open.delete(uri);
    publishing.closed(uri);
  };
  const version = (uri: string, files: Files): DesignVersion => {
    edited(uri, String(files[uri]));
    const all = Object.entries(files).flatMap(([file, messages]) => messages.map((message) => ({ file, message })));
    const isVerdict = (message: string): boolean => message.startsWith('verdict');
    return {
      uri,
      version: open.get(uri)?.version ?? 0,
      files: Object.entries(files).map(([file, messages]) => ({ uri: file, text: String(messages) })),
      mistakes: JSON.stringify(all.filter(({ message }) => !isVerdict(message))),
      diagnostics: (results) =>
        all
          .filter(({ message }) => results !== undefined || !isVerdict(message))
          .map(({ file, message }) => ({
            uri: file,
            diagnostic: { range: RANGE, code: message.replace(/ .*/, ''), message },
          })),
    };
  };
  return { clock, log, publishing, version, edited, close, included };
}

test('the mistakes of a text are published at once, its verdicts when they are there', () => {
  const { log, publishing, version } = editor();
  const first = version('a', { a: ['mistake', 'verdict'] });
  publishing.update(first, PENDING);
  publishing.update(first, DONE);
  expect(log).toEqual(['a 1: mistake', 'a 1: mistake, verdict', 'a 1 analysed']);
});

test('verdicts stay while the next ones are on their way, and make room after 250 ms', () => {
  const { clock, log, publishing, version } = editor();
  publishing.update(version('a', { a: ['verdict 1'] }), DONE);
  log.length = 0;
  const next = version('a', { a: ['verdict 2'] });
  publishing.update(next, PENDING);
  clock.pass(249);
  expect(log).toEqual([]);
  clock.pass(1);
  expect(log).toEqual(['a 2: ']);
  publishing.update(next, DONE);
  expect(log).toEqual(['a 2: ', 'a 2: verdict 2', 'a 2 analysed']);
});

test('verdicts that come in time replace the old ones without a gap', () => {
  const { clock, log, publishing, version } = editor();
  publishing.update(version('a', { a: ['verdict 1'] }), DONE);
  log.length = 0;
  const next = version('a', { a: ['verdict 2'] });
  publishing.update(next, PENDING);
  clock.pass(200);
  publishing.update(next, DONE);
  clock.pass(1000);
  expect(log).toEqual(['a 2: verdict 2', 'a 2 analysed']);
});

test('who goes on typing does not keep old verdicts: the 250 ms begin with the first edit', () => {
  const { clock, log, publishing, version } = editor();
  publishing.update(version('a', { a: ['verdict 1'] }), DONE);
  log.length = 0;
  publishing.update(version('a', { a: ['verdict 2'] }), PENDING);
  clock.pass(200);
  publishing.update(version('a', { a: ['verdict 3'] }), PENDING);
  clock.pass(50);
  expect(log).toEqual(['a 3: ']);
});

test('a clock that is set back does not hold old verdicts for longer', () => {
  const { clock, log, publishing, version } = editor();
  publishing.update(version('a', { a: ['verdict 1'] }), DONE);
  log.length = 0;
  publishing.update(version('a', { a: ['verdict 2'] }), PENDING);
  clock.setBack(3_600_000);
  publishing.update(version('a', { a: ['verdict 3'] }), PENDING);
  clock.pass(250);
  expect(log).toEqual(['a 3: ']);
});

test('a new mistake is published at once, and so is the end of one', () => {
  const { log, publishing, version } = editor();
  publishing.update(version('a', { a: ['verdict 1'] }), DONE);
  log.length = 0;
  publishing.update(version('a', { a: ['mistake', 'verdict 2'] }), PENDING);
  publishing.update(version('a', { a: ['verdict 3'] }), PENDING);
  expect(log).toEqual(['a 2: mistake', 'a 3: ']);
});

test('beside many verdicts, a new mistake comes first', () => {
  const { clock, log, publishing, version } = editor();
  const many = { kind: 'done', results: resultsOf(51) } as const;
  publishing.update(version('a', { a: ['verdict 1'] }), many);
  log.length = 0;
  publishing.update(version('a', { a: ['mistake', 'verdict 1'] }), many);
  expect(log).toEqual(['a 2: mistake']);
  clock.pass(0);
  expect(log).toEqual(['a 2: mistake', 'a 2: mistake, verdict 1', 'a 2 analysed']);
  log.length = 0;
  publishing.update(version('a', { a: ['mistake', 'verdict 2'] }), many);
  expect(log).toEqual(['a 3: mistake, verdict 2', 'a 3 analysed']);
});

test('a failed analysis leaves the mistakes, and is over', () => {
  const { log, publishing, version } = editor();
  publishing.update(version('a', { a: ['mistake', 'verdict'] }), FAILED);
  expect(log).toEqual(['a 1: mistake', 'a 1 analysed']);
});

test('of a closed design nothing is left, and nothing comes later', () => {
  const { clock, log, publishing, version, close } = editor();
  publishing.update(version('a', { a: ['verdict 1'], shared: ['verdict'] }), DONE);
  publishing.update(version('a', { a: ['verdict 2'], shared: ['verdict'] }), PENDING);
  log.length = 0;
  close('a');
  clock.pass(1000);
  expect(log).toEqual(['a -: ', 'shared -: ']);
});

test('what two designs say about a file is said once', () => {
  const { log, publishing, version, close } = editor();
  publishing.update(version('a', { a: [], shared: ['mistake', 'of a'] }), DONE);
  publishing.update(version('b', { b: [], shared: ['mistake', 'of b'] }), DONE);
  expect(log.filter((line) => line.startsWith('shared'))).toEqual([
    'shared -: mistake, of a',
    'shared -: mistake, of a, of b',
  ]);
  close('a');
  expect(log.at(-1)).toBe('shared -: mistake, of b');
});

test('a file that a design no longer includes is rid of what the design said', () => {
  const { log, publishing, version } = editor();
  publishing.update(version('a', { a: [], shared: ['mistake'] }), DONE);
  log.length = 0;
  publishing.update(version('a', { a: [] }), DONE);
  expect(log).toEqual(['a 2: ', 'shared -: ', 'a 2 analysed']);
});

test('what a design says about an older text of an open file is left out', () => {
  const { log, publishing, version, edited } = editor();
  publishing.update(version('shared', { shared: ['mistake'] }), DONE);
  publishing.update(version('a', { a: [], shared: ['mistake'] }), DONE);
  log.length = 0;
  publishing.update(version('shared', { shared: ['another'] }), DONE);
  expect(log).toEqual(['shared 2: another', 'shared 2 analysed']);
  log.length = 0;
  // Its newest text has not been looked at: the diagnostics of the one before stay until then.
  edited('shared', 'a third');
  publishing.update(version('a', { a: [], shared: ['another'] }), DONE);
  expect(log).toEqual(['a 2: ', 'a 2 analysed']);
});

test('what an including design may add is missing only where none is open', () => {
  const { log, publishing, version, included } = editor();
  publishing.update(version('shared', { shared: ['unknown-name', 'syntax'] }), DONE);
  included.add('shared');
  publishing.update(version('a', { a: [], shared: ['unknown-name', 'syntax'] }), DONE);
  publishing.update(version('a', { a: [], shared: ['unknown-name', 'syntax'] }), DONE);
  expect(log.filter((line) => line.startsWith('shared'))).toEqual([
    'shared 1: unknown-name, syntax',
    'shared 1 analysed',
    'shared 1: syntax, unknown-name',
    'shared 1: syntax, unknown-name',
  ]);
});

test('the mistake of a word that is being typed is published after a pause, or with what follows it', () => {
  const { clock, log, publishing } = editor();
  const texts: string[] = [];
  // The mistake stands at the word that ends the text.
  const typed = (text: string): DesignVersion => {
    texts.push(text);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: text.trimEnd().length } };
    const message = `${text.trimEnd()} begins no statement`;
    return {
      uri: 'b',
      version: texts.length,
      files: [{ uri: 'b', text }],
      mistakes: message,
      diagnostics: () => [{ uri: 'b', diagnostic: { range, message, severity: 1 } }],
    };
  };
  publishing.update(typed('ex'), DONE);
  expect(log).toEqual(['b -: ex begins no statement', 'b 1 analysed']);
  log.length = 0;
  publishing.update(typed('exp'), DONE);
  clock.pass(999);
  publishing.update(typed('expe'), DONE);
  expect(log).toEqual(['b -: ', 'b 2 analysed', 'b -: ', 'b 3 analysed']);
  log.length = 0;
  clock.pass(1000);
  expect(log).toEqual(['b -: expe begins no statement']);
  publishing.update(typed('expec'), DONE);
  publishing.update(typed('expec '), DONE);
  expect(log.at(-2)).toEqual('b -: expec begins no statement');
});

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type {
  Diagnostic,
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  PublishDiagnosticsParams,
} from 'vscode-languageserver';
import { budgetOf, seedsOf } from '../../../core/src/testing/budget.js';
import { AS_IN_TABLE, type FileRead } from '#core';
import type { FileAnswer } from '#protocol';
import { Documents } from '../documents/documents.js';
import type { StartLocalFiles } from '../documents/project.js';
import type { DocumentConnection } from '../documents/wellFormed.js';
import { DiskProjects } from '../node/diskProjects.js';
import { Publishing } from '../publishing.js';
import { versionOf } from '../features/diagnostics.js';
import { NO_FACTS } from '../server.js';
import { TestClock } from '../testing/clock.js';
import { Analysis } from './analysis.js';
import type { RunMessage, RunReport } from './messages.js';
import { RunQueue } from './queue.js';
import { Runner } from './run.js';
import type { AnalysisWorker, WorkerListener } from './worker.js';

const { faults: FAULTS } = budgetOf(process.env);
const [SEED = 0] = seedsOf(20121130, process.env);

const NAMES = ['a.cap', 'b.cap', 'c.cap'];
const SHARED = 'shared.cap';
/** May be another name of the shared file. */
const LINK = 'c.cap';
const FOLDER = path.resolve('/x');

/** Where the files lie: at once in reach, with an editor that takes its time, or on a slow disk. */
const PLACES = ['in reach', 'editor', 'slow disk'] as const;
/** No answer of a slow disk takes longer. In milliseconds. */
const LONGEST_READ = 700;

const TEXTS = [
  'node a, b\nlink a -- b\nclient c at a\nstore s on a, b { choose CP }\noperation o: write s from c\n',
  'node a, b\nlink a -- b\nclient c at b\nstore s on a, b { choose AP }\noperation o: read s from c\n',
  'node a, b\nlink a -- b\nclient c at a\nstore s on b { choose CP }\noperation o: read s from c\noperation o: x\n',
  'include "shared.cap"\nstore s on a, b { choose CP }\noperation o: write s from c\n',
  'node a\nstore {\n',
  '',
];
const SHARED_TEXTS: readonly FileRead[] = [
  { kind: 'text', path: SHARED, text: 'node a, b\nlink a -- b\nclient c at a\n' },
  { kind: 'text', path: SHARED, text: 'node a, b\nlink a -- b\nclient c at b\n' },
  { kind: 'missing' },
  { kind: 'unreadable', why: 'permission denied' },
];

const MISSING: FileAnswer = { kind: 'missing' };

/** One thing that happens, of `ofDocument` to the document with this number. */
const happenings = fc.array(
  fc.record({
    what: fc.constantFrom(
      'edit',
      'edit',
      'edit',
      'comment',
      'open',
      'close',
      'work',
      'work',
      'done',
      'ends',
      'ends',
      'memory',
      'throws',
      'cannot start',
      'late',
      'twice',
      'waits',
      'jumps',
      'goes back',
      'file changes',
      'file changes unseen',
      'link changes',
      'file arrives',
      'file arrives',
      'file fails',
      'bad change',
    ),
    uri: fc.nat({ max: NAMES.length - 1 }),
    choice: fc.nat({ max: 1000 }),
  }),
  { minLength: 5, maxLength: 40 },
);

type Happening = (typeof happenings extends fc.Arbitrary<infer T> ? T : never) extends readonly (infer One)[]
  ? One
  : never;

type Handler<T> = (params: T) => unknown;

/** The server without its process: a worker, a clock, a disk and a client that do what they are told. */
class Rig {
  readonly clock = new TestClock();
  readonly texts = new Map<string, string>();
  readonly versions = new Map<string, number>();
  readonly published = new Map<string, PublishDiagnosticsParams>();
  readonly analysed = new Map<string, number>();
  shared: FileRead = SHARED_TEXTS[0] ?? { kind: 'missing' };
  isLinked = false;
  cannotStart = false;
  /** Of the slow disk, so far. */
  private calls = 0;
  private readonly handlers = new Map<string, Handler<never>>();
  private worker: { readonly listener: WorkerListener; runner: Runner } | undefined;
  private run:
    | { readonly message: RunMessage; readonly steps: Generator<void, RunReport>; isStopped: boolean }
    | undefined;
  private readonly queued: RunMessage[] = [];
  private readonly old: { readonly listener: WorkerListener; readonly report: RunReport | undefined }[] = [];
  private lastReport: RunReport | undefined;
  private readonly analysis: Analysis;
  readonly documents: Documents;

  /** Reads of a slow disk that it has not answered, with what it found when it was asked. */
  private reads: {
    readonly found: FileAnswer;
    readonly answer: (answer: FileAnswer) => void;
    readonly fail: () => void;
  }[] = [];

  constructor(readonly place: (typeof PLACES)[number]) {
    const inReach: StartLocalFiles = () => ({
      of: (uri) => ({
        path: uri.slice(3),
        read: (wanted) => (wanted === SHARED ? this.shared : { kind: 'missing' }),
        today: '2026-01-01',
        isAwaited: () => false,
        uriOf: (wanted) => `x:/${wanted}`,
        keyOf: (wanted) => `x:/${wanted}`,
        designs: () => ({ paths: [], isAll: true }),
      }),
      key: (uri) => uri,
      changed: () => undefined,
    });
    const onDisk: StartLocalFiles = (arrivals, on) =>
      new DiskProjects(
        {
          read: (_folder, wanted) => this.slowly(() => (wanted === SHARED ? this.shared : { kind: 'missing' })),
          real: (file) => this.slowly(() => (this.isLinked ? file.replace(LINK, SHARED) : file)),
          designs: () => this.slowly(() => ({ paths: [], isAll: true })),
        },
        arrivals,
        on,
      );
    const local = { 'in reach': inReach, editor: undefined, 'slow disk': onDisk }[place];
    this.documents = new Documents(local, this.clock);
    if (place === 'editor')
      this.documents.useFilesOf({
        readFile: (uri) => this.read(uri),
        listDesigns: () => Promise.resolve({ paths: [], isAll: true }),
      });
    const log = (): void => undefined;
    const queue = new RunQueue((listener) => this.start(listener), this.clock, log);
    this.analysis = new Analysis(this.documents, queue, this.clock, log);
    const publishing = new Publishing(
      {
        newest: (uri) => this.documents.newest(uri),
        isIncluded: (uri) => this.documents.isIncluded(uri),
      },
      {
        publish: (params) => this.publish(params),
        analysed: ({ uri, version }) => void this.analysed.set(uri, version),
      },
      this.clock,
    );
    this.analysis.listen((snapshot, stage) => publishing.update(versionOf(snapshot, NO_FACTS, AS_IN_TABLE), stage));
    this.analysis.onClosed((uri) => publishing.closed(uri));
    this.documents.listen(this.connection(), {
      changed: (uri) => this.analysis.changed(uri),
      closed: (uri) => this.analysis.closed(uri),
    });
  }

  uri(number: number): string {
    const name = NAMES[number] ?? '';
    return this.place === 'slow disk' ? pathToFileURL(path.join(FOLDER, name)).toString() : `x:/${name}`;
  }

  /** A call of the slow disk takes its turn of the clock; what it finds was there when it began, or when it ends. */
  private slowly<T>(find: () => T): Promise<T> {
    const call = ++this.calls;
    const early = find();
    return new Promise((resolve) => {
      this.clock.after((call * 311) % LONGEST_READ, () => resolve(call % 2 === 0 ? early : find()));
    });
  }

  private read(uri: string): Promise<FileAnswer> {
    const found = uri === `x:/${SHARED}` && this.shared.kind !== 'outside' ? this.shared : MISSING;
    return new Promise((answer, reject) => {
      this.reads.push({ found, answer, fail: () => reject(new Error('the connection has ended')) });
    });
  }

  /** The slow disk answers one of the reads. */
  arrives(which: number, how: 'found' | 'fails' = 'found'): void {
    const [one] = this.reads.splice(which % Math.max(1, this.reads.length), 1);
    if (how === 'fails') one?.fail();
    else one?.answer(one.found);
  }

  private connection(): DocumentConnection {
    const take =
      (name: string) =>
      (handler: Handler<never>): { dispose: () => void } => {
        this.handlers.set(name, handler);
        return { dispose: () => undefined };
      };
    return {
      onDidOpenTextDocument: take('open'),
      onDidChangeTextDocument: take('change'),
      onDidCloseTextDocument: take('close'),
      onWillSaveTextDocument: take('willSave'),
      onWillSaveTextDocumentWaitUntil: take('willSaveWaitUntil'),
      onDidSaveTextDocument: take('save'),
      onDidChangeWatchedFiles: take('files'),
      console: { error: () => undefined },
    } as unknown as DocumentConnection;
  }

  private send(name: string, params: unknown): void {
    (this.handlers.get(name) as Handler<unknown> | undefined)?.(params);
  }

  open(uri: string, text: string): void {
    this.texts.set(uri, text);
    this.versions.set(uri, 1);
    this.analysed.delete(uri);
    this.send('open', {
      textDocument: { uri, languageId: 'cap', version: 1, text },
    } satisfies DidOpenTextDocumentParams);
  }

  change(uri: string, text: string): void {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.texts.set(uri, text);
    this.versions.set(uri, version);
    this.send('change', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    } satisfies DidChangeTextDocumentParams);
  }

  badChange(uri: string): void {
    const range = { start: { line: 0, character: 0 }, end: { line: -1, character: 0 } };
    this.send('change', {
      textDocument: { uri, version: 99_999 },
      contentChanges: [{ text: 'node half' }, { range, text: 'x' }],
    });
  }

  close(uri: string): void {
    this.texts.delete(uri);
    this.send('close', { textDocument: { uri } } satisfies DidCloseTextDocumentParams);
  }

  filesChanged(): void {
    const uri = this.uri(0).replace(NAMES[0] ?? '', SHARED);
    this.send('files', { changes: [{ uri, type: 2 }] });
  }

  private publish(params: PublishDiagnosticsParams): void {
    // Nothing stale is ever shown: diagnostics of an open document are of its newest version.
    if (params.version !== undefined && this.texts.has(params.uri)) {
      expect(params.version).toBe(this.versions.get(params.uri));
    }
    this.published.set(params.uri, params);
  }

  private start(listener: WorkerListener): AnalysisWorker {
    if (this.cannotStart) throw new Error('no threads are left');
    const worker = { listener, runner: new Runner(() => undefined) };
    this.worker = worker;
    return {
      run: (message: RunMessage) => void this.queued.push(message),
      stop: (run: number) => {
        if (this.run !== undefined && this.run.message.run <= run) this.run.isStopped = true;
      },
      end: () => this.end('mistake'),
    };
  }

  end(why: 'mistake' | 'memory'): void {
    const { worker } = this;
    if (worker === undefined) return;
    this.old.push({ listener: worker.listener, report: this.lastReport });
    this.worker = undefined;
    this.run = undefined;
    this.queued.length = 0;
    worker.listener.ended('by a fault', why);
  }

  /** Messages of workers that have ended long ago, and those of this one once more. */
  late(): void {
    for (const { listener, report } of this.old) {
      if (report !== undefined) listener.report(report);
      listener.ended('once more', 'mistake');
    }
  }

  twice(): void {
    if (this.lastReport !== undefined) this.worker?.listener.report(this.lastReport);
  }

  /** The worker works that many steps. Returns whether there is anything left to do. */
  work(steps: number): boolean {
    for (let i = 0; i < steps; i++) {
      const { worker } = this;
      if (worker === undefined) return false;
      if (this.run === undefined) {
        const message = this.queued.shift();
        if (message === undefined) return false;
        this.run = { message, steps: worker.runner.steps(message), isStopped: false };
      }
      const { message, isStopped } = this.run;
      const step = isStopped ? undefined : this.run.steps.next();
      if (step === undefined) this.report({ run: message.run, kind: 'stopped' });
      else if (step.done === true) this.report(step.value);
    }
    return true;
  }

  throws(): void {
    const run = this.run?.message.run;
    if (run !== undefined) this.report({ run, kind: 'failed', why: 'mistake', message: 'out of hand' });
  }

  private report(report: RunReport): void {
    this.run = undefined;
    this.lastReport = report;
    this.worker?.listener.report(report);
  }

  /** Until nothing happens any more by itself. */
  async settle(): Promise<void> {
    for (let i = 0; i < 50; i++) {
      while (this.work(1000));
      while (this.reads.length > 0) this.arrives(0);
      await settled();
      this.clock.pass(1000);
    }
  }
}

/** Promised work has been done. */
async function settled(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}

async function happen(rig: Rig, { what, uri: number, choice }: Happening): Promise<void> {
  const uri = rig.uri(number);
  const text = TEXTS[choice % TEXTS.length] ?? '';
  const isOpen = rig.texts.has(uri);
  rig.cannotStart = what === 'cannot start';
  if (what === 'link changes') rig.isLinked = choice % 2 === 0;
  if (what === 'file changes unseen') rig.shared = SHARED_TEXTS[choice % SHARED_TEXTS.length] ?? { kind: 'missing' };
  if (what === 'edit') isOpen ? rig.change(uri, `${text}// ${choice}\nnode n${choice}\n`) : rig.open(uri, text);
  else if (what === 'comment') isOpen && rig.change(uri, `// ${choice}\n${rig.texts.get(uri) ?? ''}`);
  else if (what === 'open') rig.open(uri, text);
  else if (what === 'close') isOpen && rig.close(uri);
  else if (what === 'bad change') rig.badChange(uri);
  else if (what === 'work') rig.work(choice % 50);
  else if (what === 'done') rig.work(100_000);
  else if (what === 'ends') rig.end('mistake');
  else if (what === 'memory') rig.end('memory');
  else if (what === 'throws') rig.throws();
  else if (what === 'late') rig.late();
  else if (what === 'twice') rig.twice();
  else if (what === 'waits') rig.clock.pass(choice);
  else if (what === 'jumps') rig.clock.pass(choice * 100_000);
  else if (what === 'goes back') rig.clock.setBack(choice * 1000);
  else if (what === 'file changes') {
    rig.shared = SHARED_TEXTS[choice % SHARED_TEXTS.length] ?? { kind: 'missing' };
    rig.filesChanged();
  } else if (what === 'file arrives') rig.arrives(choice);
  else if (what === 'file fails') rig.arrives(choice, 'fails');
  await settled();
}

const edit = (uri: number, choice = 0): Happening => ({ what: 'edit', uri, choice });
const LINK_CHANGES: Happening = { what: 'link changes', uri: 0, choice: 0 };

/** What was found once. */
const FOUND: [(typeof PLACES)[number], Happening[]][] = [
  // A look at the disk that was under way told what was there before the link, and nobody looked again.
  [
    'slow disk',
    [edit(1), edit(2, 621), { what: 'jumps', uri: 0, choice: 1 }, edit(0), edit(0), edit(0), edit(0), LINK_CHANGES],
  ],
  // What two designs said of one line stood in the order in which they were analysed.
  ['slow disk', [LINK_CHANGES, edit(0), edit(2), edit(0), edit(0), edit(0, 177)]],
];

const shown = (diagnostics: readonly Diagnostic[] | undefined): readonly unknown[] =>
  (diagnostics ?? []).map(({ range, code, message }) => ({ range, code, message }));

/** What a server says that has just begun, and to which nothing ever happened. */
async function fresh(rig: Rig): Promise<Rig> {
  const other = new Rig(rig.place);
  other.shared = rig.shared;
  other.isLinked = rig.isLinked;
  for (const [uri, text] of rig.texts) other.open(uri, text);
  await other.settle();
  return other;
}

test(`${FAULTS} sequences of faults: no text is lost, nothing stale is shown, the next edit is analysed`, {
  timeout: 900_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...PLACES), happenings, async (place, list) => {
      const rig = new Rig(place);
      rig.open(rig.uri(0), TEXTS[0] ?? '');
      for (const one of list) await happen(rig, one);
      rig.cannotStart = false;
      // A file that could not be handed out is asked for again once it changes.
      if (place === 'editor') rig.filesChanged();
      for (const [uri, text] of rig.texts) {
        expect(rig.documents.get(uri)?.resolved.text).toBe(text);
        rig.change(uri, `${text}// the next edit\n`);
      }
      await rig.settle();
      const other = await fresh(rig);
      for (const uri of rig.texts.keys()) {
        expect(rig.analysed.get(uri)).toBe(rig.versions.get(uri));
        expect(shown(rig.published.get(uri)?.diagnostics)).toEqual(shown(other.published.get(uri)?.diagnostics));
      }
      for (const uri of NAMES.map((_, i) => rig.uri(i)))
        if (!rig.texts.has(uri)) expect(shown(rig.published.get(uri)?.diagnostics)).toEqual([]);
    }),
    { seed: SEED, numRuns: FAULTS, examples: FOUND },
  );
});

test('a design whose analysis failed is analysed without an edit, after a pause', async () => {
  const rig = new Rig('in reach');
  const [uri, text = ''] = [rig.uri(0), TEXTS[0]];
  rig.open(uri, text);
  for (const pause of [5000, 10_000, 20_000]) {
    rig.work(1);
    rig.end('mistake');
    await settled();
    rig.clock.pass(pause - 1);
    expect(rig.work(1), 'tried too early').toBe(false);
    rig.clock.pass(1);
  }
  await rig.settle();
  const other = await fresh(rig);
  expect(shown(rig.published.get(uri)?.diagnostics).length).toBeGreaterThan(0);
  expect(shown(rig.published.get(uri)?.diagnostics)).toEqual(shown(other.published.get(uri)?.diagnostics));
});

test('a worker that is ended at each edit of one design: a fresh design gets its verdicts', async () => {
  const rig = new Rig('in reach');
  const [uri, other] = [rig.uri(0), rig.uri(1)];
  const text = `${TEXTS[0] ?? ''}node fresh\n`;
  rig.open(uri, TEXTS[0] ?? '');
  for (let i = 0; i < 20; i++) {
    rig.change(uri, `${TEXTS[0] ?? ''}node n${i}\n`);
    // It does not work at all, so it does not stop either.
    rig.clock.pass(3200);
    await settled();
  }
  rig.open(other, text);
  await rig.settle();
  const fresh = new Rig('in reach');
  fresh.open(other, text);
  await fresh.settle();
  expect(shown(rig.published.get(other)?.diagnostics).length).toBeGreaterThan(0);
  expect(shown(rig.published.get(other)?.diagnostics)).toEqual(shown(fresh.published.get(other)?.diagnostics));
});

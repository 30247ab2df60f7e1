import { expect, test } from 'vitest';
import { parse, resolve } from '#core';
import { BANK } from '../testing/bank.js';
import { TestClock } from '../testing/clock.js';
import type { RunMessage } from './messages.js';
import { RunQueue } from './queue.js';
import type { WorkerListener } from './worker.js';

const { model } = resolve(parse(BANK));
const design = { path: 'bank.cap', text: BANK, reads: new Map() };
const results = { clients: [], expectations: [], needs: [] };

interface Driven {
  readonly queue: RunQueue;
  readonly clock: TestClock;
  readonly started: RunMessage[];
  readonly stopped: number[];
  readonly log: string[];
  readonly listener: () => WorkerListener;
}

/** A queue whose worker does nothing by itself: the test says what becomes of each run. */
function driven(): Driven {
  const clock = new TestClock();
  const started: RunMessage[] = [];
  const stopped: number[] = [];
  const log: string[] = [];
  let heard: WorkerListener | undefined;
  const queue = new RunQueue(
    (listener) => {
      heard = listener;
      return {
        run: (message) => void started.push(message),
        stop: (run) => void stopped.push(run),
        end: () => listener.ended('by force', 'mistake'),
      };
    },
    clock,
    (message) => void log.push(message),
  );
  const listener = (): WorkerListener => {
    if (heard === undefined) throw new Error('no worker was started');
    return heard;
  };
  return { queue, clock, started, stopped, log, listener };
}

test('an analysis of another document stops the search for what may help, which begins again afterwards', async () => {
  const { queue, started, stopped, listener } = driven();
  const judged = queue.judgeFixes('a', model, design);
  const explored = queue.explore('b', model, () => undefined);
  expect(stopped).toEqual([1]);
  listener().report({ run: 1, kind: 'stopped' });
  expect(started.map(({ uri, design: text }) => [uri, text !== undefined])).toEqual([
    ['a', true],
    ['b', false],
  ]);
  listener().report({ run: started[1]?.run ?? 0, kind: 'done', results });
  expect(await explored).toEqual({ kind: 'done', results });
  expect(started[2]).toMatchObject({ uri: 'a', design });
  listener().report({ run: started[2]?.run ?? 0, kind: 'judged', judged: { effects: {}, expectations: [] } });
  expect(await judged).toMatchObject({ kind: 'judged', judged: { effects: {}, expectations: [] } });
});

test('an edit of the same document gives the search up', async () => {
  const { queue, started, stopped, listener } = driven();
  const judged = queue.judgeFixes('a', model, design);
  const explored = queue.explore('a', model, () => undefined);
  expect(await judged).toEqual({ kind: 'superseded' });
  expect(stopped).toEqual([1]);
  listener().report({ run: 1, kind: 'stopped' });
  listener().report({ run: started[1]?.run ?? 0, kind: 'done', results });
  expect(await explored).toEqual({ kind: 'done', results });
  expect(started).toHaveLength(2);
});

test('of what waits, analyses come first', () => {
  const { queue, started, listener } = driven();
  void queue.explore('a', model, () => undefined);
  void queue.judgeFixes('b', model, design);
  void queue.explore('c', model, () => undefined);
  listener().report({ run: started[0]?.run ?? 0, kind: 'done', results });
  listener().report({ run: started[1]?.run ?? 0, kind: 'done', results });
  expect(started.map(({ uri }) => uri)).toEqual(['a', 'c', 'b']);
});

test('a search for nearby designs goes before fixes and after analyses, and one of its name gives it up', async () => {
  const { queue, started, stopped, listener } = driven();
  const wanted = { model, design, advice: { replicas: 1, links: 0 } };
  const heard: unknown[] = [];
  void queue.judgeFixes('a', model, design);
  const advised = queue.advise('a#advice', wanted, (progress) => void heard.push(progress));
  expect(stopped).toEqual([1]);
  listener().report({ run: 1, kind: 'stopped' });
  expect(started.at(-1)).toMatchObject({ uri: 'a#advice', advice: wanted.advice });
  void queue.explore('b', model, () => undefined);
  listener().report({ run: started.at(-1)?.run ?? 0, kind: 'stopped' });
  expect(started.at(-1)?.uri).toBe('b');
  listener().report({ run: started.at(-1)?.run ?? 0, kind: 'done', results });
  // It begins again, before the fixes.
  const { run = 0, uri } = started.at(-1) ?? {};
  expect(uri).toBe('a#advice');
  listener().report({ run, kind: 'progress', done: 1, total: 7 });
  expect(heard).toContainEqual(expect.objectContaining({ done: 1, total: 7 }));
  const newer = queue.advise('a#advice', wanted, () => undefined);
  expect(await advised).toEqual({ kind: 'superseded' });
  listener().report({ run, kind: 'stopped' });
  const refused = { mistaken: 0, same: 0, slow: 0, broken: 0, undecided: 0, unknown: 0 };
  const advice = { request: wanted.advice, isTodayBeaten: false, front: [], looked: 0, nearby: '0', refused };
  listener().report({ run: started.at(-1)?.run ?? 0, kind: 'advised', advice });
  expect(await newer).toMatchObject({ kind: 'advised', advice });
  expect(started.at(-1)?.uri).toBe('a');
});

test('a run that does not stop within two seconds loses its worker, and the next run gets a fresh one', async () => {
  const { queue, clock, started, stopped, log, listener } = driven();
  const old = queue.explore('a', model, () => undefined);
  const fresh = queue.explore('a', model, () => undefined);
  expect(await old).toEqual({ kind: 'superseded' });
  expect(stopped).toEqual([1]);
  clock.pass(1999);
  expect(started).toHaveLength(1);
  clock.pass(1);
  expect(log).toEqual(['The analysis did not stop within 2000 ms; its worker is ended.']);
  expect(started).toHaveLength(2);
  listener().report({ run: 2, kind: 'done', results });
  expect(await fresh).toEqual({ kind: 'done', results });
});

test('a run that stops in time keeps its worker', () => {
  const { queue, clock, log, listener } = driven();
  void queue.explore('a', model, () => undefined);
  queue.cancel('a');
  clock.pass(1999);
  listener().report({ run: 1, kind: 'stopped' });
  clock.pass(10_000);
  expect(log).toEqual([]);
});

test('a worker is started again however often it crashes, and nobody else’s run fails', async () => {
  const { queue, started, listener } = driven();
  for (let i = 0; i < 20; i++) {
    const explored = queue.explore('a', model, () => undefined);
    listener().ended('with code 3', 'mistake');
    expect(await explored).toEqual({
      kind: 'failed',
      why: 'mistake',
      message: 'The analysis worker crashed on this design.',
    });
  }
  const good = queue.explore('b', model, () => undefined);
  listener().report({ run: started.at(-1)?.run ?? 0, kind: 'done', results });
  expect(await good).toEqual({ kind: 'done', results });
});

test('a worker that is ended at each edit, for it does not stop in time, says nothing against the design', async () => {
  const { queue, clock, started, listener } = driven();
  for (let i = 0; i < 20; i++) {
    const explored = queue.explore('a', model, () => undefined);
    queue.cancel('a');
    clock.pass(2000);
    expect(await explored).toEqual({ kind: 'superseded' });
  }
  const fresh = queue.explore('b', model, () => undefined);
  listener().report({ run: started.at(-1)?.run ?? 0, kind: 'done', results });
  expect(await fresh).toEqual({ kind: 'done', results });
});

test('a worker without memory says what to do', async () => {
  const { queue, listener } = driven();
  const explored = queue.explore('a', model, () => undefined);
  listener().ended('with code 1', 'memory');
  const outcome = await explored;
  expect(outcome).toMatchObject({ kind: 'failed', why: 'memory' });
  expect(JSON.stringify(outcome)).toContain('Make the design smaller');
});

test('an old worker has no say about the runs of a new one', async () => {
  const { queue, started, listener } = driven();
  void queue.explore('a', model, () => undefined);
  const old = listener();
  old.ended('with code 3', 'mistake');
  const explored = queue.explore('b', model, () => undefined);
  old.report({ run: started[1]?.run ?? 0, kind: 'failed', why: 'mistake', message: 'late' });
  old.ended('with code 3', 'mistake');
  listener().report({ run: started[1]?.run ?? 0, kind: 'done', results });
  expect(await explored).toEqual({ kind: 'done', results });
});

test('results that refer to a run which nobody knows fail, and the next run goes on', async () => {
  const { queue, started, listener } = driven();
  const odd = queue.explore('a', model, () => undefined);
  listener().report({ run: started[0]?.run ?? 0, kind: 'done', results: { ...results, clients: [7] } });
  expect(await odd).toMatchObject({ kind: 'failed', why: 'mistake' });
  const fresh = queue.explore('a', model, () => undefined);
  listener().report({ run: started[1]?.run ?? 0, kind: 'done', results });
  expect(await fresh).toEqual({ kind: 'done', results });
});

import { parse, resolve } from '#core';
import { expect, test } from 'vitest';
import { Explorer } from './explorer.js';
import type { RunMessage } from './messages.js';
import { BANK } from './testing/bank.js';
import type { WorkerListener } from './analysisWorker.js';

const { model } = resolve(parse(BANK));
const design = { path: 'bank.cap', text: BANK, reads: new Map() };
const results = { clients: [], expectations: [], needs: [] };

/** An explorer whose worker does nothing by itself: the test says what becomes of each run. */
function driven(): { explorer: Explorer; started: RunMessage[]; stopped: number[]; listener: () => WorkerListener } {
  const started: RunMessage[] = [];
  const stopped: number[] = [];
  let heard: WorkerListener | undefined;
  const explorer = new Explorer(
    (listener) => {
      heard = listener;
      return {
        run: (message) => void started.push(message),
        stop: (run) => void stopped.push(run),
        end: () => undefined,
      };
    },
    () => undefined,
  );
  const listener = (): WorkerListener => {
    if (heard === undefined) throw new Error('no worker was started');
    return heard;
  };
  return { explorer, started, stopped, listener };
}

test('an analysis of another document stops the search for what may help, which begins again afterwards', async () => {
  const { explorer, started, stopped, listener } = driven();
  const judged = explorer.judge('a', model, design);
  const explored = explorer.explore('b', model, () => undefined);
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
  const { explorer, started, stopped, listener } = driven();
  const judged = explorer.judge('a', model, design);
  const explored = explorer.explore('a', model, () => undefined);
  expect(await judged).toEqual({ kind: 'superseded' });
  expect(stopped).toEqual([1]);
  listener().report({ run: 1, kind: 'stopped' });
  listener().report({ run: started[1]?.run ?? 0, kind: 'done', results });
  expect(await explored).toEqual({ kind: 'done', results });
  expect(started).toHaveLength(2);
});

test('of what waits, analyses come first', () => {
  const { explorer, started, listener } = driven();
  void explorer.explore('a', model, () => undefined);
  void explorer.judge('b', model, design);
  void explorer.explore('c', model, () => undefined);
  listener().report({ run: started[0]?.run ?? 0, kind: 'done', results });
  listener().report({ run: started[1]?.run ?? 0, kind: 'done', results });
  expect(started.map(({ uri }) => uri)).toEqual(['a', 'c', 'b']);
});

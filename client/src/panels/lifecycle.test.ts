import { expect, test } from 'vitest';
import type { Pending } from '#protocol';
import { Lifecycle, type Found, type Words } from './lifecycle.js';

const AWAY = 'Waiting for the language server.';
const WORDS: Words = {
  first: 'Waiting…',
  newest: 'Waiting for the newest…',
  away: AWAY,
  closed: (name) => `${name} was closed.`,
  gone: 'The file is not there.',
};

type Message = string | Pending;

/** A panel whose questions the test answers; `page` has what was posted, pending messages as "… reason". */
function panel(words: Partial<Words> = {}): {
  lifecycle: Lifecycle<string>;
  page: string[];
  questions: { signal: AbortSignal; answer: (found: Found<string>) => void; fail: () => void }[];
  surroundings: { visible: boolean; newest: number | undefined };
  /** Until the answers have arrived. */
  turn: () => Promise<void>;
} {
  const page: string[] = [];
  const questions: ReturnType<typeof panel>['questions'] = [];
  const surroundings: { visible: boolean; newest: number | undefined } = { visible: true, newest: 1 };
  const lifecycle = new Lifecycle<string>(
    {
      isVisible: () => surroundings.visible,
      post: (message: Message) => void page.push(typeof message === 'string' ? message : `… ${message.waitingFor}`),
      ask: (signal) =>
        new Promise((answer, reject) => {
          questions.push({ signal, answer, fail: () => reject(new Error('away')) });
        }),
      newestVersion: () => surroundings.newest,
    },
    { ...WORDS, ...words },
  );
  const turn = async (): Promise<void> => {
    for (let i = 0; i < 5; i++) await Promise.resolve();
  };
  return { lifecycle, page, questions, surroundings, turn };
}

test('asks, says what it waits for until the first answer, and shows the answer', async () => {
  const { lifecycle, page, questions, turn } = panel();
  void lifecycle.ask();
  expect(page).toEqual(['… Waiting…']);
  questions[0]?.answer({ content: 'one', version: 1 });
  await turn();
  void lifecycle.ask();
  questions[1]?.answer({ content: 'two', version: 1 });
  await turn();
  expect(page).toEqual(['… Waiting…', 'one', 'two']);
});

test('a newer question makes an older one void, in whatever order they are answered', async () => {
  const { lifecycle, page, questions, turn } = panel({ first: undefined });
  void lifecycle.ask();
  void lifecycle.ask();
  expect(questions.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  questions[1]?.answer({ content: 'new' });
  questions[0]?.answer({ content: 'old' });
  await turn();
  expect(page).toEqual(['new']);
});

test('while it is hidden it does not ask; it asks when it is seen, if something has changed', async () => {
  const { lifecycle, page, questions, surroundings, turn } = panel({ first: undefined });
  surroundings.visible = false;
  void lifecycle.ask();
  void lifecycle.ask();
  expect(questions).toHaveLength(0);
  surroundings.visible = true;
  void lifecycle.seen();
  expect(questions).toHaveLength(1);
  questions[0]?.answer({ content: 'one' });
  await turn();
  void lifecycle.seen();
  expect(questions).toHaveLength(1);
  expect(page).toEqual(['one']);
});

test('the answer to a question from before it was hidden is not shown', async () => {
  const { lifecycle, page, questions, surroundings, turn } = panel({ first: undefined });
  void lifecycle.ask();
  surroundings.visible = false;
  void lifecycle.ask();
  questions[0]?.answer({ content: 'old' });
  await turn();
  expect(page).toEqual([]);
});

test('an edit leaves what is shown, and says that it may be out of date until the next answer', async () => {
  const { lifecycle, page, questions, turn } = panel({ first: undefined });
  lifecycle.answered({ content: 'one', version: 1 });
  lifecycle.edited();
  void lifecycle.ask();
  questions[0]?.answer({ content: 'two', version: 2 });
  await turn();
  expect(page).toEqual(['one', '… Waiting for the newest…', 'two']);
});

test('where the answer needs no analysis, an edit asks at once', () => {
  const { lifecycle, page, questions } = panel({ first: undefined, newest: undefined });
  lifecycle.edited();
  expect(questions).toHaveLength(1);
  expect(page).toEqual([]);
});

test('an answer of an older text is shown, and may be out of date', () => {
  const { lifecycle, page, surroundings } = panel();
  surroundings.newest = 2;
  lifecycle.answered({ content: 'one', version: 1 });
  lifecycle.answered({ content: 'two', version: 2 });
  lifecycle.answered({ content: 'in words' });
  surroundings.newest = undefined;
  lifecycle.answered({ content: 'three', version: 2 });
  expect(page).toEqual(['one', '… Waiting for the newest…', 'two', 'in words', 'three']);
});

test('a page that is there again gets everything anew', () => {
  const { lifecycle, page } = panel();
  lifecycle.ready();
  expect(page).toEqual([]);
  lifecycle.answered({ content: 'one', version: 1 });
  lifecycle.edited();
  page.length = 0;
  lifecycle.ready();
  expect(page).toEqual(['one', '… Waiting for the newest…']);
});

test('a server that goes away is waited for, whether or not it was being asked', async () => {
  const { lifecycle, page, questions, turn } = panel({ first: undefined });
  void lifecycle.ask();
  questions[0]?.fail();
  await turn();
  expect(page).toEqual([`… ${AWAY}`]);
  lifecycle.serverStopped();
  expect(page).toEqual([`… ${AWAY}`, `… ${AWAY}`]);
  void lifecycle.ask();
  lifecycle.stop();
  questions[1]?.fail();
  await turn();
  expect(page).toHaveLength(2);
});

test('the last answer stays when the file is closed', async () => {
  const { lifecycle, page, questions, turn } = panel({ first: undefined });
  lifecycle.answered({ content: 'one', version: 1 });
  void lifecycle.ask();
  lifecycle.closed('a.cap');
  questions[0]?.answer({ content: 'two' });
  await turn();
  expect(page).toEqual(['one', '… a.cap was closed.']);
});

test('a panel whose file did not come back says so', () => {
  const { lifecycle, page } = panel();
  lifecycle.edited();
  lifecycle.fileGone();
  expect(page.at(-1)).toBe('… The file is not there.');
});

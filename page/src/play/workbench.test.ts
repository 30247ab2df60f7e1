import { expect, test } from 'vitest';
import type { Asks, FromWorker } from './messages.js';
import { Workbench } from './workbench.js';

const DESIGN = `zone us { node us1, us2 }
zone eu { node eu1 }
link us -- eu 80ms
client bob in eu
store account on us1, us2, eu1 { choose CP }
operation pay: write account from bob
`;

/** A workbench with what it has told, and a promise of what is known of a version in the end. */
function opened(): {
  readonly told: FromWorker[];
  readonly read: (version: number, text: string) => Promise<void>;
  readonly ask: <Kind extends keyof Asks>(kind: Kind, of: Asks[Kind][0]) => Asks[Kind][1];
} {
  const told: FromWorker[] = [];
  const waiting = new Map<number, () => void>();
  const workbench = new Workbench((message) => {
    told.push(message);
    if (message.type === 'facts' && message.faults !== undefined) waiting.get(message.version)?.();
  });
  return {
    told,
    read: (version, text) =>
      new Promise((known) => {
        waiting.set(version, known);
        workbench.receive({ type: 'design', version, files: [{ path: 'a.cap', text }] });
      }),
    ask: (kind, of) => {
      workbench.receive({ type: 'ask', id: 1, kind, of } as Parameters<typeof workbench.receive>[0]);
      const last = told.at(-1);
      return (last?.type === 'answer' ? last.answer : undefined) as Asks[typeof kind][1];
    },
  };
}

test('a text is told twice: without results, and with them', async () => {
  const { told, read } = opened();
  await read(1, DESIGN);
  const facts = told.flatMap((one) => (one.type === 'facts' ? [one] : []));
  expect(facts.map(({ faults }) => typeof faults)).toEqual(['undefined', 'object']);
  expect(facts[0]?.tokens[0]).toEqual({ from: 0, to: 4, type: 'keyword' });
  expect(facts[0]?.problems).toEqual([]);
  expect(facts[1]?.problems.map(({ code, severity }) => [code, severity])).toContainEqual(['op-error', 'warning']);
});

test('a newer text ends the analysis of an older one', async () => {
  const known: number[] = [];
  await new Promise<void>((done) => {
    const workbench: Workbench = new Workbench((message) => {
      if (message.type !== 'facts') return;
      // The mistakes of the first text are told, and its analysis is about to begin.
      if (message.version === 1)
        workbench.receive({ type: 'design', version: 2, files: [{ path: 'a.cap', text: `${DESIGN}// more\n` }] });
      if (message.faults === undefined) return;
      known.push(message.version);
      if (message.version === 2) done();
    });
    workbench.receive({ type: 'design', version: 1, files: [{ path: 'a.cap', text: DESIGN }] });
  });
  expect(known).toEqual([2]);
});

test('of texts that wait, only the last one is read', async () => {
  const { told, read } = opened();
  void read(1, DESIGN);
  await read(2, `${DESIGN}// more\n`);
  expect(told.flatMap((one) => (one.type === 'facts' ? [one.version] : []))).toEqual([2, 2]);
});

test('a mistake comes with the edits that mend it', async () => {
  const { told, read } = opened();
  await read(1, `${DESIGN}operation look: read acount from bob\n`);
  const [first] = told;
  const problem = first?.type === 'facts' ? first.problems.find(({ code }) => code === 'unknown-name') : undefined;
  const at = DESIGN.length + 'operation look: read '.length;
  expect(problem).toMatchObject({ from: at, to: at + 'acount'.length, severity: 'error' });
  expect(problem?.fixes[0]?.edits).toEqual([{ from: at, to: at + 'acount'.length, insert: 'account' }]);
});

test('questions are about the newest text, whether it is analysed or not', async () => {
  const { read, ask } = opened();
  const known = read(1, DESIGN);
  const fault = { links: [], oneWays: [], nodes: [], zones: [] };
  expect(ask('diagram', { fault })).toMatchObject({ type: 'diagram', diagram: { stores: ['account'] } });
  expect(ask('complete', DESIGN.length).map(({ label }) => label)).toContain('partition');
  expect(ask('hover', 1)?.markdown).toContain('zone');
  await known;
  expect(ask('run', { operation: 'pay', client: 'bob' })).toMatchObject({ panel: { title: expect.any(String) } });
  expect(ask('run', { operation: 'gone' })).toMatch(/^There is no gone/);
  expect(ask('write', { ...fault, links: ['us--eu'] })).toMatchObject({ kind: 'edit' });
  expect(ask('picture', { fault }).svg).toMatch(/^<svg /);
  expect(ask('elements', DESIGN.indexOf('us1'))).toMatchObject({ vertices: [expect.any(Number)] });
});

test('a design without operations has a sentence instead of faults', async () => {
  const { told, read } = opened();
  await read(1, 'node a\n');
  const last = told.at(-1);
  expect(last?.type === 'facts' ? last.faults : undefined).toContain('no operation yet');
});

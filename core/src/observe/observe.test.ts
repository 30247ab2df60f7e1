import { describe, expect, test } from 'vitest';
import { analyze } from '../analyze.js';
import { HEALTHY } from '../network/fault.js';
import { observeText, readNames } from './index.js';
import { contradicts, type Observation } from './observe.js';
import type { Event } from './recording.js';

const DESIGN = `zone us { node us1, us2 }
zone eu { node eu1 }
link us -- eu 80ms
client ann in us
client bob in eu
store account on us1, us2, eu1 { choose CP detect 2s on partition wait 1s }
store cart on us1, eu1 { choose AP merge lww detect 2s }
operation pay: write account from ann, bob
operation look: read account from ann, bob
operation peek: read account level local from bob
operation add: write cart from ann, bob
operation view: read cart from ann, bob
partition ocean { us | eu }
`;
const { model } = analyze(DESIGN).resolved;

type Line = Partial<Event> & Pick<Event, 'type' | 'process' | 'f'>;

const BREAK: Line = { time: 1000, process: 'nemesis', type: 'info', f: 'start' };
const HEAL: Line = { time: 10_000, process: 'nemesis', type: 'info', f: 'stop' };

/** One request as its two events. */
function request(
  process: string,
  f: string,
  end: Event['type'],
  [time, until]: readonly [number, number],
  value: Event['value'] = null,
): Line[] {
  return [
    { time, process, type: 'invoke', f, key: 'k', value: end === 'invoke' || f === 'look' ? null : value },
    { time: until, process, type: end, f, key: 'k', value },
  ];
}

function observed(lines: readonly Line[], options: Parameters<typeof observeText>[3] = {}): Observation {
  const text = lines
    .toSorted((a, b) => (a.time ?? 0) - (b.time ?? 0))
    .map((line) => JSON.stringify(line))
    .join('\n');
  const found = observeText(model, { ...HEALTHY, partition: 0 }, text, options);
  if (found.kind === 'mistakes') throw new Error(found.mistakes.join('; '));
  return found.observation;
}

const told = ({ seen }: Observation): string[] =>
  seen.map(
    ({ operation, kind, when, status, count }) =>
      `${model.operations[operation]?.name} ${kind} ${when.join('+')} ×${count}: ${status}`,
  );

describe('what was seen beside what can happen', () => {
  test('a majority that goes on and a minority without answers agree with the design', () => {
    const observation = observed([
      BREAK,
      HEAL,
      ...request('ann', 'pay', 'ok', [100, 200], 1),
      ...request('ann', 'pay', 'ok', [5000, 5100], 2),
      ...request('bob', 'pay', 'info', [5000, 6000], 3),
      ...request('bob', 'peek', 'ok', [6100, 6200], 1),
      ...request('ann', 'look', 'ok', [20_000, 20_100], 2),
    ]);
    expect(told(observation)).toEqual([
      'pay ok healthy ×1: predicted',
      'pay ok settled ×1: predicted',
      'pay unknown settled ×1: predicted',
      'look ok healing ×1: predicted',
      'peek stale settled ×1: predicted',
    ]);
    expect(contradicts(observation)).toBe(false);
    expect(observation.unseen).toEqual([]);
  });

  test.each<[string, Line[], string]>([
    ['an old read', request('ann', 'look', 'ok', [7000, 7100], null), 'look stale settled ×1: not predicted'],
    ['an answer of a minority', request('bob', 'pay', 'ok', [7000, 7100], 9), 'pay ok settled ×1: not predicted'],
    [
      'a refusal on the healthy network',
      request('ann', 'look', 'fail', [500, 600]),
      'look error healthy ×1: not predicted',
    ],
    [
      'a value that nobody wrote',
      request('ann', 'look', 'ok', [7000, 7100], 77),
      "look nobody's value settled ×1: not predicted",
    ],
    [
      'a write that is gone after the heal',
      request('ann', 'look', 'ok', [30_000, 30_100], null),
      'pay discarded settled ×1: not predicted',
    ],
  ])('%s contradicts it', (_, lines, row) => {
    const observation = observed([BREAK, HEAL, ...request('ann', 'pay', 'ok', [5000, 5100], 2), ...lines]);
    expect(told(observation)).toContain(row);
    expect(contradicts(observation)).toBe(true);
  });

  test('the value of a refused write is dirty, which no majority shows', () => {
    const refused = request('bob', 'pay', 'fail', [1500, 1600], 4);
    const observation = observed([BREAK, HEAL, ...refused, ...request('ann', 'look', 'ok', [7000, 7100], 4)]);
    expect(told(observation)).toContain('look refused value settled ×1: not predicted');
  });

  test('a predicted conflict may be seen as a write that is gone, and need not be seen', () => {
    const both = [...request('ann', 'add', 'ok', [5000, 5100], 1), ...request('bob', 'add', 'ok', [5200, 5300], 2)];
    const gone = observed([BREAK, HEAL, ...both, ...request('ann', 'view', 'ok', [30_000, 30_100], 1)]);
    expect(told(gone)).toContain('add discarded settled ×1: predicted');
    expect(contradicts(gone)).toBe(false);
    const kept = observed([BREAK, HEAL, ...both, ...request('ann', 'view', 'ok', [30_000, 30_100], 2)]);
    expect(
      kept.unseen.map(({ operation, outcome, tries }) => [model.operations[operation]?.name, outcome.verdict, tries]),
    ).toEqual([
      ['add', 'conflict', 1],
      ['add', 'conflict', 1],
    ]);
  });

  test('a read that misses only what is younger than the lag is not old yet', () => {
    const written = request('ann', 'add', 'ok', [100, 200], 1);
    const read = request('ann', 'view', 'ok', [300, 350], null);
    expect(told(observed([BREAK, HEAL, ...written, ...read]))).toContain('view lag healthy ×1: predicted');
    expect(told(observed([BREAK, HEAL, ...written, ...read], { lagMs: 50 }))).toContain(
      'view stale healthy ×1: not predicted',
    );
  });

  test('who leads after the heal is not known, so that a refusal contradicts nothing then', () => {
    const refused = observed([BREAK, HEAL, ...request('ann', 'view', 'fail', [20_000, 20_100])]);
    expect(told(refused)).toEqual(['view error healing ×1: not known']);
    expect(contradicts(refused)).toBe(false);
  });

  test('a client may have several requests at a time, each of a process of its own', () => {
    const first = request('ann/1', 'pay', 'ok', [5000, 5100], 1);
    const second = request('ann/2', 'look', 'ok', [5050, 5150], 1);
    expect(told(observed([BREAK, HEAL, ...first, ...second]))).toEqual([
      'pay ok settled ×1: predicted',
      'look ok settled ×1: predicted',
    ]);
  });

  test('a list is a set, to which each write adds one value', () => {
    const lines = [
      ...request('ann', 'pay', 'ok', [5000, 5100], 1),
      ...request('ann', 'pay', 'ok', [5200, 5300], 2),
      ...request('ann', 'look', 'ok', [7000, 7100], [2]),
    ];
    expect(told(observed([BREAK, HEAL, ...lines]))).toContain('look stale settled ×1: not predicted');
  });

  test('a request that touches several phases may come to what is possible in any of them', () => {
    const across = request('ann', 'pay', 'info', [500, 3500], 1);
    expect(told(observed([BREAK, HEAL, ...across]))).toEqual(['pay unknown healthy+detecting+settled ×1: predicted']);
    // 10 s without a word of when it was noticed: what can happen before counts for all of the break.
    const late = request('ann', 'pay', 'info', [8000, 8900], 1);
    expect(told(observed([BREAK, HEAL, ...late]))).toEqual(['pay unknown settled ×1: not predicted']);
    expect(told(observed([BREAK, HEAL, ...late], { noticedMs: 8000 }))).toEqual([
      'pay unknown detecting ×1: predicted',
    ]);
  });
});

describe('linearizability', () => {
  test('is judged for each register, and is no contradiction where old reads are predicted', () => {
    const writes = [...request('ann', 'pay', 'ok', [2000, 2100], 1), ...request('ann', 'pay', 'ok', [2200, 2300], 2)];
    const many = Array.from({ length: 20 }, (_, i) =>
      request('ann', 'pay', 'ok', [100 + 10 * i, 105 + 10 * i], 100 + i),
    ).flat();
    const broken = observed([BREAK, HEAL, ...many, ...writes, ...request('ann', 'look', 'ok', [7000, 7100], 1)]);
    const [register] = broken.registers;
    // bob may peek at his own copy: on this register old reads are predicted, from him only.
    expect(register).toMatchObject({
      register: 'account k',
      isExpected: false,
      verdict: { kind: 'violation', requests: 23 },
    });
    // Of 23 requests, the three that have no order.
    const explanation = register?.verdict.kind === 'violation' ? register.verdict.explanation : [];
    expect(explanation.map(({ value }) => value)).toEqual([1, 2, 1]);
    const peeked = observed([BREAK, HEAL, ...writes, ...request('bob', 'peek', 'ok', [7000, 7100], 1)]);
    expect(peeked.registers).toMatchObject([{ isExpected: true, verdict: { kind: 'violation' } }]);
    expect(contradicts(peeked)).toBe(false);
  });

  test('10,000 requests on one register take no more than some seconds', () => {
    const lines: Line[] = [BREAK, { ...HEAL, time: 1001 }];
    // Two clients whose requests overlap; each takes effect in its middle. Every hundredth write is not answered.
    let held: number | null = null;
    for (let i = 0; i < 10_000; i++) {
      const process = i % 2 === 0 ? 'ann' : 'bob';
      const time = 2000 + 10 * i;
      if (i % 3 === 0) {
        lines.push(...request(process, 'pay', i % 100 === 99 ? 'info' : 'ok', [time, time + 18], i));
        held = i;
      } else lines.push(...request(process, 'look', 'ok', [time, time + 18], held));
    }
    const { registers } = observed(lines);
    expect(registers).toMatchObject([{ verdict: { kind: 'linearizable', requests: 10_000 } }]);
    // Near the end one read goes back to an old value.
    const late = lines.findLastIndex(({ f, type }) => f === 'look' && type === 'ok');
    const old = lines.with(late, { ...lines[late], value: 300 } as Line);
    const [register] = observed(old).registers;
    expect(register?.verdict.kind).toBe('violation');
    expect(register?.verdict.kind === 'violation' && register.verdict.explanation.length).toBeLessThan(10);
  });
});

describe('recordings', () => {
  const JEPSEN = `{:type :info, :f :start, :process :nemesis, :time 1000000000}
{:type :invoke, :f :write, :process 5, :time 5000000000, :value 3}
{:type :ok, :f :write, :process 5, :time 5100000000, :value 3}
{:type :invoke, :f :read, :process 2, :time 6000000000, :value nil}
{:type :ok, :f :read, :process 2, :time 6100000000, :value 3}
{:type :info, :f :stop, :process :nemesis, :time 9000000000}
`;

  test('EDN as Jepsen writes it, with names for its numbers', () => {
    const read = readNames('{"operations": {"write": "pay", "read": "look"}, "clients": ["ann", "bob"]}');
    if ('mistake' in read) throw new Error(read.mistake);
    const cause = { ...HEALTHY, partition: 0 };
    const found = observeText(model, cause, JEPSEN, { names: read.names });
    if (found.kind === 'mistakes') throw new Error(found.mistakes.join('; '));
    // Process 5 is the second of two clients, process 2 the first.
    expect(told(found.observation)).toEqual(['pay ok settled ×1: not predicted', 'look ok settled ×1: predicted']);
    const vector = observeText(model, cause, `[${JEPSEN}]`, { names: read.names });
    expect(vector.kind === 'observation' && told(vector.observation)).toEqual(told(found.observation));
  });

  test.each([
    ['', 'it has no event'],
    ['{"type": "invoke"}', 'line 1: "process" has to be the name of a client, or a number'],
    ['{"type": "done", "process": 1, "f": "x"}', 'line 1: "type" has to be one of invoke, ok, fail, info'],
    ['{"type": "invoke", "process": "ann", "f": "pay"}\n{', 'line 2: '],
    ['{"type": "invoke", "process": "ann", "f": "sell"}', 'the design has no operation sell'],
    ['{"type": "invoke", "process": "eve", "f": "pay"}', 'pay is not issued by eve in the design'],
    [
      '{"type": "invoke", "process": "ann", "f": "pay"}\n{"type": "invoke", "process": "ann", "f": "pay"}',
      'line 2: ann invokes a second request before the first one has ended',
    ],
    ['{"type": "invoke", "process": "ann", "f": "pay"}', 'it does not say when the network broke'],
    ['{:type :invoke', 'line 1: it ends within brackets'],
  ])('%j is refused', (text, message) => {
    const found = observeText(model, { ...HEALTHY, partition: 0 }, text);
    expect(found.kind === 'mistakes' && found.mistakes.join()).toContain(message);
  });

  test.each(['[]', '{', '{"client": []}', '{"clients": [1]}', '{"operations": []}'])('names %s are refused', (text) => {
    expect(readNames(text)).toHaveProperty('mistake');
  });
});

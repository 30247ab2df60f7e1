import { expect, test } from 'vitest';
import type {
  DiagramState,
  FromDiagram,
  FromPanel,
  FromTimeline,
  PickedFault,
  ReportQuery,
  TimelineState,
  TimelineTarget,
} from '#protocol';
import {
  isDiagramState,
  isFromDiagram,
  isFromReport,
  isFromTimeline,
  isReportState,
  isTimelineState,
  isTimelineTarget,
} from './guards.js';

const uri = 'file:///a.cap';
const fault: PickedFault = {
  partition: 'p',
  links: ['a--b'],
  oneWays: [{ link: 'a--b', to: 'b' }],
  nodes: ['a'],
  zones: [],
};
const position = { line: 1, character: 2 };
const range = { start: position, end: position, uri };
const target: TimelineTarget = { operation: 'o', client: 'c', fault, outcome: { verdict: 'ok', phase: 'settled' } };

/** As it arrives: through JSON, with what else a page keeps. */
const kept = (state: object): unknown => JSON.parse(JSON.stringify({ ...state, scroll: 3, asText: true }));

test.each<ReportQuery>([
  { kind: 'partition', uri, fault: { kind: 'partition', name: 'p' } },
  { kind: 'partition', uri, fault: { kind: 'custom', links: ['a--b'], nodes: [] } },
  { kind: 'all', uri },
  { kind: 'expectations', uri },
  { kind: 'compare', uri, before: { name: 'before', text: '' } },
  {
    kind: 'observe',
    uri,
    fault: { kind: 'partition', name: 'p' },
    history: { name: 'h.jsonl', text: '', names: '{}' },
  },
  { kind: 'explain', uri, position },
])('a report comes back: %j', (query) => {
  expect(isReportState(kept({ query }))).toBe(true);
  for (const key of Object.keys(query)) {
    const { [key]: _, ...rest }: Record<string, unknown> = { ...query };
    expect(isReportState({ query: rest }), `without ${key}`).toBe(false);
  }
});

test.each<[state: DiagramState]>([[{ uri, fault }], [{ uri, fault, selection: { kind: 'zone', name: 'z' } }]])(
  'a picture comes back: %j',
  (state) => expect(isDiagramState(kept(state))).toBe(true),
);

test.each<[state: TimelineState]>([[{ uri, target }], [{ uri, target: { operation: 'o' } }]])(
  'a timeline comes back: %j',
  (state) => expect(isTimelineState(kept(state))).toBe(true),
);

test.each([
  [isReportState, { query: { kind: 'other', uri } }],
  [isReportState, {}],
  [isDiagramState, { uri, fault: {} }],
  [isDiagramState, { uri, fault, selection: { kind: 'node', name: 'a' } }],
  [isTimelineState, { uri, target: { client: 'c' } }],
  [isTimelineTarget, { operation: 'o', fault: { ...fault, oneWays: [{ link: 'a--b', to: 'c' }] } }],
  [isTimelineTarget, 'o'],
])('what no page of this version has kept is refused (%#)', (guard, value) => expect(guard(value)).toBe(false));

test.each<FromPanel>([{ type: 'ready' }, { type: 'reveal', range }, { type: 'timeline', target }])(
  'a report tells: %j',
  (message) => expect(isFromReport(message)).toBe(true),
);
test.each<FromDiagram>([
  { type: 'ready' },
  { type: 'ask', fault },
  { type: 'write' },
  { type: 'reveal', range: { start: position, end: position } },
  { type: 'timeline', target },
  { type: 'export', format: 'png' },
  { type: 'png', data: 'AAAA' },
])('a picture tells: %j', (message) => expect(isFromDiagram(message)).toBe(true));
test.each<FromTimeline>([
  { type: 'ready' },
  { type: 'ask', target },
  { type: 'reveal', range, how: 'go' },
  { type: 'export', format: 'svg' },
  { type: 'png', data: '' },
])('a timeline tells: %j', (message) => expect(isFromTimeline(message)).toBe(true));

test.each([{ type: 'run' }, { type: 'reveal', range: 3 }, { type: 'export', format: 'exe' }, {}, null])(
  'nobody listens to %j',
  (message) => {
    for (const guard of [isFromReport, isFromDiagram, isFromTimeline]) expect(guard(message)).toBe(false);
  },
);

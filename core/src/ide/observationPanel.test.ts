import { expect, test } from 'vitest';
import { analyze } from '../analyze.js';
import type { FaultPick } from './choices.js';
import { observationPanel, type RecordedHistory } from './observationPanel.js';

const DESIGN = `node a, b
link a -- b
client app at a
store s on a, b { choose CP detect 1s }
operation save: write s from app
partition apart { a | b }
`;
const { resolved } = analyze(DESIGN);
const APART: FaultPick = { kind: 'partition', name: 'apart' };

const line = (time: number, type: string, f: string, process = 'app'): string =>
  `${JSON.stringify({ time, process, type, f, value: 1 })}\n`;
const recorded = (end: string, f = 'save', process = 'app'): string =>
  line(0, 'info', 'start', 'nemesis') + line(5000, 'invoke', f, process) + line(5100, end, f, process);

function shown(history: Omit<RecordedHistory, 'name'>, fault = APART): string {
  const panel = observationPanel(resolved, fault, { name: 'run.jsonl', ...history });
  return panel.kind === 'report' ? panel.report.summary : `none: ${panel.reason}`;
}

test.each<[what: string, fault: FaultPick]>([
  ['a named partition', APART],
  ['links', { kind: 'custom', links: ['a--b'], nodes: [] }],
])('judges a history under %s', (_, fault) => {
  expect(shown({ text: recorded('fail') }, fault)).toBe('Nothing of 1 request contradicts the design.');
  expect(shown({ text: recorded('ok') }, fault)).toContain('Something was seen that can’t happen');
});

test('a row leads to its operation', () => {
  const panel = observationPanel(resolved, APART, { name: 'run.jsonl', text: recorded('fail') });
  const rows = panel.kind === 'report' ? panel.report.sections.flatMap(({ table }) => table?.rows ?? []) : [];
  expect(rows.map(({ span }) => span && DESIGN.slice(span.start, span.end))).toEqual(['save']);
});

test('names of a recording are those that its names say', () => {
  const names = '{"operations": {"w": "save"}, "clients": ["app"]}';
  expect(shown({ text: recorded('fail', 'w', '7'), names })).toContain('Nothing of 1 request');
});

test.each<[part: string, history: Omit<RecordedHistory, 'name'>, fault?: FaultPick]>([
  ["run.jsonl can't be judged: line 1: ", { text: '{"time": 1' }],
  ["run.jsonl can't be judged: it does not say when the network broke", { text: line(1, 'invoke', 'save') }],
  ['names.json has no names: it is not JSON', { text: recorded('ok'), names: '{' }],
  [
    'Not in the design any more: gone. Compare again to pick what is there now.',
    { text: recorded('ok') },
    { kind: 'partition', name: 'gone' },
  ],
])('%s', (part, history, fault) => {
  expect(shown(history, fault)).toContain(`none: ${part}`);
});

import { expect, test } from 'vitest';
import { analyze } from '../../analyze.js';
import type { Report, Section } from './document.js';
import { expectationsReport } from './expectationsReport.js';
import { explainReport } from './explainReport.js';
import { matrixReport } from './matrixReport.js';
import { simulationReport } from './simulationReport.js';

const TEXT = `
zone us { node us1, us2 }
zone eu { node eu1 }
link us -- eu 80ms
client teller in us
client traveller in eu
client kiosk at eu1
store accounts on us1, us2, eu1 { choose CP }
store cart on us1, eu1 { choose AP }
operation balance: read accounts from teller, traveller, kiosk
operation addItem: write cart from teller, traveller
operation viewCart: read cart from traveller
operation checkout from traveller { write cart; write accounts }
partition atlantic { us | eu }
partition noEu { down eu1 }
expect balance ok under atlantic
expect balance from traveller error under atlantic
expect viewCart never lost while detecting
`;
const { resolved, results } = analyze(TEXT);
const NONE = { links: [], directions: [], stopped: [], zones: [] };

function cells(section: Section | undefined, columns: readonly number[]): string[] {
  return (section?.table?.rows ?? []).map((row) => columns.map((i) => row.cells[i]?.text ?? '').join(' | '));
}

function spans(report: Report): string[] {
  return report.sections.flatMap(({ table }) =>
    (table?.rows ?? []).map(({ span }) => (span === undefined ? '' : TEXT.slice(span.start, span.end))),
  );
}

test('a simulation says of every operation and client what happens, what the heal does, and why', () => {
  const report = simulationReport(resolved, { ...NONE, partition: 0 });
  expect(report.title).toBe('Simulation: atlantic');
  expect(report.summary).toBe(
    'Under partition atlantic 6 of 7 requests (operation and client) do not simply work: balance, addItem, viewCart and checkout.',
  );
  expect(cells(report.sections[0], [0, 1, 2, 3])).toEqual([
    'balance | teller | ok | ',
    ' |  | until it is noticed: error | ',
    'balance | traveller | error | works again',
    'balance | kiosk | error | works again',
    'addItem | teller | conflict until the heal | lww keeps the later of addItem from teller and addItem from traveller and drops the other, though both were acknowledged',
    'addItem | traveller | conflict until the heal | lww keeps the later of addItem from traveller and addItem from teller and drops the other, though both were acknowledged',
    'viewCart | traveller | stale until the heal | the missing write arrives',
    'checkout | traveller | conflict until the heal | lww keeps the later of addItem from traveller and addItem from teller and drops the other, though both were acknowledged',
    ' |  | or error | works again',
    ' |  | until it is noticed: unknown | it may have taken effect, may still, or never will',
  ]);
  expect(report.sections[0]?.table?.rows.at(-2)?.cells[4]?.text).toBe(
    'write accounts: 1 of 3 replicas in reach of eu1, a majority is 2; half done: write cart took effect before',
  );
  expect(spans(report)[0]).toBe('balance');
});

test('who is silent is said beside the table', () => {
  const report = simulationReport(resolved, { ...NONE, partition: 1 });
  expect(cells(report.sections[0], [0, 1])).not.toContain('balance | kiosk');
  expect(report.sections[1]?.paragraphs).toEqual([
    'kiosk is on a machine or in a zone that is down, so nothing is asked from there and there is no verdict.',
  ]);
});

test('a fault that harms nobody says so', () => {
  expect(simulationReport(resolved, NONE).summary).toBe(
    'With no fault at all every operation works from every client.',
  );
});

test('the matrix: healthy with latency, named partitions, then the smallest causes', () => {
  const report = matrixReport(resolved, results);
  const table = report.sections[0]?.table;
  expect(table?.columns.slice(0, 6)).toEqual(['operation', 'from', 'healthy', 'atlantic', 'noEu', "us1's uplink cut"]);
  expect(cells(report.sections[0], [0, 1, 2, 3, 4]).slice(0, 3)).toEqual([
    'balance | teller | ok · 160 ms | ok | ok',
    'balance | traveller | ok · 80 ms | error | ok',
    'balance | kiosk | ok · 80 ms | error | issues nothing',
  ]);
  expect(cells(report.sections[1], [0, 1, 2, 3])[1]).toBe('balance | traveller | error | when link us–eu is cut');
  expect(report.bound).toBe('all 16 cuts of 4 links, 8 one-way cuts, 3 stopped nodes and 2 named partitions');
});

test('expectations: what fails comes first, with its counterexample', () => {
  const report = expectationsReport(resolved, results);
  expect(report.summary).toBe('2 of 3 hold, 1 fails.');
  expect(cells(report.sections[0], [0, 1, 3])).toEqual([
    'fails | expect balance ok under atlantic | error for traveller under partition atlantic: 1 of 3 replicas in reach of eu1, a majority is 2',
    'holds | expect balance from traveller error under atlantic | ',
    'holds | expect viewCart never lost while detecting | ',
  ]);
});

test('a file without expectations is told how to begin', () => {
  const empty = analyze('node a');
  expect(expectationsReport(empty.resolved, empty.results).sections).toEqual([]);
});

test('explaining an operation: client by client, then what breaks it and how far it holds', () => {
  const report = explainReport(resolved, results, 0);
  expect(report.title).toBe('Operation balance');
  expect(report.summary).toBe('Read accounts, from teller, traveller and kiosk.');
  expect(cells(report.sections[0], [0, 1, 4, 5])).toEqual([
    'teller | ok · 160 ms | error | any 1 cut link and any 1 stopped node',
    'traveller | ok · 80 ms | error | any 1 stopped node',
    'kiosk | ok · 80 ms | error | any 1 stopped node',
  ]);
  expect(report.sections.map(({ heading }) => heading)).toEqual([
    'Client by client',
    'From teller',
    'From traveller',
    'From kiosk',
  ]);
  expect(cells(report.sections[2], [0, 1])[0]).toMatch(/^error \| when link us–eu is cut; /);
});

test('an explanation says what the operation turned out to be, and what became of what it needs', () => {
  expect(explainReport(resolved, results, 0).sections[0]?.paragraphs.at(-1)).toMatch(
    /^Linearizable; unavailable under \d+ of \d+ faults \(smallest: .*\); availability: majority /,
  );
  const needing = analyze(
    'node a, b, c\nmesh a, b, c\nclient web at b\nstore s on a, b, c { replicate primary a failover automatic }\noperation w: write s from web\noperation r: read s from web needs linearizable, bounded 5s, eventual\n',
  );
  const needs = explainReport(needing.resolved, needing.results, 1).sections.find(
    ({ heading }) => heading === 'What it needs',
  );
  expect(cells(needs, [0, 1, 2, 3])).toEqual([
    'read s linearizable | web | broken | when a is stopped',
    'read s bounded 5s | web | broken | when a is stopped',
    'read s eventual | web | given | ',
  ]);
});

test('an explanation says what the stores are like', () => {
  const like = analyze(
    'node a, b\nlink a -- b\nclient web at a\nstore s on a, b { like mongodb }\nstore t on a, b { choose AP }\noperation o from web { write s; write t; read s }\n',
  );
  expect(explainReport(like.resolved, like.results, 0).sections[0]?.paragraphs.slice(0, -1)).toEqual([
    's is like MongoDB 5.0 to 8.0.',
  ]);
  expect(explainReport(resolved, results, 0).sections[0]?.paragraphs.slice(0, -1)).toEqual([]);
});

test('explaining it for one client, with what it leaves half done', () => {
  const report = explainReport(
    resolved,
    results,
    3,
    resolved.model.vertices.findIndex(({ name }) => name === 'traveller'),
  );
  expect(report.sections.map(({ heading }) => heading)).toEqual(['Client by client', 'From traveller']);
  expect(report.sections[1]?.paragraphs.at(-1)).toMatch(
    /^It can be left half done: when .*: write accounts: .*; half done: write cart took effect before\.$/,
  );
});

test('an operation that a limit kept from being analysed claims nothing', () => {
  const limited = {
    ...results,
    clients: results.clients.map((one) => ({ ...one, notKnown: 'too many replicas', findings: [], explored: [] })),
  };
  const report = explainReport(resolved, limited, 0);
  expect(cells(report.sections[0], [1, 4, 5])).toEqual([
    'not known | not known | –',
    'not known | not known | –',
    'not known | not known | –',
  ]);
  expect(report.sections[1]?.paragraphs).toEqual(['Not known: too many replicas. Nothing is claimed about it.']);
});

import { expect, test } from 'vitest';
import { exploreAll } from '../engine/explore.js';
import { cursor } from '../testing/cursor.js';
import { faultPanel, reportPanel, type ReportPanel, type ReportSubject } from './reportPanel.js';

const DESIGN = `node a, b
link a -- b
client app at a
store s on a, b { choose CP }
operation load: read s from app
partition apart { a | b }
`;

/** The title of the report, or why there is none. */
function shown(panel: ReportPanel): string {
  return panel.kind === 'report' ? panel.report.title : `none: ${panel.reason}`;
}

function about(marked: string, kind: ReportSubject['kind']): string {
  const { resolved, offset } = cursor(marked);
  return shown(reportPanel(resolved, exploreAll(resolved.model), { kind, offset }));
}

const fault = (names: { readonly links?: readonly string[]; readonly nodes?: readonly string[] }): string =>
  shown(
    faultPanel(cursor(`$0${DESIGN}`).resolved, {
      kind: 'custom',
      links: names.links ?? [],
      nodes: names.nodes ?? [],
    }),
  );

test('a report about everything needs an operation', () => {
  expect([about(`$0${DESIGN}`, 'all'), about('$0node a', 'all')]).toMatchInlineSnapshot(`
    [
      "All operations under all partitions",
      "none: The design has no operation yet, so there is nothing to break. Write one: \`operation o: read STORE from CLIENT\`.",
    ]
  `);
});

test('a report about the expectations', () => {
  expect(about(`$0${DESIGN}`, 'expectations')).toMatchInlineSnapshot(`"Expectations"`);
});

test('an operation is explained whose statement or name the cursor is on', () => {
  expect([
    about(DESIGN.replace('load', 'lo$0ad'), 'explain'),
    about(DESIGN.replace('from app', 'from a$0pp'), 'explain'),
    about(DESIGN.replace('node a', 'node $0a'), 'explain'),
  ]).toMatchInlineSnapshot(`
    [
      "Operation load",
      "Operation load",
      "none: There is no operation at the cursor: put it on the name of one.",
    ]
  `);
});

test('of what is not judged it says where the mistake is', () => {
  const wrong = DESIGN.replace('choose CP', 'choose PC');
  expect([
    about(`$0${wrong}`, 'all'),
    about(wrong.replace('load', 'lo$0ad'), 'explain'),
    about(wrong.replace('read s', 'read $0z').replace('PC', 'CP'), 'explain'),
    about(`$0${wrong}`, 'expectations'),
  ]).toMatchInlineSnapshot(`
    [
      "none: \`load\` is not judged: store \`s\` has a mistake in line 4.",
      "none: \`load\` is not judged: store \`s\` has a mistake in line 4.",
      "none: \`load\` is not judged: a mistake in line 5: There is no store \`z\`: declare it, or correct the name.",
      "Expectations",
    ]
  `);
});

test('one fault is simulated while all of it is in the design', () => {
  expect([
    fault({ nodes: ['b'] }),
    fault({ links: ['a--b'] }),
    fault({ links: ['a--c'], nodes: ['b', 'gone\u202E'] }),
    shown(faultPanel(cursor(`$0${DESIGN}`).resolved, { kind: 'partition', name: 'apart' })),
    shown(faultPanel(cursor(`$0${DESIGN}`).resolved, { kind: 'partition', name: 'gone' })),
  ]).toMatchInlineSnapshot(`
    [
      "Simulation: b stopped",
      "Simulation: a–b cut",
      "none: Not in the design any more: a--c, gone⟨U+202E⟩. Simulate again to pick what is there now.",
      "Simulation: apart",
      "none: Not in the design any more: gone. Simulate again to pick what is there now.",
    ]
  `);
});

test('where curves of only some clients are drawn, the report says so', () => {
  const told = (clients: number): string => {
    const names = Array.from({ length: clients }, (_, i) => `k${i}`).join(', ');
    const { resolved, offset } = cursor(
      `node a, b\nlink a -- b fails 1%\nclient ${names} at a\nstore s on a, b { choose CP }\noperation $0o: read s from ${names}\n`,
    );
    return JSON.stringify(reportPanel(resolved, exploreAll(resolved.model), { kind: 'explain', offset }));
  };
  expect(told(4)).not.toContain('Curves are drawn for');
  expect(told(6)).toContain('Curves are drawn for the first 4 of 6 clients.');
});

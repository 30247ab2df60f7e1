import { expect, test } from 'vitest';
import { phaseTable } from '../../testing/phases.js';

const design = (clauses: string, fault: string): string => `
node origin, edge, host
mesh origin, edge, host
client visitor at host
client editor at origin
store site on origin { choose CP }
store pages on edge { ${clauses} like cdn }
operation publish: write site from editor
operation load: read pages from visitor level GET
partition fault { ${fault} }`;

test('an edge goes on without its origin, unless the page may not be old', () => {
  expect(phaseTable(design('from site', 'origin | edge, host'))[1]).toBe('load visitor: stale | ');
  expect(phaseTable(design('from site bounded 60s', 'origin | edge, host'))[1]).toBe('load visitor: error | stale');
});

test('nobody asks the origin past the edges, unless it is said', () => {
  expect(phaseTable(design('from site', 'down edge'))[1]).toBe('load visitor: error | ');
  expect(phaseTable(design('from site else site', 'down edge'))[1]).toBe('load visitor: ok | ');
});

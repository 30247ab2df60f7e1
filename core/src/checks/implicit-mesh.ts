import type { CheckDoc } from './check.js';

export const implicitMesh: CheckDoc = {
  code: 'implicit-mesh',
  severity: 'information',
  title: 'Links were taken for granted',
  what: 'The file has no `link` and no `mesh`, so every two nodes, zones and free clients are linked.',
  why: 'A first draft is analysed at once; what can be cut is then everything.',
  remedy: 'Write the links that the design really has.',
  example: 'node a, b',
};

import type { CheckDoc } from './check.js';

export const noReplicas: CheckDoc = {
  code: 'no-replicas',
  severity: 'error',
  title: 'A store without data',
  what: 'A store has no replica that holds data.',
  why: 'A witness votes and holds nothing.',
  remedy: 'Name at least one node behind `on`.',
  example: 'node a, b\nlink a -- b\nstore s on witness a { choose CP }',
};

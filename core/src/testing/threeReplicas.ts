import { phaseTable } from './phases.js';

/**
 * Three replicas in a mesh with clients at a and b, which issue the given operations: `put: write s`,
 * `get: read s level quorum`. `a | b, c` unless another fault is given.
 */
export function threeReplicas(clauses: string, operations: readonly string[], fault = 'a | b, c'): string[] {
  return phaseTable(`
node a, b, c
mesh a, b, c
client atA at a
client atB at b
store s on a, b, c { ${clauses} }
${operations.map((operation) => `operation ${operation.replace(' s', ' s from atA, atB')}`).join('\n')}
partition fault { ${fault} }`);
}

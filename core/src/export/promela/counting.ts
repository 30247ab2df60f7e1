import counting from './counting.pml?raw' with { type: 'text' };
import type { Model, Step } from '../../model/model.js';
import { type Design, hasWays } from './design.js';
import { faultTotal } from './faults.js';
import { fill } from './holes.js';
import { scenarioCount } from './refusals.js';

/** What is counted, in C. */
export function countingText({ model, nodes, asks, operation, vertex }: Design): string {
  const steps = asks.map((ask) => model.operations[ask.operation]?.steps.length ?? 0);
  return fill(counting, {
    requests: asks.length,
    scenarios: scenarioCount(model),
    'most steps': Math.max(...steps),
    faults: String(faultTotal(model)),
    'names of requests': asks.map((ask) => `"${operation(ask.operation)} from ${vertex(ask.client)}"`).join(', '),
    'steps of requests': steps.join(', '),
    'has services': hasWays(model) ? 1 : 0,
    silence: asks
      .map((ask) => (writes(model.operations[ask.operation]?.steps ?? []) ? 'K_UNKNOWN' : 'K_ERROR'))
      .join(', '),
    'kinds of answers': 4 + (isDrawn(model) ? nodes.length : 0),
    'half done': asks
      .map((ask) => `{ ${halfDone(model.operations[ask.operation]?.steps ?? []).join(', ')} }`)
      .join(', '),
  });
}

/** Is a copy drawn that answers a read? */
function isDrawn({ operations }: Model): boolean {
  return operations.some(({ steps }) => steps.some(({ level }) => level === 'any'));
}

function writes(steps: readonly Step[]): boolean {
  return steps.some(({ access }) => access === 'write');
}

/** For each step: 1 if an earlier one writes, and it or a later one does. Such an operation ends half done there. */
function halfDone(steps: readonly Step[]): number[] {
  const writes = steps.map(({ access }) => access === 'write');
  return steps.map((_, i) => (writes.slice(0, i).includes(true) && writes.slice(i).includes(true) ? 1 : 0));
}

import counting from './counting.pml?raw' with { type: 'text' };
import type { Design } from './design.js';
import { faultTotal } from './faults.js';
import { fill } from './holes.js';
import { scenarioCount } from './refusals.js';

/** What is counted, in C. */
export function countingText({ model, asks, operation, vertex }: Design): string {
  const steps = asks.map((ask) => model.operations[ask.operation]?.steps.length ?? 0);
  return fill(counting, {
    requests: asks.length,
    scenarios: scenarioCount(model),
    'most steps': Math.max(...steps),
    faults: String(faultTotal(model)),
    'names of requests': asks.map((ask) => `"${operation(ask.operation)} from ${vertex(ask.client)}"`).join(', '),
    'steps of requests': steps.join(', '),
  });
}

import { expect } from 'vitest';
import { verdictsUnder } from '../engine/under.js';
import { resolve } from '../model/resolve.js';
import { HEALTHY } from '../network/fault.js';
import { parse } from '../syntax/parse.js';

/**
 * The verdicts under the first partition of a design, once it has settled and, in addition, until it has been noticed:
 * a line `operation client: settled | besides` for each operation and client; `~` is for the lag.
 */
export function phaseTable(text: string): string[] {
  const { model, diagnostics } = resolve(parse(text));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const words = (outcomes: readonly { readonly verdict: string; readonly howLong?: string }[]): string =>
    outcomes.map(({ verdict, howLong }) => (howLong === 'lag' ? `~${verdict}` : verdict)).join('+');
  return verdictsUnder(model, { ...HEALTHY, partition: 0 }).map(
    ({ operation, client, verdict, whileDetecting }) =>
      `${model.operations[operation]?.name ?? '?'} ${model.vertices[client]?.name ?? '?'}: ` +
      `${words(verdict.outcomes)} | ${words(whileDetecting)}`,
  );
}

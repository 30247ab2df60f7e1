import { expect, test } from 'vitest';
import { analyze } from '../../analyze.js';
import { diffReportInSteps } from './diffReport.js';

/** Clients of one operation on one machine, and an expectation for each. */
function side(name: string, clients: readonly string[]) {
  const { resolved, results } = analyze(
    `node a\nclient ${clients.join(', ')} at a\nstore s on a { choose CP }\noperation o: read s from ${clients.join(', ')}\n` +
      clients.map((client) => `expect o from ${client} never stale\n`).join(''),
  );
  return { name, resolved, results };
}

const named = (prefix: string): string[] => Array.from({ length: 300 }, (_, i) => `${prefix}${i}`);

test('two designs are compared in steps of a few hundred requests, and what is in one only is named', () => {
  const steps = diffReportInSteps(side('old', [...named('c'), 'x']), side('new', [...named('c'), 'y']));
  const sizes: number[] = [];
  let next = steps.next();
  for (; next.done !== true; next = steps.next()) sizes.push(next.value);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(4096);
  expect(sizes.length).toBeGreaterThan(5);
  const { sections } = next.value.report;
  expect(sections.at(-1)?.paragraphs).toEqual([
    'Only in old: o from x; expect o from x never stale.',
    'Only in new: o from y; expect o from y never stale.',
  ]);
});

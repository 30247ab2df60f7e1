import { expect } from 'vitest';
import { exploreAll } from '../engine/explore.js';
import type { FaultVerdict } from '../engine/facts.js';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';

/** A verdict in drawn tables: `stale` is until the heal, `~stale` for the lag. */
function words(verdict: FaultVerdict): string {
  if (verdict.silent) return 'silent';
  return verdict.outcomes
    .map((outcome) => (outcome.howLong === 'lag' ? `~${outcome.verdict}` : outcome.verdict))
    .join('+');
}

/**
 * The verdicts of a design as a table: a line for each operation and client, a column for the healthy network and for
 * each named partition; all verdicts, worst first.
 */
export function verdictTable(text: string): string[][] {
  const { model, diagnostics } = resolve(parse(text));
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  expect(errors.map((diagnostic) => `${diagnostic.code}: ${diagnostic.message}`)).toEqual([]);
  const results = exploreAll(model);
  return [
    ['', 'healthy', ...model.partitions.map((partition) => partition.name)],
    ...results.clients.map((result) => [
      `${model.operations[result.operation]?.name ?? '?'} ${model.vertices[result.client]?.name ?? '?'}`,
      words(result.healthy),
      ...result.partitions.map(words),
    ]),
  ];
}

/** Compares with a table drawn by hand: columns are separated by `|`, lines without one are ignored. */
export function expectVerdicts(text: string, drawn: string): void {
  const table = drawn
    .split('\n')
    .filter((line) => line.includes('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  expect(verdictTable(text)).toEqual(table);
}

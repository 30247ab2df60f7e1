import { flatMapped, type Steps } from '../../base/steps.js';
import { operationName, vertexName } from '../words/names.js';
import { statement } from '../words/statement.js';
import type { Section } from './document.js';
import type { Side } from './diffReport.js';

/** The work of saying a request or an expectation, in units of a step. */
export const NAME_SIZE = (): number => 10;

/** Requests that cannot be compared are named, so that no reader takes them for unchanged. */
export function* notCompared(before: Side, after: Side): Steps<Section[]> {
  const [old, now] = [yield* namesOf(before), yield* namesOf(after)];
  const missing = (from: readonly ReadonlySet<string>[], other: readonly ReadonlySet<string>[]): string[] =>
    from.flatMap((names, kind) => [...names].filter((name) => other[kind]?.has(name) !== true));
  const line = (where: string, names: readonly string[]): string[] =>
    names.length === 0 ? [] : [`Only in ${where}: ${names.join('; ')}.`];
  const wrong = [before, after].filter(({ resolved }) =>
    resolved.diagnostics.some(({ severity }) => severity === 'error'),
  );
  const leftOut = wrong.map(({ name }) => `${name} has errors: what is written wrong there is left out.`);
  const paragraphs = [...leftOut, ...line(before.name, missing(old, now)), ...line(after.name, missing(now, old))];
  return paragraphs.length === 0 ? [] : [{ heading: 'Not compared', paragraphs }];
}

/** Those of requests, of partitions and of expectations. */
function* namesOf({ resolved, results }: Side): Steps<readonly ReadonlySet<string>[]> {
  const { model } = resolved;
  const requests = yield* flatMapped(
    results.clients,
    NAME_SIZE,
    ({ operation, client }) => `${operationName(model, operation)} from ${vertexName(model, client)}`,
  );
  const expectations = yield* flatMapped(results.expectations, NAME_SIZE, ({ expectation }) =>
    statement(resolved, expectation),
  );
  return [new Set(requests), new Set(model.partitions.map(({ name }) => `partition ${name}`)), new Set(expectations)];
}

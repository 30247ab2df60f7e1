import { inOrder } from '../checks/diagnostic.js';
import type { Parsed } from '../syntax/ast.js';
import type { Model, Origins, Resolved } from './model.js';
import { resolveAcceptance } from './resolve/acceptance.js';
import { resolveExpectation } from './resolve/expectation.js';
import { DEFAULT_FAMILIES, resolveFamily } from './resolve/families.js';
import { reportLonelyStores, reportUnconnectedClients } from './resolve/hints.js';
import { includesWithErrors } from './resolve/includesWithErrors.js';
import { resolveLinks } from './resolve/links.js';
import { Mistakes } from './resolve/mistakes.js';
import { ofKind } from './resolve/ofKind.js';
import { resolveOperation } from './resolve/operation.js';
import { resolvePartition } from './resolve/partition.js';
import { resolvePlaces } from './resolve/places.js';
import { Scope } from './resolve/scope.js';
import { resolveStore } from './resolve/store/store.js';
import { mistakeOfExpectation, unjudged, unjudgedOperations } from './resolve/unjudged.js';

/**
 * Binds names, fills in defaults and reports what makes no sense, which is left out of the model. Never throws. Each
 * kind of statement is resolved by a file of its own, from the statements themselves and what was resolved before.
 */
export function resolve(parsed: Parsed): Resolved {
  const { statements } = parsed;
  const scope = new Scope(parsed);
  const places = resolvePlaces(statements, scope);
  const linkParts = resolveLinks(statements, scope, places);
  const links = linkParts.map(({ link }) => link);
  const stores = scope.number(ofKind(statements, 'store').flatMap((one) => resolveStore(one, scope, places) ?? []));
  const resolvedOperations = ofKind(statements, 'operation').flatMap(
    (one) => resolveOperation(one, scope, places, stores) ?? [],
  );
  const resolvedPartitions = ofKind(statements, 'partition').flatMap(
    (one) => resolvePartition(one, scope, places, links) ?? [],
  );
  const families = ofKind(statements, 'explore').flatMap(({ counts }) => resolveFamily(counts, scope) ?? []);
  const mistakes = new Mistakes(parsed, scope.diagnostics);
  const wrongOperations = unjudgedOperations(parsed, mistakes);
  const operationParts = scope.number(resolvedOperations.filter(({ entry }) => !wrongOperations.has(entry.name)));
  const operations = operationParts.map(({ operation }) => operation);
  const partitions = scope.number(
    resolvedPartitions.filter(({ entry }) => mistakes.named('partition', entry.name) === undefined),
  );
  const resolvedExpectations = ofKind(statements, 'expect').map((one) => ({
    statement: one,
    part: resolveExpectation(one, scope, places, operations),
  }));
  const acceptances = ofKind(statements, 'accept').flatMap((one) => resolveAcceptance(one, scope) ?? []);
  // Now with what is wrong with the expectations themselves.
  const allMistakes = new Mistakes(parsed, scope.diagnostics);
  const expectations = resolvedExpectations.flatMap(({ statement, part }) =>
    part === undefined || mistakeOfExpectation(statement, allMistakes, wrongOperations) !== undefined ? [] : [part],
  );
  reportUnconnectedClients(statements, scope, places, { links, operations });
  reportLonelyStores(stores, scope);
  const model: Model = {
    vertices: places.vertices,
    links,
    stores: stores.map(({ store }) => store),
    operations,
    partitions: partitions.map(({ partition }) => partition),
    expectations: expectations.map(({ expectation }) => expectation),
    acceptances: acceptances.map(({ acceptance }) => acceptance),
    families: families.length > 0 ? families : DEFAULT_FAMILIES,
  };
  const origins: Origins = {
    vertices: places.all.map(({ entry }) => entry.word.span),
    links: linkParts.map(({ span }) => span),
    stores: stores.map(({ entry }) => entry.word.span),
    operations: operationParts.map(({ entry }) => entry.word.span),
    steps: operationParts.map(({ steps }) => steps),
    needs: operationParts.map(({ needs }) => needs),
    partitions: partitions.map(({ entry }) => entry.word.span),
    expectations: expectations.map(({ span }) => span),
    acceptances: acceptances.map(({ span }) => span),
  };
  const diagnostics = [...scope.diagnostics, ...includesWithErrors(parsed, scope.diagnostics)].sort(inOrder);
  const left = unjudged(parsed, allMistakes, wrongOperations, {
    operations: new Set(operations.map(({ name }) => name)),
    partitions: new Set(partitions.map(({ partition }) => partition.name)),
    expectations: new Set(expectations.map(({ span }) => span.start)),
  });
  return { ...parsed, model, origins, unjudged: left, symbols: scope.symbols, diagnostics };
}

import type { Span } from '../base/span.js';
import { flatMapped, run, sizeOf, type Steps } from '../base/steps.js';
import { inOrder } from '../checks/diagnostic.js';
import type { Parsed } from '../syntax/ast.js';
import type { Model, Origins, Resolved } from './model.js';
import { resolveAcceptance } from './resolve/acceptance.js';
import { resolveExpectation } from './resolve/expectation.js';
import { familiesOf } from './resolve/families.js';
import { reportLonely, reportUnconnectedClients } from './resolve/hints.js';
import { includesWithErrors } from './resolve/includesWithErrors.js';
import { withoutConsequences } from './resolve/consequences.js';
import { reportDeadShares } from './resolve/deadShares.js';
import { LinksByEnd, resolveLinks } from './resolve/links.js';
import { Mistakes } from './resolve/mistakes.js';
import { ofKind } from './resolve/ofKind.js';
import { type OperationPart, resolveOperation } from './resolve/operation.js';
import { resolvePartition } from './resolve/partition.js';
import { type Places, resolvePlaces } from './resolve/places.js';
import { resolveRisk } from './resolve/risk.js';
import { type Entry, Scope } from './resolve/scope.js';
import { withRequired } from './resolve/requires.js';
import { resolveService } from './resolve/service.js';
import { resolveStore } from './resolve/store/store.js';
import { type Judged, mistakeOfExpectation, unjudged, unjudgedOperations } from './resolve/unjudged.js';

/**
 * Binds names, fills in defaults and reports what makes no sense, which is left out of the model. Never throws. Each
 * kind of statement is resolved by a file of its own, from the statements themselves and what was resolved before.
 */
export function resolve(parsed: Parsed): Resolved {
  return run(resolveInSteps(parsed));
}

/** `resolve` in steps. */
export function* resolveInSteps(parsed: Parsed): Steps<Resolved> {
  const { statements } = parsed;
  const scope = yield* Scope.of(parsed);
  const places = yield* resolvePlaces(statements, scope);
  const linkParts = yield* resolveLinks(statements, scope, places);
  const links = linkParts.map(({ link }) => link);
  const plainStores = scope.number(
    yield* flatMapped(ofKind(statements, 'store'), sizeOf, (one) => resolveStore(one, scope, places) ?? []),
  );
  const plainServices = scope.number(
    yield* flatMapped(ofKind(statements, 'service'), sizeOf, (one) => resolveService(one, scope, places) ?? []),
  );
  const { stores, services } = withRequired({ stores: plainStores, services: plainServices }, scope);
  const resolvedOperations = yield* flatMapped(
    ofKind(statements, 'operation'),
    sizeOf,
    (one) => resolveOperation(one, scope, places, { stores, services }) ?? [],
  );
  const ends = new LinksByEnd(links);
  const resolvedPartitions = yield* flatMapped(
    ofKind(statements, 'partition'),
    sizeOf,
    (one) => resolvePartition(one, scope, places, ends) ?? [],
  );
  const risks = scope.number(ofKind(statements, 'risk').flatMap((one) => resolveRisk(one, scope, places, ends) ?? []));
  const families = familiesOf(parsed, scope);
  const mistakes = yield* Mistakes.of(parsed, scope.diagnostics);
  const wrongOperations = yield* unjudgedOperations(parsed, mistakes);
  const operationParts = scope.number(resolvedOperations.filter(({ entry }) => !wrongOperations.has(entry.name)));
  const operations = operationParts.map(({ operation }) => operation);
  const partitions = scope.number(
    resolvedPartitions.filter(({ entry }) => mistakes.named('partition', entry.name) === undefined),
  );
  const resolvedExpectations = yield* flatMapped(ofKind(statements, 'expect'), sizeOf, (one) => [
    { statement: one, part: resolveExpectation(one, scope, places, operations) },
  ]);
  const acceptances = ofKind(statements, 'accept').flatMap((one) => resolveAcceptance(one, scope, parsed.today) ?? []);
  // Now with what is wrong with the expectations themselves.
  const allMistakes = yield* Mistakes.of(parsed, scope.diagnostics);
  const expectations = resolvedExpectations.flatMap(({ statement, part }) =>
    part === undefined || mistakeOfExpectation(statement, allMistakes, wrongOperations) !== undefined ? [] : [part],
  );
  reportUnconnectedClients(statements, scope, places, { links: ends, operations });
  reportLonely({ stores, services }, scope);
  const model: Model = {
    vertices: places.vertices,
    links,
    stores: stores.map(({ store }) => store),
    services: services.map(({ service }) => service),
    operations,
    partitions: partitions.map(({ partition }) => partition),
    expectations: expectations.map(({ expectation }) => expectation),
    acceptances: acceptances.map(({ acceptance }) => acceptance),
    families,
    ...(risks.length === 0 ? {} : { risks: risks.map(({ risk }) => risk) }),
  };
  const parts = { places, links: linkParts, stores, services, operations: operationParts, partitions, risks };
  const origins = originsOf({ ...parts, expectations, acceptances });
  reportDeadShares(parsed, scope, model, origins);
  const all = [...scope.diagnostics, ...includesWithErrors(parsed, scope.diagnostics)].sort(inOrder);
  const diagnostics = withoutConsequences(all, parsed);
  const left = yield* unjudged(parsed, allMistakes, wrongOperations, judgedIn(model, expectations));
  return { ...parsed, model, origins, unjudged: left, symbols: scope.symbols, diagnostics };
}

/** What is in the model, by its name or place. */
function judgedIn({ operations, partitions }: Model, expectations: readonly Spanned<Span>[]): Judged {
  return {
    operations: new Set(operations.map(({ name }) => name)),
    partitions: new Set(partitions.map(({ name }) => name)),
    expectations: new Set(expectations.map(({ span }) => span.start)),
  };
}

interface Placed {
  readonly entry: Entry;
}

interface Spanned<Where> {
  readonly span: Where;
}

interface Parts {
  readonly places: Places;
  readonly links: readonly Spanned<Span | undefined>[];
  readonly stores: readonly Placed[];
  readonly services: readonly Placed[];
  readonly operations: readonly (Placed & Pick<OperationPart, 'steps' | 'needs'>)[];
  readonly partitions: readonly Placed[];
  readonly risks: readonly Placed[];
  readonly expectations: readonly Spanned<Span>[];
  readonly acceptances: readonly Spanned<Span>[];
}

function originsOf({ places, ...parts }: Parts): Origins {
  const words = (placed: readonly Placed[]): readonly Span[] => placed.map(({ entry }) => entry.word.span);
  return {
    vertices: words(places.all),
    links: parts.links.map(({ span }) => span),
    stores: words(parts.stores),
    services: words(parts.services),
    operations: words(parts.operations),
    steps: parts.operations.map(({ steps }) => steps),
    needs: parts.operations.map(({ needs }) => needs),
    partitions: words(parts.partitions),
    risks: words(parts.risks),
    expectations: parts.expectations.map(({ span }) => span),
    acceptances: parts.acceptances.map(({ span }) => span),
  };
}

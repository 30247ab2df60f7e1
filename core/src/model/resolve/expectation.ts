import type { Span } from '../../base/span.js';
import { EXPECTATION } from '../../checks/expectations.js';
import { NAMES } from '../../checks/names.js';
import type { ExpectStatement, Word } from '../../syntax/ast.js';
import type { Expectation, Operation, TimeLimit, Under, VertexId } from '../model.js';
import { VERDICT_WORDS } from '../values.js';
import { resolveFamily } from './families.js';
import type { Places } from './places.js';
import { quote, type Scope } from './scope.js';

interface ExpectationPart {
  readonly expectation: Expectation;
  readonly span: Span;
}

export function resolveExpectation(
  statement: ExpectStatement,
  scope: Scope,
  places: Places,
  operations: readonly Operation[],
): ExpectationPart | undefined {
  const index = statement.operation === undefined ? undefined : scope.find('operation', statement.operation)?.index;
  const operation = index === undefined ? undefined : operations[index];
  const clients = statement.from.flatMap((word) => resolveIssuer(word, operation, scope, places) ?? []);
  const verdict =
    statement.within !== undefined
      ? 'available'
      : statement.verdict === undefined
        ? undefined
        : scope.value(statement.verdict, VERDICT_WORDS, 'verdict');
  const under = resolveUnder(statement, scope);
  if (index === undefined || verdict === undefined || under === undefined || clients.length < statement.from.length)
    return undefined;
  if (!hasPhase(statement, scope) || !hasShare(statement, scope)) return undefined;
  const limit = limitOf(statement, scope);
  if (statement.within !== undefined && limit === undefined) return undefined;
  const { never, beyondLag, whileDetecting, onceSettled, span } = statement;
  const share =
    statement.share === undefined ? {} : { share: { most: statement.share.most, text: statement.share.text } };
  return {
    expectation: {
      operation: index,
      clients,
      never,
      verdict,
      beyondLag,
      // How long it takes is asked of the healthy network, where no fault is named.
      under: limit !== undefined && under.kind === 'explored' ? { kind: 'none' } : under,
      whileDetecting,
      onceSettled,
      ...share,
      ...(limit === undefined ? {} : { within: limit }),
    },
    span,
  };
}

/** `once settled` is about what is left of a break, and about that alone. */
function hasPhase({ whileDetecting, onceSettled, under, span }: ExpectStatement, scope: Scope): boolean {
  if (!onceSettled) return true;
  if (whileDetecting) {
    const message =
      '`while detecting` is before the break is noticed, `once settled` afterwards: ' +
      'keep one, or write two expectations.';
    scope.report(EXPECTATION.phase, span, message);
    return false;
  }
  if (under?.kind === 'none') {
    const message = 'On the healthy network nothing breaks, so nothing has to settle. Leave out `once settled`.';
    scope.report(EXPECTATION.phase, span, message);
    return false;
  }
  return true;
}

/** A share of time is about all faults by their probabilities, and it is least for an answer and most for all else. */
function hasShare(statement: ExpectStatement, scope: Scope): boolean {
  const { share, never, under, whileDetecting, onceSettled, verdict } = statement;
  if (share === undefined) return true;
  const wrong =
    never || under !== undefined || whileDetecting || onceSettled
      ? 'A share of time is about all faults: leave out `never`, `under` and words for a time.'
      : verdict?.name === 'ok'
        ? 'Write `available 99.9%`: `ok` has no share of time.'
        : (verdict?.name === 'available') !== (share.kind === 'least')
          ? 'Write `available 99.9%`, or a verdict that is to be rare: `error at most 5min a year`.'
          : share.most < 0 || share.most > 1
            ? 'A share of time lies between 0% and 100%.'
            : undefined;
  if (wrong !== undefined) scope.report(EXPECTATION.share, share.span, wrong);
  return wrong === undefined;
}

/** Most of all answers: what is promised of a service, where no percentile is written. */
const USUAL_SHARE = 0.99;

function limitOf({ within, never, whileDetecting, onceSettled }: ExpectStatement, scope: Scope): TimeLimit | undefined {
  if (within === undefined) return undefined;
  const { percentile, text } = within;
  const wrong =
    never || whileDetecting || onceSettled
      ? 'This is asked once a break is noticed: leave out `never` and words for a time.'
      : percentile !== undefined && !(percentile.share > 0 && percentile.share < 1)
        ? 'Write a percentile between 0 and 100, such as `p99`.'
        : undefined;
  if (wrong !== undefined) {
    scope.report(EXPECTATION.within, within.span, wrong);
    return undefined;
  }
  const ms = scope.duration(within.limit, 'A limit of time');
  return ms === undefined ? undefined : { ms, share: percentile?.share ?? USUAL_SHARE, text };
}

/** A client that issues the operation. */
function resolveIssuer(
  word: Word,
  operation: Operation | undefined,
  scope: Scope,
  places: Places,
): VertexId | undefined {
  const id = scope.place(word, ['client'], 'operations are issued by clients');
  if (id === undefined || operation === undefined || operation.clients.includes(id)) return id;
  scope.report(
    NAMES.wrongKind,
    word.span,
    `${quote(word.name)} does not issue ${quote(operation.name)}: it comes from ${places.names(operation.clients)}.`,
  );
  return undefined;
}

function resolveUnder({ under, span }: ExpectStatement, scope: Scope): Under | undefined {
  if (under === undefined) return scope.broken(span) ? undefined : { kind: 'explored' };
  switch (under.kind) {
    case 'none':
      return { kind: 'none' };
    case 'named': {
      const partition = scope.find('partition', under.partition)?.index;
      return partition === undefined ? undefined : { kind: 'partition', partition };
    }
    case 'any': {
      const family = resolveFamily(under.counts, scope);
      return family === undefined ? undefined : { kind: 'family', family };
    }
  }
}

import { isAnswered } from '../base/harm.js';
import { firstShort } from '../base/words.js';
import { type Diagnostic, diagnosticOf } from '../checks/diagnostic.js';
import type { CheckRow } from '../checks/index.js';
import { NEEDS } from '../checks/needs.js';
import { type InReach, inReach } from '../engine/availability.js';
import type { Cause, NeedResult, Results } from '../engine/facts.js';
import { GUARANTEES } from '../engine/guarantees/index.js';
import { compareCauses } from '../engine/causes.js';
import type { Expectation, Resolved } from '../model/model.js';
import { operationSpan } from '../model/symbols.js';
import { HEALTHY } from '../network/fault.js';
import { topologyOf } from '../network/topology.js';
import { relatedTo } from '../render/related.js';
import { whenText } from '../render/words/cause.js';
import { operationName, vertexName } from '../render/words/names.js';
import { needText } from '../render/words/need.js';
import { shortList } from '../render/words/sentence.js';
import { statement } from '../render/words/statement.js';

/** One diagnostic for each `needs` that is not given to all of its clients. */
export function judgeNeeds(
  resolved: Resolved,
  needs: readonly NeedResult[],
  expectations: Results['expectations'],
): Diagnostic[] {
  const groups = new Map<string, NeedResult[]>();
  for (const need of needs) {
    const key = `${need.operation} ${need.step} ${need.need}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [need]);
    else known.push(need);
  }
  return [...groups.values()].flatMap((group) => judgeNeed(resolved, group, expectations));
}

/** The worst of what became of one need for its clients. */
function judgeNeed(
  resolved: Resolved,
  group: readonly NeedResult[],
  expectations: Results['expectations'],
): Diagnostic[] {
  const impossible = group.filter(({ status }) => status === 'impossible');
  if (impossible.length > 0) return [impossibleNeed(resolved, impossible)];
  const broken = group.filter(({ status }) => status === 'broken');
  if (broken.length > 0) return [brokenNeed(resolved, broken)];
  const unavailable = unavailableNeed(resolved, group, expectations);
  if (unavailable.length > 0) return unavailable;
  return notKnownNeed(
    resolved,
    group.filter(({ status }) => status === 'not known'),
  );
}

function impossibleNeed(resolved: Resolved, results: readonly NeedResult[]): Diagnostic {
  const [first] = results;
  const { why = '', source = '', remedy = '' } = first ?? {};
  const whom = `${clients(resolved, results)} ${guaranteeText(resolved, first)}`;
  const cannot = `${subject(resolved, first)} can't give ${whom}`;
  return placedAt(resolved, first, HEALTHY)(
    NEEDS.impossible,
    [`${cannot}, not even with no fault: ${remedy}`, `${cannot}, not even with no fault`, cannot],
    [because(why, source), wouldGive(remedy)],
  );
}

function brokenNeed(resolved: Resolved, results: readonly NeedResult[]): Diagnostic {
  let [first] = results;
  for (const one of results)
    if (first?.cause !== undefined && one.cause !== undefined && compareCauses(one.cause, first.cause) < 0) first = one;
  const { source = '', remedy = '', cause = HEALTHY } = first ?? {};
  const { texts, details } = brokenTexts(resolved, results, first);
  const guarantee = first === undefined ? undefined : GUARANTEES[first.guarantee];
  const report = placedAt(resolved, first, cause);
  if (guarantee?.availability !== 'unavailable' || storeOf(resolved, first)?.choice !== 'AP')
    return report(NEEDS.broken, texts, [...details, `Shown by ${source}`, wouldGive(remedy)]);
  const theorem = '`choose AP` answers there anyway, and during a partition only one of the two is possible';
  return report(NEEDS.unavailable, texts, [...details, because(theorem, source), wouldGive(remedy)]);
}

/** To whom it is given on the healthy network only, and under which fault it is not: in several lengths, and why. */
function brokenTexts(
  resolved: Resolved,
  results: readonly NeedResult[],
  first: NeedResult | undefined,
): { readonly texts: readonly [string, ...string[]]; readonly details: readonly string[] } {
  const { why = '', cause = HEALTHY, earlier, whileDetecting } = first ?? {};
  const same = results.filter((one) => one.cause !== undefined && compareCauses(one.cause, cause) === 0);
  const others = results.filter((one) => !same.includes(one));
  const after = earlier === undefined ? '' : `, after what it did ${whenText(resolved.model, earlier)}`;
  const until = whileDetecting === true ? ', until that is noticed' : '';
  const rest = others.length === 0 ? [] : [`The same for ${clients(resolved, others)} under other faults`];
  const name = subject(resolved, first);
  const what = guaranteeText(resolved, first);
  const when = whenText(resolved.model, cause);
  return {
    texts: [
      `${name} doesn't give ${clients(resolved, same)} ${what} ${when}${after}${until}${clause(why)}`,
      `${name} doesn't give ${clients(resolved, same)} ${what} ${when}${after}${until}`,
      `${name} doesn't give ${clients(resolved, same)} ${what} ${when}`,
      `${name} gives ${what} on the healthy network only`,
    ],
    details: [why, ...(after === '' ? [] : [`It happens ${when}${after}${until}`]), ...rest].filter(
      (one) => one !== '',
    ),
  };
}

/** It is given, and by refusing where an expectation wants an answer. */
function unavailableNeed(
  resolved: Resolved,
  group: readonly NeedResult[],
  expectations: Results['expectations'],
): Diagnostic[] {
  const { model } = resolved;
  const [first] = group;
  const guarantee = first === undefined ? undefined : GUARANTEES[first.guarantee];
  if (first === undefined || guarantee === undefined || guarantee.availability === 'total') return [];
  for (const { expectation, status, counterexample } of expectations) {
    if (status !== 'fails' || counterexample === undefined) continue;
    const { client, verdict } = counterexample;
    if (!wantsAnswers(model.expectations[expectation], first.operation)) continue;
    if (!group.some((one) => one.client === client && one.status === 'given')) continue;
    const reach = inReach(topologyOf(model), { operation: first.operation, client }, verdict.cause);
    const { isVictim, why } = THEOREMS[guarantee.availability];
    if (!reach.any || !isVictim(reach)) continue;
    const what = `${subject(resolved, first)} gives ${guaranteeText(resolved, first)}`;
    const cannot = `\`${statement(resolved, expectation)}\` can't hold`;
    const where = `${whenText(model, verdict.cause)} ${vertexName(model, client)} reaches a replica`;
    const theorem = because(`${where}, and ${why}`, guarantee.source);
    const texts = [`${what}, so ${cannot}`, `${what}, so an expectation can't hold beside that`] as const;
    return [placedAt(resolved, first, verdict.cause)(NEEDS.unavailable, texts, [theorem])];
  }
  return [];
}

/**
 * What is impossible together with an answer, and for which clients. These theorems say nothing about a client that
 * reaches no replica.
 */
const THEOREMS: Readonly<
  Record<'unavailable' | 'sticky', { readonly isVictim: (reach: InReach) => boolean; readonly why: string }>
> = {
  unavailable: {
    isVictim: ({ majority }) => !majority,
    why: 'clients on the side without a majority have to be refused',
  },
  sticky: {
    isVictim: ({ usual }) => !usual,
    why: 'it can be given only to clients that stay with their replica, and that one is out of reach',
  },
};

/** Does an expectation about the operation ask that it be answered? */
function wantsAnswers(expectation: Expectation | undefined, operation: number): boolean {
  if (expectation?.operation !== operation) return false;
  const { never, verdict } = expectation;
  return never ? verdict !== 'available' && !isAnswered(verdict) : verdict === 'available';
}

/** Silence would read as "given". */
function notKnownNeed(resolved: Resolved, results: readonly NeedResult[]): Diagnostic[] {
  const [first] = results;
  if (first === undefined) return [];
  const whom = `${clients(resolved, results)} ${guaranteeText(resolved, first)}`;
  const what = `not known whether ${subject(resolved, first)} gives ${whom}`;
  return [placedAt(resolved, first, HEALTHY)(NEEDS.notKnown, [`${what}${clause(first.why)}`, what], [first.why])];
}

function storeOf({ model }: Resolved, result: NeedResult | undefined) {
  const step = model.operations[result?.operation ?? -1]?.steps[result?.step ?? -1];
  return step === undefined ? undefined : model.stores[step.store];
}

function subject({ model }: Resolved, result: NeedResult | undefined): string {
  const operation = model.operations[result?.operation ?? -1];
  const step = operation?.composite === true ? operation.steps[result?.step ?? -1] : undefined;
  const part = step === undefined ? '' : ` (${step.access} ${model.stores[step.store]?.name ?? '?'})`;
  return `\`${operationName(model, result?.operation ?? -1)}\`${part}`;
}

/** As it is written. */
function guaranteeText({ model }: Resolved, result: NeedResult | undefined): string {
  const need = model.operations[result?.operation ?? -1]?.steps[result?.step ?? -1]?.needs[result?.need ?? -1];
  return need === undefined ? '?' : `\`${needText(need)}\``;
}

function clients({ model }: Resolved, results: readonly NeedResult[]): string {
  return shortList(
    results.map(({ client }) => vertexName(model, client)),
    4,
  );
}

/** A reason with where it is proved: "… (Gilbert & Lynch, …)". */
function because(why: string, source: string): string {
  return `${why} (${source})`;
}

/** The first clause of a reason, as the end of a sentence. */
function clause(why: string): string {
  const [first = ''] = why.split(/[;:,]/);
  return first === '' ? '' : `: ${first}`;
}

function wouldGive(remedy: string): string {
  return `What would give it: ${remedy}`;
}

/**
 * A diagnostic at the `needs` itself, with the first text that is short, why, and the places of the store and of what
 * is broken.
 */
function placedAt(
  resolved: Resolved,
  result: NeedResult | undefined,
  cause: Cause,
): (check: CheckRow, texts: readonly [string, ...string[]], details: readonly string[]) => Diagnostic {
  const { operation = -1, step = -1, need = -1 } = result ?? {};
  const span = resolved.origins.needs[operation]?.[step]?.[need] ?? operationSpan(resolved, operation);
  const related = relatedTo(resolved, operation, { verdict: 'ok', reason: '', step }, cause);
  return (check, texts, details) =>
    diagnosticOf(check, span, firstShort(texts), {
      related: [...details.map((message) => ({ span, message })), ...related],
    });
}

import { needText } from '../render/words/need.js';
import type { Diagnostic } from '../base/diagnostic.js';
import { inReach } from '../engine/availability.js';
import type { Cause, NeedResult, Results } from '../engine/facts.js';
import { GUARANTEES } from '../engine/guarantees/index.js';
import { compareCauses } from '../engine/sweep.js';
import type { Resolved } from '../model/model.js';
import { HEALTHY } from '../network/fault.js';
import { whenText } from '../render/words/cause.js';
import { statement } from '../render/words/statement.js';
import { topologyOf } from '../network/topology.js';
import { because, shortList } from '../render/words/sentence.js';
import { operationName, vertexName } from '../render/words/names.js';
import { operationSpan } from '../model/symbols.js';
import { relatedTo } from '../render/related.js';

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
  return {
    code: 'needs-impossible',
    severity: 'error',
    ...place(resolved, first, HEALTHY),
    message: `${subject(resolved, first)} can't give ${clients(resolved, results)} ${guaranteeText(resolved, first)}, not even with no fault at all: ${why} (${source}); what would give it: ${remedy}`,
  };
}

function brokenNeed(resolved: Resolved, results: readonly NeedResult[]): Diagnostic {
  let [first] = results;
  for (const one of results)
    if (first?.cause !== undefined && one.cause !== undefined && compareCauses(one.cause, first.cause) < 0) first = one;
  const { why = '', source = '', remedy = '', cause = HEALTHY, earlier, whileDetecting } = first ?? {};
  const same = results.filter((one) => one.cause !== undefined && compareCauses(one.cause, cause) === 0);
  const others = results.filter((one) => !same.includes(one));
  const after = earlier === undefined ? '' : `, after what it did ${whenText(resolved.model, earlier)}`;
  const until = whileDetecting === true ? ', until that is noticed' : '';
  const rest = others.length === 0 ? '' : `; the same for ${clients(resolved, others)} under other faults`;
  const what = `${subject(resolved, first)} gives ${clients(resolved, same)} ${guaranteeText(resolved, first)} on the healthy network only, and not ${whenText(resolved.model, cause)}${after}${until}${because(why)}${rest}`;
  const guarantee = first === undefined ? undefined : GUARANTEES[first.guarantee];
  if (guarantee?.availability === 'unavailable' && storeOf(resolved, first)?.choice === 'AP') {
    return {
      code: 'needs-unavailable',
      severity: 'warning',
      ...place(resolved, first, cause),
      message: `${what}; \`choose AP\` answers there all the same, and while the network is parted only one of the two can be had (${source}); what would give it: ${remedy}`,
    };
  }
  return {
    code: 'needs-broken',
    severity: 'warning',
    ...place(resolved, first, cause),
    message: `${what} (${source}); what would give it: ${remedy}`,
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
  for (const { expectation: index, status, counterexample } of expectations) {
    const expectation = model.expectations[index];
    if (
      status !== 'fails' ||
      counterexample === undefined ||
      expectation === undefined ||
      expectation.operation !== first.operation
    )
      continue;
    const wantsAnswers = expectation.never
      ? expectation.verdict === 'error' || expectation.verdict === 'unknown'
      : expectation.verdict === 'available';
    const { client, verdict } = counterexample;
    if (!wantsAnswers || !group.some((one) => one.client === client && one.status === 'given')) continue;
    const reach = inReach(model, topologyOf(model), first.operation, client, verdict.cause);
    // Whoever reaches nobody, or still reaches a majority, is no victim of the theorem.
    const isTheorem =
      guarantee.availability === 'unavailable' ? reach.any && !reach.majority : reach.any && !reach.usual;
    if (!isTheorem) continue;
    const why =
      guarantee.availability === 'unavailable'
        ? 'whoever is on the side without a majority has to be refused'
        : 'only clients that stay with their replica can have it, and that one is out of reach';
    return [
      {
        code: 'needs-unavailable',
        severity: 'warning',
        ...place(resolved, first, verdict.cause),
        message: `${subject(resolved, first)} gives ${guaranteeText(resolved, first)}, and \`${statement(resolved, index)}\` can't hold beside that: ${whenText(model, verdict.cause)} ${vertexName(model, client)} reaches a replica, and ${why} (${guarantee.source})`,
      },
    ];
  }
  return [];
}

/** Silence would read as "given". */
function notKnownNeed(resolved: Resolved, results: readonly NeedResult[]): Diagnostic[] {
  const [first] = results;
  if (first === undefined) return [];
  const message = `not known whether ${subject(resolved, first)} gives ${clients(resolved, results)} ${guaranteeText(resolved, first)}: ${first.why}`;
  return [{ code: 'needs-not-known', severity: 'information', ...place(resolved, first, HEALTHY), message }];
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

function place(resolved: Resolved, result: NeedResult | undefined, cause: Cause): Pick<Diagnostic, 'span' | 'related'> {
  const { operation = -1, step = -1, need = -1 } = result ?? {};
  const span = resolved.origins.needs[operation]?.[step]?.[need] ?? operationSpan(resolved, operation);
  return { span, related: relatedTo(resolved, operation, { verdict: 'ok', reason: '', step }, cause) };
}

import { compareHarm, type Harmful, isBeyondLag } from '../base/harm.js';
import type { ClientResult, ExpectationResult, Finding, Outcome } from '../engine/facts.js';
import { compareCauses } from '../engine/causes.js';
import { requestUnder } from '../engine/under.js';
import type { Model, VertexId } from '../model/model.js';
import { type Cause, HEALTHY } from '../network/fault.js';
import { type Decision, decisionOn } from './decided.js';
import { causeRank, type Tier, tierOf } from './tier.js';

/** One verdict of an operation under the fault to tell first, with everybody whom that fault does it to. */
export interface Headline {
  readonly verdict: Harmful;
  readonly outcome: Outcome;
  readonly cause: Cause;
  readonly tier: Tier;
  /** In order of the operation; the first is the one of `outcome`. */
  readonly clients: readonly VertexId[];
  /** Clients to whom it happens under other faults only. */
  readonly others: readonly VertexId[];
  /** Absent: nobody decided it for one of these clients. */
  readonly decision?: Decision;
  readonly finding: Finding;
}

/** Where one operation stands. */
export interface Standing {
  /** The worst under a likely fault; what nobody decided comes first. Absent: it holds under any one fault. */
  readonly headline?: Headline;
  /** Each verdict that it can have under a likely fault, the headline first. */
  readonly likely: readonly Headline[];
  /** The worst that only happens beyond one fault and that nobody decided. */
  readonly beyond?: Headline;
}

/** One verdict of one client, with the first cause of it in a tier. */
interface Hit {
  readonly client: VertexId;
  readonly finding: Finding;
  readonly outcome: Outcome;
  readonly cause: Cause;
  readonly causes: readonly Cause[];
  readonly tier: Tier;
}

/** Whether one likely fault is enough for a finding, and the cause of it to tell first. */
export function toldCause(
  model: Model,
  result: ClientResult,
  finding: Finding,
): { readonly cause: Cause; readonly tier: Tier } {
  const [first] = likelyOf(model, result, finding);
  return first === undefined ? { cause: finding.cause, tier: 'rare' } : { cause: first.cause, tier: 'likely' };
}

/** `clients` are all results of one operation. */
export function standingOf(
  model: Model,
  expectations: readonly ExpectationResult[],
  clients: readonly ClientResult[],
): Standing {
  const { likely, rare } = headlinesOf(model, expectations, clients);
  const known = new Set(likely.map(({ verdict }) => verdict));
  const beyond = rare.find(({ verdict, decision }) => !known.has(verdict) && decision === undefined);
  return {
    likely,
    ...(likely[0] === undefined ? {} : { headline: likely[0] }),
    ...(beyond === undefined ? {} : { beyond }),
  };
}

/** Every verdict of one operation under likely faults, the headline first, and those under rare faults. */
export function headlinesOf(
  model: Model,
  expectations: readonly ExpectationResult[],
  clients: readonly ClientResult[],
): { readonly likely: readonly Headline[]; readonly rare: readonly Headline[] } {
  const hits = clients.flatMap((result) => hitsOf(model, result));
  const operation = clients[0]?.operation ?? -1;
  const kinds = kindsOf(hits).flatMap((same): Headline[] => {
    const headline = headlineOf(model, same, (client, verdict) =>
      decisionOn(model, expectations, { operation, client }, verdict),
    );
    return headline === undefined ? [] : [headline];
  });
  const of = (wanted: Tier): Headline[] =>
    kinds.filter(({ tier }) => tier === wanted).sort((a, b) => inOrder(model, a, b));
  return { likely: of('likely'), rare: of('rare') };
}

/** The likely faults that do something to one of these results, each once, in the order in which they are told. */
export function likelyCauses(model: Model, clients: readonly ClientResult[]): readonly Cause[] {
  const all = clients
    .flatMap((result) => hitsOf(model, result).flatMap(({ tier, causes }) => (tier === 'likely' ? causes : [])))
    .filter((cause) => causeRank(model, cause) > 0)
    .sort((a, b) => compareTold(model, a, b));
  return all.filter((cause, i) => i === 0 || compareTold(model, cause, all[i - 1] ?? cause) !== 0);
}

/** What is undecided and lasts comes first, then what is decided, then what lasts for the lag only. */
function inOrder(model: Model, a: Headline, b: Headline): number {
  const rank = ({ outcome, decision }: Headline): number =>
    !isBeyondLag(outcome) ? 2 : decision === undefined ? 0 : 1;
  return (
    rank(a) - rank(b) ||
    compareHarm(b.outcome, a.outcome) ||
    earlier(a.outcome) - earlier(b.outcome) ||
    compareTold(model, a.cause, b.cause)
  );
}

/** 1: only of what a client got acknowledged just before the break. */
function earlier({ before }: Outcome): 0 | 1 {
  return before === true ? 1 : 0;
}

function compareTold(model: Model, a: Cause, b: Cause): number {
  return causeRank(model, a) - causeRank(model, b) || compareCauses(a, b);
}

function hitsOf(model: Model, result: ClientResult): Hit[] {
  return result.findings.map((finding) => hitOf(model, result, finding));
}

/** The likely causes of a finding, the one to tell first first, each with what comes of it. */
function likelyOf(
  model: Model,
  result: ClientResult,
  finding: Finding,
): { readonly cause: Cause; readonly outcome: Outcome }[] {
  // Of very many causes not all are kept, but each partition has its verdict.
  const partitions = result.partitions.flatMap((one, partition) => {
    const outcome = sameIn(one.outcomes, finding.outcome);
    return outcome === undefined ? [] : [{ cause: { ...HEALTHY, partition }, outcome }];
  });
  const singles = finding.causes
    .filter((cause) => tierOf(model, cause) === 'likely' && cause.partition === undefined)
    .map((cause) => ({ cause, outcome: finding.outcome }));
  // What ends so only where it was written just before is told where nothing else is.
  return [...singles, ...partitions].sort(
    (a, b) => earlier(a.outcome) - earlier(b.outcome) || compareTold(model, a.cause, b.cause),
  );
}

/** The first cause of a finding, and the first that is likely where the first is not. */
function hitOf(model: Model, result: ClientResult, finding: Finding): Hit {
  const told = likelyOf(model, result, finding);
  const [first = { cause: finding.cause, outcome: finding.outcome }] = told;
  const causes = told.length > 0 ? told.map(({ cause }) => cause) : finding.causes;
  const outcome =
    first.cause.partition === undefined && compareCauses(first.cause, finding.cause) !== 0
      ? outcomeUnder(model, result, finding, first.cause)
      : first.outcome;
  return {
    client: result.client,
    finding,
    cause: first.cause,
    outcome,
    causes,
    tier: told.length > 0 ? 'likely' : 'rare',
  };
}

/**
 * The same verdict for as long, whatever the reason: of the request, or else of what its client got acknowledged just
 * before. A finding counts both, and has the outcome of its smallest cause.
 */
function sameIn(all: readonly Outcome[], { verdict, howLong }: Outcome): Outcome | undefined {
  const same = all.filter((one) => one.verdict === verdict && one.howLong === howLong);
  return same.find(({ before }) => before !== true) ?? same[0];
}

/** The outcomes of findings under the causes that are told, which hints, lenses and diagnostics all ask for. */
const outcomes = new WeakMap<Finding, Outcome>();

/** The reason is another one under each cause; the finding has that of its smallest. */
function outcomeUnder(model: Model, { operation, client }: ClientResult, finding: Finding, cause: Cause): Outcome {
  const known = outcomes.get(finding);
  if (known !== undefined) return known;
  const all = requestUnder(model, cause, operation, client)?.verdict.outcomes ?? [];
  const found = sameIn(all, finding.outcome) ?? finding.outcome;
  outcomes.set(finding, found);
  return found;
}

/** Hits of one verdict that lasts equally long, in one tier. */
function kindsOf(hits: readonly Hit[]): (readonly Hit[])[] {
  const kinds = new Map<string, Hit[]>();
  for (const hit of hits) {
    const { verdict, howLong, before } = hit.outcome;
    // An earlier write and the request itself are never told in one sentence.
    const key = `${verdict} ${howLong ?? ''} ${before === true ? 'before' : ''} ${hit.tier}`;
    kinds.set(key, [...(kinds.get(key) ?? []), hit]);
  }
  return [...kinds.values()];
}

function headlineOf(
  model: Model,
  hits: readonly Hit[],
  decisionFor: (client: VertexId, verdict: Harmful) => Decision | undefined,
): Headline | undefined {
  const [
    {
      outcome: { verdict },
    } = { outcome: { verdict: 'ok' as const } },
  ] = hits;
  if (verdict === 'ok') return undefined;
  // Whom nobody decided it for is told first.
  const undecided = hits.filter(({ client }) => decisionFor(client, verdict) === undefined);
  const asked = undecided.length > 0 ? undecided : hits;
  const [first] = [...asked].sort((a, b) => compareTold(model, a.cause, b.cause));
  if (first === undefined) return undefined;
  const same = asked.filter(({ causes }) => causes.some((cause) => compareCauses(cause, first.cause) === 0));
  const clients = [first.client, ...same.map(({ client }) => client).filter((client) => client !== first.client)];
  const decision = undecided.length > 0 ? undefined : decisionFor(first.client, verdict);
  return {
    verdict,
    outcome: first.outcome,
    cause: first.cause,
    tier: first.tier,
    clients,
    others: hits.map(({ client }) => client).filter((client) => !clients.includes(client)),
    finding: first.finding,
    ...(decision === undefined ? {} : { decision }),
  };
}

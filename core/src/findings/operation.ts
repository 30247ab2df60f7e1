import type { Diagnostic, Fix, Severity } from '../base/diagnostic.js';
import { compareHarm, isBeyondLag, type VerdictKind } from '../base/harm.js';
import { compareCauses } from '../engine/sweep.js';
import type { ClientResult, Finding, Outcome } from '../engine/facts.js';
import type { Acceptance, Model, Resolved, VertexId } from '../model/model.js';
import { modelText } from '../model/modelText.js';
import { boundOfAll, boundText, isLimited } from '../render/words/bound.js';
import { whenText } from '../render/words/cause.js';
import { because, list, shortList } from '../render/words/sentence.js';
import { happensText, reasonText, verdictText } from '../render/words/verdict.js';
import { operationName, vertexName } from '../render/words/names.js';
import { operationSpan, symbolOf } from '../model/symbols.js';
import { placed, relatedPlaces, type RelatedPlace } from '../render/related.js';

interface Hit {
  readonly client: VertexId;
  readonly finding: Finding;
}

/** One kind of finding with everybody whom it happens to. */
interface Kind {
  readonly outcome: Outcome;
  /** The clients, each with its own smallest causes. */
  readonly hits: readonly Hit[];
  /** The finding with the smallest cause of all, and the clients to whom that very cause does it. */
  readonly finding: Finding;
  readonly clients: readonly VertexId[];
}

/** What a diagnostic says, wherever that stands in the text. */
interface Said {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related?: readonly RelatedPlace[];
  /** Set where that may be intended. */
  readonly acceptable?: VerdictKind;
}

/** All that words are made from. */
interface Asked {
  readonly clients: readonly ClientResult[];
  readonly network: string;
  readonly operation: string;
  readonly stores: readonly string[];
  readonly accepted: readonly Acceptance[];
  /** The names of the operations that the results mention. */
  readonly others: readonly string[];
}

/**
 * What was said, by the first of the results: from one edit to the next most are the very same, and putting those of a
 * large file into words takes longer than anybody wants to wait.
 */
const remembered = new WeakMap<ClientResult, { readonly asked: Asked; readonly said: Said | undefined }>();

/**
 * One diagnostic for each operation that something happens to; none where all is well under everything that was to be
 * looked at.
 */
export function judgeOperations(resolved: Resolved, byOperation: readonly (readonly ClientResult[])[]): Diagnostic[] {
  const { model } = resolved;
  const texts = modelText(model);
  // Equal texts are compared at a glance where they are the very same.
  let { network } = texts;
  return byOperation.flatMap((clients, operation): Diagnostic[] => {
    const [first] = clients;
    if (first === undefined) return [];
    const known = remembered.get(first);
    if (known?.asked.network === network) ({ network } = known.asked);
    const asked: Asked = {
      clients,
      network,
      operation: texts.operations[operation] ?? '',
      stores: model.operations[operation]?.steps.map(({ store }) => texts.stores[store] ?? '') ?? [],
      accepted: model.acceptances.filter((acceptance) => acceptance.operation === operation),
      others: othersOf(model, clients),
    };
    const current =
      known !== undefined && isSame(known.asked, asked)
        ? known
        : { asked, said: say(model, operation, clients, asked.accepted) };
    if (current !== known) remembered.set(first, current);
    return current.said === undefined ? [] : [at(resolved, operation, current.said)];
  });
}

function isSame(one: Asked, other: Asked): boolean {
  return (
    one.network === other.network &&
    one.operation === other.operation &&
    hasSame(one.clients, other.clients, (client) => client) &&
    hasSame(one.stores, other.stores, (store) => store) &&
    hasSame(one.others, other.others, (name) => name) &&
    hasSame(one.accepted, other.accepted, ({ verdict }) => verdict) &&
    hasSame(one.accepted, other.accepted, ({ reason }) => reason)
  );
}

function hasSame<T>(some: readonly T[], others: readonly T[], of: (one: T) => unknown): boolean {
  return some.length === others.length && some.every((one, i) => of(one) === of(others[i] ?? one));
}

function othersOf(model: Model, clients: readonly ClientResult[]): readonly string[] {
  const names: string[] = [];
  for (const { findings } of clients)
    for (const { outcome } of findings)
      if (outcome.other !== undefined) names.push(operationName(model, outcome.other.operation));
  return names;
}

function at(resolved: Resolved, operation: number, { code, severity, message, related, acceptable }: Said): Diagnostic {
  return {
    code,
    severity,
    span: operationSpan(resolved, operation),
    message,
    ...(related === undefined ? {} : { related: placed(resolved, related) }),
    ...(acceptable === undefined ? {} : { fixes: [acceptFix(resolved, operation, acceptable)] }),
  };
}

function say(
  model: Model,
  operation: number,
  clients: readonly ClientResult[],
  accepted: readonly Acceptance[],
): Said | undefined {
  const kinds = kindsOf(clients);
  const open = kinds.filter((kind) => !accepted.some(({ verdict }) => verdict === kind.outcome.verdict));
  const headline = open[0];
  if (headline !== undefined) return diagnose(model, operation, clients, headline, kinds, accepted);
  const [first] = kinds;
  if (first !== undefined) return sayAccepted(model, operation, clients, first, kinds, accepted);
  return notKnown(model, operation, clients);
}

/** Kinds of findings over all clients, worst first, those until the heal before those for the lag. */
function kindsOf(results: readonly ClientResult[]): Kind[] {
  const hits = new Map<string, Hit[]>();
  for (const { client, findings } of results) {
    for (const finding of findings) {
      const key = verdictText(finding.outcome);
      const known = hits.get(key);
      if (known === undefined) hits.set(key, [{ client, finding }]);
      else known.push({ client, finding });
    }
  }
  return [...hits.values()].flatMap((list) => kindOf(list)).sort((a, b) => compareHarm(b.outcome, a.outcome));
}

function kindOf(hits: readonly Hit[]): Kind[] {
  let [first] = hits;
  if (first === undefined) return [];
  for (const hit of hits) if (compareCauses(hit.finding.cause, first.finding.cause) < 0) first = hit;
  const { client, finding } = first;
  const same = hits.filter(
    (hit) => hit !== first && hit.finding.causes.some((cause) => compareCauses(cause, finding.cause) === 0),
  );
  return [{ outcome: finding.outcome, hits, finding, clients: [client, ...same.map((hit) => hit.client)] }];
}

function diagnose(
  model: Model,
  operation: number,
  clients: readonly ClientResult[],
  headline: Kind,
  kinds: readonly Kind[],
  accepted: readonly Acceptance[],
): Said {
  const { verdict } = headline.outcome;
  const also = kinds
    .filter((kind) => kind !== headline && isBeyondLag(kind.outcome))
    .map((kind) => alsoText(model, kind, headline, accepted));
  const rest = elsewhere(model, headline);
  const more = [...(rest === undefined ? [] : [rest]), ...also];
  const tail = more.length === 0 ? '' : `; also: ${more.join('; ')}`;
  const severity: Severity = isBeyondLag(headline.outcome) ? 'warning' : 'information';
  return {
    code: `op-${verdict}`,
    severity,
    ...common(model, operation, headline, `${tail} (looked at ${boundOfAll(clients)})`),
    acceptable: verdict,
  };
}

function sayAccepted(
  model: Model,
  operation: number,
  clients: readonly ClientResult[],
  first: Kind,
  kinds: readonly Kind[],
  accepted: readonly Acceptance[],
): Said {
  const also = kinds.slice(1).map((kind) => alsoText(model, kind, first, []));
  const reasons = accepted.flatMap(({ verdict, reason }) =>
    kinds.some((kind) => kind.outcome.verdict === verdict) ? [`${verdict}: “${reason}”`] : [],
  );
  const tail = also.length === 0 ? '' : `; also: ${also.join('; ')}`;
  return {
    code: 'op-accepted',
    severity: 'hint',
    ...common(model, operation, first, `${tail}; accepted, ${list(reasons)} (looked at ${boundOfAll(clients)})`),
  };
}

function common(model: Model, operation: number, kind: Kind, tail: string): Pick<Said, 'message' | 'related'> {
  const name = model.operations[operation]?.name ?? '?';
  const { outcome, cause } = kind.finding;
  const who = kind.clients.map((client) => vertexName(model, client));
  return {
    message: `\`${name}\` ${happensText(outcome, who)} ${whenText(model, cause)}${because(reasonText(model, operation, outcome))}${tail}`,
    related: relatedPlaces(model, operation, outcome, cause),
  };
}

/** Clients to whom the headline happens under other causes only. */
function elsewhere(model: Model, headline: Kind): string | undefined {
  const others = headline.hits.map(({ client }) => client).filter((client) => !headline.clients.includes(client));
  if (others.length === 0) return undefined;
  return `the same for ${shortList(
    others.map((client) => vertexName(model, client)),
    4,
  )} under other faults`;
}

/** "error for traveller when link us–eu is cut"; the cause of the headline is not said again. */
function alsoText(model: Model, kind: Kind, headline: Kind, accepted: readonly Acceptance[]): string {
  const who = shortList(
    kind.hits.map(({ client }) => vertexName(model, client)),
    4,
  );
  const intended = accepted.some(({ verdict }) => verdict === kind.outcome.verdict) ? ' (accepted)' : '';
  const { cause } = kind.finding;
  const same = compareCauses(cause, headline.finding.cause) === 0;
  // Several clients have causes of their own; this one stands for them.
  const eg = kind.hits.length > 1 ? ', as' : '';
  const what = isBeyondLag(kind.outcome) ? kind.outcome.verdict : verdictText(kind.outcome);
  return `${what} for ${who}${intended}${same ? '' : `${eg} ${whenText(model, cause)}`}`;
}

/** Nothing was found, and not everything was looked at: silence would read as "safe". */
function notKnown(model: Model, operation: number, clients: readonly ClientResult[]): Said | undefined {
  const limited = clients.find(isLimited);
  if (limited === undefined) return undefined;
  const name = operationName(model, operation);
  if (limited.notKnown !== undefined)
    return {
      code: 'op-not-known',
      severity: 'warning',
      message: `what happens to \`${name}\` is not known: ${limited.notKnown}`,
    };
  const message = `nothing goes wrong with \`${name}\` in ${boundText(limited.explored)}; there are too many faults to look at all of them, so the rest is not known`;
  return { code: 'op-not-known', severity: 'information', message };
}

const REASON = 'say why this is fine';

/** Offers to write down that the trade-off is intended; the reason is the author's to give. */
function acceptFix(resolved: Resolved, operation: number, verdict: VerdictKind): Fix {
  const symbol = symbolOf(resolved, 'operation', operation);
  const at = symbol?.statement.end ?? resolved.text.length;
  const span = operationSpan(resolved, operation);
  const written = resolved.sources.textOf(span);
  const statement = `\naccept ${verdict} on ${written} "`;
  return {
    title: `Accept: ${verdict} is intended…`,
    edits: [
      {
        span: { start: at, end: at },
        text: `${statement}${REASON}"`,
        placeholder: { start: statement.length, end: statement.length + REASON.length },
      },
    ],
  };
}

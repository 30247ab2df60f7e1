import type { Fix } from '../base/edit.js';
import { compareHarm, type Harmful, isBeyondLag } from '../base/harm.js';
import { milder } from '../checks/check.js';
import { type Diagnostic, diagnosticOf } from '../checks/diagnostic.js';
import type { CheckRow } from '../checks/index.js';
import { JUDGED, VERDICT } from '../checks/verdicts.js';
import type { ClientResult, Finding, Outcome } from '../engine/facts.js';
import { compareCauses } from '../engine/sweep.js';
import type { Acceptance, Model, Resolved, VertexId } from '../model/model.js';
import { modelText } from '../model/modelText.js';
import { operationSpan, symbolOf } from '../model/symbols.js';
import { placed, type RelatedPlace, relatedPlaces } from '../render/related.js';
import { boundOfAll, boundText, isLimited } from '../render/words/bound.js';
import { whenText } from '../render/words/cause.js';
import { operationName, vertexName } from '../render/words/names.js';
import { because, list, shortList } from '../render/words/sentence.js';
import { happensText, reasonText, verdictText } from '../render/words/verdict.js';

interface Hit {
  readonly client: VertexId;
  readonly finding: Finding;
}

/** One kind of finding with everybody whom it happens to. */
interface Kind {
  readonly outcome: Outcome;
  readonly verdict: Harmful;
  /** The clients, each with its own smallest causes. */
  readonly hits: readonly Hit[];
  /** The finding with the smallest cause of all, and the clients to whom that very cause does it. */
  readonly finding: Finding;
  readonly clients: readonly VertexId[];
}

/** What a diagnostic says, wherever that stands in the text. */
interface Said {
  readonly check: CheckRow;
  readonly message: string;
  readonly related?: readonly RelatedPlace[];
  /** Set where that may be intended. */
  readonly acceptable?: Harmful;
}

/** One operation with everything that happens to it. */
interface Judged {
  readonly model: Model;
  readonly operation: number;
  /** Its results, one for each client. */
  readonly clients: readonly ClientResult[];
  readonly accepted: readonly Acceptance[];
  /** Worst first. */
  readonly kinds: readonly Kind[];
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
        : { asked, said: say({ model, operation, clients, accepted: asked.accepted, kinds: kindsOf(clients) }) };
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

function at(resolved: Resolved, operation: number, { check, message, related, acceptable }: Said): Diagnostic {
  return diagnosticOf(check, operationSpan(resolved, operation), message, {
    ...(related === undefined ? {} : { related: placed(resolved, related) }),
    ...(acceptable === undefined ? {} : { fixes: [acceptFix(resolved, operation, acceptable)] }),
  });
}

function say(judged: Judged): Said | undefined {
  const headline = judged.kinds.find((kind) => !isAccepted(judged, kind));
  if (headline !== undefined) return sayWorst(judged, headline);
  const [first] = judged.kinds;
  return first === undefined ? sayNotKnown(judged) : sayAccepted(judged, first);
}

function isAccepted({ accepted }: Judged, kind: Kind): boolean {
  return accepted.some(({ verdict }) => verdict === kind.verdict);
}

/** Kinds of findings over all clients, worst first, those until the heal before those for the lag. */
function kindsOf(results: readonly ClientResult[]): Kind[] {
  const hits = new Map<string, Hit[]>();
  for (const { client, findings } of results) {
    for (const finding of findings) {
      // An earlier write and the request itself are never told in one sentence.
      const key = `${verdictText(finding.outcome)} ${finding.outcome.before === true ? 'before' : ''}`;
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
  const { verdict } = finding.outcome;
  // A finding is something that goes wrong.
  if (verdict === 'ok') return [];
  const same = hits.filter(
    (hit) => hit !== first && hit.finding.causes.some((cause) => compareCauses(cause, finding.cause) === 0),
  );
  return [{ outcome: finding.outcome, verdict, hits, finding, clients: [client, ...same.map((hit) => hit.client)] }];
}

function sayWorst(judged: Judged, headline: Kind): Said {
  const { model, kinds, clients } = judged;
  const also = kinds
    .filter((kind) => kind !== headline && isBeyondLag(kind.outcome))
    .map((kind) => alsoText(model, kind, headline, isAccepted(judged, kind) ? ' (accepted)' : ''));
  const rest = elsewhere(model, headline);
  const more = [...(rest === undefined ? [] : [rest]), ...also];
  const tail = more.length === 0 ? '' : `; also: ${more.join('; ')}`;
  const check = VERDICT[headline.verdict];
  return {
    check: isBeyondLag(headline.outcome) ? check : milder(check),
    message: `${happens(judged, headline)}${tail} (looked at ${boundOfAll(clients)})`,
    related: places(judged, headline),
    acceptable: headline.verdict,
  };
}

function sayAccepted(judged: Judged, first: Kind): Said {
  const { model, kinds, accepted, clients } = judged;
  const also = kinds.slice(1).map((kind) => alsoText(model, kind, first, ''));
  const reasons = accepted.flatMap(({ verdict, reason }) =>
    kinds.some((kind) => kind.verdict === verdict) ? [`${verdict}: “${reason}”`] : [],
  );
  const tail = also.length === 0 ? '' : `; also: ${also.join('; ')}`;
  return {
    check: JUDGED.accepted,
    message: `${happens(judged, first)}${tail}; accepted, ${list(reasons)} (looked at ${boundOfAll(clients)})`,
    related: places(judged, first),
  };
}

/** "`pay` errors for traveller when link us–eu is cut: no majority in reach" */
function happens({ model, operation }: Judged, { clients, finding: { outcome, cause } }: Kind): string {
  const who = clients.map((client) => vertexName(model, client));
  const what = `\`${operationName(model, operation)}\` ${happensText(outcome, who)} ${whenText(model, cause)}`;
  return `${what}${because(reasonText(model, operation, outcome))}`;
}

function places({ model, operation }: Judged, { finding: { outcome, cause } }: Kind): readonly RelatedPlace[] {
  return relatedPlaces(model, operation, outcome, cause);
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
function alsoText(model: Model, kind: Kind, headline: Kind, intended: string): string {
  const who = shortList(
    kind.hits.map(({ client }) => vertexName(model, client)),
    4,
  );
  const { cause } = kind.finding;
  const same = compareCauses(cause, headline.finding.cause) === 0;
  // Several clients have causes of their own; this one stands for them.
  const eg = kind.hits.length > 1 ? ', as' : '';
  const what = isBeyondLag(kind.outcome) ? kind.verdict : verdictText(kind.outcome);
  if (kind.outcome.before === true) {
    const become = kind.verdict === 'conflict' ? what.replace('conflict', 'in conflict') : what;
    return `what ${who} wrote just before can be ${become}${intended}${same ? '' : `${eg} ${whenText(model, cause)}`}`;
  }
  return `${what} for ${who}${intended}${same ? '' : `${eg} ${whenText(model, cause)}`}`;
}

/** Nothing was found, and not everything was looked at: silence would read as "safe". */
function sayNotKnown({ model, operation, clients }: Judged): Said | undefined {
  const limited = clients.find(isLimited);
  if (limited === undefined) return undefined;
  const name = operationName(model, operation);
  if (limited.notKnown !== undefined)
    return { check: JUDGED.notKnown, message: `what happens to \`${name}\` is not known: ${limited.notKnown}` };
  const looked = `nothing goes wrong with \`${name}\` in ${boundText(limited.explored)}`;
  return {
    check: milder(JUDGED.notKnown),
    message: `${looked}; there are too many faults to look at all of them, so the rest is not known`,
  };
}

const REASON = 'say why this is fine';

/** Offers to write down that the trade-off is intended; the reason is the author's to give. */
function acceptFix(resolved: Resolved, operation: number, verdict: Harmful): Fix {
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

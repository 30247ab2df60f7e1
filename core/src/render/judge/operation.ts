import type { Diagnostic, Fix, Severity } from '../../base/diagnostic.js';
import { compareCauses } from '../../engine/sweep.js';
import type { ClientResult, Finding, Outcome } from '../../engine/facts.js';
import type { Acceptance, Resolved, VerdictKind, VertexId } from '../../model/model.js';
import { boundOfAll, boundText, isLimited } from '../bound.js';
import { whenText } from '../cause.js';
import { because, happensText, list, reasonText, shortList, verdictText, vertexName } from '../words.js';
import { operationSpan, relatedTo, symbolOf } from './places.js';

/** Order of harm. */
const HARM: readonly VerdictKind[] = ['ok', 'error', 'stale', 'unknown', 'conflict', 'lost'];

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

/** The one diagnostic of an operation; none where all is well under everything that was to be looked at. */
export function judgeOperation(resolved: Resolved, operation: number, clients: readonly ClientResult[]): Diagnostic[] {
  const accepted = resolved.model.acceptances.filter((acceptance) => acceptance.operation === operation);
  const kinds = kindsOf(clients);
  const open = kinds.filter((kind) => !accepted.some(({ verdict }) => verdict === kind.outcome.verdict));
  const headline = open[0];
  if (headline !== undefined) return [diagnose(resolved, operation, clients, headline, kinds, accepted)];
  const [first] = kinds;
  if (first !== undefined) return [acceptedDiagnostic(resolved, operation, clients, first, kinds, accepted)];
  return notKnown(resolved, operation, clients);
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
  return [...hits.values()].flatMap((list) => kindOf(list)).sort((a, b) => harm(b.outcome) - harm(a.outcome));
}

function kindOf(hits: readonly Hit[]): Kind[] {
  let [first] = hits;
  if (first === undefined) return [];
  for (const hit of hits) if (compareCauses(hit.finding.cause, first.finding.cause) < 0) first = hit;
  const { client, finding } = first;
  const same = hits.filter((hit) => hit !== first && hit.finding.causes.some((cause) => compareCauses(cause, finding.cause) === 0));
  return [{ outcome: finding.outcome, hits, finding, clients: [client, ...same.map((hit) => hit.client)] }];
}

/** How bad it is: what the network can carry and will soon does least harm. */
export function harm(outcome: Outcome): number {
  return HARM.indexOf(outcome.verdict) + (outcome.howLong === 'lag' ? 0 : HARM.length);
}

function diagnose(
  resolved: Resolved,
  operation: number,
  clients: readonly ClientResult[],
  headline: Kind,
  kinds: readonly Kind[],
  accepted: readonly Acceptance[],
): Diagnostic {
  const { verdict, howLong } = headline.outcome;
  const also = kinds.filter((kind) => kind !== headline && kind.outcome.howLong !== 'lag').map((kind) => alsoText(resolved, kind, headline, accepted));
  const rest = elsewhere(resolved, headline);
  const more = [...(rest === undefined ? [] : [rest]), ...also];
  const tail = more.length === 0 ? '' : `; also: ${more.join('; ')}`;
  const severity: Severity = howLong === 'lag' ? 'information' : 'warning';
  return {
    code: `op-${verdict}`,
    severity,
    ...common(resolved, operation, headline, `${tail} (looked at ${boundOfAll(clients)})`),
    fixes: [acceptFix(resolved, operation, verdict)],
  };
}

function acceptedDiagnostic(
  resolved: Resolved,
  operation: number,
  clients: readonly ClientResult[],
  first: Kind,
  kinds: readonly Kind[],
  accepted: readonly Acceptance[],
): Diagnostic {
  const also = kinds.slice(1).map((kind) => alsoText(resolved, kind, first, []));
  const reasons = accepted.flatMap(({ verdict, reason }) => (kinds.some((kind) => kind.outcome.verdict === verdict) ? [`${verdict}: “${reason}”`] : []));
  const tail = also.length === 0 ? '' : `; also: ${also.join('; ')}`;
  return { code: 'op-accepted', severity: 'hint', ...common(resolved, operation, first, `${tail}; accepted, ${list(reasons)} (looked at ${boundOfAll(clients)})`) };
}

function common(resolved: Resolved, operation: number, kind: Kind, tail: string): Pick<Diagnostic, 'span' | 'message' | 'related'> {
  const { model } = resolved;
  const name = model.operations[operation]?.name ?? '?';
  const { outcome, cause } = kind.finding;
  const who = kind.clients.map((client) => vertexName(model, client));
  return {
    span: operationSpan(resolved, operation),
    message: `\`${name}\` ${happensText(outcome, who)} ${whenText(model, cause)}${because(reasonText(model, operation, outcome))}${tail}`,
    related: relatedTo(resolved, operation, outcome, cause),
  };
}

/** Clients to whom the headline happens under other causes only. */
function elsewhere(resolved: Resolved, headline: Kind): string | undefined {
  const others = headline.hits.map(({ client }) => client).filter((client) => !headline.clients.includes(client));
  if (others.length === 0) return undefined;
  return `the same for ${shortList(others.map((client) => vertexName(resolved.model, client)), 4)} under other faults`;
}

/** "error for traveller when link us–eu is cut"; the cause of the headline is not said again. */
function alsoText(resolved: Resolved, kind: Kind, headline: Kind, accepted: readonly Acceptance[]): string {
  const who = shortList(kind.hits.map(({ client }) => vertexName(resolved.model, client)), 4);
  const intended = accepted.some(({ verdict }) => verdict === kind.outcome.verdict) ? ' (accepted)' : '';
  const { cause } = kind.finding;
  const same = compareCauses(cause, headline.finding.cause) === 0;
  // Several clients have causes of their own; this one stands for them.
  const eg = kind.hits.length > 1 ? ', as' : '';
  const what = kind.outcome.howLong === 'lag' ? verdictText(kind.outcome) : kind.outcome.verdict;
  return `${what} for ${who}${intended}${same ? '' : `${eg} ${whenText(resolved.model, cause)}`}`;
}

/** Nothing was found, and not everything was looked at: silence would read as "safe". */
function notKnown(resolved: Resolved, operation: number, clients: readonly ClientResult[]): Diagnostic[] {
  const limited = clients.find(isLimited);
  if (limited === undefined) return [];
  const name = resolved.model.operations[operation]?.name ?? '?';
  const span = operationSpan(resolved, operation);
  if (limited.notKnown !== undefined) {
    return [{ code: 'op-not-known', severity: 'warning', span, message: `what happens to \`${name}\` is not known: ${limited.notKnown}` }];
  }
  const message = `nothing goes wrong with \`${name}\` in ${boundText(limited.explored)}; there are too many faults to look at all of them, so the rest is not known`;
  return [{ code: 'op-not-known', severity: 'information', span, message }];
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
    edits: [{ span: { start: at, end: at }, text: `${statement}${REASON}"`, placeholder: { start: statement.length, end: statement.length + REASON.length } }],
  };
}

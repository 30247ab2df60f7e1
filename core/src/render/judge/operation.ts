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

/** One kind of finding with everybody whom it happens to. */
interface Kind {
  readonly outcome: Outcome;
  /** The clients, each with its own smallest causes. */
  readonly hits: readonly { readonly client: ClientResult; readonly finding: Finding }[];
}

/** The one diagnostic of an operation; none where all is well under everything that was to be looked at. */
export function judgeOperation(resolved: Resolved, operation: number, clients: readonly ClientResult[]): Diagnostic[] {
  const accepted = resolved.model.acceptances.filter((acceptance) => acceptance.operation === operation);
  const kinds = kindsOf(clients);
  const open = kinds.filter((kind) => !accepted.some(({ verdict }) => verdict === kind.outcome.verdict));
  const headline = open[0];
  if (headline !== undefined) return [diagnose(resolved, operation, clients, headline, kinds, accepted)];
  const [first] = kinds;
  if (first !== undefined) return [acceptedDiagnostic(resolved, operation, first, kinds, accepted)];
  return notKnown(resolved, operation, clients);
}

/** Kinds of findings over all clients, worst first, those until the heal before those for the lag. */
function kindsOf(clients: readonly ClientResult[]): Kind[] {
  const kinds = new Map<string, { outcome: Outcome; hits: { client: ClientResult; finding: Finding }[] }>();
  for (const client of clients) {
    for (const finding of client.findings) {
      const key = verdictText(finding.outcome);
      const kind = kinds.get(key) ?? { outcome: finding.outcome, hits: [] };
      kind.hits.push({ client, finding });
      kinds.set(key, kind);
    }
  }
  return [...kinds.values()].sort((a, b) => harm(b.outcome) - harm(a.outcome));
}

function harm(outcome: Outcome): number {
  return HARM.indexOf(outcome.verdict) + (outcome.howLong === 'lag' ? 0 : HARM.length);
}

/** The finding with the smallest cause, and all clients to whom the very same cause does the same. */
function smallestOf(kind: Kind): { readonly client: ClientResult; readonly finding: Finding; readonly clients: readonly VertexId[] } | undefined {
  const [hit] = [...kind.hits].sort((a, b) => compareCauses(a.finding.cause, b.finding.cause));
  if (hit === undefined) return undefined;
  const same = kind.hits.filter(({ finding }) => finding.causes.some((cause) => compareCauses(cause, hit.finding.cause) === 0));
  const clients = [hit, ...same.filter((other) => other !== hit)].map(({ client }) => client.client);
  return { ...hit, clients };
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

function acceptedDiagnostic(resolved: Resolved, operation: number, first: Kind, kinds: readonly Kind[], accepted: readonly Acceptance[]): Diagnostic {
  const also = kinds.slice(1).map((kind) => alsoText(resolved, kind, first, []));
  const reasons = accepted.flatMap(({ verdict, reason }) => (kinds.some((kind) => kind.outcome.verdict === verdict) ? [`${verdict}: “${reason}”`] : []));
  const tail = also.length === 0 ? '' : `; also: ${also.join('; ')}`;
  return { code: 'op-accepted', severity: 'hint', ...common(resolved, operation, first, `${tail}. Accepted, ${list(reasons)}`) };
}

function common(resolved: Resolved, operation: number, kind: Kind, tail: string): Pick<Diagnostic, 'span' | 'message' | 'related'> {
  const { model } = resolved;
  const name = model.operations[operation]?.name ?? '?';
  const smallest = smallestOf(kind);
  const span = operationSpan(resolved, operation);
  if (smallest === undefined) return { span, message: `\`${name}\` ${kind.outcome.verdict}${tail}` };
  const { outcome, cause } = smallest.finding;
  const who = smallest.clients.map((client) => vertexName(model, client));
  return {
    span,
    message: `\`${name}\` ${happensText(outcome, who)} ${whenText(model, cause)}${because(reasonText(model, operation, outcome))}${tail}`,
    related: relatedTo(resolved, operation, outcome, cause),
  };
}

/** Clients to whom the headline happens under other causes only. */
function elsewhere(resolved: Resolved, headline: Kind): string | undefined {
  const named = new Set(smallestOf(headline)?.clients ?? []);
  const others = headline.hits.map(({ client }) => client.client).filter((client) => !named.has(client));
  if (others.length === 0) return undefined;
  return `the same for ${shortList(others.map((client) => vertexName(resolved.model, client)), 4)} under other faults`;
}

/** "error for traveller when link us–eu is cut"; the cause of the headline is not said again. */
function alsoText(resolved: Resolved, kind: Kind, headline: Kind, accepted: readonly Acceptance[]): string {
  const who = shortList(kind.hits.map(({ client }) => vertexName(resolved.model, client.client)), 4);
  const intended = accepted.some(({ verdict }) => verdict === kind.outcome.verdict) ? ' (accepted)' : '';
  const cause = smallestOf(kind)?.finding.cause;
  const known = smallestOf(headline)?.finding.cause;
  const same = cause === undefined || (known !== undefined && compareCauses(cause, known) === 0);
  // Several clients have causes of their own; this one stands for them.
  const eg = kind.hits.length > 1 ? ', as' : '';
  return `${kind.outcome.verdict} for ${who}${intended}${same ? '' : `${eg} ${whenText(resolved.model, cause)}`}`;
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

/** Offers to write down that the trade-off is intended; the reason is the author's to give. */
function acceptFix(resolved: Resolved, operation: number, verdict: VerdictKind): Fix {
  const symbol = symbolOf(resolved, 'operation', operation);
  const at = symbol?.statement.end ?? resolved.text.length;
  const span = operationSpan(resolved, operation);
  const written = resolved.text.slice(span.start, span.end);
  return {
    title: `Accept ${verdict} on ${resolved.model.operations[operation]?.name ?? '?'}, with a reason`,
    edits: [{ span: { start: at, end: at }, text: `\naccept ${verdict} on ${written} "say why this is fine"` }],
  };
}

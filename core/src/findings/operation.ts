import { REASON } from '../model/resolve/acceptance.js';
import type { Fix } from '../base/edit.js';
import { flatMapped, type Steps } from '../base/steps.js';
import { type Harmful, isBeyondLag } from '../base/harm.js';
import { firstShort } from '../base/words.js';
import { milder, rare } from '../checks/check.js';
import { type Diagnostic, diagnosticOf } from '../checks/diagnostic.js';
import type { CheckRow } from '../checks/index.js';
import { JUDGED, VERDICT } from '../checks/verdicts.js';
import type { ClientResult, ExpectationResult } from '../engine/facts.js';
import type { Expectation, Model, Resolved } from '../model/model.js';
import { modelText } from '../model/modelText.js';
import { operationSpan, symbolOf } from '../model/symbols.js';
import { placed, type RelatedPlace, relatedPlaces } from '../render/related.js';
import { boundText, isLimited } from '../render/words/bound.js';
import { briefTexts } from '../render/words/brief.js';
import { operationName, vertexName } from '../render/words/names.js';
import { shortList } from '../render/words/sentence.js';
import { reasonText } from '../render/words/verdict.js';
import type { Decision } from '../review/decided.js';
import { type Headline, type Standing, standingOf } from '../review/standing.js';

/** What a diagnostic says, wherever that stands in the text. */
interface Said {
  readonly check: CheckRow;
  readonly message: string;
  readonly related?: readonly RelatedPlace[];
  /** Set where that may be intended. */
  readonly acceptable?: Harmful;
  readonly isRare?: true;
}

/** One operation with everything that happens to it. */
interface Judged {
  readonly model: Model;
  readonly operation: number;
  /** Its results, one for each client. */
  readonly clients: readonly ClientResult[];
  readonly standing: Standing;
}

/** All that words are made from. */
interface Asked {
  readonly clients: readonly ClientResult[];
  readonly network: string;
  readonly operation: string;
  readonly stores: readonly string[];
  /** Its acceptances, with their places in the model. */
  readonly accepted: readonly string[];
  /** What expectations that hold say of it, with their places. */
  readonly stated: readonly string[];
  /** The names of the operations that the results mention. */
  readonly others: readonly string[];
}

/**
 * What was said, by the first of the results: from one edit to the next most are the very same, and putting those of a
 * large file into words takes longer than anybody wants to wait.
 */
const remembered = new WeakMap<ClientResult, { readonly asked: Asked; readonly said: readonly Said[] }>();

/**
 * What there is to say of each operation: what one likely fault does, or else what only happens beyond it; nothing
 * where all is well under everything that was to be looked at.
 */
export function* judgeOperations(
  resolved: Resolved,
  byOperation: readonly (readonly ClientResult[])[],
  expectations: readonly ExpectationResult[],
): Steps<Diagnostic[]> {
  const { model } = resolved;
  const accepted = byOperationOf(model.acceptances.map((one, index) => ({ ...one, index })));
  const stated = byOperationOf(statedOf(model, expectations));
  const texts = modelText(model);
  // Equal texts are compared at a glance where they are the very same.
  let { network } = texts;
  const size = (clients: readonly ClientResult[]): number => SAID_SIZE * clients.length;
  return yield* flatMapped(byOperation, size, (clients, operation): Diagnostic[] => {
    const [first] = clients;
    if (first === undefined) return [];
    const known = remembered.get(first);
    if (known?.asked.network === network) ({ network } = known.asked);
    const asked: Asked = {
      clients,
      network,
      operation: texts.operations[operation] ?? '',
      stores: model.operations[operation]?.steps.map(({ store }) => texts.stores[store] ?? '') ?? [],
      accepted: accepted.get(operation) ?? [],
      stated: stated.get(operation) ?? [],
      others: othersOf(model, clients),
    };
    const current =
      known !== undefined && isSame(known.asked, asked)
        ? known
        : { asked, said: say({ model, operation, clients, standing: standingOf(model, expectations, clients) }) };
    if (current !== known) remembered.set(first, current);
    return current.said.map((said) => at(resolved, operation, said));
  });
}

/** The work of putting the results of one client into words, in the units of a step. */
const SAID_SIZE = 200;

/** The expectations that hold, each with its place. */
function statedOf(
  model: Model,
  expectations: readonly ExpectationResult[],
): readonly (Expectation & { readonly index: number })[] {
  return expectations.flatMap(({ expectation: index, status }) => {
    const one = model.expectations[index];
    return status === 'holds' && one !== undefined ? [{ ...one, index }] : [];
  });
}

function byOperationOf(all: readonly { readonly operation: number }[]): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  for (const one of all) {
    const known = found.get(one.operation);
    if (known === undefined) found.set(one.operation, [JSON.stringify(one)]);
    else known.push(JSON.stringify(one));
  }
  return found;
}

function isSame(one: Asked, other: Asked): boolean {
  return (
    one.network === other.network &&
    one.operation === other.operation &&
    hasSame(one.clients, other.clients, (client) => client) &&
    hasSame(one.stores, other.stores, (store) => store) &&
    hasSame(one.stated, other.stated, (text) => text) &&
    hasSame(one.others, other.others, (name) => name) &&
    hasSame(one.accepted, other.accepted, (text) => text)
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

function at(resolved: Resolved, operation: number, { check, message, related, acceptable, isRare }: Said): Diagnostic {
  return diagnosticOf(check, operationSpan(resolved, operation), message, {
    ...(isRare === undefined ? {} : { isRare }),
    ...(related === undefined ? {} : { related: placed(resolved, related) }),
    ...(acceptable === undefined ? {} : { fixes: [acceptFix(resolved, operation, acceptable)] }),
  });
}

function say(judged: Judged): readonly Said[] {
  const { headline, beyond } = judged.standing;
  if (headline === undefined && beyond === undefined) return sayNotKnown(judged);
  // One stands on the name of an operation that nobody decided; what was decided leaves room for what is beyond it.
  const first = headline === undefined ? [] : [sayHeadline(judged, headline)];
  if (beyond === undefined || (headline !== undefined && isOpen(headline))) return first;
  return [
    ...first,
    { ...told(judged, beyond), acceptable: beyond.verdict, check: rare(VERDICT[beyond.verdict]), isRare: true },
  ];
}

/** Nobody decided it. */
function isOpen({ decision }: Headline): boolean {
  return decision === undefined;
}

function sayHeadline(judged: Judged, headline: Headline): Said {
  const { decision, outcome, verdict } = headline;
  const check = VERDICT[verdict];
  if (decision === undefined)
    return { ...told(judged, headline), acceptable: verdict, check: isBeyondLag(outcome) ? check : milder(check) };
  const { related = [], ...said } = told(judged, headline);
  return { ...said, related: [decidedAt(decision), ...related], check: JUDGED.accepted };
}

/** Where the file decides it, with the reason: a message may be too short for that. */
function decidedAt(decision: Decision): RelatedPlace {
  return decision.kind === 'accepted'
    ? { kind: 'acceptances', index: decision.acceptance, message: `accepted: “${decision.reason}”` }
    : { kind: 'expectations', index: decision.expectation, message: 'expected here' };
}

/** "`pay` errors for traveller when link us–eu is cut: no majority in reach" */
function told({ model, operation }: Judged, headline: Headline): Omit<Said, 'check' | 'acceptable'> {
  const { outcome, cause } = headline;
  return {
    message: messageOf(model, operation, headline),
    related: [
      { kind: 'operations', index: operation, message: reasonText(model, operation, outcome) },
      ...relatedPlaces(model, operation, outcome, cause),
      ...elsewhere(model, operation, headline),
    ],
  };
}

/** Of a rare fault, only what it does; its reason is the first of the related places. */
function messageOf(model: Model, operation: number, headline: Headline): string {
  const texts = briefTexts(model, operation, headline);
  return headline.tier === 'rare' ? (texts.at(-1) ?? texts[0]) : firstShort(texts);
}

/** Clients to whom the headline happens under other faults only. */
function elsewhere(model: Model, index: number, { others }: Headline): RelatedPlace[] {
  if (others.length === 0) return [];
  const who = shortList(
    others.map((client) => vertexName(model, client)),
    4,
  );
  return [{ kind: 'operations', index, message: `The same happens to ${who} under other faults` }];
}

/** Nothing was found, and not everything was looked at: silence would read as "safe". */
function sayNotKnown({ model, operation, clients }: Judged): readonly Said[] {
  const limited = clients.find(isLimited);
  if (limited === undefined) return [];
  const name = operationName(model, operation);
  if (limited.notKnown !== undefined)
    return [
      {
        check: JUDGED.notKnown,
        message: firstShort([`\`${name}\` is not known: ${limited.notKnown}`, `\`${name}\` is not known`]),
        related: [{ kind: 'operations', index: operation, message: limited.notKnown }],
      },
    ];
  const looked = `Nothing goes wrong in ${boundText(limited.explored)}`;
  return [
    {
      check: milder(JUDGED.notKnown),
      message: `nothing was found for \`${name}\`, and there are too many faults to look at all of them`,
      related: [{ kind: 'operations', index: operation, message: `${looked}; the rest is not known` }],
    },
  ];
}

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

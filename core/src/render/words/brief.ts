import { firstShort } from '../../base/words.js';
import type { Model } from '../../model/model.js';
import type { Decision } from '../../review/decided.js';
import type { Headline } from '../../review/standing.js';
import { briefWhenText } from './cause.js';
import { operationName, stepText, vertexName } from './names.js';
import { shortList } from './sentence.js';

/** How many clients a message names. */
const MOST_CLIENTS = 3;

/** What happens to some clients of an operation under one fault. */
export type Happening = Pick<Headline, 'outcome' | 'cause' | 'clients' | 'decision'>;

/** "`pay` errors for bob when us–eu is cut: 1 of 3 replicas in reach of eu1", in 20 words where names allow. */
export function briefText(model: Model, operation: number, happening: Happening): string {
  return firstShort(briefTexts(model, operation, happening));
}

/** The same in several lengths, the longest first. */
export function briefTexts(model: Model, operation: number, happening: Happening): readonly [string, ...string[]] {
  const { clients, cause, decision } = happening;
  const who = shortList(
    clients.map((client) => vertexName(model, client)),
    MOST_CLIENTS,
  );
  const what = `\`${operationName(model, operation)}\`${happens(happening, who)} ${briefWhenText(model, cause)}`;
  const [first, ...more] =
    decision === undefined ? reasonsAfter(briefReason(model, operation, happening)) : decided(decision);
  return [`${what}${first ?? ''}`, ...more.map((end) => `${what}${end}`), what];
}

/** The same without the operation's name, and its reason apart: "errors for bob when us–eu is cut". */
export function headlineText(model: Model, operation: number, headline: Headline): { what: string; why: string } {
  const who = shortList(
    headline.clients.map((client) => vertexName(model, client)),
    MOST_CLIENTS,
  );
  const what = `${happens(headline, who).replace(/^:? /, '')} ${briefWhenText(model, headline.cause)}`;
  return { what, why: briefReason(model, operation, headline) };
}

/** A reason as the end of a message, and its first part: "1 of 3 replicas in reach of a". */
function reasonsAfter(reason: string): string[] {
  const [first = ''] = reason.split(',');
  return reason === '' ? [] : [`: ${reason}`, `: ${first}`];
}

/** The ends of a message about what was decided, the longest first. */
function decided(decision: Decision): string[] {
  if (decision.kind === 'expected') return [', as is expected'];
  return [`; accepted: “${decision.reason}”`, '; accepted'];
}

/** What happens, as the continuation of the operation's name. */
function happens({ outcome: { verdict, howLong, before } }: Happening, who: string): string {
  if (before === true)
    return `: what ${who} wrote just before can be ${verdict === 'conflict' ? 'in conflict' : verdict}`;
  switch (verdict) {
    case 'ok':
      return ` is ok for ${who}`;
    case 'error':
      return ` errors for ${who}`;
    case 'stale':
      return howLong === 'lag' ? ` is stale for ${who} while replication lags` : ` can be stale for ${who}`;
    case 'dirty':
      return ` can show ${who} a write that is then discarded`;
    case 'unknown':
      return `: ${who} can't know whether it took effect`;
    case 'partial':
      return ` can end half done for ${who}`;
    case 'conflict':
      return howLong === 'lag'
        ? ` can be in conflict for ${who} while replication lags`
        : ` can be in conflict for ${who}`;
    case 'lost':
      return ` can be lost for ${who}`;
  }
}

/** The reason in a few words; empty where the verdict says enough. */
function briefReason(model: Model, operation: number, { outcome }: Happening): string {
  const { verdict, other, reason, halfDone = [] } = outcome;
  const write =
    other === undefined ? '' : `${operationName(model, other.operation)} from ${vertexName(model, other.client)}`;
  switch (verdict) {
    case 'stale':
      return write === '' ? '' : `it can miss ${write}`;
    case 'conflict':
      return write === '' ? '' : `with ${write}`;
    case 'lost':
      return 'acknowledged, then gone';
    case 'partial': {
      const steps = model.operations[operation]?.steps;
      return halfDone.length === 0 ? '' : `after ${halfDone.map((i) => stepText(model, steps?.[i])).join(', ')}`;
    }
    case 'error':
    case 'unknown':
      return reason.split(/[;:]/)[0] ?? '';
    default:
      return '';
  }
}

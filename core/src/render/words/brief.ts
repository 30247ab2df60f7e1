import type { Model } from '../../model/model.js';
import type { Decision } from '../../review/decided.js';
import type { Headline } from '../../review/standing.js';
import { whenText } from './cause.js';
import { operationName, stepText, vertexName } from './names.js';
import { shortList } from './sentence.js';

/** A message is one clause: the reason and the rest stand in the hover and in related places. */
export const MOST_WORDS = 20;

/** How many clients a message names. */
const MOST_CLIENTS = 3;

/** "`pay` errors for bob when link us–eu is cut: 1 of 3 replicas in reach of eu1", in 20 words where names allow. */
export function briefText(model: Model, operation: number, headline: Headline): string {
  const { clients, cause, decision } = headline;
  const who = shortList(
    clients.map((client) => vertexName(model, client)),
    MOST_CLIENTS,
  );
  const what = `\`${operationName(model, operation)}\`${happening(headline, who)} ${whenText(model, cause)}`;
  const more = decision === undefined ? [reasonAfter(briefReason(model, operation, headline))] : decided(decision);
  return [...more.map((end) => `${what}${end}`), what].find((text) => wordsIn(text) <= MOST_WORDS) ?? what;
}

function reasonAfter(reason: string): string {
  return reason === '' ? '' : `: ${reason}`;
}

/** The ends of a message about what was decided, the longest first. */
function decided(decision: Decision): string[] {
  if (decision.kind === 'expected') return [', as is expected'];
  return [`; accepted: “${decision.reason}”`, '; accepted'];
}

export function wordsIn(text: string): number {
  return text.split(/\s+/).length;
}

/** What happens, as the continuation of the operation's name. */
function happening({ outcome: { verdict, howLong, before } }: Headline, who: string): string {
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
function briefReason(model: Model, operation: number, { outcome }: Headline): string {
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

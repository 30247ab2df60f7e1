import type { Results } from '../engine/facts.js';
import type { Resolved } from '../model/model.js';
import { visible } from '../render/print/visible.js';
import { text } from '../render/reports/cells.js';
import type { Section } from '../render/reports/document.js';
import { operationName } from '../render/words/names.js';
import { shortList } from '../render/words/sentence.js';
import { Design } from './design.js';
import type { Effect } from './effect.js';
import { HELPS } from './effect/headlineChange.js';
import { candidatesOf, type Judged } from './judge.js';

/** Of the changes that help nothing, this many are named in a sentence. */
const MOST_NAMED = 3;

/** A change that was tried for one operation. */
interface Tried {
  readonly action: string;
  /** Absent where nothing gets better for the operation, or it could not be tried within the limit. */
  readonly effect?: Effect;
}

function triedFor(resolved: Resolved, results: Results, judged: Judged, operation: number): readonly Tried[] {
  return candidatesOf(new Design(resolved, results), operation).map(({ id, action }) => {
    const effect = judged.effects[`${operation} ${id}`];
    return { action, ...(effect === undefined ? {} : { effect }) };
  });
}

/** Does it help with the headline of the operation? */
function helps({ effect }: Tried): boolean {
  return effect !== undefined && HELPS.indexOf(effect.helps) < HELPS.indexOf('beyond');
}

/**
 * Why the light bulb has nothing that helps with the headline of an operation: what was tried. Undefined where it has
 * something, or nothing goes wrong.
 */
export function whyNoFix(
  resolved: Resolved,
  results: Results,
  judged: Judged,
  operation: number,
): { readonly title: string; readonly reason: string } | undefined {
  const clients = results.clients.filter((one) => one.operation === operation);
  if (!clients.some(({ findings }) => findings.length > 0)) return undefined;
  const tried = triedFor(resolved, results, judged, operation);
  if (tried.some(helps)) return undefined;
  const name = operationName(resolved.model, operation);
  const title = visible(`No small change helps ${name}`);
  if (tried.length === 0) return { title, reason: visible(`No change that Netsplit tries applies to \`${name}\`.`) };
  const actions = shortList(
    tried.map(({ action }) => action),
    MOST_NAMED,
  );
  return { title, reason: visible(`Tried for \`${name}\`, without help under one fault: ${actions}.`) };
}

/** What was tried for an operation and what comes of it: why the light bulb has a change, or does not have it. */
export function triedSection(
  resolved: Resolved,
  results: Results,
  judged: Judged,
  operation: number,
): readonly Section[] {
  const why = whyNoFix(resolved, results, judged, operation);
  const tried = triedFor(resolved, results, judged, operation);
  if (tried.length === 0) return why === undefined ? [] : [{ heading: 'What was tried', paragraphs: [why.reason] }];
  return [
    {
      heading: 'What was tried',
      paragraphs: [],
      table: {
        columns: ['change', 'what comes of it', 'light bulb'],
        rows: tried.map((one) => ({
          cells: [
            text(one.action),
            text(one.effect?.text ?? 'nothing better was found'),
            text(helps(one) ? 'offered first' : one.effect === undefined ? 'not offered' : 'offered last'),
          ],
        })),
      },
    },
  ];
}

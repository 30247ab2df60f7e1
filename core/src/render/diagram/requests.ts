import { VERDICTS, type VerdictKind } from '../../base/harm.js';
import type { UnderResult } from '../../engine/under.js';
import type { Model, VertexId } from '../../model/model.js';
import { visible } from '../print/visible.js';
import { SIGNS } from '../words/signs.js';
import { cut, pixels, SMALL_COLUMN, type Cut } from './measure.js';
import { text } from './pieces.js';
import type { Box, Shape } from './scene.js';

// The operations that a client issues stand in its box, with what becomes of each under the fault that is shown. The
// box is as large without a verdict: a fault moves nothing.

const REQUEST_HEIGHT = 15;
const REQUEST_COLUMNS = 18;
const MOST_REQUESTS = 5;
/** Left of the name, between it and the sign, and right of the sign. */
const ROOM = 48;

/** A line in the box of a client: one operation, or those for which there was no room. */
export interface Request {
  readonly operations: readonly number[];
  readonly name: Cut;
}

/** What becomes of one operation of one client. `silent`: its machine is down, and it issues nothing. */
export interface ShownVerdict {
  readonly operation: number;
  readonly client: VertexId;
  readonly verdict: VerdictKind | 'not known' | 'silent';
  /** It passes by itself, as soon as what is on its way has arrived. */
  readonly passes: boolean;
}

export function shownVerdicts(
  verdicts: readonly Pick<UnderResult, 'operation' | 'client' | 'verdict' | 'notKnown'>[],
): ShownVerdict[] {
  return verdicts.map(({ operation, client, verdict: { outcomes, silent }, notKnown }) => ({
    operation,
    client,
    verdict: notKnown !== undefined ? 'not known' : silent ? 'silent' : (outcomes[0]?.verdict ?? 'ok'),
    passes: notKnown === undefined && outcomes[0]?.howLong === 'lag',
  }));
}

export function requestsOf(model: Model, client: VertexId): Request[] {
  const issued = model.operations.flatMap(({ clients }, operation) => (clients.includes(client) ? [operation] : []));
  const shown = issued.slice(0, issued.length > MOST_REQUESTS ? MOST_REQUESTS - 1 : MOST_REQUESTS);
  const rest = issued.slice(shown.length);
  return [
    ...shown.map((operation) => ({
      operations: [operation],
      name: cut(model.operations[operation]?.name ?? '?', REQUEST_COLUMNS),
    })),
    ...(rest.length === 0 ? [] : [{ operations: rest, name: { text: `and ${rest.length} more` } }]),
  ];
}

/** What the lines add to the height of the box. */
export function requestsHeight(requests: readonly Request[]): number {
  return requests.length === 0 ? 0 : requests.length * REQUEST_HEIGHT + 5;
}

export function requestsWidth(requests: readonly Request[]): number {
  return Math.max(0, ...requests.map(({ name }) => pixels(name.text, SMALL_COLUMN) + ROOM));
}

/** Of several, the sign is that of the one that comes first. */
const WORST_FIRST: readonly ShownVerdict['verdict'][] = [
  ...VERDICTS.slice(1).reverse(),
  'not known',
  VERDICTS[0],
  'silent',
];

/** The lines, below `top`, and what a screen reader says of them. */
export function drawRequests(
  requests: readonly Request[],
  { x, width }: Box,
  top: number,
  verdicts: ReadonlyMap<number, ShownVerdict> | undefined,
): { readonly shapes: readonly Shape[]; readonly says: readonly string[] } {
  const drawn = requests.map(({ operations, name }, i) => {
    const y = top + (i + 0.5) * REQUEST_HEIGHT;
    const found = operations.flatMap((operation) => verdicts?.get(operation) ?? []);
    const worst = WORST_FIRST.find((one) => found.some(({ verdict }) => verdict === one));
    const line = text('small', 'start', { x: x + 12, y }, name);
    if (worst === undefined) return { shapes: [line], says: '' };
    const passes = found.every((one) => one.verdict !== worst || one.passes);
    const look = `verdict verdict-${worst.replace(' ', '-')}${passes ? ' verdict-passes' : ''}`;
    const plain = worst === 'silent' ? '–' : SIGNS[worst];
    // As in the heat map.
    const sign = passes ? `(${plain})` : plain;
    const shapes = [line, text(look, 'middle', { x: x + width - 16, y }, { text: sign })];
    const says =
      worst === 'silent'
        ? ''
        : `${visible(name.full ?? name.text)}: ${worst}${passes ? ' while replication lags' : ''}`;
    return { shapes, says };
  });
  return { shapes: drawn.flatMap(({ shapes }) => shapes), says: drawn.map(({ says }) => says) };
}

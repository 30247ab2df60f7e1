import { VERDICTS } from '../../base/harm.js';
import { IMPORTANCE_NOT_KNOWN } from '../../engine/importance.js';
import { hasTooManyCopies } from '../../engine/replicas.js';
import { SIGNS } from '../words/signs.js';
import { pixels, SMALL_COLUMN } from './measure.js';
import { crossOut, part, text, type View } from './pieces.js';
import type { Part, PartState, Shape } from './scene.js';
import { badgeSign, linkSign, type SignedRole } from './signs.js';

const LEGEND_HEIGHT = 30;

interface Entry {
  readonly text: string;
  readonly shapes: (x: number, y: number) => readonly Shape[];
  readonly states?: readonly PartState[];
}

/** Explains the signs that occur in the picture, in as many lines as the width of the picture needs. */
export function drawLegend(
  view: View,
  parts: readonly Part[],
): { readonly width: number; readonly height: number; readonly parts: readonly Part[] } {
  const { layout } = view;
  const entries = [...entriesOf(parts), ...limitsOf(view)];
  const drawn: Part[] = [];
  let x = 36;
  let y = layout.height;
  let width = 0;
  for (const { text: meaning, shapes, states: own = [] } of entries) {
    const room = pixels(meaning, SMALL_COLUMN) + 62;
    if (x > 36 && x + room > Math.max(layout.width, 360)) [x, y] = [36, y + LEGEND_HEIGHT - 8];
    drawn.push(
      part(
        { kind: 'legend', index: drawn.length, states: own },
        [meaning],
        [...shapes(x, y), text('small', 'start', { x: x + 26, y }, { text: meaning })],
      ),
    );
    x += room;
    width = Math.max(width, x);
  }
  return { width, height: entries.length === 0 ? 0 : y - layout.height + LEGEND_HEIGHT - 12, parts: drawn };
}

function lineAt(look: string, x: number, y: number): Shape {
  const points = [
    { x, y },
    { x: x + 12, y },
  ];
  return { kind: 'line', look, points };
}

/** What is not drawn because of a limit. */
function limitsOf({ model, importance, replicas }: View): Entry[] {
  const said = [
    ...(importance === IMPORTANCE_NOT_KNOWN ? ['which link matters most is not known: a limit was reached'] : []),
    ...(replicas !== undefined && hasTooManyCopies(model) ? ['too many copies to mark who leads or is stale'] : []),
  ];
  return said.map((meaning) => ({ text: meaning, shapes: () => [] }));
}

/** The signs that occur, in a fixed order. */
function entriesOf(parts: readonly Part[]): Entry[] {
  const looks = new Set(parts.flatMap(({ shapes }) => shapes.map(({ look }) => look)));
  const states = new Set(parts.filter(({ kind }) => kind === 'link').flatMap((one) => one.states));
  const badge = (role: SignedRole, meaning: string): Entry => ({
    text: meaning,
    shapes: (x, y) => [badgeSign(role, x + 8, y)],
  });
  const broken = (state: 'cut' | 'parted', meaning: string): Entry => ({
    text: meaning,
    states: [state],
    shapes: (x, y) => [
      {
        kind: 'line',
        look: 'line line-broken',
        points: [
          { x: x - 8, y },
          { x: x + 18, y },
        ],
      },
      ...linkSign({ at: { x: x + 5, y }, direction: { x: 1, y: 0 } }, state),
    ],
  });
  return [
    ...(looks.has('sign-leader') ? [badge('leader', 'leader or primary')] : []),
    ...(looks.has('sign-candidate') ? [badge('candidate', 'may lead now')] : []),
    ...(looks.has('sign-former') ? [badge('former', 'led before the break')] : []),
    ...(looks.has('sign-replica') ? [badge('replica', 'holds a copy')] : []),
    ...(looks.has('sign-observer') ? [badge('observer', 'holds a copy, no vote')] : []),
    ...(looks.has('sign-witness') ? [badge('witness', 'votes, holds no copy')] : []),
    ...(looks.has('sign-instance') ? [badge('instance', 'runs a service')] : []),
    ...(states.has('cut') || states.has('partly-cut') ? [broken('cut', 'cut')] : []),
    ...(states.has('parted') ? [broken('parted', 'nothing passes')] : []),
    ...([...looks].some((look) => look.startsWith('line line-weight'))
      ? [
          {
            text: 'thicker: more of the time without an answer is owed to it',
            shapes: (x: number, y: number) =>
              (['line', 'line line-weight-4'] as const).map((look, i) => lineAt(look, x - 8 + 14 * i, y)),
          },
        ]
      : []),
    ...(looks.has('stop')
      ? [
          {
            text: 'stopped',
            shapes: (x: number, y: number) => crossOut({ x: x - 4, y: y - 7, width: 20, height: 14 }),
            states: ['stopped'] as const,
          },
        ]
      : []),
    ...verdictEntries(looks),
  ];
}

/** The signs at clients and copies. */
function verdictEntries(looks: ReadonlySet<string>): Entry[] {
  const all = [...looks];
  const sign = (look: string, shown: string, meaning: string): Entry => ({
    text: meaning,
    shapes: (x, y) => [text(look, 'middle', { x: x + 10, y }, { text: shown })],
  });
  const isShown = (name: string): boolean => all.some((look) => look.startsWith(`verdict verdict-${name}`));
  return [
    ...VERDICTS.filter(isShown).map((verdict) => sign(`verdict verdict-${verdict}`, SIGNS[verdict], verdict)),
    ...(isShown('not-known') ? [sign('verdict verdict-not-known', SIGNS['not known'], 'not known')] : []),
    ...(isShown('silent') ? [sign('verdict verdict-silent', '–', 'the client is down too')] : []),
    ...(all.some((look) => look.endsWith('verdict-passes'))
      ? [sign('verdict verdict-passes', '( )', 'only while replication lags')]
      : []),
  ];
}

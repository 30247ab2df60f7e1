import { type VerdictCurves, verdictCurves } from '../../engine/curves.js';
import type { Model, VertexId } from '../../model/model.js';
import { logAxis } from '../chart/chart.js';
import { drawChart } from '../chart/draw.js';
import { CHART_STYLE } from '../chart/style.js';
import { operationName, vertexName } from '../words/names.js';
import { list } from '../words/sentence.js';
import { shareText } from '../words/share.js';
import { text } from './cells.js';
import type { Section } from './document.js';

/** A share that is smaller is drawn at the bottom. */
const LEAST = 1e-12;
/** How often links are down, in the table: the round numbers of the picture. */
const ROUND = [0.00001, 0.0001, 0.001, 0.01, 0.1, 0.5];

/**
 * How often each verdict is possible for a client of an operation, by how often each link is down: a curve for each
 * verdict, and a table of the same. Undefined: nothing but ok is, or it is not known within the limit.
 */
export function* curvesSectionInSteps(
  model: Model,
  operation: number,
  client: VertexId,
): Generator<void, Section | undefined> {
  const curves = yield* verdictCurves(model, operation, client);
  if (curves === undefined || curves.verdicts.length === 0) return undefined;
  const name = `${operationName(model, operation)} from ${vertexName(model, client)}`;
  return {
    heading: name,
    folded: true,
    paragraphs: [],
    chart: { scene: drawn(name, curves), style: CHART_STYLE },
    table: {
      columns: ['each link is down', ...curves.verdicts.map(({ verdict }) => verdict)],
      rows: curves.links.flatMap((down, i) =>
        ROUND.includes(down)
          ? [{ cells: [shareText(down), ...curves.verdicts.map(({ shares }) => shareText(shares[i] ?? 0))].map(text) }]
          : [],
      ),
    },
  };
}

/** What the curves take as given. */
export const CURVES_SUMMARY =
  'The share of time in which each verdict is possible, without replication lag, if every link fails as often as ' +
  'every other one. Nodes, zones and risks fail as the design says, or never.';

function drawn(name: string, { links, verdicts }: VerdictCurves): ReturnType<typeof drawChart> {
  const names = verdicts.map(({ verdict }) => verdict);
  return drawChart({
    description: `How often ${list(names)} may come of ${name}, by how often each link is down.`,
    x: logAxis('each link is down, share of time', links, shareText),
    y: logAxis(
      'verdict is possible, share of time',
      verdicts.flatMap(({ shares }) => shares.filter((share) => share >= LEAST)),
      shareText,
    ),
    curves: verdicts.map(({ verdict, shares }) => ({
      name: verdict,
      look: `curve-${verdict}`,
      points: links.flatMap((x, i) => {
        const y = shares[i] ?? 0;
        return y > 0 ? [{ x, y }] : [];
      }),
    })),
    marks: [],
    legend: [],
  });
}

import type { Model, Resolved } from '../model/model.js';
import { CHART_STYLE } from '../render/chart/style.js';
import type { Report, Row, Section } from '../render/reports/document.js';
import { text } from '../render/reports/cells.js';
import { operationCounts, operationCountsText } from '../render/words/decisions.js';
import { operationName } from '../render/words/names.js';
import { thousands } from '../base/thousands.js';
import { capital, count, list } from '../render/words/sentence.js';
import type { Advice, Advised } from './advise.js';
import { advicePlot } from './plot.js';
import { changedLines } from './lines.js';
import type { Measures } from './measures.js';
import { leavesOutPairs, MOST_LINKS } from './moves/addLink.js';
import { mayLeaveOutPlaces, MOST_PLACES } from './places.js';
import {
  answeredText,
  costText,
  designText,
  harmText,
  holdingText,
  latencyChange,
  latencyText,
  requestText,
  staleText,
} from './words.js';

/** The edits and effects of at most this many are told; the table has all of them. */
const MOST_TOLD = 12;

/** The designs that no other nearby one beats, what each is worth, and the edits that make it. */
export function adviceReport(resolved: Resolved, advice: Advice): Report {
  const { front, looked, nearby, request, today } = advice;
  const about = request.operation === undefined ? '' : ` for ${operationName(resolved.model, request.operation)}`;
  const bound =
    `${thousands(String(looked))} of ${thousands(nearby)} nearby designs: ${requestText(request)}` +
    (BigInt(looked) < BigInt(nearby) ? '; what the others are worth is not known' : '') +
    leftOut(resolved.model, request);
  if (today === undefined) return { title: `Advice${about}`, summary: whyNone(resolved), sections: [], bound };
  const plot = advicePlot(advice);
  const isTime = today.unanswered.faults === undefined;
  const columns = [
    'no.',
    'design',
    '1 fault',
    isTime ? 'answered' : 'no answer',
    'stale',
    'other harm',
    'round trip',
    'costs',
  ];
  return {
    title: `Advice${about}`,
    summary: `${todayText(today)}${summary(advice)} ${HOW[isTime ? 'time' : 'faults']}`,
    sections: [
      {
        paragraphs: [],
        ...(plot === undefined ? {} : { chart: { scene: plot, style: CHART_STYLE } }),
        table: {
          columns,
          rows: [
            row('–', 'as it is', today, today),
            ...front.map((one, i) => row(String(i + 1), designText(one), one.measures, today)),
          ],
        },
      },
      ...front.slice(0, MOST_TOLD).map((one, i) => told(resolved, one, i + 1)),
      ...refusals(advice),
    ],
    bound,
  };
}

/** What is not among the nearby designs, because of a limit. */
function leftOut(model: Model, { links }: Advice['request']): string {
  const pairs = links > 0 && leavesOutPairs(model) ? [`the first ${MOST_LINKS} pairs of places for a link`] : [];
  const places = mayLeaveOutPlaces(model) ? [`the first ${MOST_PLACES} free places of a store`] : [];
  const only = list([...pairs, ...places]);
  return only === '' ? '' : `; tried are only ${only}`;
}

const HOW = {
  time: 'A share of time is the mean over the clients, once each break is noticed.',
  faults: 'Faults are counted over all clients, for the design has no probabilities.',
};

function whyNone({ model }: Resolved): string {
  return model.operations.some(({ clients }) => clients.length > 0)
    ? 'A verdict of the design is not known, so nothing can be compared with it.'
    : 'The design has no operation yet, so there is nothing to make better.';
}

/** What one likely fault does comes first: "Today 1 of 3 operations holds under any one fault; 2 break: 2 decided. " */
function todayText({ tally }: Measures): string {
  const counts = operationCountsText(operationCounts(tally));
  return counts === '' ? '' : `Today ${counts}. `;
}

function summary({ front, isTodayBeaten, nearby }: Advice): string {
  if (nearby === '0') return 'There is nothing to change within the budget.';
  if (front.length === 0) return 'Nothing that was looked at is better than the design in any of these.';
  const designs = `${capital(count(front.length, 'nearby design'))} that no other one beats in everything.`;
  const one = front.length === 1;
  if (isTodayBeaten) return `${designs} ${one ? 'It' : 'One of them'} is nowhere worse than the design as it is.`;
  return `${designs} ${one ? 'It' : 'Each'} gives something up for what it gains.`;
}

function row(number: string, name: string, measures: Measures, today: Measures): Row {
  const change = latencyChange(measures, today);
  return {
    cells: [
      text(number),
      text(name),
      text(holdingText(measures)),
      text(answeredText(measures)),
      text(staleText(measures)),
      text(harmText(measures)),
      text(`${latencyText(measures)}${change === undefined ? '' : ` (${change})`}`),
      text(costText(measures, today)),
    ],
  };
}

function told({ text: written }: Resolved, advised: Advised, number: number): Section {
  const sentences = (head: string, parts: readonly string[]): string[] =>
    parts.length === 0 ? [] : [`${head}: ${parts.join('; ')}.`];
  return {
    heading: `${number}. ${designText(advised)}`,
    folded: true,
    edits: advised.edits,
    paragraphs: [...sentences('Better', advised.better), ...sentences('Worse', advised.worse)],
    table: {
      columns: ['where', 'as it is', 'then'],
      rows: changedLines(written, advised.edits).map(({ line, before, after }) => ({
        cells: [text(`line ${line}`), text(inOneLine(before)), text(inOneLine(after))],
      })),
    },
  };
}

function inOneLine(lines: string): string {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ⏎ ');
}

function refusals({ refused }: Advice): Section[] {
  const { mistaken, same, slow, broken, undecided, unknown } = refused;
  const all: readonly (readonly [number: number, why: string])[] = [
    [broken, 'would break an expectation or a need that is met today'],
    [undecided, 'with the other choice may end in a verdict that nobody accepts or expects'],
    [slow, 'too slow'],
    [unknown, 'not known: a limit was hit'],
    [mistaken, 'changes that contradict each other'],
    [same, 'the same design as another one'],
  ];
  const lines = all.flatMap(([number, why]) => (number === 0 ? [] : [`${thousands(String(number))}: ${why}.`]));
  return lines.length === 0 ? [] : [{ heading: 'Looked at, and left out', folded: true, paragraphs: lines }];
}

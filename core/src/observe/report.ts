import { duration } from '../engine/request.js';
import type { Outcome } from '../engine/facts.js';
import type { Model, Resolved } from '../model/model.js';
import { operationSpan } from '../model/symbols.js';
import { text, verdictCell } from '../render/reports/cells.js';
import type { Report, Row, Section } from '../render/reports/document.js';
import { causeTitle, whenText } from '../render/words/cause.js';
import { operationName, vertexName } from '../render/words/names.js';
import { capital, count, list } from '../render/words/sentence.js';
import { reasonText, verdictText } from '../render/words/verdict.js';
import type { Observation, RegisterRow, SeenRow, UnseenRow, When } from './observe.js';
import { contradicts } from './observe.js';
import type { Request } from './requests.js';
import type { Seen } from './seen.js';

/** How many requests of a violation are told at most; the last are those that nobody can place. */
const MOST_TOLD = 12;

const WHEN: Readonly<Record<When, string>> = {
  healthy: 'before the break',
  detecting: 'until it is noticed',
  settled: 'once it is noticed',
  healing: 'after the heal',
};

/** A recorded history beside the design: what contradicts it first, then what was seen, then what was not. */
export function observationReport(resolved: Resolved, observation: Observation): Report {
  const { model } = resolved;
  const { cause, seen, unseen, registers, requests, windows, noticedMs } = observation;
  const wrong = seen.filter(({ status }) => status === 'not predicted');
  const disordered = registers.filter(({ verdict, isExpected }) => verdict.kind === 'violation' && !isExpected);
  const isWrong = contradicts(observation);
  const noticed = noticedMs === undefined ? 'when it was noticed is not known' : `noticed after ${duration(noticedMs)}`;
  return {
    title: `Recorded history: ${causeTitle(model, cause)}`,
    summary: isWrong
      ? 'Something was seen that can’t happen by the design: the system or the design is wrong.'
      : `Nothing of ${count(requests, 'request')} contradicts the design.`,
    sections: [
      ...wrong.map((row) => contradiction(model, row)),
      ...disordered.map((row) => disorder(model, row)),
      seenTable(resolved, seen),
      ...registerSection(registers),
      ...unseenSection(resolved, unseen),
    ],
    bound: `${count(requests, 'request')}, ${count(windows.length, 'break')}, ${whenText(model, cause)}; ${noticed}`,
  };
}

function contradiction(model: Model, row: SeenRow): Section {
  const { operation, client, when, predicted, first } = row;
  const times = row.count === 1 ? 'once' : `${row.count} times`;
  return {
    heading: `Seen but not predicted: ${operationName(model, operation)} from ${vertexName(model, client)}`,
    paragraphs: [
      `${capital(whenOf(when))}, ${times}: ${seenSentence(model, first)}.`,
      `Predicted: ${predicted.map((outcome) => outcomeText(model, operation, outcome)).join('; ')}.`,
    ],
  };
}

function disorder(model: Model, { register, verdict }: RegisterRow): Section {
  const explanation = verdict.kind === 'violation' ? verdict.explanation : [];
  const told = explanation.slice(-MOST_TOLD);
  const left = explanation.length - told.length;
  return {
    heading: `Seen but not predicted: ${registerText(register)} is not linearizable`,
    paragraphs: [
      'By the design every read is the latest. These requests have no order that keeps real time and in which every ' +
        `read answers the last write${left > 0 ? `; ${left} before them are left out` : ''}.`,
    ],
    table: {
      columns: ['line', 'request', 'from', 'called', 'answered'],
      rows: told.map((request) => ({
        cells: [
          text(String(request.line)),
          text(requestText(model, request)),
          text(vertexName(model, request.client)),
          text(timeText(request.called)),
          text(request.outcome === 'ok' ? timeText(request.returned) : 'never'),
        ],
      })),
    },
  };
}

function seenTable(resolved: Resolved, rows: readonly SeenRow[]): Section {
  const { model } = resolved;
  return {
    heading: 'What was seen',
    paragraphs: rows.length === 0 ? ['The recording has no request.'] : [],
    table: {
      columns: ['operation', 'from', 'when', 'seen', 'times', 'predicted'],
      rows: rows.map(
        ({ operation, client, when, kind, count: times, predicted, status }): Row => ({
          cells: [
            text(operationName(model, operation)),
            text(vertexName(model, client)),
            text(whenOf(when)),
            text(kind),
            text(String(times)),
            status === 'not known' ? text('not known') : text(verdictsText(predicted)),
          ],
          span: operationSpan(resolved, operation),
        }),
      ),
    },
  };
}

function registerSection(registers: readonly RegisterRow[]): Section[] {
  if (registers.length === 0) return [];
  const of = (kind: RegisterRow['verdict']['kind']): RegisterRow[] =>
    registers.filter(({ verdict }) => verdict.kind === kind);
  const violations = of('violation').length;
  return [
    {
      heading: 'Linearizability',
      paragraphs: [
        `${of('linearizable').length} of ${count(registers.length, 'register')} linearizable, ${violations} not` +
          `${of('not known').length > 0 ? `, ${of('not known').length} not known: the search was given up` : ''}.`,
        ...(of('violation').some(({ isExpected }) => isExpected)
          ? ['The design predicts that reads may be old or writes thrown away, so that this is no contradiction.']
          : []),
      ],
    },
  ];
}

function unseenSection(resolved: Resolved, rows: readonly UnseenRow[]): Section[] {
  const { model } = resolved;
  if (rows.length === 0) return [];
  return [
    {
      heading: 'Predicted, not seen',
      paragraphs: ['A verdict says what can happen; that it did not contradicts nothing.'],
      table: {
        columns: ['operation', 'from', 'predicted', 'requests', 'why'],
        rows: rows.map(({ operation, client, outcome, tries }) => ({
          cells: [
            text(operationName(model, operation)),
            text(vertexName(model, client)),
            verdictCell(outcome),
            text(String(tries)),
            text(reasonText(model, operation, outcome)),
          ],
          span: operationSpan(resolved, operation),
        })),
      },
    },
  ];
}

function seenSentence(model: Model, { request, kind, other }: Seen): string {
  const at = `line ${request.line}, ${requestText(model, request)} at ${timeText(request.called)}`;
  const rest = other === undefined ? '' : `${requestText(model, other)} (line ${other.line})`;
  switch (kind) {
    case 'ok':
      return `${at} was answered`;
    case 'error':
      return `${at} was refused`;
    case 'unknown':
      return `${at} got no answer`;
    case 'lag':
    case 'stale':
      return `${at} missed ${rest}, which was acknowledged at ${timeText(other?.returned ?? NaN)}`;
    case 'discarded':
      return `${at} was acknowledged and is gone: after the heal there was ${rest}`;
    case 'refused value':
      return `${at} answered what was refused: ${rest}`;
    case "nobody's value":
      return `${at} answered what nobody wrote`;
  }
}

function requestText(model: Model, { operation, value, access, outcome }: Request): string {
  const name = operationName(model, operation);
  const shown = shortened(JSON.stringify(value));
  if (access === 'several') return name;
  if (access === 'read') return outcome === 'ok' ? `${name} → ${shown}` : name;
  return `${name} ${shown}`;
}

/** A value may be a list of thousands. */
const MOST_SHOWN = 40;

function shortened(value: string): string {
  return value.length <= MOST_SHOWN ? value : `${value.slice(0, MOST_SHOWN)}…`;
}

function outcomeText(model: Model, operation: number, outcome: Outcome): string {
  return `${verdictText(outcome)}, ${reasonText(model, operation, outcome)}`;
}

function verdictsText(outcomes: readonly Outcome[]): string {
  return [...new Set(outcomes.map(verdictText))].join(', ');
}

function whenOf(when: readonly When[]): string {
  return list(when.map((one) => WHEN[one]));
}

/** In milliseconds, as the recording counts them. */
function timeText(time: number): string {
  return Number.isFinite(time) ? String(Math.round(time * 1000) / 1000) : 'never';
}

function registerText(register: string): string {
  return register.trim();
}

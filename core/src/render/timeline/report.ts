import type { Model } from '../../model/model.js';
import type { Phase, TraceStep } from '../../simulate/trace.js';
import { text } from '../reports/cells.js';
import type { Report } from '../reports/document.js';
import { sentenceOf } from '../reports/witness.js';
import { count } from '../words/sentence.js';
import { vertexName } from '../words/names.js';
import type { Timeline } from './timeline.js';

const PHASES: Readonly<Record<Phase, string>> = {
  healthy: 'no fault',
  detecting: 'broken, not noticed by all',
  settled: 'broken, noticed',
  healed: 'healed',
};

/** A timeline in words, for readers who cannot see the picture: one row for each step. */
export function timelineReport(model: Model, { title, conclusion, steps, harm, notFound }: Timeline): Report {
  const rows = steps.map((step, i) => ({
    cells: [
      text(String(i + 1)),
      text(phaseText(step.phase)),
      text(placeText(model, step)),
      text(`${sentenceOf(step)}${harm.includes(i) ? ' (!)' : ''}`),
    ],
  }));
  return {
    title: `Timeline: ${title}`,
    summary:
      notFound ??
      'The shortest run that comes to this has ' +
        `${count(steps.length, 'step')}${harm.length === 0 ? '' : '; (!) marks where it goes wrong'}.`,
    sections: [
      ...(rows.length === 0
        ? []
        : [{ paragraphs: [], table: { columns: ['step', 'network', 'where', 'what happens'], rows } }]),
      { paragraphs: [`In the end: ${conclusion}.`] },
    ],
    bound: '',
  };
}

export function phaseText(phase: Phase): string {
  return PHASES[phase];
}

/** "web → us1", "us1", "everywhere" */
export function placeText(model: Model, step: TraceStep): string {
  switch (step.kind) {
    case 'message':
      return `${vertexName(model, step.from)} ${step.arrives ? '→' : '⇸'} ${vertexName(model, step.to)}`;
    case 'event':
      return vertexName(model, step.at);
    case 'network':
      return 'everywhere';
  }
}

import type { Steps } from '../../base/steps.js';
import type { Resolved } from '../../model/model.js';
import type { Phase } from '../../simulate/trace.js';
import { operationName, vertexName } from '../words/names.js';
import { thousands } from '../../base/thousands.js';
import { verdictText } from '../words/verdict.js';
import { text } from './cells.js';
import type { Row, Section } from './document.js';
import { findWitnessInSteps, type WitnessQuestion, type WitnessStep } from './witness.js';

const WHEN: Readonly<Record<Phase, string>> = {
  healthy: 'before the break',
  detecting: 'until it is noticed',
  settled: 'once it is noticed',
  healed: 'after the heal',
};

/** A run that ends so, as numbered steps; a click leads to what a step is about. In steps. */
export function* witnessSection(resolved: Resolved, question: WitnessQuestion): Steps<Section> {
  const { model } = resolved;
  const { operation, client, outcome } = question;
  const request = `${operationName(model, operation)} from ${vertexName(model, client)}`;
  const heading = `How ${request} comes to ${verdictText(outcome)}`;
  const answer = yield* findWitnessInSteps(resolved, question);
  if (answer.kind === 'not found') {
    return {
      heading,
      paragraphs: [
        `No run that ends so was found among the first ${thousands(String(answer.runs))} ` +
          'with at most one other write. The verdict stands by the rules of its reason.',
      ],
    };
  }
  const times = answer.steps.map(timeOf);
  const rows = answer.steps.map(({ number, text: sentence, span }, i): Row => {
    const time = times[i] ?? '';
    return {
      cells: [text(`${number}.`), text(time === times[i - 1] ? '' : time), text(sentence)],
      ...(span === undefined ? {} : { span }),
    };
  });
  return { heading, paragraphs: [], table: { columns: ['', 'when', 'what happens'], rows } };
}

function timeOf({ kind, phase }: WitnessStep): string {
  return kind === 'network' ? '' : WHEN[phase];
}

import { expect } from 'vitest';
import { verdictsUnder } from '../engine/under.js';
import { resolve } from '../model/resolve.js';
import { HEALTHY } from '../network/fault.js';
import { healText } from '../render/words/heal.js';
import { questionsOf } from '../render/reports/simulationReport.js';
import { endOf, findWitness } from '../render/reports/witness.js';
import { parse } from '../syntax/parse.js';

/**
 * One outcome of a request under the first partition of a design: the report's text about the heal, and the sentences
 * of the shortest run with this end.
 */
export interface Replay {
  readonly heal: string;
  readonly steps: readonly string[];
}

/** The outcomes of the request `operation client`, by phase and end: "settled lost", "detecting stale/heal". */
export function replays(text: string, who: string): Readonly<Record<string, Replay>> {
  const resolved = resolve(parse(text));
  expect(resolved.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { operations, vertices } = resolved.model;
  const mine = questionsOf(verdictsUnder(resolved.model, { ...HEALTHY, partition: 0 })).filter(
    ({ operation, client }) => `${operations[operation]?.name ?? ''} ${vertices[client]?.name ?? ''}` === who,
  );
  return Object.fromEntries(
    mine.map((question) => {
      const answer = findWitness(resolved, question);
      return [
        `${question.phase} ${endOf(question.outcome)}`,
        {
          heal: healText(question.outcome),
          steps: answer.kind === 'found' ? answer.steps.map((step) => step.text) : [],
        },
      ];
    }),
  );
}

import type { Model } from '../../model/model.js';
import type { Headline } from '../../review/standing.js';
import { timelineSubjects } from '../timeline/timeline.js';
import { endOf, type VerdictQuestion } from './witness.js';

/** What to ask the simulator for, to see a headline come about; nothing where its fault does not do it any more. */
export function headlineQuestions(
  model: Model,
  operation: number,
  { clients: [client], cause, outcome }: Headline,
): VerdictQuestion[] {
  if (client === undefined) return [];
  const found = timelineSubjects(model, cause, operation, client).find((one) => endOf(one.outcome) === endOf(outcome));
  return found === undefined ? [] : [found];
}

import { adviceJson, adviceLine, advise as adviceOn, run, visible } from '#core';
import * as z from 'zod';
import { version } from '../../version.js';
import { DESIGN, tool } from '../tool.js';
import { findJudged } from '../../report.js';
import { readDesign } from '../world.js';

const ALL_OTHERS = '; what the others are worth is not known';

export const advise = tool({
  name: 'advise',
  title: 'Advise on nearby designs',
  description:
    'Small changes of a design (levels, R and W, acknowledgements, leaders, places of replicas, one more replica, ' +
    'witness or link), each applied and analysed: those that no other one beats in answers, staleness, other harm, ' +
    'latency and cost, without those that break an expectation. Takes several seconds. Data: each with its figures ' +
    'and its whole text.',
  input: z.object({
    ...DESIGN,
    operation: z.string().optional().describe('The operation that is to become better; without it, all of them'),
    replicas: z.number().int().min(0).max(99).default(1).describe('How many replicas and witnesses may be added'),
    links: z.number().int().min(0).max(99).default(1).describe('How many links may be added'),
  }),
  answer: ({ operation, replicas, links, ...input }, world) => {
    const { resolved, name } = readDesign(world, input);
    const advice = run(
      adviceOn(resolved, {
        replicas,
        links,
        ...(operation === undefined ? {} : { operation: findJudged(resolved, 'operation', operation, name) }),
      }),
    );
    const { front, today, looked, nearby } = advice;
    const lines = front.map((one, i) => visible(`${i + 1}. ${adviceLine(one, today ?? one.measures)}`));
    return {
      text: [
        ...(lines.length === 0 ? ['Nothing that was looked at is better than the design.'] : lines),
        `Looked at ${looked} of ${nearby} nearby designs${String(looked) === nearby ? '' : ALL_OTHERS}.`,
      ].join('\n'),
      more: 'The rest is in the data.',
      data: adviceJson(resolved, advice, { file: name, netsplit: version }),
    };
  },
});

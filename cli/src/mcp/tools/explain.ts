import { explainReport, explanationJson, printText } from '#core';
import * as z from 'zod';
import { findJudged, findName } from '../../report.js';
import { version } from '../../version.js';
import { DESIGN, tool } from '../tool.js';
import { readDesign } from '../world.js';

export const explain = tool({
  name: 'explain_operation',
  title: 'Explain an operation',
  description:
    'What breaks one operation, why, and how far it holds, from each of its clients or from one. With `trace` also ' +
    'how each verdict comes about, message by message. Data: netsplit-verdicts.schema.json.',
  input: z.object({
    ...DESIGN,
    operation: z.string().describe('The name of an operation of the design'),
    client: z.string().optional().describe('One of the clients that issue it; without it, all of them'),
    trace: z.boolean().optional().describe('With a run for each verdict, step by step'),
  }),
  answer: ({ operation: wanted, client: from, trace = false, ...input }, world) => {
    const { resolved, results, name } = readDesign(world, input);
    const operation = findJudged(resolved, 'operation', wanted, name);
    const clients = resolved.model.operations[operation]?.clients ?? [];
    const names = clients.map((id) => resolved.model.vertices[id]?.name ?? '');
    const client = from === undefined ? undefined : clients[findName(names, from, `client of ${wanted}`, name)];
    const detail = trace ? 'traced' : 'plain';
    return {
      text: printText(explainReport(resolved, results, { operation, client }, trace ? 'each' : 'none')),
      more: `Name one client: ${names.join(', ')}.`,
      data: explanationJson(resolved, results, { operation, client, detail }, { file: name, netsplit: version }),
    };
  },
});

import {
  faultChoices,
  matrixReport,
  pickedCause,
  printText,
  simulationJson,
  simulationReport,
  type FaultPick,
} from '#core';
import * as z from 'zod';
import { UsageError } from '../../io.js';
import { findJudged } from '../../report.js';
import { version } from '../../version.js';
import { DESIGN, tool } from '../tool.js';
import { readDesign, type Design } from '../world.js';

export const simulate = tool({
  name: 'simulate_partition',
  title: 'Simulate a partition',
  description:
    'What every operation does, from every client, under one fault: a partition that the design names, or links that ' +
    'are cut and nodes that stop. Without a fault: a table of all likely faults, and as data the names to choose ' +
    'from. With a fault, data: netsplit-verdicts.schema.json.',
  input: z.object({
    ...DESIGN,
    partition: z.string().optional().describe('The name of a partition of the design'),
    links: z.array(z.string()).optional().describe('Links to cut: their name, or their ends as in "us--eu"'),
    nodes: z.array(z.string()).optional().describe('Nodes to stop'),
  }),
  answer: ({ partition, links = [], nodes = [], ...input }, world) => {
    const design = readDesign(world, input);
    const more = 'Explain one operation for all of it, or read the data.';
    if (partition === undefined && links.length + nodes.length === 0) {
      const report = matrixReport(design.resolved, design.results);
      return {
        text: printText(report, { isBrief: true, leftOut: 'Left out here' }),
        more,
        data: faultChoices(design.resolved.model),
      };
    }
    if (partition !== undefined && links.length + nodes.length > 0)
      throw new UsageError('a fault is a `partition`, or `links` and `nodes`: leave one of them out');
    const cause = causeOf(
      design,
      partition === undefined ? { kind: 'custom', links, nodes } : { kind: 'partition', name: partition },
    );
    return {
      text: printText(simulationReport(design.resolved, cause, 'plain')),
      more,
      data: simulationJson(design.resolved, cause, 'plain', { file: design.name, netsplit: version }),
    };
  },
});

function causeOf({ resolved, name }: Design, pick: FaultPick): Parameters<typeof simulationReport>[1] {
  if (pick.kind === 'partition') findJudged(resolved, 'partition', pick.name, name);
  const picked = pickedCause(resolved.model, pick);
  if (picked.kind === 'cause') return picked.cause;
  const { links, nodes } = faultChoices(resolved.model);
  throw new UsageError(
    `${name} has no ${picked.names.join(', ')}: its links are ${links.map(({ id }) => id).join(', ') || 'none'}, ` +
      `its nodes ${nodes.map((node) => node.name).join(', ') || 'none'}`,
  );
}

import { diffReport, printText } from '#core';
import * as z from 'zod';
import { DESIGN, tool } from '../tool.js';
import { readDesign } from '../world.js';

export const compare = tool({
  name: 'compare_designs',
  title: 'Compare two designs',
  description:
    'Which verdicts a change of a design makes better or worse, by the names of operations, clients, partitions and ' +
    'expectations. Data: how many of each, and the rows.',
  input: z.object({
    before: z.object(DESIGN).describe('The design as it was'),
    after: z.object(DESIGN).describe('The design as it is now'),
  }),
  answer: ({ before, after }, world) => {
    const old = readDesign(world, before);
    const now = readDesign(world, after);
    const { report, counts } = diffReport(
      { ...old, name: before.text === undefined ? old.name : 'before' },
      { ...now, name: after.text === undefined ? now.name : 'after' },
    );
    const sections = report.sections.map(({ heading, paragraphs, table }) => ({
      heading,
      paragraphs,
      columns: table?.columns ?? [],
      rows: table?.rows.map(({ cells }) => cells.map(({ text }) => text)) ?? [],
    }));
    return { text: printText(report), more: 'The rest is in the data.', data: { counts, sections } };
  },
});

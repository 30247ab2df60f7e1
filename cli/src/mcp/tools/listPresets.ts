import { presetPages } from '#core';
import * as z from 'zod';
import { findName } from '../../report.js';
import { tool } from '../tool.js';

export const listPresets = tool({
  name: 'list_presets',
  title: 'List presets',
  description:
    'The products that a store can be `like`, as in `store orders on a, b, c { like mongodb }`: each with what it ' +
    'stands for. With `name`, the clauses, levels and sources of one. Data: names, titles, and the page of the one.',
  input: z.object({ name: z.string().optional().describe('A preset, such as "mongodb"') }),
  answer: ({ name }) => {
    const pages = presetPages();
    const presets = pages.map(({ page: _, ...rest }) => rest);
    const more = 'Ask for one of them by its name.';
    if (name === undefined) {
      const lines = presets.map((preset) => `${preset.name}: ${preset.title}, ${preset.configuration}`);
      return { text: lines.join('\n'), more, data: { presets } };
    }
    const names = presets.map((preset) => preset.name);
    const { page = '', ...preset } = pages[findName(names, name, 'preset', 'this version of Netsplit')] ?? {};
    return { text: page, more: 'The whole page is in the data.', data: { presets: [preset], page } };
  },
});

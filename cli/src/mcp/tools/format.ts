import { applyEdits, format } from '#core';
import * as z from 'zod';
import { DESIGN, tool } from '../tool.js';
import { readDesign } from '../world.js';

export const formatDesign = tool({
  name: 'format_design',
  title: 'Format a design',
  description:
    'The design in the one layout of the language; statements with a mistake stay as they are. Data: the text, and ' +
    'whether it has changed.',
  input: z.object(DESIGN),
  answer: (args, world) => {
    const { text } = readDesign(world, args).resolved;
    const formatted = applyEdits(text, format(text));
    return {
      text: formatted,
      more: 'The whole text is in the data.',
      data: { text: formatted, changed: formatted !== text },
    };
  },
});

import { checkJson, checkSummary, visible, type Severity } from '#core';
import * as z from 'zod';
import { exitCodeOf } from '../../exitCode.js';
import { version } from '../../version.js';
import { DESIGN, tool } from '../tool.js';
import { readDesign } from '../world.js';

const WORST_FIRST: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

export const check = tool({
  name: 'check_design',
  title: 'Check a design',
  description:
    'What is wrong in a design and what breaks: mistakes of its text, operations that a network fault makes error, ' +
    'go stale, conflict or lose data, with the smallest cause, and expectations that fail. Worst first. A design is ' +
    'done when it says 0 errors and 0 warnings. Data: netsplit-check.schema.json.',
  input: z.object(DESIGN),
  answer: (args, world) => {
    const design = readDesign(world, args);
    const data = checkJson([{ ...design, file: design.name }], version, exitCodeOf([design]));
    const found = data.files.flatMap(({ diagnostics }) => diagnostics);
    const lines = WORST_FIRST.flatMap((wanted) =>
      found
        .filter(({ severity }) => severity === wanted)
        .map(({ code, severity, message, file, range: { start } }) => {
          const place = `${file === undefined ? '' : `${file}:`}${start.line}:${start.column}`;
          return `${visible(place)} ${severity} ${code}: ${visible(message)}`;
        }),
    );
    return {
      text: [...checkSummary(data.summary, { all: true }), ...lines].join('\n'),
      more: 'Mend these first, then check again.',
      data,
    };
  },
});

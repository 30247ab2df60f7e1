import * as z from 'zod';
import { findName } from '../../report.js';
import { tool } from '../tool.js';

/** As samples/order.json has it: chapters with the files that teach what each is about. */
const CHAPTERS = z.array(z.object({ teaches: z.string(), samples: z.array(z.string()) }));

export const startDraft = tool({
  name: 'start_draft',
  title: 'Start a draft',
  description:
    'A design to start from: the skeleton, or the sample that is asked for by name, such as an architecture or a ' +
    'real incident. Without `sample`, their names by what they teach, and the skeleton. Data: the names, and the text.',
  input: z.object({ sample: z.string().optional().describe('A sample of the list, such as "bank.cap"') }),
  answer: ({ sample }, { shipped }) => {
    const chapters = CHAPTERS.parse(JSON.parse(shipped('samples/order.json') ?? '[]'));
    const names = chapters.flatMap(({ samples }) => samples);
    const asked = sample === undefined || sample.endsWith('.cap') ? (sample ?? SKELETON) : `${sample}.cap`;
    const wanted = names[findName(names, asked, 'sample', 'this version of Netsplit')] ?? SKELETON;
    // A draft has no folder yet in which the samples' shared files could be found.
    const text = (shipped(`samples/${wanted}`) ?? '').replace(
      INCLUDE,
      (line, path: string) => shipped(`samples/${path}`)?.trimEnd() ?? line,
    );
    const list = chapters.map(({ teaches, samples }) => `// ${teaches}: ${samples.join(', ')}`).join('\n');
    return {
      text: sample === undefined ? `${text}\n// Other samples:\n${list}\n` : text,
      more: 'The whole text is in the data.',
      data: { sample: wanted, chapters, text },
    };
  },
});

/** An include that has its line to itself. */
const INCLUDE = /^include[ \t]+"([^"\\]+)"[ \t]*$/gm;

const SKELETON = 'skeleton.cap';

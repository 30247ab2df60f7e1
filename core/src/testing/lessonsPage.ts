import type { Lesson, Library } from '../ide/library.js';
import { wrap } from '../render/print/text.js';

const COLUMNS = 120;

/** The page of the lessons, made from the lessons. */
export function lessonsPage({ lessons }: Library): string {
  return `# Lessons

Ten questions about what a broken network does. Predict the answer, then look: in the [playground](playground.md), where
the lessons are in the menu and the picture, the run and the reason come after your choice; in VS Code with *Netsplit:
Take a Lesson*, which opens the design with your prediction as an \`expect\`, beside the run that decides it; or here.

Each answer is what the engine says of the design. A test holds every option to it: the right one is an expectation that
holds, and each of the others is one that fails. The lessons are files in \`lessons/\`.

${lessons.map(chapterOf).join('\n')}`;
}

function chapterOf(lesson: Lesson, i: number): string {
  const { title, text, question, options, answer, why } = lesson;
  const lines = options.map((option) => item(`*${option.verdict}*: ${option.text}`));
  return `## ${i + 1}. ${title}

\`\`\`cap source
${text.trimEnd()}
\`\`\`

${wrap(question, COLUMNS).join('\n')}

${lines.join('\n')}

<details><summary>The answer</summary>

${wrap(`*${answer}*. ${why}`, COLUMNS).join('\n')}

</details>
`;
}

/** An entry of a list, whose further lines stand below its first word. */
function item(text: string): string {
  return `- ${wrap(text, COLUMNS - 2).join('\n  ')}`;
}

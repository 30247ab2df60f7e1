/** A row of `lessons/lessons.json` with its design. */
export interface Lesson {
  readonly title: string;
  readonly text: string;
  readonly question: string;
  readonly look: { readonly operation: string; readonly client: string; readonly partition?: string };
  readonly options: readonly { readonly verdict: string; readonly text: string }[];
  readonly answer: string;
  readonly why: string;
}

/** A comment is as wide as those of the samples. */
const COLUMNS = 116;

/**
 * The design with a prediction as an expectation: the editor says whether it holds. The question and the reason stand
 * above it.
 */
export function predictedText({ text, question, look, answer, why }: Lesson, verdict: string): string {
  const said =
    verdict === answer ? `You predicted ${verdict}, and so it is.` : `You predicted ${verdict}; it is ${answer}.`;
  const { operation, client, partition = 'no fault' } = look;
  return `${text.trimEnd()}

${comment(question)}
//
${comment(`${said} ${why}`)}
expect ${operation} from ${client} ${verdict} under ${partition}
`;
}

function comment(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= COLUMNS) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.map((line) => `// ${line}`).join('\n');
}

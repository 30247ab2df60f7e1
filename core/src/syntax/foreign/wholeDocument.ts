import { flatMapped, type Steps } from '../../base/steps.js';
import { diagnosticOf } from '../../checks/diagnostic.js';
import { TEXT } from '../../checks/text.js';
import type { Statement } from '../ast.js';
import { Names } from './context.js';
import type { Document } from './document.js';
import type { Known } from './known.js';
import { placed } from './placed.js';
import { MOST_READ, scan } from './scan.js';
import { readStatement } from './statement.js';
import { shorten } from './told.js';
import { type ParseInSteps, type Piece, READ_AGAIN } from './understood.js';

/**
 * A file in another format as a whole: one diagnostic, whose fix is the whole design. `comments`: those of the file, as
 * they are written here. What is not understood becomes a comment as well.
 */
export function* wholeDocument(
  text: string,
  { format, parts }: Document,
  comments: readonly string[],
  parse: ParseInSteps,
): Steps<Piece> {
  function* read(
    known: Known,
  ): Steps<{ readonly texts: readonly string[]; readonly statements: readonly Statement[] }> {
    const all = yield* flatMapped(
      parts,
      ({ length }) => READ_AGAIN * length,
      (part) => readStatement(scan(part).tokens, known)?.statements ?? [`// ${part.replace(/\s+/g, ' ')}`],
    );
    // Several expectations may declare the same partition.
    const texts = all.filter((one, i) => !one.startsWith('partition ') || all.indexOf(one) === i);
    return { texts, statements: (yield* parse(texts.join('\n'))).statements };
  }
  const { texts, statements } = yield* read(new Names().add((yield* read(new Names())).statements));
  const example = texts.find((one) => !one.startsWith('//')) ?? 'zone us { node us1 }';
  const { tokens, comments: own } = scan(text.slice(0, MOST_READ * 4));
  const [first] = tokens;
  const start = first?.start ?? 0;
  const end = start + (/[\r\n]|$/.exec(text.slice(start))?.index ?? 0);
  const region = { start: 0, end: text.length };
  const design = [...own, ...comments, ...texts].map((line) => `${line}\n`).join('');
  return {
    statements: placed(statements, tokens, region),
    diagnostics: [
      diagnosticOf(
        TEXT.foreignSyntax,
        { start, end },
        `This looks like ${format}: write statements, such as \`${shorten(example)}\`.`,
        texts.length === 0
          ? {}
          : { fixes: [{ title: `Write the ${format} as a design`, edits: [{ span: region, text: design }] }] },
      ),
    ],
  };
}

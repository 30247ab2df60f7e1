import { readable, printDesignMarkdown } from '../print/markdown.js';
import { designReport } from '../reports/designReport.js';
import { checkSummary } from '../words/checkSummary.js';
import { type CheckFormat, shownOf, worstFirst } from './format.js';

/** Of each design: what it decides with its picture, and the table of faults. The details are in `netsplit report`. */
const CHAPTERS = 2;

/** The summary of a step in CI, or a comment: counts, findings, then each design with its picture. */
export const markdown: CheckFormat = {
  name: 'markdown',
  print: (run) => {
    const [first = '', ...more] = checkSummary(run.json.summary, { all: true });
    const found = worstFirst(shownOf(run)).map(
      ({ file, range, severity, code, message }) =>
        `- **${severity}** \`${code}\` ${readable(`${file}, line ${range.start.line}`)}: ${readable(message)}`,
    );
    const designs = run.files.map(({ file, resolved, results, diagnostics }) => {
      const report = designReport(file, resolved, results, diagnostics);
      return printDesignMarkdown({ ...report, chapters: report.chapters.slice(0, CHAPTERS) });
    });
    return [[first, ...more].map(readable).join('\n'), found.join('\n'), ...designs]
      .filter((block) => block !== '')
      .map((block) => `${block.trimEnd()}\n`)
      .join('\n');
  },
};

import { applyEdits, judgeFixes, mistakeFixes, run, triedFixes, visible, type QuickFix } from '#core';
import * as z from 'zod';
import { UsageError } from '../../io.js';
import { DESIGN, tool } from '../tool.js';
import { readDesign, type Design } from '../world.js';

export const suggestFixes = tool({
  name: 'suggest_fixes',
  title: 'Suggest fixes that were tried',
  description:
    'Changes that correct the mistakes of a design, or make its operations better. Each was applied and analysed ' +
    'before it is listed: its title says what it makes better and what worse. `apply` with the number of one returns ' +
    'the design with it; some leave a word for the author to choose. Data: the fixes, and the text where one was ' +
    'applied.',
  input: z.object({
    ...DESIGN,
    apply: z.number().int().positive().optional().describe('The number of a fix of the list, as of the same design'),
  }),
  answer: ({ apply, ...input }, world) => {
    const design = readDesign(world, input);
    const fixes = fixesOf(design);
    const listed = fixes.map(({ title, detail, diagnostics }, i) => ({
      number: i + 1,
      title,
      detail: detail ?? null,
      for: diagnostics.map(({ code, span }) => {
        const { line, character } = design.resolved.sources.position(span.start);
        return { code, line: line + 1, column: character + 1 };
      }),
    }));
    if (apply === undefined) {
      const lines = listed.map(({ number, title, detail, for: places }) => {
        const where = places.map(({ code, line, column }) => `${code} at ${line}:${column}`).join(', ');
        const all = visible(detail === null ? title : `${title} — ${detail}`);
        return `${number}. ${all}${where === '' ? '' : ` (for ${where})`}`;
      });
      return {
        text: lines.length === 0 ? 'No fix is known for this design.' : lines.join('\n'),
        more: 'The rest is in the data.',
        data: { fixes: listed },
      };
    }
    const fix = fixes[apply - 1];
    if (fix === undefined)
      throw new UsageError(
        `there is no fix ${apply}: ${fixes.length === 0 ? 'none is known' : `there are ${fixes.length}`}`,
      );
    const text = applyEdits(design.resolved.text, fix.edits);
    return { text, more: 'The whole text is in the data.', data: { fixes: [listed[apply - 1]], text } };
  },
});

/**
 * Of the whole design, each once: first what corrects mistakes, then what helps operations, in their order, last what
 * accepts a verdict as it is.
 */
function fixesOf(design: Design): readonly QuickFix[] {
  const { resolved, results, diagnostics } = design;
  const known = { resolved, diagnostics };
  const tried = { results, judged: run(judgeFixes(design.resolved)) };
  const corrections = mistakeFixes(known, { start: 0, end: resolved.text.length });
  const perOperation = resolved.origins.operations.map((part) => triedFixes(known, tried, part));
  const isOfMistake = ({ diagnostics: own }: QuickFix): boolean => own.some(({ severity }) => severity === 'error');
  const all = [
    ...corrections.filter(isOfMistake),
    ...perOperation.flatMap(({ helping }) => helping),
    ...perOperation.flatMap(({ others }) => others),
    ...corrections.filter((one) => !isOfMistake(one)),
  ];
  const seen = new Set<string>();
  return all.filter(({ edits }) => {
    const key = JSON.stringify(edits);
    // The text of an included file is not this design's to change.
    if (seen.has(key) || !edits.every(({ span }) => resolved.sources.isOwn(span))) return false;
    seen.add(key);
    return true;
  });
}

import type { CheckJson } from '../print/json.js';
import { operationCountsText } from './decisions.js';
import { count } from './sentence.js';

/**
 * The counts of a check in sentences: "2 files: 7 expectations hold, 1 fails; 1 error, 4 warnings.", what one fault
 * does to the operations, and how much is not printed. The numbers are those of the JSON.
 */
export function checkSummary(
  summary: CheckJson['summary'],
  { all, quiet }: { readonly all?: boolean; readonly quiet?: boolean } = {},
): readonly string[] {
  const { files, errors, warnings, information, hints } = summary;
  const counted = `${count(errors, 'error')}, ${count(warnings, 'warning')}`;
  const first = `${count(files, 'file')}: ${expectationsText(summary)}; ${counted}.`;
  if (quiet === true) return [first];
  const left = information + hints;
  const operations = operationCountsText(summary.operations);
  return [
    first,
    ...(operations === '' ? [] : [`${operations}.`]),
    ...(all === true || left === 0
      ? []
      : [`${left} ${left === 1 ? 'note is' : 'notes are'} left out: --all prints them.`]),
  ];
}

function expectationsText({ expectations: { holds, fails, notKnown, notJudged } }: CheckJson['summary']): string {
  const all = holds + fails + notKnown + notJudged;
  if (all === 0) return 'no expectations';
  const verb = holds === 1 ? 'holds' : 'hold';
  return [
    notJudged > 0
      ? `${holds} of ${count(all, 'expectation')} ${verb}`
      : `${holds === all && all > 1 ? 'all ' : ''}${count(holds, 'expectation')} ${verb}`,
    ...(fails > 0 ? [`${fails} ${fails === 1 ? 'fails' : 'fail'}`] : []),
    ...(notKnown > 0 ? [`${notKnown} not known`] : []),
    ...(notJudged > 0 ? [`${notJudged} not judged`] : []),
  ].join(', ');
}

import { compareSides } from '../fixes/effect.js';
import { otherText } from '../fixes/effect/claimText.js';
import { slowerOperations } from '../fixes/effect/changes.js';
import type { Side } from '../render/reports/diffReport.js';
import { msText } from '../render/words/sentence.js';

/** What an edit makes better and worse, in sentences without a full stop: "`get` never stale". */
export function changesBetween(
  before: Side,
  after: Side,
): { readonly better: readonly string[]; readonly worse: readonly string[] } {
  const { pairs, claims, needs, expectations, unsaid } = compareSides(before, after);
  const told = (change: 'better' | 'worse'): string[] =>
    claims.filter((claim) => claim.change === change).map(otherText);
  const slower = slowerOperations(after, pairs);
  const faster = slowerOperations(
    before,
    pairs.map(([old, now]) => [now, old] as const),
  );
  return {
    better: [
      ...told('better'),
      ...[...faster].map(([name, ms]) => `\`${name}\` up to ${msText(ms)} faster`),
      ...needs.better,
      ...expectations.better.map((statement) => `\`${statement}\` holds`),
    ],
    worse: [
      ...told('worse'),
      ...[...slower].map(([name, ms]) => `\`${name}\` up to ${msText(ms)} slower`),
      ...unsaid,
      ...needs.worse,
      ...expectations.worse.map((statement) => `\`${statement}\` fails`),
    ],
  };
}

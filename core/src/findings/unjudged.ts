import { flatMapped, type Steps } from '../base/steps.js';
import { firstShort } from '../base/words.js';
import { type Diagnostic, diagnosticOf } from '../checks/diagnostic.js';
import { EXPECTATION } from '../checks/expectations.js';
import { JUDGED } from '../checks/verdicts.js';
import type { Resolved } from '../model/model.js';
import { whyUnjudged } from '../render/words/unjudged.js';

/**
 * In steps: one diagnostic for each operation and expectation that depends on a mistake elsewhere. A mistake of its own
 * has one already.
 */
export function judgeUnjudged(resolved: Resolved): Steps<Diagnostic[]> {
  return flatMapped(resolved.unjudged, UNJUDGED_SIZE, (one): Diagnostic[] => {
    const { kind, span, isOwn, mistake } = one;
    if (isOwn || kind === 'partition') return [];
    return [
      diagnosticOf(
        kind === 'expectation' ? EXPECTATION.notJudged : JUDGED.notJudged,
        span,
        firstShort([
          `${kind === 'expectation' ? 'not judged' : `\`${one.name}\` is not judged`}: ${whyUnjudged(resolved, one)}`,
          'not judged: it depends on a mistake',
        ]),
        { related: [{ span: mistake.span, message: mistake.message }] },
      ),
    ];
  });
}

/** The work of saying one, in the units of a step. */
const UNJUDGED_SIZE = (): number => 50;

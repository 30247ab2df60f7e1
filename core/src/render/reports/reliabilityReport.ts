import type { ClientResult, Reliability, Results, Share } from '../../engine/facts.js';
import { VERDICTS } from '../../base/harm.js';
import type { Model } from '../../model/model.js';
import { operationName, vertexName } from '../words/names.js';
import { mattersText } from '../words/reliability.js';
import { thousands } from '../../base/thousands.js';
import { restText, shareOfYear } from '../words/share.js';
import { text } from './cells.js';
import type { Report, Row } from './document.js';

type Measured = ClientResult & { readonly reliability: Reliability };

/** How often each verdict is possible, by the probabilities of the design; undefined where it states none. */
export function reliabilityReport(model: Model, { clients }: Results): Report | undefined {
  const measured = clients.filter((result): result is Measured => result.reliability !== undefined);
  if (measured.length === 0) return undefined;
  const shown = VERDICTS.filter((verdict) =>
    measured.some(({ reliability }) => shareOf(reliability, verdict).most > 0),
  );
  const whole = measured.every(({ reliability }) => reliability.isComplete);
  const runs = measured.reduce((sum, { reliability }) => sum + reliability.runs, 0);
  return {
    title: 'How often',
    summary:
      'What may happen to a request in a year, once each break is noticed, if the links, nodes, zones and risks ' +
      'fail independently of each other as often as the design says, and nothing else fails.',
    sections: [
      {
        paragraphs: [],
        table: {
          columns: ['operation', 'from', 'answered', ...shown, 'matters most'],
          rows: measured.map(
            ({ operation, client, reliability }): Row => ({
              cells: [
                text(operationName(model, operation)),
                text(vertexName(model, client)),
                text(restText(reliability.unanswered.most)),
                ...shown.map((verdict) => text(cellText(shareOf(reliability, verdict)))),
                text(mattersText(model, reliability)),
              ],
            }),
          ),
        },
      },
    ],
    bound:
      `${thousands(String(runs))} combinations of what fails` +
      (whole ? ', all that make a difference' : '; those too rare for the limit were left out, so shares are ranges'),
  };
}

/** Without the lag, which a healthy network has as well. */
function shareOf({ verdicts }: Reliability, verdict: string): Share {
  return verdicts.find((one) => one.verdict === verdict)?.beyondLag ?? { least: 0, most: 0 };
}

function cellText(share: Share): string {
  return share.most === 0 ? '–' : shareOfYear(share);
}

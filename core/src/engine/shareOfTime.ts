import type { Expectation, VertexId } from '../model/model.js';
import { withCommas } from '../network/families.js';
import type { ExpectationResult, ExpectationStatus, Reliability, Share } from './facts.js';

/** The result of an expectation about a share of time, by what is known for each of its clients. */
export function ofShares(
  expectation: number,
  { verdict, beyondLag, share }: Expectation,
  clients: readonly { readonly client: VertexId; readonly reliability: Reliability | undefined }[],
): ExpectationResult {
  const most = share?.most ?? 0;
  const known = clients.flatMap(({ client, reliability }) =>
    reliability === undefined ? [] : [{ client, reliability, share: shareOf(reliability, verdict, beyondLag) }],
  );
  const [worst] = known.toSorted((a, b) => b.share.least - a.share.least || b.share.most - a.share.most);
  if (worst === undefined) {
    const why =
      clients.length === 0
        ? 'nobody issues the operation'
        : 'nothing here has a probability: write `fails 0.1%` after links, nodes, zones or risks';
    return { expectation, status: 'not known', bound: 'nothing', why };
  }
  const runs = known.reduce((sum, { reliability }) => sum + reliability.runs, 0);
  const bound = `${withCommas(BigInt(runs))} combinations of what fails, once each break is noticed`;
  const status = statusOf(
    known.map((one) => one.share),
    most,
  );
  const measured = { client: worst.client, share: worst.share };
  if (status !== 'not known') return { expectation, status, bound, measured };
  return { expectation, status, bound, measured, why: 'too many combinations to judge them all' };
}

function statusOf(shares: readonly Share[], most: number): ExpectationStatus {
  if (shares.some(({ least }) => least > most)) return 'fails';
  return shares.every((share) => share.most <= most) ? 'holds' : 'not known';
}

/** How often the verdict may be; for `available`, how often there may be no answer. */
function shareOf(
  { unanswered, verdicts, leftOut }: Reliability,
  verdict: Expectation['verdict'],
  beyondLag: boolean,
): Share {
  if (verdict === 'available') return unanswered;
  const found = verdicts.find((one) => one.verdict === verdict);
  if (found === undefined) return { least: 0, most: leftOut };
  return beyondLag ? found.beyondLag : found.all;
}

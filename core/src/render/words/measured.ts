import type { ExpectationResult } from '../../engine/facts.js';
import type { Expectation, Model } from '../../model/model.js';
import { vertexName } from './names.js';
import { restText, shareOfYear } from './share.js';

/** What was found for an expectation about a share of time: "99.89% from bob, 9.6 h a year without an answer". */
export function measuredText(
  model: Model,
  { verdict }: Pick<Expectation, 'verdict'>,
  { client, share }: NonNullable<ExpectationResult['measured']>,
): string {
  const from = `from ${vertexName(model, client)}`;
  if (verdict === 'available')
    return `${restText(share.most)} ${from}, ${shareOfYear(share)} perhaps without an answer`;
  return `${verdict} ${from} for up to ${shareOfYear(share)}`;
}

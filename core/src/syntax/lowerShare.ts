import type { IToken } from 'chevrotain';
import type { ProbabilityLiteral, ShareClause } from './ast.js';
import {
  has,
  msPer,
  nodesOf,
  numeric,
  optional,
  type Part,
  probability,
  spanOfToken,
  tokens,
  unknownUnit,
} from './cst.js';

/** How often something fails, where that is said. */
export function failing(part: Part): { readonly fails?: ProbabilityLiteral } {
  const [found] = nodesOf(part, 'failing');
  return found === undefined ? {} : optional('fails', probability(found, 'Numeric'));
}

const MS_A_YEAR = 365 * 24 * 3_600_000;

export function shareClause(part: Part): ShareClause[] {
  const [least] = tokens(part, 'least');
  const [most] = tokens(part, 'most');
  const token = least ?? most;
  if (token === undefined) return [];
  const { value, unit } = numeric(token);
  const isTime = has(part, 'year');
  const text = `${token.image}${isTime ? ' a year' : ''}`;
  const span = spanOfToken(token);
  if (least !== undefined) {
    if (unit !== '%' && unit !== '') return unknownShare(part, token);
    return [{ kind: 'least', most: restOf(token.image, unit === '%' ? 100 : 1), text, span }];
  }
  if (!isTime && (unit === '%' || unit === ''))
    return [{ kind: 'most', most: unit === '%' ? value / 100 : value, text, span }];
  const factor = msPer(unit);
  if (!isTime || factor === undefined) return unknownShare(part, token);
  return [{ kind: 'most', most: (value * factor) / MS_A_YEAR, text, span }];
}

function unknownShare(part: Part, token: IToken): [] {
  unknownUnit(part, token, 'a share of time such as `99.99%`, `at most 0.01%` or `at most 5min a year`');
  return [];
}

/** What a decimal number lacks to the whole, as a share of it: of "99.99" and 100 it is 0.0001, without rounding. */
function restOf(image: string, whole: number): number {
  const [, digits = '0', decimals = ''] = /^(-?\d+)(?:\.(\d+))?/.exec(image) ?? [];
  const scale = 10n ** BigInt(decimals.length);
  const all = BigInt(whole) * scale;
  return Number(all - BigInt(`${digits}${decimals}`)) / Number(all);
}

import { thousands } from '../../base/thousands.js';
import { shortList } from '../../render/words/sentence.js';
import type { Claim } from './claims.js';

/** A claim about the operation that a fix is for: "never stale", "errors under 2 cuts, was 1 cut". */
export function ownText(claim: Claim): string {
  const { verdict, what } = claim;
  const name = kindText(claim);
  const verb = verdict === 'error' ? 'errors' : name;
  if (what.kind !== 'never') return `${verb}${whatText(what)}${forText(claim)}`;
  return `${what.isLimited ? `not found ${name}` : `never ${verb}`}${forText(claim)}`;
}

/** A claim of something better without clients and numbers: "stale less often". */
export function briefText({ verdict, what }: Claim): string {
  return what.kind === 'never' ? `${what.isLimited ? 'not found' : 'never'} ${verdict}` : `${verdict} less often`;
}

/** A claim about another operation: "makes `view` stale under 1 cut". */
export function otherText(claim: Claim): string {
  const { operation, change, what } = claim;
  const text =
    what.kind === 'never'
      ? `${what.isLimited ? 'not found' : 'never'} ${kindText(claim)}`
      : `${kindText(claim)}${whatText(what)}`;
  return `${change === 'worse' ? 'makes ' : ''}\`${operation}\` ${text}${forText(claim)}`;
}

function kindText({ verdict, howLong }: Pick<Claim, 'verdict' | 'howLong'>): string {
  if (howLong === 'lag') return `${verdict} while replication lags`;
  return verdict === 'stale' && howLong === 'heal' ? 'stale until the heal' : verdict;
}

function whatText(what: Exclude<Claim['what'], { kind: 'never' }>): string {
  if (what.kind === 'cause')
    return ` ${what.now}${what.was === undefined ? '' : `, was ${what.was.replace(/^under /, '')}`}`;
  const [first] = what.counts;
  if (first === undefined) return '';
  return ` in ${thousands(first.now)} of ${thousands(first.of)} faults, was ${thousands(first.was)}`;
}

/**
 * The clients, where these are not all; counts differ from client to client, so the first client's are named as its
 * own.
 */
function forText({ clients, isAll, what }: Claim): string {
  const some = isAll ? '' : ` for ${shortList(clients, 3)}`;
  if (what.kind !== 'faults') return some;
  const [first] = what.counts;
  if (first === undefined) return some;
  if (what.counts.every(({ now, was, of }) => now === first.now && was === first.was && of === first.of)) return some;
  const others = `${BigInt(first.now) < BigInt(first.was) ? 'fewer' : 'more'} for ${shortList(clients.slice(1), 2)}`;
  return ` for ${first.client}, and ${others}`;
}

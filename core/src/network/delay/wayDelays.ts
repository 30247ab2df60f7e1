import type { Link, Model } from '../../model/model.js';
import { constant, type Delay, delayOf, sum } from './delay.js';
import { type DelayLaw, gammaOf, gammaThrough } from './law.js';

/**
 * How long messages take over ways of a network: the times of its links added up, independent of each other. A round
 * trip that varies has a gamma distribution, which is divided without a rest: each of its two directions has half the
 * shape, and together they are the round trip again.
 */
export class WayDelays {
  private readonly laws = new Map<string, DelayLaw>();
  private readonly known = new Map<string, Delay>();

  constructor(private readonly model: Pick<Model, 'links'>) {}

  /** Does a round trip over these links vary? */
  varies(links: readonly number[]): boolean {
    return links.some((link) => this.model.links[link]?.spread !== undefined);
  }

  roundTrip(links: readonly number[]): Delay {
    return this.over(links, 1);
  }

  /** From one end to the other. */
  oneWay(links: readonly number[]): Delay {
    return this.over(links, 0.5);
  }

  private over(links: readonly number[], part: number): Delay {
    const shapes = new Map<number, number>();
    let fixed = 0;
    for (const link of links) {
      const law = this.lawOf(link);
      if (law?.kind === 'constant') fixed += part * law.ms;
      if (law?.kind === 'gamma') shapes.set(law.scale, (shapes.get(law.scale) ?? 0) + part * law.shape);
    }
    const gammas = [...shapes].sort(([a], [b]) => a - b);
    const key = JSON.stringify([fixed, gammas]);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const delays = gammas.map(([scale, shape]) => this.gamma(shape, scale));
    const found = delays.reduce((all, one) => sum(one, all), constant(fixed));
    this.known.set(key, found);
    return found;
  }

  /** Fitted when it is asked for. */
  private lawOf(index: number): DelayLaw | undefined {
    const link = this.model.links[index];
    if (link === undefined) return undefined;
    const key = JSON.stringify([link.roundTripMs, link.spread]);
    const law = this.laws.get(key) ?? lawOf(link);
    this.laws.set(key, law);
    return law;
  }

  private gamma(shape: number, scale: number): Delay {
    const key = `${shape} ${scale}`;
    const found = this.known.get(key) ?? delayOf({ kind: 'gamma', shape, scale });
    this.known.set(key, found);
    return found;
  }
}

/** An undeclared round trip counts as 0, as for distances. */
function lawOf({ roundTripMs = 0, spread }: Link): DelayLaw {
  if (spread === undefined) return { kind: 'constant', ms: roundTripMs };
  return spread.kind === 'deviation'
    ? gammaOf(roundTripMs, spread.ms)
    : gammaThrough(roundTripMs, spread.share, spread.ms);
}

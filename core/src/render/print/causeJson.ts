import type { Cause } from '../../engine/facts.js';
import type { Model } from '../../model/model.js';
import { placePair } from '../../network/places.js';
import { type Tier, tierOf } from '../../review/tier.js';
import { directionText, whenText } from '../words/cause.js';
import { vertexName } from '../words/names.js';

/** A cause in words, and its parts by their labels. */
export interface CauseJson {
  /** In words: "when link us–eu is cut". */
  readonly text: string;
  /** Whether it is one likely fault. */
  readonly tier: Tier;
  readonly links: readonly string[];
  readonly oneWay: readonly string[];
  readonly stopped: readonly string[];
  readonly zones: readonly string[];
  readonly isolated: readonly string[];
  readonly apart: readonly string[];
  /** Nodes and zones. */
  readonly destroyed: readonly string[];
  /** Two places each. */
  readonly pairs: readonly (readonly string[])[];
  readonly partition: string | null;
}

export function causeJson(model: Model, cause: Cause): CauseJson {
  const name = (vertex: number): string => vertexName(model, vertex);
  return {
    text: whenText(model, cause),
    tier: tierOf(model, cause),
    links: cause.links.map((link) => model.links[link]?.label ?? '?'),
    oneWay: cause.directions.map((direction) => directionText(model, direction)),
    stopped: cause.stopped.map(name),
    zones: cause.zones.map(name),
    isolated: cause.isolated.map(name),
    apart: cause.apart.map(name),
    destroyed: [...cause.destroyed, ...cause.destroyedZones].map(name),
    pairs: cause.pairs.map((pair) => (placePair(model, pair) ?? []).map(name)),
    partition: cause.partition === undefined ? null : (model.partitions[cause.partition]?.name ?? '?'),
  };
}

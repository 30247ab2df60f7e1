import type { PrimaryReplication, Step } from '../../model/model.js';
import { subsetsOf } from '../choices.js';
import { type Bits, bits, type Cluster } from '../cluster.js';

/** A primary that has a write, and what it knows of the others. */
export interface Asking {
  readonly cluster: Cluster;
  readonly settings: PrimaryReplication;
  readonly asked: number;
  /** The replicas that it believes to follow it. */
  readonly counted: Bits;
  /** Was its mandate renewed when it last looked? */
  readonly renewed: boolean;
}

/** The sets of followers, each enough, whose answers it waits for; a sentence: why the write is not acknowledged. */
export type Answers = readonly (readonly number[])[] | string;

/** `reached`: the followers that answer. */
export function answersNeeded(asking: Asking, { level }: Step, reached: readonly number[]): Answers {
  const { cluster, settings, asked, counted } = asking;
  const said = `${reached.length} of ${cluster.d - 1} others answer ${cluster.name(asked)}`;
  if (settings.minReplicas !== undefined && count(counted) < settings.minReplicas)
    return `${said}, it writes only with ${settings.minReplicas}`;
  const isPlain = level === undefined || level === 'leader';
  if (isPlain && settings.inSync !== undefined) return allInSync(asking, settings.inSync, reached, said);
  const gives = isPlain && settings.weakens === true;
  if (isPlain && settings.syncWith !== undefined) {
    const named = settings.syncWith.map((one) => cluster.store.replicas.indexOf(one)).filter((r) => r !== asked);
    const missing = named.filter((r) => !reached.includes(r));
    if (missing.length > 0 && !gives) return `${cluster.names(missing)} must have it, and does not answer`;
    return [named.filter((r) => reached.includes(r))];
  }
  const wanted = wantedAt(asking, level);
  if (reached.length < wanted && !gives) return `${said}, ${wanted} must have it`;
  return subsetsOf(reached, Math.min(wanted, reached.length));
}

function allInSync(
  { cluster, settings, counted, renewed }: Asking,
  least: number,
  reached: readonly number[],
  said: string,
): Answers {
  const isWhole = reached.length === cluster.d - 1;
  const agreed = settings.failover === 'manual' || renewed;
  if (!isWhole && !(agreed && (counted & ~bits(reached)) === 0))
    return `${said}, and all of them are taken to be in sync`;
  return !isWhole && reached.length + 1 < least ? `${said}, too few are in sync` : [reached];
}

function wantedAt({ cluster, settings }: Asking, level: Step['level']): number {
  switch (level) {
    case 'one':
      return 0;
    case 'two':
      return 1;
    case 'quorum':
      return Math.min(cluster.d, Math.floor((cluster.d + cluster.store.witnesses.length) / 2) + 1) - 1;
    case 'all':
      return cluster.d - 1;
    default:
      return settings.sync;
  }
}

export function count(some: Bits): number {
  return some === 0 ? 0 : (some & 1) + count(some >> 1);
}

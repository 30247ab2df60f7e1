import type { Store, VertexId } from '../../../model/model.js';
import type { Design } from '../design.js';
import { firstOf } from './scheme.js';

/** A copy without a vote: fed by the leader or primary, or by one other copy. */
export interface Fed {
  /** Its identifier. */
  readonly name: string;
  readonly feeder?: Feeder;
}

/** The copy that an observer is fed by. */
export type Feeder = { readonly kind: 'replica'; readonly name: string } | ({ readonly kind: 'observer' } & Fed);

/** The observers of a store. */
export function observersOf(design: Design, store: Store): readonly Fed[] {
  const { observers = [] } = store;
  const feederOf = (from: VertexId): Feeder => {
    const name = design.vertex(from);
    return store.replicas.includes(from) ? { kind: 'replica', name } : { kind: 'observer', ...fed(from) };
  };
  const fed = (node: VertexId): Fed => {
    const from = observers.find((one) => one.node === node)?.from;
    const name = design.vertex(node);
    return from === undefined ? { name } : { name, feeder: feederOf(from) };
  };
  return observers.map(({ node }) => fed(node));
}

/** From the observer on, the connections over which it is fed by a copy that no other one feeds. */
export function chainOf({ name, feeder }: Fed): readonly { readonly from: string; readonly to: string }[] {
  if (feeder === undefined) return [];
  const link = { from: feeder.name, to: name };
  return feeder.kind === 'replica' ? [link] : [link, ...chainOf(feeder)];
}

/**
 * Is it fed on this network? `directly`: does the leader or primary feed a copy, or is it the copy? Over another copy
 * it is fed if both are.
 */
export function isFed({ name, feeder }: Fed, net: string, directly: (copy: string) => string): string {
  if (feeder === undefined) return directly(name);
  const before = feeder.kind === 'replica' ? directly(feeder.name) : isFed(feeder, net, directly);
  return `(has(on(${net}, ${feeder.name}), ${name}) && ${before})`;
}

/** What it takes to say that two copies are connected: statements that come first, and what holds then. */
export interface Connected {
  readonly look?: string;
  readonly guard: string;
}

/** How the scheme says what observers miss. */
export interface Missing {
  /** The statements for a copy that no other copy feeds. */
  directly(copy: string): string;
  /** Are the two connected once the network is broken? */
  connected(feeder: string, copy: string): Connected;
}

/**
 * Statements: sets `harm` of a read that `who` answers. What another copy has, or misses for the lag, an observer that
 * it feeds misses for the lag.
 */
function missedBy(who: Feeder, missing: Missing): string {
  const { name } = who;
  if (who.kind === 'replica')
    return firstOf(
      [{ guard: `has(theirs, ${name})`, does: ['harm = STALE_LAG'] }],
      [missing.directly(name), 'harm = (harm == STALE_HEAL -> STALE_HEAL : STALE_LAG)'],
    );
  if (who.feeder === undefined) return missing.directly(name);
  const { look, guard } = missing.connected(who.feeder.name, name);
  const one = firstOf([{ guard: `!(${guard})`, does: ['harm = STALE_HEAL'] }], [missedBy(who.feeder, missing)]);
  return look === undefined ? one : `${look};\n${one}`;
}

/** Statements that begin with the case of each observer that another copy feeds, and end with all others. */
export function missedByObservers(observers: readonly Fed[], missing: Missing): string {
  return firstOf(
    observers
      .filter(({ feeder }) => feeder !== undefined)
      .map((one) => ({
        guard: `answered_by == ${one.name}`,
        does: [missedBy({ kind: 'observer', ...one }, missing)],
      })),
    [missing.directly('answered_by')],
  );
}

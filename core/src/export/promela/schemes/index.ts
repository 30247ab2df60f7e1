import type { SchemeName, Store } from '../../../model/model.js';
import { type Design, remarked } from '../design.js';
import { any } from './any.js';
import { consensus } from './consensus.js';
import { primary } from './primary.js';
import { quorum } from './quorum.js';
import type { Scheme, StoreText } from './scheme.js';

/** How each scheme is said in Promela: a new one is a file and a line here. */
const SCHEMES: Readonly<Record<SchemeName, Scheme>> = { consensus, primary, quorum, any };

export function schemeOf({ replication }: Store): Scheme {
  return SCHEMES[replication.scheme];
}

/** Is there more than one way in which this store may settle once the network is broken? */
export function isOpen(store: Store | undefined): boolean {
  return store !== undefined && schemeOf(store).isOpen(store);
}

/** Do replicas of one of them go by group views? */
export function hasViews(stores: readonly WrittenStore[]): boolean {
  return stores.some(({ text }) => text.hasViews === true);
}

/** An upper bound of the ways in which it may settle. */
export function wayCount(store: Store | undefined, nodes: number, connected: Design['connectedWhenHealthy']): number {
  if (store === undefined || !isOpen(store)) return 1;
  return schemeOf(store).wayCount?.(store, connected) ?? (nodes + 1) ** 2;
}

/** A store with its identifier and what it does. */
export interface WrittenStore {
  readonly store: Store;
  readonly here: string;
  readonly text: StoreText;
}

/** All stores of the design, in its order. */
export function writeStores(design: Design): readonly WrittenStore[] {
  return design.model.stores.map((store, s) => {
    const here = design.store(s);
    return { store, here, text: schemeOf(store).write(design, store, here) };
  });
}

/** The beginning of what follows where a variable is this store, with a remark that says what kind of store it is. */
export function caseOf({ store, here }: WrittenStore, variable: string): string {
  return remarked(`:: ${variable} == ${here} ->`, summary(store));
}

/** "store account: consensus, choose CP" */
export function summary({ name, replication, choice }: Store): string {
  return `store ${name}: ${replication.scheme}${choice === undefined ? '' : `, choose ${choice}`}`;
}

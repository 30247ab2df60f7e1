import type { Part, Role } from './deployment.js';
import { FOLLOWING, LEADING, tokensOf, VOTING, type Product } from './products.js';

/** Parts that hold the same data, and those that only vote: one store of a draft. */
export interface Cluster {
  readonly name: string;
  readonly product: Product;
  /** The one that leads first; at least one. */
  readonly members: readonly Part[];
  readonly witnesses: readonly Part[];
  /** Servers outside of it that elect who leads. */
  readonly electors: readonly Part[];
}

export type StoreRole = Extract<Role, { kind: 'store' }>;

/**
 * Servers of one product are one store if their names differ only in a number or in their part in it: `etcd1` and
 * `etcd2`, `redis-master` and `redis-replica`. Electors belong to the only store of their product.
 */
export function clustersOf(parts: readonly Part[]): readonly Cluster[] {
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    if (part.role.kind !== 'store') continue;
    const key = `${part.role.product.name} ${stem(part.name)}`;
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  const perProduct = new Map<Product, number>();
  for (const [first] of groups.values())
    if (first?.role.kind === 'store') perProduct.set(first.role.product, (perProduct.get(first.role.product) ?? 0) + 1);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first?.role.kind !== 'store') return [];
    const { product } = first.role;
    const voting = group.filter(({ name }) => has(name, VOTING));
    const isAllVoting = voting.length === group.length;
    const members = isAllVoting ? group : group.filter((part) => !voting.includes(part));
    const name = members.length === 1 ? (members[0]?.name ?? '') : stem(first.name) || product.name;
    const isOnlyOne = perProduct.get(product) === 1;
    return [
      {
        name,
        product,
        members: members.toSorted((a, b) => Number(has(b.name, LEADING)) - Number(has(a.name, LEADING))),
        witnesses: isAllVoting ? [] : voting,
        electors: isOnlyOne ? parts.filter(({ role }) => role.kind === 'elector' && role.product === product) : [],
      },
    ];
  });
}

/** The role of a member, which is that of a store. */
export function storeRoleOf({ role }: Part): StoreRole | undefined {
  return role.kind === 'store' ? role : undefined;
}

function has(name: string, words: readonly string[]): boolean {
  return tokensOf(name).some((token) => words.includes(token));
}

/** A name without numbers and without the part that it plays: "redis-master-0" is "redis". */
function stem(name: string): string {
  const left = tokensOf(name).filter((token) => ![...LEADING, ...FOLLOWING, ...VOTING, ''].includes(token));
  return left.join('-');
}

import type { Model } from '../../core/src/model/model.js';

/**
 * What a design says, in lines that don't depend on the order of its statements: names instead of numbers, and each
 * list in order.
 */
export function meaningOf(model: Model): readonly string[] {
  const name = (id: number): string => model.vertices[id]?.name ?? '?';
  const names = (ids: readonly number[]): string[] => ids.map(name).sort();
  const label = (direction: number): string => {
    const link = model.links[direction >> 1];
    const [a, b] = [name(link?.a ?? -1), name(link?.b ?? -1)];
    return direction % 2 === 0 ? `${a}→${b}` : `${b}→${a}`;
  };
  const linesOf = (partition: Model['partitions'][number]): unknown => ({
    ...partition,
    fault: {
      ...partition.fault,
      cutDirections: partition.fault.cutDirections.map(label).sort(),
      stopped: names(partition.fault.stopped),
      groups: partition.fault.groups.map((sides) => sides.map((side) => names(side).join(',')).sort()),
    },
  });
  const rows: readonly (readonly [string, readonly unknown[]])[] = [
    [
      'vertex',
      model.vertices.map((vertex) => {
        if (vertex.kind === 'node') return { ...vertex, zone: vertex.zone === undefined ? '' : name(vertex.zone) };
        if (vertex.kind === 'zone') return { ...vertex, members: names(vertex.members) };
        if (vertex.kind !== 'client') return vertex;
        const { placement, via } = vertex;
        return {
          ...vertex,
          placement: placement.kind === 'free' ? placement : { kind: placement.kind, at: name(placement.vertex) },
          via: names(via),
        };
      }),
    ],
    [
      'link',
      model.links.map(({ label: _, a, b, oneWay, ...link }) => ({
        ...link,
        ends: oneWay ? [name(a), name(b)] : [name(a), name(b)].sort(),
        oneWay,
      })),
    ],
    [
      'store',
      model.stores.map((store) => ({
        ...store,
        replicas: names(store.replicas),
        witnesses: names(store.witnesses),
        replication: JSON.parse(
          JSON.stringify(store.replication, (key, value: unknown) =>
            typeof value === 'number' && ['primary', 'leader'].includes(key) ? name(value) : value,
          ),
        ) as unknown,
      })),
    ],
    [
      'operation',
      model.operations.map((operation) => ({
        ...operation,
        clients: names(operation.clients),
        steps: operation.steps.map((step) => ({ ...step, store: model.stores[step.store]?.name })),
      })),
    ],
    ['partition', model.partitions.map(linesOf)],
    [
      'expect',
      model.expectations.map((expectation) => ({
        ...expectation,
        operation: model.operations[expectation.operation]?.name,
        clients: names(expectation.clients),
        under:
          expectation.under.kind === 'partition'
            ? model.partitions[expectation.under.partition]?.name
            : expectation.under,
      })),
    ],
    [
      'accept',
      model.acceptances.map((acceptance) => ({
        ...acceptance,
        operation: model.operations[acceptance.operation]?.name,
      })),
    ],
    ['explore', model.families],
  ];
  return rows.flatMap(([kind, list]) => list.map((one) => `${kind} ${JSON.stringify(one)}`).sort());
}

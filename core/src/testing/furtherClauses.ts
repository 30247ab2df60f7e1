import { destroysDisks } from '../model/family.js';
import type { Model, Operation, Step, Store } from '../model/model.js';

type Has = (one: {
  readonly model: Model;
  readonly stores: readonly Store[];
  readonly steps: readonly Step[];
}) => boolean;

/**
 * What a design can have beyond stores whose copies all vote, clients that ask them directly, and disks that last. Of
 * stores, those count that some operation asks.
 */
const FURTHER: Readonly<Record<string, Has>> = {
  through: ({ model }) => model.operations.some(({ through }) => through !== undefined),
  requires: ({ model, stores }) =>
    stores.some(({ requires }) => requires !== undefined) ||
    model.operations.some((operation) => servicesOf(model, operation).some(({ requires }) => requires !== undefined)),
  from: ({ stores }) => stores.some(({ from }) => from !== undefined),
  observer: ({ stores }) => stores.some(({ observers = [] }) => observers.length > 0),
  'sync by name': ({ stores }) => stores.some(({ replication }) => 'syncWith' in replication),
  'step-down': ({ stores }) => stores.some(({ replication }) => 'stepsDown' in replication),
  'failover safe': ({ stores }) =>
    stores.some(({ replication }) => replication.scheme === 'primary' && replication.failover === 'safe'),
  destroyed: ({ model }) => destroysDisks(model),
  'level any': ({ steps }) => steps.some(({ level }) => level === 'any'),
};

/** Which of these a design has. */
export function furtherClauses(model: Model): string[] {
  const steps = model.operations.flatMap((operation) => operation.steps);
  const stores = model.stores.filter((_, s) => steps.some(({ store }) => store === s));
  return Object.entries(FURTHER).flatMap(([clause, has]) => (has({ model, stores, steps }) ? [clause] : []));
}

function servicesOf({ services }: Model, { through = [] }: Operation): Model['services'] {
  return through.flatMap((index) => services[index] ?? []);
}

/** How many designs have further clauses, and which. */
export class ClauseCount {
  private designs = 0;
  private further = 0;
  private readonly byClause = new Map<string, number>();

  add(model: Model): void {
    const clauses = furtherClauses(model);
    this.designs++;
    if (clauses.length > 0) this.further++;
    for (const clause of clauses) this.byClause.set(clause, (this.byClause.get(clause) ?? 0) + 1);
  }

  get share(): number {
    return this.further / this.designs;
  }

  get text(): string {
    const each = Object.keys(FURTHER).map((clause) => `${clause} ${this.byClause.get(clause) ?? 0}`);
    return `${this.designs} designs, ${this.further} with further clauses (${each.join(', ')})`;
  }
}

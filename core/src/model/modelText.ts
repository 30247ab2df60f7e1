import type { Model } from './model.js';

/**
 * A model as JSON, part by part: the same text for the same content, so that one can see what differs from another
 * model.
 */
export interface ModelText {
  /** All that is broken and what breaks it. */
  readonly network: string;
  readonly stores: readonly string[];
  readonly operations: readonly string[];
  /** Of the whole model. */
  readonly whole: string;
}

const made = new WeakMap<Model, ModelText>();

/** The text of a model, made once for each model. Models with the same `whole` have the same results. */
export function modelText(model: Model): ModelText {
  const known = made.get(model) ?? make(model);
  made.set(model, known);
  return known;
}

function make({ vertices, links, partitions, stores, operations, ...rest }: Model): ModelText {
  const network = JSON.stringify({ vertices, links, partitions });
  const ofStores = stores.map((store) => JSON.stringify(store));
  const ofOperations = operations.map((operation) => JSON.stringify(operation));
  return {
    network,
    stores: ofStores,
    operations: ofOperations,
    whole:
      `${network.slice(0, -1)},"stores":[${ofStores.join(',')}],` +
      `"operations":[${ofOperations.join(',')}],${JSON.stringify(rest).slice(1)}`,
  };
}

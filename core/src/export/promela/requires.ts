import type { Model, Operation, Required, Store, VertexId } from '../../model/model.js';
import { type Design, hasWays, servicesOnWay, storesOf } from './design.js';
import { choice, fill } from './holes.js';
import requires from './requires.pml?raw' with { type: 'text' };

/** What stores, and services on the way of an operation, require, each after all that it requires itself. */
export function sourcesOf(model: Model): readonly Required[] {
  const { stores, services } = model;
  const found: Required[] = [];
  const add = (one: Required): void => {
    if (found.some(({ kind, index }) => kind === one.kind && index === one.index)) return;
    for (const further of requiredBy(one)) add(further);
    found.push(one);
  };
  const requiredBy = ({ kind, index }: Required): readonly Required[] =>
    kind === 'store' ? requirementsOf(stores[index]) : (services[index]?.requires ?? []);
  for (const store of stores) for (const one of requirementsOf(store)) add(one);
  for (const { requires = [] } of model.operations.flatMap((operation) => servicesOnWay(model, operation)))
    for (const one of requires) add(one);
  return found;
}

/** What a store requires, and what its data is derived from. */
function requirementsOf(store: Store | undefined): readonly Required[] {
  const { from, requires = [] } = store ?? {};
  return from === undefined ? requires : [{ kind: 'store', index: from.store }, ...requires];
}

/** The stores among what these stores require, and among what that requires. */
export function storesRequiredBy(model: Model, by: readonly number[]): readonly number[] {
  return storesAmong(
    model,
    by.flatMap((s) => requirementsOf(model.stores[s])),
  );
}

function storesAmong({ stores, services }: Model, all: readonly Required[]): readonly number[] {
  const found = new Set<number>();
  const follow = (requires: readonly Required[] = []): void => {
    for (const { kind, index } of requires) {
      if (kind === 'store') found.add(index);
      follow(kind === 'store' ? requirementsOf(stores[index]) : services[index]?.requires);
    }
  };
  follow(all);
  return [...found].sort((a, b) => a - b);
}

/** The stores of these steps of an operation, and all that they and its services require. */
export function storesUsed(model: Model, operation: Operation, steps = operation.steps): readonly number[] {
  const stores = storesOf(steps);
  const services = servicesOnWay(model, operation).flatMap(({ requires = [] }) => requires);
  const further = [...storesRequiredBy(model, stores), ...storesAmong(model, services)];
  return [...stores, ...new Set(further.filter((s) => !stores.includes(s)))];
}

/** Which machines get an answer from what is required; nothing where nothing is. */
export function requiresText(design: Design): string[] {
  const sources = sourcesOf(design.model);
  if (sources.length === 0) return [];
  return [
    fill(requires, {
      sources: sources.length,
      'what is asked': sources.map((one, k) => askedOf(design, one, { k, sources })),
    }),
  ];
}

interface Place {
  readonly k: number;
  readonly sources: readonly Required[];
}

function askedOf(design: Design, { kind, index }: Required, { k, sources }: Place): string {
  if (kind === 'store') {
    return `:: source == ${k} ->
store = ${design.store(index)};
ask_from_each_machine()`;
  }
  const { instances = [], requires } = design.model.services[index] ?? {};
  const now = instances.map((instance) => {
    const gets = isServed(sources, requires, { machine: design.vertex(instance), asBefore: 'net == HEALTHY' });
    const got = isServed(sources, requires, { machine: design.vertex(instance), asBefore: 'true' });
    const serves = gets === undefined ? 'true' : `(${gets} || (as_before[${k}] && ${got ?? 'true'}))`;
    return `(${serves} -> on(net, ${design.vertex(instance)}) : 0)`;
  });
  return `:: source == ${k} -> answering = ${now.join(' | ') || '0'}`;
}

interface Machine {
  readonly machine: string;
  /** Where it goes on as before the break. */
  readonly asBefore: string;
}

/** Does a machine get an answer from all of these? Undefined: nothing is required. */
function isServed(
  sources: readonly Required[],
  requires: readonly Required[] | undefined,
  { machine, asBefore }: Machine,
): string | undefined {
  if (requires === undefined || requires.length === 0) return undefined;
  const each = requires.map(({ kind, index }) => {
    const k = sources.findIndex((one) => one.kind === kind && one.index === index);
    return `has((${asBefore} -> got_before[${k}] : got[${k}]), ${machine})`;
  });
  return each.join(' && ');
}

/** Does a replica of the store lack an answer from what it requires? Undefined: it requires nothing. */
export function lacks({ model }: Design, { requires }: Store, machine: Machine): string | undefined {
  const gets = isServed(sourcesOf(model), requires, machine);
  return gets === undefined ? undefined : `!(${gets})`;
}

/** Statements: chooses, before the break has settled, which services go on as before. */
export function goingOn({ model }: Design, operation: Operation): string[] {
  const choose = (bit: string): string => `if :: ${bit} = 0 :: time == DETECTING -> ${bit} = 1 fi;`;
  const onWay = servicesOnWay(model, operation).some(({ requires }) => requires !== undefined);
  return [
    ...sourcesOf(model).flatMap(({ kind }, k) => (kind === 'service' ? [choose(`as_before[${k}]`)] : [])),
    ...(onWay ? [choose('going_on')] : []),
  ];
}

/** The machines that ask required stores, or for clients, which are all. */
export function askingMachines({ model, nodes }: Design): readonly VertexId[] {
  return hasWays(model) || sourcesOf(model).some(({ kind }) => kind === 'store') ? nodes : [];
}

/** The stores that machines ask. */
export function storesOfMachines(model: Model): readonly number[] {
  const through = model.operations.filter((operation) => servicesOnWay(model, operation).length > 0);
  const required = storesAmong(model, sourcesOf(model));
  return [...new Set([...through.flatMap((operation) => storesUsed(model, operation)), ...required])];
}

/** Statements: does the instance that a request is sent to get what its service requires? */
export function servesText({ model, service }: Design): string[] {
  const sources = sourcesOf(model);
  const ways = model.services.flatMap(({ requires }, v) => {
    const gets = isServed(sources, requires, { machine: 'instance', asBefore: 'going_on' });
    const isAsked = model.operations.some(({ through = [] }) => through.includes(v));
    return gets === undefined || !isAsked ? [] : [`:: service == ${service(v)} -> serves = ${gets}`];
  });
  return ways.length === 0 ? [] : ['if', ...ways, ':: else', 'fi;'];
}

/** Is a read passed on to any copy that may refuse it? Only for what its store requires. */
export function mayPassInVain({ operations, stores }: Model): boolean {
  return operations.some(({ steps }) =>
    steps.some(({ level, store }) => level === 'any' && stores[store]?.requires !== undefined),
  );
}

/** The statement before a request, if something is required. */
export function beforeRequest({ model }: Design): string[] {
  return sourcesOf(model).length === 0 ? [] : ['who_gets_answers();'];
}

export function lackingText(
  design: Design,
  stores: readonly { readonly store: Store; readonly here: string }[],
): string {
  const ways = stores.flatMap(({ store, here }) => {
    const guard = lacks(design, store, { machine: 'replica', asBefore: 'BELIEVED == HEALTHY' });
    return guard === undefined ? [] : [`:: store == ${here} -> lacks_an_answer = ${guard}`];
  });
  return choice(ways, 'lacks_an_answer = 0');
}

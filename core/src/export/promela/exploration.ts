import { type Design, placePairsOf } from './design.js';
import { derivedTexts } from './derived.js';
import exploration from './exploration.pml?raw' with { type: 'text' };
import { choice, fill } from './holes.js';
import type { Operation } from '../../model/model.js';
import { goingOn, sourcesOf, storesRequiredBy, storesUsed } from './requires.js';
import { serviceTexts } from './services.js';
import { hasViews, isOpen, type WrittenStore } from './schemes/index.js';

/** What SPIN explores: every way from here to the end. */
export function explorationText(design: Design, stores: readonly WrittenStore[]): string {
  const { operations } = design.model;
  const { feed, lag, forget } = derivedTexts(design);
  const services = serviceTexts(design);
  const all = operations.map((_, o) => o);
  return fill(exploration, {
    requests: design.asks.map(
      ({ operation, client }, a) =>
        `:: ask = ${design.ask(a)}; operation = ${design.operation(operation)}; client = ${design.vertex(client)}`,
    ),
    'stores of the operation': choice(
      all.flatMap((o) => settleAll(design, stores, o)),
      'skip',
    ),
    'stores of other steps': choice(
      all.flatMap((o) => settleTogether(design, o)),
      'skip',
    ),
    'stores of earlier steps': choice(
      all.flatMap((o) => settleInFront(design, stores, o)),
      'skip',
    ),
    writers: stores.flatMap((_, s) => writersOf(design, s)),
    steps: all.flatMap((o) => focusOn(design, o)),
    'who may write unaware': unawareWriters(stores),
    'who has noticed': whoHasNoticed(stores),
    'what feeds the copy': feed,
    'is fed': feed.length === 0 ? 'true' : '!starved',
    'lag of derived data': lag,
    'the operation': services.own,
    'the other operation': services.other,
    'unheard of': services.unheard,
    services: services.forget,
    'derived data': forget,
    'answers of others': forgetAnswers(design),
    'pairs of places': placePairsOf(design.model).map((_, p) => `apart_as_pair[${p}] = 0;`),
    'group views': hasViews(stores) ? FORGET_VIEWS : [],
  });
}

const FORGET_VIEWS = [
  'do',
  ':: i < STORES * NODES -> view[i] = 0; former_view[i] = 0; i++',
  ':: else -> break',
  'od;',
  'i = 0;',
];

function forgetAnswers({ model }: Design): string[] {
  return sourcesOf(model).map((_, k) => `got[${k}] = 0; got_before[${k}] = 0; as_before[${k}] = 0;`);
}

function operationOf({ model }: Design, o: number): Operation {
  const operation = model.operations[o];
  if (operation === undefined) throw new Error(`there is no operation ${o}`);
  return operation;
}

function openStores({ model }: Design, stores: readonly number[]): readonly number[] {
  return stores.filter((s) => isOpen(model.stores[s]));
}

/** How the break settles for the stores of an operation, of each of which it is noted who led and who leads. */
function settleAll(design: Design, stores: readonly WrittenStore[], o: number): string[] {
  const open = openStores(design, storesUsed(design.model, operationOf(design, o))).flatMap((s) => stores[s] ?? []);
  if (open.length === 0) return [];
  const settled = open.map(
    ({ here, text }) =>
      `settle_${here}(BROKEN); ${text.scenario ?? `add_scenario(former[${here}]); add_scenario(leader[${here}])`}`,
  );
  return [`:: operation == ${design.operation(o)} -> ${settled.join('; ')}`];
}

/** For each step, how the stores of the other steps settle on the healthy network. */
function settleTogether(design: Design, o: number): string[] {
  const operation = operationOf(design, o);
  return operation.steps.flatMap((step, i) => {
    const others = openStores(design, storesUsed(design.model, operation)).filter((s) => s !== step.store);
    if (others.length === 0) return [];
    const settled = others.map((s) => `settle_${design.store(s)}(HEALTHY)`);
    return [`:: operation == ${design.operation(o)} && focus == ${i} -> ${settled.join('; ')}`];
  });
}

/**
 * For each step, the same of the stores of the steps before it, and of what these require. What its own store requires
 * has settled with it.
 */
function settleInFront(design: Design, stores: readonly WrittenStore[], o: number): string[] {
  const { model } = design;
  const operation = operationOf(design, o);
  return operation.steps.flatMap((step, i) => {
    // An instance refuses the operation for any of its steps.
    const inFront = operation.through === undefined ? operation.steps.slice(0, i) : operation.steps;
    const required = storesRequiredBy(model, [step.store]);
    const others = [...new Set([...storesUsed(model, operation, inFront), ...required])].filter(
      (s) => s !== step.store,
    );
    const services = goingOn(design, operation);
    if (others.length === 0 && services.length === 0) return [];
    const settled = others
      .flatMap((s) => stores[s] ?? [])
      .map((one) => {
        const isOwn = required.some((s) => stores[s] === one);
        return `${isOpen(one.store) && !isOwn ? `settle_${one.here}(net);\n` : ''}${seenBefore(one)}`;
      });
    return [`:: operation == ${design.operation(o)} && at == ${i} ->\n${[...settled, ...services].join(';\n')}`];
  });
}

/** A store of an earlier step may be seen as it was until the break is noticed, if somebody led then. */
function seenBefore({ here, text }: WrittenStore): string {
  const led = text.isLed === true ? ` && former[${here}] != NOBODY` : '';
  return [
    'if',
    `:: unaware[${here}] = 0`,
    `:: time == DETECTING${led} -> unaware[${here}] = 1`,
    ...(text.halfNoticed ?? []).map((half) => `:: time == DETECTING ${half}`),
    'fi',
  ].join('\n');
}

function writersOf(design: Design, s: number): string[] {
  const about = `:: about == ${design.store(s)}`;
  const writers = design.model.operations.flatMap(({ steps, clients }, o) =>
    steps.flatMap(({ access, store }, i) =>
      access === 'write' && store === s
        ? clients.map(
            (id) => `${about} -> operation = ${design.operation(o)}; at = ${i}; client = ${design.vertex(id)}`,
          )
        : [],
    ),
  );
  return writers.length === 0 ? [`${about} -> goto done         /* nobody writes it */`] : writers;
}

/** Each step of an operation: now, or a write that was acknowledged, with all of its operation, before the break. */
function focusOn(design: Design, o: number): string[] {
  const { steps } = operationOf(design, o);
  const operation = `:: operation == ${design.operation(o)}`;
  return steps.flatMap(({ access }, i) => [
    `${operation} -> focus = ${i}; at = ${i}; time = DURING`,
    ...(access === 'write' ? [`${operation} -> focus = ${i}; at = ${steps.length - 1}; time = BEFORE`] : []),
  ]);
}

function unawareWriters(stores: readonly WrittenStore[]): string {
  const led = stores.filter(({ text }) => text.isLed === true);
  return ['has(running, client)', ...led.map(({ here }) => `(about != ${here} || former[about] != NOBODY)`)].join(
    ' && ',
  );
}

function whoHasNoticed(stores: readonly WrittenStore[]): string[] {
  const ways = stores.flatMap(({ here, text }) =>
    (text.halfNoticed ?? []).map((half) => `:: time == DETECTING && about == ${here} ${half}; unaware[about] = 0`),
  );
  // What it requires may be seen as it was.
  const asSettled = stores.flatMap(({ store, here }) =>
    store.requires === undefined ? [] : [`:: time == DETECTING && about == ${here} -> unaware[about] = 0`],
  );
  return ways.length + asSettled.length === 0 ? [] : ['if', ':: true', ...ways, 'fi;'];
}

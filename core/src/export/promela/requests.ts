import { copiesOf, readsOneCopy } from '../../model/levels.js';
import type { Step, Store, VertexId } from '../../model/model.js';
import { comment, type Design, levelName, majorityOf, remarked, replicasByZone, zoneOf } from './design.js';
import { derivedTexts } from './derived.js';
import { choice, fill } from './holes.js';
import { KNOWN_LEVELS } from './refusals.js';
import { askingMachines, beforeRequest, mayPassInVain, storesOfMachines } from './requires.js';
import requests from './requests.pml?raw' with { type: 'text' };
import { hasViews, type WrittenStore } from './schemes/index.js';

/** A request: whom a client asks, and what becomes of it. */
export function requestsText(design: Design, stores: readonly WrittenStore[]): string {
  const pairs = pairsOf(design);
  const { source, instead } = derivedTexts(design);
  const turnsOfPrimaries = 2;
  return fill(requests, {
    levels: ['DEFAULT', ...KNOWN_LEVELS.map(levelName)].map((level, i) => `#define ${level} ${i}`),
    steps: design.model.operations.flatMap(({ steps }, o) => steps.map((step, i) => stepCase(design, step, o, i))),
    'numbers of clients': [...design.clients, ...askingMachines(design)].map(
      (id, c) => `:: client == ${design.vertex(id)} -> client_number = ${c}`,
    ),
    lists: pairs.map(({ guard, order }) => `${guard} -> listed = ${design.set(order)}`),
    primaries: primaries(stores),
    turns: turnsOfPrimaries + Math.max(0, ...pairs.map(({ order }) => order.length)),
    'turns of primaries': turnsToPrimary(stores),
    'turns of lists': pairs.map(({ guard, order }) => `${guard} -> replica = ${turnsThrough(design, order)}`),
    'who gets answers': beforeRequest(design),
    'what is read': source,
    'what is read instead': instead,
    'is there another source': instead.length === 0 ? 'false' : 'instead != NOBODY',
    'group views': hasViews(stores) ? VIEWS : [],
    ...drawsOfReads(design),
    'who waits': whoWaits(stores),
    'primaries in reach': primariesInReach(stores),
    'copies that are drawn from': drawnFrom(design),
    'choice of copies': choiceOfCopies(design),
  });
}

const VIEWS = [
  remarked('int view[STORES * NODES];', 'of each replica, the members of the group view that it follows'),
  remarked('int former_view[STORES * NODES];', 'and of the one that it followed before the break'),
];

function stepCase(design: Design, step: Step, operation: number, index: number): string {
  const { operations, stores } = design.model;
  const values = [
    `store = ${design.store(step.store)}`,
    `writes = ${step.access === 'write' ? 1 : 0}`,
    `level = ${levelName(step.level)}`,
    `one_copy = ${readsOneCopy(step) ? 1 : 0}`,
  ];
  return remarked(
    `:: operation == ${design.operation(operation)} && step == ${index} -> ${values.join('; ')}`,
    `${operations[operation]?.name ?? ''}: ${step.access} ${stores[step.store]?.name ?? ''}`,
  );
}

/** A client and a store, with the replicas that the client asks, in order. */
interface Pair {
  readonly guard: string;
  readonly order: readonly VertexId[];
}

function pairsOf(design: Design): readonly Pair[] {
  const asked = storesOfMachines(design.model);
  const machines = askingMachines(design);
  return [...design.clients, ...machines].flatMap((client) =>
    design.model.stores.flatMap((store, s) => {
      if (machines.includes(client) && !asked.includes(s)) return [];
      const guard = `:: client == ${design.vertex(client)} && store == ${design.store(s)}`;
      const order = design.order(client, store.replicas);
      if (store.observers === undefined) return [{ guard, order }];
      // Observers answer reads of one copy alone.
      return [
        { guard: `${guard} && !one_copy`, order },
        { guard: `${guard} && one_copy`, order: design.order(client, copiesOf(store)) },
      ];
    }),
  );
}

/** The first two turns are for primaries. */
function turnsThrough(design: Design, order: readonly VertexId[]): string {
  return order.reduceRight((rest, id, k) => `(turn == ${k + 2} -> ${design.vertex(id)} : ${rest})`, 'NOBODY');
}

/** `store == a || store == b` */
function isOneOf(stores: readonly WrittenStore[]): string {
  return stores.map(({ here }) => `store == ${here}`).join(' || ');
}

function withPrimaries(stores: readonly WrittenStore[]): readonly WrittenStore[] {
  return stores.filter(({ text }) => text.primaries !== undefined);
}

function primaries(stores: readonly WrittenStore[]): string {
  return choice(
    withPrimaries(stores).map(({ here, text }) => `:: store == ${here} ->\n${text.primaries ?? ''}`),
    'old = NOBODY; acts = 0',
  );
}

function turnsToPrimary(stores: readonly WrittenStore[]): string[] {
  const some = withPrimaries(stores);
  if (some.length === 0) return [];
  // If the coordinator may answer by itself, the others of the list are asked as well.
  const alone = some.filter(({ store }) => store.choice === 'AP');
  const notAlone = alone.length === 0 ? '' : ` && !(${isOneOf(alone)})`;
  return [
    `:: turn < 2 && (${isOneOf(some)}) && !one_copy && pick != NEITHER ->         /* a primary, then the other one */`,
    'replica = ((turn == 0) == (pick == THE_OLD) -> old : head);',
    'if :: !has(listed, replica) -> replica = NOBODY :: else fi',
    `:: turn >= 2 && (${isOneOf(some)}) && !one_copy${notAlone} -> replica = NOBODY`,
  ];
}

/** A store whose servers don't know of the break, or one that does not refuse at once: the client waits in vain. */
function whoWaits(stores: readonly WrittenStore[]): string {
  const waiting = stores.filter(({ store }) => store.onPartition.kind === 'wait');
  return [
    '(unaware[store] && net == BROKEN && !refused_before && !at_once)',
    ...stores.flatMap(({ here, text: { waits } }) => (waits === undefined ? [] : [`(store == ${here} && ${waits})`])),
    ...waiting.map(({ here }) => `(store == ${here} && !hopeless && !at_once)`),
  ].join(' || ');
}

function primariesInReach(stores: readonly WrittenStore[]): string {
  const some = withPrimaries(stores);
  if (some.length === 0) return 'skip';
  return `can_old = (${isOneOf(some)}) && !one_copy && has(listed, old) && has(reaches | half_open, old);
can_new = (${isOneOf(some)}) && !one_copy && has(listed, head) && has(reaches | half_open, head)`;
}

/** Each replica draws: one after the other may pass a read on to a copy that refuses it. */
function drawsOfReads({ model }: Design): Record<string, readonly string[]> {
  const may = mayPassInVain(model);
  return {
    'draws that are refused': may
      ? [
          remarked('byte in_vain;', 'how many replicas pass such a read on to a copy that refuses it'),
          remarked('bit nobody_refuses;', 'but there is no such copy'),
        ]
      : [],
    'who passes it on in vain': may
      ? ['if', ':: in_vain = 0', ':: any_copy != 0 -> one_of(bit(NODES) - 1, in_vain)', 'fi;']
      : [],
    'nobody refuses it': may
      ? ['in_vain = 0;', 'if', ':: nobody_refuses -> nobody_refuses = 0; goto done', ':: else', 'fi']
      : [],
  };
}

const UP = '(net == HEALTHY -> EVERYBODY : running)';

/** The copies whose machines run, where a step asks for any one. */
function drawnFrom(design: Design): string {
  const asked = design.model.stores.flatMap((store, s) =>
    design.model.operations.some(({ steps }) => steps.some((step) => step.store === s && step.level === 'any'))
      ? [`:: store == ${design.store(s)} && level == ANY -> any_copy = ${design.set(copiesOf(store))} & ${UP}`]
      : [],
  );
  return choice(asked, 'skip');
}

/** Chooses `need` of `pool`; in every zone, where a step at `level each-quorum` asks for it. */
function choiceOfCopies(design: Design): string {
  const asks = (s: number): boolean =>
    design.model.operations.some(({ steps }) =>
      steps.some(({ store, level }) => store === s && level === 'each-quorum'),
    );
  const zonal = design.model.stores.flatMap((store, s) =>
    asks(s) ? [`:: each_zone && store == ${design.store(s)} ->\n${choiceInEachZone(design, store)}`] : [],
  );
  return choice(zonal, 'take(chosen)');
}

function choiceInEachZone(design: Design, store: Store): string {
  return replicasByZone(design.model, store)
    .map((members) => {
      const remark = comment(zoneText(design, members));
      return `pool = in_all & ${design.set(members)}; need = ${majorityOf(members)}; take(chosen); ${remark}`;
    })
    .join('\n');
}

function zoneText({ model }: Design, [first]: readonly VertexId[]): string {
  const zone = first === undefined ? undefined : zoneOf(model, first);
  return zone === undefined ? 'outside every zone' : `zone ${model.vertices[zone]?.name ?? ''}`;
}

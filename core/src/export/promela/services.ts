import type { Operation, Service, VertexId } from '../../model/model.js';
import { type Design, remarked, servicesOnWay } from './design.js';
import { fill } from './holes.js';
import { beforeRequest, servesText } from './requires.js';
import services from './services.pml?raw' with { type: 'text' };

/** What it takes to go through services, where an operation does. */
export interface ServiceTexts {
  readonly text: readonly string[];
  /** Statements: the operation that is asked about. Its steps up to `at` succeed, and then those up to `focus`. */
  readonly own: readonly string[];
  /** The same of another write, up to `at`. */
  readonly other: readonly string[];
  /** After the answer of the own operation was noted. */
  readonly unheard: readonly string[];
  readonly forget: readonly string[];
}

const ALONE: ServiceTexts = {
  text: [],
  own: [
    'do',
    ':: true ->',
    'perform();',
    'if',
    ':: at == focus || result != SERVED -> break',
    remarked(':: else -> at = focus', 'what ends half done was not acknowledged: all of it succeeds'),
    'fi',
    'od;',
  ],
  other: ['perform();'],
  unheard: [],
  forget: [],
};

export function serviceTexts(design: Design): ServiceTexts {
  const through = design.model.operations.flatMap((operation, o) =>
    servicesOnWay(design.model, operation).length === 0 ? [] : [{ operation, o }],
  );
  if (through.length === 0) return ALONE;
  const longest = Math.max(...through.map(({ operation: { through: way = [] } }) => way.length));
  const text = fill(services, {
    ways: through.map(
      ({ operation, o }) =>
        `:: operation == ${design.operation(o)} -> services = ${operation.through?.length ?? 0}; ` +
        `last_refusal = ${lastRefusal(operation)}`,
    ),
    'services on the way': through.flatMap(({ operation: { through: way = [] }, o }) =>
      way.map(
        (v, stage) => `:: operation == ${design.operation(o)} && stage == ${stage} -> service = ${design.service(v)}`,
      ),
    ),
    instances: turns(
      design,
      through.map(({ operation }) => operation),
    ),
    'what services require': servesText(design),
    'who gets answers': beforeRequest(design),
  }).replaceAll('WAY', String(longest));
  return {
    text: [text],
    own: [
      'goal = focus;',
      'carry_out();',
      'if',
      remarked(':: services > 0 && carrier == NOBODY -> focus = 0', 'it has not begun'),
      ':: services > 0 && carrier != NOBODY && result == ERROR && refused && !unheard_of && focus <= last_refusal ->',
      remarked('goto done', 'the next instance is asked'),
      ':: else',
      'fi;',
      'scenario = (scenario * (NODES + 1) + (carrier == NOBODY -> 0 : carrier + 1)) * 2 + unheard_of;',
    ],
    other: [
      'goal = at;',
      'carry_out();',
      'if',
      ':: services > 0 && carrier == NOBODY -> goto done',
      remarked(
        ':: unheard_of && carrier != NOBODY -> kept = kept || result == SERVED; result = UNKNOWN',
        'its client does not know',
      ),
      ':: else',
      'fi;',
    ],
    unheard: ['if', ':: unheard_of -> goto done', ':: else', 'fi;'],
    forget: [
      'services = 0; service = 0; carrier = NOBODY; unheard_of = 0; going_on = 0; gives_up = 0; last_refusal = 0;',
    ],
  };
}

/** Before its first write has taken effect, the operation is refused as a whole where a step is. */
function lastRefusal({ steps }: Operation): number {
  const first = steps.findIndex(({ access }) => access === 'write');
  return first < 0 ? steps.length - 1 : first;
}

/** Whom each that may ask turns to, in order. */
function turns(design: Design, operations: readonly Operation[]): string[] {
  const { model } = design;
  const pairs = new Map<string, string>();
  const add = (senders: readonly VertexId[], v: number, { instances }: Service): void => {
    for (const sender of senders) {
      const order = design.order(sender, instances).map(design.vertex);
      const guard = `:: client == ${design.vertex(sender)} && service == ${design.service(v)}`;
      const next = order.reduceRight((rest, id, k) => `(turned_to[stage] == ${k} -> ${id} : ${rest})`, 'NOBODY');
      pairs.set(guard, `${guard} -> instance = ${next}`);
    }
  };
  for (const { clients, through = [] } of operations) {
    let senders: readonly VertexId[] = clients;
    for (const v of through) {
      const service = model.services[v];
      if (service === undefined) continue;
      add(senders, v, service);
      senders = service.instances;
    }
  }
  return [...pairs.values()];
}

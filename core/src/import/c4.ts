import type { DeployedZone, Deployment, Origin, Part, Role, Use } from './deployment.js';
import { productNamed } from './products.js';

/** An element of a C4 model, whatever file it comes from. */
export interface C4Element {
  readonly id: string;
  /** What people call it. */
  readonly name: string;
  readonly kind: 'person' | 'container' | 'group';
  /** "PostgreSQL 16"; '' where nothing is said. */
  readonly technology: string;
  /** The group that it is in. */
  readonly parent?: string;
  readonly copies: number;
  readonly origin: Origin;
}

export interface C4Relation {
  readonly from: string;
  readonly to: string;
  readonly title: string;
  readonly origin: Origin;
}

/** Groups are zones, what is in them is deployed, and a person is a client. */
export function c4Deployment(elements: readonly C4Element[], relations: readonly C4Relation[]): Deployment {
  const running = elements.filter(({ kind }) => kind !== 'group');
  const names = namesOf(running);
  const groups = new Map(elements.filter(({ kind }) => kind === 'group').map((group) => [group.id, group]));
  const zoneOf = ({ parent }: C4Element): string | undefined =>
    parent === undefined ? undefined : groups.get(parent)?.name;
  const loose = running.find((element) => element.kind === 'container' && zoneOf(element) === undefined);
  const system: DeployedZone | undefined =
    loose === undefined
      ? undefined
      : { name: 'system', origin: loose.origin, guess: 'what is in no group shares one zone' };
  const zones = [...groups.values()]
    .filter(({ id }) => running.some(({ parent }) => parent === id))
    .map(({ name, origin }) => ({ name, origin }));
  return {
    zones: system === undefined ? zones : [...zones, system],
    parts: running.map((element) => partOf(element, zoneOf(element) ?? system?.name, names, relations)),
    areZonesConnected: true,
    notes: [],
  };
}

/** By identifier; an identifier beside the name where two have one name. */
function namesOf(elements: readonly C4Element[]): ReadonlyMap<string, string> {
  const often = new Map<string, number>();
  for (const { name } of elements) often.set(name, (often.get(name) ?? 0) + 1);
  return new Map(elements.map(({ id, name }) => [id, often.get(name) === 1 ? name : `${name} ${id}`]));
}

function partOf(
  element: C4Element,
  zone: string | undefined,
  names: ReadonlyMap<string, string>,
  relations: readonly C4Relation[],
): Part {
  const own = relations.filter(({ from }) => from === element.id);
  return {
    name: names.get(element.id) ?? element.name,
    origin: element.origin,
    role: roleOf(element),
    copies: element.copies,
    zones: zone === undefined ? [] : [zone],
    isSpread: false,
    uses: own.flatMap(({ to, title, origin }): readonly Use[] => {
      const part = names.get(to);
      return part === undefined ? [] : [{ part, why: { origin, text: title === '' ? 'a relation' : title } }];
    }),
  };
}

function roleOf({ kind, name, technology, origin }: C4Element): Role {
  if (kind === 'person') return { kind: 'client' };
  const said = technology === '' ? name : technology;
  const product = productNamed(said);
  if (product !== undefined)
    return { kind: 'store', product, evidence: `${name} ${technology}`, why: { origin, text: said } };
  return { kind: 'service' };
}

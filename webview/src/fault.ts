import type { Diagram, Part, PickedFault } from '#protocol';

/** How a click on a part of the picture changes a fault. */

export const NOTHING_BROKEN: PickedFault = { links: [], oneWays: [], nodes: [], zones: [] };

/** Cuts or restores a link, stops or restarts a machine. Several links that are drawn as one line are cut together. */
export function toggled(
  fault: PickedFault,
  { kind, index, links }: Part,
  diagram: Pick<Diagram, 'links' | 'vertices'>,
): PickedFault {
  if (kind === 'link') {
    const ids = (links ?? [index]).flatMap((link) => diagram.links[link]?.id ?? []);
    const all = ids.every((id) => fault.links.includes(id));
    const others = fault.links.filter((id) => !ids.includes(id));
    return {
      ...fault,
      links: all ? others : [...others, ...ids],
      oneWays: fault.oneWays.filter(({ link }) => !ids.includes(link)),
    };
  }
  const name = diagram.vertices[index]?.name;
  if (name === undefined) return fault;
  if (kind === 'node') return { ...fault, nodes: without(fault.nodes, name) ?? [...fault.nodes, name] };
  if (kind === 'zone') return { ...fault, zones: without(fault.zones, name) ?? [...fault.zones, name] };
  return fault;
}

function without(names: readonly string[], name: string): readonly string[] | undefined {
  return names.includes(name) ? names.filter((one) => one !== name) : undefined;
}

/** One direction of a link after the other: to b, to a, and whole again. */
export function turned(fault: PickedFault, { index }: Part, diagram: Pick<Diagram, 'links'>): PickedFault {
  const link = diagram.links[index];
  if (link === undefined || link.oneWay) return fault;
  const now = fault.oneWays.find((one) => one.link === link.id)?.to;
  const others = fault.oneWays.filter((one) => one.link !== link.id);
  const oneWays =
    now === 'a' ? others : [...others, { link: link.id, to: now === 'b' ? ('a' as const) : ('b' as const) }];
  return { ...fault, links: fault.links.filter((id) => id !== link.id), oneWays };
}

/** How many parts are broken. */
export function sizeOf({ links, oneWays, nodes, zones, destroyed = [], pairs = [] }: PickedFault): number {
  return links.length + oneWays.length + nodes.length + zones.length + destroyed.length + pairs.length;
}

export function sameFault(a: PickedFault, b: PickedFault): boolean {
  const key = ({ partition, links, oneWays, nodes, zones, destroyed = [], pairs = [] }: PickedFault): string =>
    JSON.stringify([
      partition ?? '',
      [...links].sort(),
      oneWays.map(({ link, to }) => `${link} ${to}`).sort(),
      [...nodes].sort(),
      [...zones].sort(),
      [...destroyed].sort(),
      pairs.map((pair) => pair.join('|')).sort(),
    ]);
  return key(a) === key(b);
}

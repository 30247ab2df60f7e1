import type { FaultFamily, Model } from '../../model/model.js';
import { familySize, familyText, leavesOutHealthy } from '../../network/families.js';
import { type Design, placePairsOf, remarked } from './design.js';

/**
 * Which fault is chosen: the first numbers are families, then the healthy network where no family has it, then named
 * partitions.
 */
export interface FaultNumbers {
  readonly hasHealthyApart: boolean;
  readonly firstPartition: number;
}

export function faultNumbers({ families }: Model): FaultNumbers {
  const hasHealthyApart = families.every(leavesOutHealthy);
  return { hasHealthyApart, firstPartition: families.length + (hasHealthyApart ? 1 : 0) };
}

export function faultTotal(model: Model): bigint {
  const { families, partitions } = model;
  const others = (faultNumbers(model).hasHealthyApart ? 1 : 0) + partitions.length;
  return families.reduce((sum, family) => sum + familySize(model, family), BigInt(others));
}

/** "all 8 cuts of 3 links; 3 stopped nodes; 1 named" */
export function faultsText(model: Model): string {
  const { families, partitions } = model;
  const named = partitions.length > 0 ? [`${partitions.length} named`] : [];
  return [...families.map((family) => familyText(model, family)), ...named].join('; ');
}

/** One way for each family, for the healthy network where no family has it, and for each named partition. */
export function faultChoices(design: Design): string[] {
  const { families, partitions } = design.model;
  const { hasHealthyApart, firstPartition } = faultNumbers(design.model);
  const healthy = hasHealthyApart ? [`:: fault = ${families.length}         /* the healthy network */`] : [];
  return [
    ...families.map((family, f) => familyChoice(design, family, f)),
    ...healthy,
    ...partitions.map((_, p) => partitionChoice(design, p, firstPartition + p)),
  ];
}

/** Each kind of fault but cuts of links, with which the healthy network is one of the family. */
const CHOSEN = [
  'cutForth',
  'cutBack',
  'stopped',
  'lostZones',
  'destroyed',
  'destroyedZones',
  'isolated',
  'apart',
  'pairs',
] as const;

function familyChoice(design: Design, family: FaultFamily, f: number): string {
  const nothing = leavesOutHealthy(family) ? `;\nif :: (${CHOSEN.join(' | ')}) == 0 -> goto done :: else fi` : '';
  return `${remarked(`:: fault = ${f};`, familyText(design.model, family))}
${familyParts(design, family).join(';\n')}${nothing};
left = 0`;
}

/** The choice of each kind of fault in the family. */
function familyParts(design: Design, family: FaultFamily): string[] {
  const { links, oneWays, nodes, zones, isolated, apart, pairs, destroyedNodes, destroyedZones } = family;
  const { model } = design;
  const twoWay = design.linkSet(model.links.flatMap(({ oneWay }, l) => (oneWay ? [] : [l])));
  const allZones = model.vertices.flatMap(({ kind }, id) => (kind === 'zone' ? [id] : []));
  const parts: string[] = [];
  if (links !== 0) {
    const most = links === 'all' ? model.links.length : Math.min(links, model.links.length);
    parts.push(`left = ${most}; choose_some(cutLinks, EVERY_LINK)`);
  }
  if (oneWays > 0) {
    const most = Math.min(oneWays, 2 * model.links.length);
    parts.push(`left = ${most}; choose_some(cutForth, ${twoWay}); choose_some(cutBack, ${twoWay})`);
  }
  if (nodes > 0) parts.push(`left = ${Math.min(nodes, design.nodes.length)}; choose_some(stopped, EVERY_NODE)`);
  if (zones > 0)
    parts.push(`left = ${Math.min(zones, allZones.length)}; choose_some(lostZones, ${design.set(allZones)})`);
  if (isolated > 0) parts.push(`left = ${Math.min(isolated, design.nodes.length)}; choose_some(isolated, EVERY_NODE)`);
  if (apart > 0) parts.push(`left = ${Math.min(apart, allZones.length)}; choose_some(apart, ${design.set(allZones)})`);
  if (destroyedNodes > 0)
    parts.push(`left = ${Math.min(destroyedNodes, design.nodes.length)}; choose_some(destroyed, EVERY_NODE)`);
  if (destroyedZones > 0)
    parts.push(
      `left = ${Math.min(destroyedZones, allZones.length)}; choose_some(destroyedZones, ${design.set(allZones)})`,
    );
  const places = placePairsOf(model).length;
  if (pairs > 0 && places > 0) parts.push(`left = ${Math.min(pairs, places)}; choose_pairs()`);
  return parts;
}

function partitionChoice(design: Design, p: number, number: number): string {
  const { links, partitions } = design.model;
  const { name = '', fault } = partitions[p] ?? {};
  // Of link l, 2 * l leads from its first end to its second, and 2 * l + 1 back.
  const cut = (back: 0 | 1): string =>
    design.linkSet(links.flatMap((_, l) => (fault?.cutDirections.includes(2 * l + back) === true ? [l] : [])));
  return remarked(
    `:: fault = ${number}; cutForth = ${cut(0)}; cutBack = ${cut(1)}; stopped = ${design.set(fault?.stopped ?? [])}; ` +
      `destroyed = ${design.set(fault?.destroyed ?? [])}`,
    `partition ${name}`,
  );
}

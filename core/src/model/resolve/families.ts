import { NAMES } from '../../checks/names.js';
import type { FaultCount } from '../../syntax/ast.js';
import type { FaultFamily } from '../model.js';
import { UNITS } from '../values.js';
import type { Scope } from './scope.js';

/**
 * What is explored where no `explore` says otherwise: all sets of cut links, one one-way cut, one stopped node, each by
 * itself.
 */
export const DEFAULT_FAMILIES: readonly FaultFamily[] = [
  { links: 'all', oneWays: 0, nodes: 0, zones: 0 },
  { links: 0, oneWays: 1, nodes: 0, zones: 0 },
  { links: 0, oneWays: 0, nodes: 1, zones: 0 },
];

/** More of one kind in one combination than this is never looked at whole. */
const MAX_COUNT = 1000;

const KINDS: Readonly<Record<(typeof UNITS)[number], keyof FaultFamily>> = {
  link: 'links',
  links: 'links',
  node: 'nodes',
  nodes: 'nodes',
  zone: 'zones',
  zones: 'zones',
  'one-way': 'oneWays',
  'one-ways': 'oneWays',
};

/** Undefined where nothing is counted, or something is counted wrongly. */
export function resolveFamily(counts: readonly FaultCount[], scope: Scope): FaultFamily | undefined {
  let family: FaultFamily = { links: 0, oneWays: 0, nodes: 0, zones: 0 };
  for (const { count, unit, span } of counts) {
    const found = scope.value(unit, UNITS, 'kind of fault');
    if (found === undefined) return undefined;
    const kind = KINDS[found];
    if (count !== 'all' && (!Number.isInteger(count) || count < 0 || count > MAX_COUNT)) {
      scope.report(NAMES.numberOutOfRange, span, `A count is a whole number from 0 to ${MAX_COUNT}.`);
      return undefined;
    }
    if (count === 'all' && kind !== 'links') {
      scope.report(NAMES.numberOutOfRange, span, `\`all\` is for links; write a number of ${found}.`);
      return undefined;
    }
    family = { ...family, [kind]: count };
  }
  return counts.length === 0 ? undefined : family;
}

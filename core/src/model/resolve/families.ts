import { NAMES } from '../../checks/names.js';
import type { Span } from '../../base/span.js';
import type { FaultCount, Parsed, Word } from '../../syntax/ast.js';
import { EMPTY_FAMILY } from '../family.js';
import type { FaultFamily } from '../model.js';
import { UNITS } from '../values.js';
import { ofKind } from './ofKind.js';
import type { Scope } from './scope.js';

/**
 * What is explored where no `explore` says otherwise: all sets of cut links, and one fault of each other kind, each by
 * itself.
 */
const DEFAULT_FAMILIES: readonly FaultFamily[] = [
  { ...EMPTY_FAMILY, links: 'all' },
  { ...EMPTY_FAMILY, oneWays: 1 },
  { ...EMPTY_FAMILY, nodes: 1 },
  { ...EMPTY_FAMILY, isolated: 1 },
  { ...EMPTY_FAMILY, apart: 1 },
  { ...EMPTY_FAMILY, zones: 1 },
  { ...EMPTY_FAMILY, pairs: 1 },
];

/** More of one kind in one combination than this is never looked at whole. */
const MAX_COUNT = 1000;

/** Several words of one kind have spaces between them here. */
const KINDS: Readonly<Record<(typeof UNITS)[number], keyof FaultFamily>> = {
  link: 'links',
  links: 'links',
  node: 'nodes',
  nodes: 'nodes',
  zone: 'zones',
  zones: 'zones',
  'one-way': 'oneWays',
  'one-ways': 'oneWays',
  pair: 'pairs',
  pairs: 'pairs',
  'isolated node': 'isolated',
  'isolated nodes': 'isolated',
  'zone apart': 'apart',
  'zones apart': 'apart',
  'destroyed node': 'destroyedNodes',
  'destroyed nodes': 'destroyedNodes',
  'destroyed zone': 'destroyedZones',
  'destroyed zones': 'destroyedZones',
};

/**
 * What is explored: as the design says, or else the settings beside it, or else the default. A count that makes no
 * sense is reported and left out.
 */
export function familiesOf({ statements, explore }: Parsed, scope: Scope): readonly FaultFamily[] {
  const own = ofKind(statements, 'explore');
  const families = (own.length > 0 ? own : explore).flatMap(({ counts }) => resolveFamily(counts, scope) ?? []);
  return families.length > 0 ? families : DEFAULT_FAMILIES;
}

/** Undefined where nothing is counted, or something is counted wrongly. */
export function resolveFamily(counts: readonly FaultCount[], scope: Scope): FaultFamily | undefined {
  let family: FaultFamily = EMPTY_FAMILY;
  for (const { count, units, span } of counts) {
    const found = scope.value(together(units, span), UNITS, 'kind of fault');
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

/** `isolated node` is one unit of two words. */
function together(units: readonly Word[], span: Span): Word {
  return {
    name: units.map(({ name }) => name).join(' '),
    span: { start: units[0]?.span.start ?? span.start, end: units.at(-1)?.span.end ?? span.end },
  };
}

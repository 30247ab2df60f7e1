import type { Span } from '../../base/span.js';
import { NETWORK } from '../../checks/network.js';
import type { RiskStatement, Word } from '../../syntax/ast.js';
import type { Risk, VertexId } from '../model.js';
import type { LinksByEnd } from './links.js';
import { ANY_PLACE, type Places } from './places.js';
import { type Entry, quote, type Scope } from './scope.js';

export interface RiskPart {
  readonly entry: Entry;
  readonly risk: Risk;
}

/** A member is a link, by its name or its ends, or a node, a zone or a router. */
export function resolveRisk(
  statement: RiskStatement,
  scope: Scope,
  places: Places,
  ends: LinksByEnd,
): RiskPart | undefined {
  const { name, members, span } = statement;
  const links: number[] = [];
  const vertices: VertexId[] = [];
  for (const member of members) {
    const { from, to } = member;
    if (to === undefined && !scope.has('link', from)) {
      const id = scope.place(from, ['node', 'zone', 'router'], 'a client fails with its machine or zone');
      if (id !== undefined) vertices.push(id);
    } else links.push(...linksBetween({ from, to, span: member.span }, scope, places, ends));
  }
  const { fails } = scope.share(statement.fails);
  if (name === undefined) return undefined;
  const entry = scope.own('risk', name);
  if (!scope.broken(span)) {
    const what =
      members.length === 0 ? 'names nothing that fails' : fails === undefined ? 'does not say how often' : '';
    if (what !== '')
      scope.report(
        NETWORK.emptyRisk,
        name.span,
        `${quote(name.name)} ${what}: write \`risk ${name.name} { a, b } fails 0.1%\`.`,
      );
  }
  if (entry === undefined || fails === undefined) return undefined;
  return { entry, risk: { name: name.name, links: [...new Set(links)], vertices: [...new Set(vertices)], fails } };
}

/** The link of this name, or all that join two places directly. */
function linksBetween(
  { from, to, span }: { readonly from: Word; readonly to: Word | undefined; readonly span: Span },
  scope: Scope,
  places: Places,
  ends: LinksByEnd,
): readonly number[] {
  if (to === undefined) {
    const index = scope.find('link', from)?.index;
    return index === undefined ? [] : [index];
  }
  const a = scope.place(from, ANY_PLACE, '');
  const b = scope.place(to, ANY_PLACE, '');
  if (a === undefined || b === undefined) return [];
  const found = ends.at(a).filter((link) => ends.at(b).includes(link));
  if (found.length === 0)
    scope.report(
      NETWORK.unknownLink,
      span,
      `No link joins ${quote(places.name(a))} and ${quote(places.name(b))} directly: name the links between them.`,
    );
  return found;
}

import type { Cause, ClientResult, Outcome } from '../engine/facts.js';
import type { Model, VertexId } from '../model/model.js';

/** Sentences about facts, as plain text: whoever shows them escapes them. */

export function nameOf(model: Model, vertex: VertexId): string {
  return model.vertices[vertex]?.name ?? '?';
}

/** "a", "a and b", "a, b and c"; long lists are cut: "a, b, c and 4 more". */
export function list(names: readonly string[], most = 6): string {
  const shown = names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} more`] : names;
  const last = shown.at(-1) ?? '';
  return shown.length <= 1 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}

export function plural(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

/** "with us–eu cut", "under atlantic", "on the healthy network". */
export function whenText(model: Model, cause: Cause): string {
  const partition = cause.partition === undefined ? [] : [`under ${model.partitions[cause.partition]?.name ?? '?'}`];
  const cuts = [
    ...cause.links.map((link) => model.links[link]?.label ?? '?'),
    ...cause.directions.map((direction) => {
      const link = model.links[direction >> 1];
      if (link === undefined) return '?';
      const [from, to] = direction % 2 === 0 ? [link.a, link.b] : [link.b, link.a];
      return `${nameOf(model, from)} → ${nameOf(model, to)} (one way)`;
    }),
  ];
  const parts = [
    ...partition,
    ...(cuts.length > 0 ? [`with ${list(cuts)} cut`] : []),
    ...(cause.stopped.length > 0 ? [`with ${list(cause.stopped.map((node) => nameOf(model, node)))} stopped`] : []),
    ...(cause.zones.length > 0 ? [`with zone ${list(cause.zones.map((zone) => nameOf(model, zone)))} lost`] : []),
  ];
  return parts.length === 0 ? 'on the healthy network' : parts.join(' and ');
}

/** "stale until the heal" */
export function verdictText(outcome: Pick<Outcome, 'verdict' | 'howLong'>): string {
  if (outcome.howLong === undefined) return outcome.verdict;
  return `${outcome.verdict} ${outcome.howLong === 'lag' ? 'for the lag' : 'until the heal'}`;
}

/** How much may break before it is not ok: "any 1 cut, any 1 stopped node"; empty where nothing may. */
export function okUnderText(result: ClientResult): string {
  const cuts = result.okUpToLinks === 'all' ? ['any cuts'] : result.okUpToLinks > 0 ? [`any ${plural(result.okUpToLinks, 'cut')}`] : [];
  return [...cuts, ...(result.okUnderAnyNode ? ['any 1 stopped node'] : [])].join(', ');
}

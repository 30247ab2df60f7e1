import { HEALTHY } from '../../network/fault.js';
import type { Model, VertexId } from '../../model/model.js';
import { visible } from '../print/visible.js';
import { clientsOf } from './blocks.js';
import { brokenBy, isStopped, linkState, type LinkState } from './broken.js';
import { captions } from './captions.js';
import type { DrawOptions } from './draw.js';
import { linkText } from './labels.js';
import { takingPart } from './selection.js';

/**
 * A text inside a quoted Mermaid label: each character that could end the label, mean markup or begin an entity is
 * written as its number, as Mermaid escapes characters (https://mermaid.js.org/syntax/flowchart.html, "Entity codes to
 * escape characters").
 */
export function escapeMermaid(text: string): string {
  return visible(text).replace(/[^\p{L}\p{M}\p{N} .,:%·⟨⟩+→–-]/gu, (character) => `#${character.codePointAt(0) ?? 0};`);
}

/** A cross stands at each end at which nothing arrives any more. */
const EDGES: Readonly<Record<LinkState, string>> = {
  whole: '---',
  cut: 'x-.-x',
  parted: 'x-.-x',
  'cut a to b': '<-.-x',
  'cut b to a': 'x-.->',
};

/**
 * The topology as a Mermaid flowchart, for wikis and pull requests that draw them. A zone is a subgraph around its
 * switch.
 */
export function printMermaid(model: Model, { cause = HEALTHY, selection }: DrawOptions = {}): string {
  const broken = brokenBy(model, cause);
  const taking = takingPart(model, selection);
  const lines = ['flowchart TB'];
  const declare = (id: VertexId, indent: string): void => {
    const label = `"${captions(model, broken, id, escapeMermaid).join('<br/>')}"`;
    const kind = model.vertices[id]?.kind;
    lines.push(
      `${indent}v${id}${kind === 'client' ? `([${label}])` : kind === 'router' ? `{{${label}}}` : `[${label}]`}`,
    );
  };
  model.vertices.forEach((vertex, id) => {
    if (vertex.kind === 'zone') {
      lines.push(
        `  subgraph z${id}["${captions(model, broken, id, escapeMermaid).join('')}"]`,
        `    v${id}[/"network"/]`,
      );
      for (const one of [...vertex.members, ...clientsOf(model, id)]) declare(one, '    ');
      lines.push('  end');
    } else if (
      !(vertex.kind === 'node' && vertex.zone !== undefined) &&
      !(vertex.kind === 'client' && vertex.placement.kind === 'zone')
    ) {
      declare(id, '  ');
    }
  });
  model.vertices.forEach((vertex, id) => {
    if (vertex.kind === 'client' && vertex.placement.kind !== 'free')
      lines.push(`  v${id} -.-${vertex.placement.kind === 'node' ? '|at|' : ''} v${vertex.placement.vertex}`);
  });
  model.links.forEach((link, i) => {
    const state = linkState(model, broken, i);
    const text = linkText(link);
    const edge = state === 'whole' && link.oneWay ? '-->' : EDGES[state];
    lines.push(`  v${link.a} ${edge}${text === '' ? '' : `|"${escapeMermaid(text)}"|`} v${link.b}`);
  });
  const marked = (name: string, style: string, is: (id: VertexId) => boolean): string[] => {
    const ids = model.vertices.flatMap((vertex, id) => (vertex.kind !== 'zone' && is(id) ? [`v${id}`] : []));
    return ids.length === 0 ? [] : [`  classDef ${name} ${style}`, `  class ${ids.join(',')} ${name}`];
  };
  lines.push(
    ...marked('stopped', 'stroke:#cf222e,stroke-width:2px,stroke-dasharray:5 4', (id) => isStopped(model, broken, id)),
  );
  lines.push(...marked('selected', 'stroke-width:4px', (id) => taking?.has(id) === true));
  return `${lines.join('\n')}\n`;
}

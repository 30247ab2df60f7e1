import { HEALTHY } from '../../network/fault.js';
import type { Link, Model, VertexId } from '../../model/model.js';
import { visible } from '../print/visible.js';
import { clientsOf } from './blocks.js';
import { brokenBy, isStopped, linkState, type LinkState } from './broken.js';
import { captions } from './captions.js';
import type { DrawOptions } from './draw.js';
import { linkText } from './labels.js';
import { takingPart } from './selection.js';

/**
 * A text inside a quoted DOT string: no quote ends it, and Graphviz replaces no escape sequence and no HTML entity in
 * it.
 */
export function escapeDot(text: string): string {
  return visible(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('&', '&amp;');
}

/** The topology for Graphviz. A zone is a cluster around its switch. */
export function printDot(model: Model, { cause = HEALTHY, selection }: DrawOptions = {}): string {
  const broken = brokenBy(model, cause);
  const taking = takingPart(model, selection);
  const lines = [
    'digraph netsplit {',
    '  graph [fontname="Helvetica"];',
    '  node [fontname="Helvetica", shape=box];',
    '  edge [fontname="Helvetica", dir=none];',
  ];
  const declare = (id: VertexId, indent: string): void => {
    const kind = model.vertices[id]?.kind;
    const styles = [
      ...(kind === 'client' ? ['rounded'] : []),
      ...(isStopped(model, broken, id) ? ['dashed'] : []),
      ...(taking?.has(id) === true ? ['bold'] : []),
    ];
    const attributes = [
      `label="${captions(model, broken, id, escapeDot).join('\\n')}"`,
      ...(kind === 'router' ? ['shape=hexagon'] : []),
      ...(styles.length > 0 ? [`style="${styles.join(',')}"`] : []),
    ];
    lines.push(`${indent}v${id} [${attributes.join(', ')}];`);
  };
  model.vertices.forEach((vertex, id) => {
    if (vertex.kind === 'zone') {
      lines.push(
        `  subgraph cluster_v${id} {`,
        `    label="${captions(model, broken, id, escapeDot).join('')}";`,
        `    v${id} [label="network", shape=underline];`,
      );
      for (const one of [...vertex.members, ...clientsOf(model, id)]) declare(one, '    ');
      lines.push('  }');
    } else if (
      !(vertex.kind === 'node' && vertex.zone !== undefined) &&
      !(vertex.kind === 'client' && vertex.placement.kind === 'zone')
    ) {
      declare(id, '  ');
    }
  });
  model.vertices.forEach((vertex, id) => {
    if (vertex.kind === 'client' && vertex.placement.kind !== 'free')
      lines.push(
        `  v${id} -> v${vertex.placement.vertex} ` +
          `[style=dotted${vertex.placement.kind === 'node' ? ', label="at"' : ''}];`,
      );
  });
  model.links.forEach((link, i) => lines.push(`  v${link.a} -> v${link.b}${edge(link, linkState(model, broken, i))};`));
  lines.push('}');
  return `${lines.join('\n')}\n`;
}

const WORDS: Readonly<Record<LinkState, string>> = {
  whole: '',
  cut: '✕ cut',
  parted: '✕ nothing passes',
  'cut a to b': '✕ cut one way',
  'cut b to a': '✕ cut one way',
};
/** A direction that still carries messages has an arrow at its end. */
const DIRECTIONS: Readonly<Record<LinkState, string>> = {
  whole: '',
  cut: '',
  parted: '',
  'cut a to b': 'back',
  'cut b to a': 'forward',
};

function edge(link: Link, state: LinkState): string {
  const label = [linkText(link), WORDS[state]].filter((part) => part !== '').join(' · ');
  const direction = state === 'whole' && link.oneWay ? 'forward' : DIRECTIONS[state];
  const attributes = [
    ...(label === '' ? [] : [`label="${escapeDot(label)}"`]),
    ...(direction === '' ? [] : [`dir=${direction}`]),
    ...(state === 'whole' ? [] : ['style=dashed', 'color=red']),
  ];
  return attributes.length === 0 ? '' : ` [${attributes.join(', ')}]`;
}

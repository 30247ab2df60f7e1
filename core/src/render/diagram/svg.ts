import type { Part, Point, Scene, Shape } from './scene.js';
import { DIAGRAM_STYLE, FILE_COLOURS } from './style.js';

/**
 * Escapes text for XML and HTML, in content and in attributes. `visible` has replaced the characters that XML cannot
 * contain at all.
 */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPED[character] ?? character);
}

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Writes each declaration with a variable twice, first without the variable: programs that do not know variables drop
 * the second declaration and keep the first.
 */
function withFallbacks(style: string): string {
  return style.replace(/([a-z-]+: [^;{}]*?)var\(--[a-z0-9-]+, ([^()]*)\)([^;{}]*;)/g, '$1$2$3 $&');
}

/**
 * A scene as one SVG element that needs nothing else: it contains its style, and it loads and runs nothing. It is
 * light, or dark if the reader prefers that, unless `colours` says otherwise; `style` is the style sheet that its looks
 * refer to. A screen reader reads the description of the image; each part has a title.
 */
export function printSvg(scene: Scene, style = DIAGRAM_STYLE, colours = FILE_COLOURS): string {
  const { width, height, description, parts } = scene;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" class="netsplit" role="img" ' +
      `aria-label="${escapeXml(description)}" width="${width}" height="${height}" viewBox="0 0 ${width} ` +
      `${height}">`,
    `<title>${escapeXml(description)}</title>`,
    `<style>\n${withFallbacks(style)}\n${colours}\n</style>`,
    ...parts.map(printPart),
    '</svg>',
    '',
  ].join('\n');
}

function printPart({ kind, index, states, label, shapes }: Part): string {
  const title = kind === 'legend' ? '' : `<title>${escapeXml(label)}</title>`;
  return (
    `<g class="${[kind, ...states].join(' ')}" data-kind="${kind}" ` +
    `data-index="${index}">${title}${shapes.map(printShape).join('')}</g>`
  );
}

function printShape(shape: Shape): string {
  switch (shape.kind) {
    case 'box':
      return (
        `<rect class="${shape.look}" x="${shape.x}" y="${shape.y}" width="${shape.width}" ` +
        `height="${shape.height}" rx="${shape.radius}"/>`
      );
    case 'line':
      return `<polyline class="${shape.look}" points="${pointsOf(shape.points)}"/>`;
    case 'polygon':
      return `<polygon class="${shape.look}" points="${pointsOf(shape.points)}"/>`;
    case 'text': {
      const title = shape.full === undefined ? '' : `<title>${escapeXml(shape.full)}</title>`;
      return (
        `<text class="${shape.look}" x="${shape.x}" y="${shape.y}" ` +
        `text-anchor="${shape.anchor}">${escapeXml(shape.text)}${title}</text>`
      );
    }
  }
}

function pointsOf(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${x},${y}`).join(' ');
}

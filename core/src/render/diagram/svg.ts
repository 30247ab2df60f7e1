import type { Part, Point, Scene, Shape } from './scene.js';
import { DIAGRAM_STYLE, FILE_COLOURS } from './style.js';

/** Escapes text for XML and HTML, in content and in attributes. `visible` has dealt with what XML can't hold at all. */
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
 * Each declaration with a variable once more in front of it without: programs that know no variables drop the second,
 * and keep the first.
 */
function withFallbacks(style: string): string {
  return style.replace(/([a-z-]+: [^;{}]*?)var\(--[a-z0-9-]+, ([^()]*)\)([^;{}]*;)/g, '$1$2$3 $&');
}

/**
 * A scene as one SVG element that needs nothing else: its style is inside, it loads nothing and runs nothing. Light, or
 * dark where the reader prefers that, unless `colours` are others; `style` is the sheet that its looks are rows of. As
 * an image it reads as its description; what its parts are is in their titles.
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

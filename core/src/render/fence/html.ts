import { DIAGRAM_STYLE } from '../diagram/style.js';
import { escapeXml, printSvg } from '../diagram/svg.js';
import { sectionsHtml } from '../print/html.js';
import { visible } from '../print/visible.js';
import { type Fence, type FenceBlock, mistakeLines } from './fence.js';

/**
 * A fence as HTML for the middle of a page that has the style sheet of fences and says its colours. It has no empty
 * line, which would end it in Markdown. Text from the design is text in it, never markup.
 */
export function fenceHtml(fence: Fence): string {
  const mistakes = mistakeLines(fence).map((line) => `<li>${escapeXml(visible(line))}</li>`);
  return [
    ...fence.blocks.flatMap(blockHtml),
    ...(mistakes.length === 0 ? [] : ['<ul class="mistakes">', ...mistakes, '</ul>']),
  ]
    .join('\n')
    .replace(/\n(?:[ \t]*\n)+/g, '\n');
}

function blockHtml(block: FenceBlock): readonly string[] {
  switch (block.kind) {
    case 'picture':
      return [`<figure>${printSvg(block.scene, DIAGRAM_STYLE, '')}</figure>`];
    case 'table':
      // A page may have many of them: a list of landmarks would be full of them.
      return sectionsHtml(block.report).map((line) => line.replace(' role="region" ', ' role="group" '));
    case 'source':
      return [`<pre><code class="language-cap">${lines(block.text)}</code></pre>`];
  }
}

/** An empty line of a text stays one for its readers. */
function lines(text: string): string {
  return escapeXml(text.replace(/\n$/, '')).replaceAll('\n', '&#10;');
}

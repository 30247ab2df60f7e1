import { printSvg } from '../diagram/svg.js';
import { escapeMarkdown, readable, sectionsMarkdown } from '../print/markdown.js';
import { visible } from '../print/visible.js';
import { drawFence, type Fence, type FenceBlock, mistakeLines } from './fence.js';
import { fenceInfo } from './info.js';
import { type PageFence, fencesOf, replaced } from './page.js';
import type { FileReader } from '../../syntax/parseDesign.js';

/** A Markdown page with its designs drawn: its text, and what has to be said of it. */
export interface DrawnPage {
  readonly text: string;
  /** Lines of the page, from 0. */
  readonly mistakes: readonly { readonly line: number; readonly message: string }[];
  /** Every file that its designs include, relative to the folder of the place. */
  readonly files: readonly string[];
}

/**
 * Draws the designs of a Markdown page. `addressOf` makes of each picture what the page calls it by: of the name of a
 * file, or of the picture itself. The result is Markdown without HTML, so that every program that reads Markdown
 * shows it; a page that was drawn stays as it is when it is drawn again.
 */
export function drawPage(
  page: string,
  place: { readonly path: string; readonly read: FileReader },
  addressOf: (svg: string, number: number) => string,
): DrawnPage {
  let pictures = 0;
  const drawn = fencesOf(page).flatMap((fence) => {
    const info = fenceInfo(fence.info);
    return info === undefined ? [] : [{ fence, content: drawFence(fence.text, info, place) }];
  });
  const address = (svg: string): string => addressOf(svg, ++pictures);
  return {
    text: replaced(
      page,
      drawn.map(({ fence, content }) => ({ fence, text: fenceMarkdown(content, fence, address) })),
    ),
    mistakes: drawn.flatMap(({ fence, content }) =>
      content.mistakes.map(({ line, message }) => ({ line: fence.line + 1 + line, message })),
    ),
    files: [...new Set(drawn.flatMap(({ content }) => content.files))],
  };
}

function fenceMarkdown(content: Fence, fence: PageFence, address: (svg: string) => string): string {
  const mistakes = mistakeLines(content).map((line) => `- ${readable(line)}`);
  return [
    ...content.blocks.flatMap((block) => blockMarkdown(block, fence, address)),
    ...(mistakes.length === 0 ? [] : [mistakes.join('\n')]),
  ].join('\n\n');
}

function blockMarkdown(block: FenceBlock, { marks }: PageFence, address: (svg: string) => string): readonly string[] {
  switch (block.kind) {
    case 'picture':
      return [`![${escapeMarkdown(visible(block.scene.description))}](${address(printSvg(block.scene))})`];
    case 'table':
      return sectionsMarkdown(block.report);
    case 'source':
      return [`${marks}cap source\n${block.text}${marks}`];
  }
}

import { commands, workspace, type Disposable } from 'vscode';
import type { FenceAnswer, FenceParams } from '#protocol';
import { LANGUAGE } from './languageServer.js';
import { PreviewFences } from './previewFences.js';

/** What VS Code's Markdown extension asks an extension for that draws a part of its previews. */
export interface MarkdownExtension {
  readonly extendMarkdownIt: (md: MarkdownIt) => MarkdownIt;
}

/** As much of markdown-it as is used: the rule that renders fenced blocks. */
interface MarkdownIt {
  readonly renderer: { readonly rules: { fence?: Rule } };
}

type Rule = (...args: RuleArguments) => string;
type RuleArguments = [tokens: readonly Token[], at: number, options: unknown, env: Env | undefined, self: Renderer];

interface Token {
  /** What follows the marks of a fenced block; empty for other tokens. */
  readonly info: string;
  readonly content: string;
}

interface Env {
  /** The page, where VS Code knows it. */
  readonly currentDocument?: { toString(): string };
}

interface Renderer {
  renderAttrs(token: Token): string;
  renderToken(tokens: readonly Token[], at: number, options: unknown): string;
}

/** VS Code loads the whole preview again: not at each key of somebody who writes. */
const PAUSE_MS = 500;

/**
 * Draws ```cap blocks in previews. A preview is rendered at once and a design is drawn by the server: what is not drawn
 * yet shows its text, or what stood there before, until the preview is rendered again.
 */
export function markdownPreview(draw: (params: FenceParams) => Promise<FenceAnswer>): MarkdownExtension & Disposable {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const fences = new PreviewFences(draw, (when) => {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, when === 'now' ? 0 : PAUSE_MS);
  });
  // A page may include what was changed.
  const subscription = workspace.onDidSaveTextDocument(({ languageId }) => {
    if (languageId === LANGUAGE) fences.forget();
  });
  return {
    extendMarkdownIt: (md) => {
      const { rules } = md.renderer;
      const { fence: before } = rules;
      rules.fence = (...args) => {
        const [tokens, at, options, env, self] = args;
        const token = tokens[at];
        const text = (): string => before?.(...args) ?? self.renderToken(tokens, at, options);
        if (token === undefined || !isDesign(token)) return text();
        const uri = env?.currentDocument?.toString() ?? '';
        const place = tokens.slice(0, at).filter(isDesign).length;
        const html = fences.htmlOf({ uri, info: token.info, text: token.content }, place);
        return html === undefined ? text() : `<div class="netsplit-fence"${self.renderAttrs(token)}>${html}</div>\n`;
      };
      return md;
    },
    dispose: () => {
      clearTimeout(waiting);
      subscription.dispose();
    },
  };
}

function refresh(): void {
  // Without VS Code's own Markdown extension there is no preview.
  commands.executeCommand('markdown.preview.refresh').then(undefined, () => undefined);
}

function isDesign({ info }: Token): boolean {
  return /^\s*cap(?:\s|$)/.test(info);
}

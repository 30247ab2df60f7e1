import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  completionKeymap,
  snippet,
} from '@codemirror/autocomplete';
import { history, historyKeymap, standardKeymap } from '@codemirror/commands';
import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import { StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  hoverTooltip,
  keymap,
  lineNumbers,
  type Tooltip,
} from '@codemirror/view';
import type { Place as Range } from '#protocol';
import type { Core } from './core.js';
import { drawMarkdown } from './markdown.js';
import type { Facts, Problem } from './messages.js';
import { EDITOR_STYLE } from './editorStyle.js';

// All that is said of the language comes from the worker: here are places on the screen, and keys.

/** The editor of the page, around CodeMirror. */
export class Editor {
  private readonly view: EditorView;

  /** `changed`: told each new text. `moved`: told where the cursor is. */
  constructor(
    place: HTMLElement,
    core: Core,
    hooks: { readonly changed: (text: string) => void; readonly moved: (offset: number) => void },
  ) {
    // In a shadow tree the library's styles are adopted sheets, which a strict policy lets in.
    const root = place.attachShadow({ mode: 'open' });
    this.view = new EditorView({
      root,
      parent: root,
      extensions: [
        lineNumbers(),
        history(),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': 'The design', spellcheck: 'false', tabindex: '0' }),
        colours,
        autocompletion({ override: [(context) => completions(core, context)], activateOnTypingDelay: 60 }),
        hoverTooltip((_, offset) => hoverOf(core, offset)),
        keymap.of([...completionKeymap, ...historyKeymap, ...standardKeymap]),
        EDITOR_STYLE,
        EditorView.updateListener.of(({ docChanged, selectionSet, state }) => {
          if (docChanged) hooks.changed(state.doc.toString());
          if (docChanged || selectionSet) hooks.moved(state.selection.main.head);
        }),
      ],
    });
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  /** Another design; Undo brings back the one before. */
  replace(text: string): void {
    const { state } = this.view;
    this.view.dispatch({
      changes: { from: 0, to: state.doc.length, insert: text },
      selection: { anchor: 0 },
      scrollIntoView: true,
    });
  }

  insert(at: number, text: string): void {
    this.view.dispatch({
      changes: { from: at, insert: text },
      selection: { anchor: at, head: at + text.length },
      scrollIntoView: true,
    });
    this.view.focus();
  }

  /** Colours and problems of the text as it is. */
  show({ tokens }: Pick<Facts, 'tokens'>, problems: readonly Problem[]): void {
    const { length } = this.view.state.doc;
    const marks = tokens.filter(({ to }) => to <= length).map(({ from, to, type }) => markOf(type).range(from, to));
    this.view.dispatch({ effects: coloured.of(Decoration.set(marks, true)) });
    this.view.dispatch(setDiagnostics(this.view.state, problems.map(diagnosticOf)));
  }

  /** Goes to a place. */
  reveal({ start }: Range): void {
    const { doc } = this.view.state;
    const line = doc.line(Math.min(start.line + 1, doc.lines));
    this.goTo(Math.min(line.from + start.character, line.to));
  }

  goTo(offset: number): void {
    const anchor = Math.min(offset, this.view.state.doc.length);
    this.view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
    this.view.focus();
  }
}

const coloured = StateEffect.define<DecorationSet>();

/** The colours of the newest text that is known; those of an older one move with what is typed. */
const colours = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (now, { changes, effects }) => effects.find((one) => one.is(coloured))?.value ?? now.map(changes),
  provide: (field) => EditorView.decorations.from(field),
});

const marks = new Map<string, Decoration>();

function markOf(type: string): Decoration {
  const mark = marks.get(type) ?? Decoration.mark({ class: `tok-${type}` });
  marks.set(type, mark);
  return mark;
}

const SEVERITIES = { error: 'error', warning: 'warning', information: 'info', hint: 'hint' } as const;

function diagnosticOf({ from, to, severity, message, code, fixes }: Problem): Diagnostic {
  return {
    from,
    to,
    severity: SEVERITIES[severity],
    message,
    source: code,
    actions: fixes.map(({ title, edits }) => ({
      name: title,
      apply: (view) =>
        view.dispatch({ changes: edits.map(({ from: start, to: end, insert }) => ({ from: start, to: end, insert })) }),
    })),
  };
}

async function completions(core: Core, { pos, state, explicit }: CompletionContext): Promise<CompletionResult | null> {
  const line = state.doc.lineAt(pos);
  const before = state.sliceDoc(line.from, pos);
  if (!explicit && !isAsking(before)) return null;
  const offered = await core.ask('complete', pos);
  const from = offered[0]?.span.start;
  if (from === undefined) return null;
  return {
    from,
    validFor: /^[\p{L}\p{N}_-]*$/u,
    options: offered.map((one, i) => ({
      label: one.label,
      detail: one.skeleton?.what ?? one.detail,
      type: one.kind,
      // The core has an order, and its reasons.
      boost: Math.max(-99, 99 - i),
      apply: one.skeleton === undefined ? one.insert : snippet(templateOf(one.skeleton.snippet)),
      ...(one.documentation === '' ? {} : { info: () => drawMarkdown(one.documentation) }),
    })),
  };
}

/** A letter asks for its word, and a blank after a word for the next one; the beginning of a line asks for nothing. */
function isAsking(line: string): boolean {
  const last = line.at(-1) ?? '';
  return /[\p{L}\p{N}_-]/u.test(last) || (' ,{|:'.includes(last) && line.trim() !== '');
}

/** CodeMirror's snippets have no choices: the first one stands for all. */
function templateOf(lsp: string): string {
  return lsp
    .replace(
      /\$\{(\d+)\|((?:\\.|[^,|\\])*)(?:,(?:\\.|[^|\\])*)?\|\}/g,
      (_, stop: string, first: string) => `\${${stop}:${first}}`,
    )
    .replace(/\\([$,|\\])/g, '$1');
}

async function hoverOf(core: Core, offset: number): Promise<Tooltip | null> {
  const found = await core.ask('hover', offset);
  if (found === undefined) return null;
  return {
    pos: found.span.start,
    end: found.span.end,
    above: true,
    create: () => ({ dom: drawMarkdown(found.markdown) }),
  };
}

import { EditorView } from '@codemirror/view';

const FONT = 'ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace';

/** The editor in the colours of the page. */
export const EDITOR_STYLE = EditorView.theme({
  '&': { height: '100%', fontSize: '13px', color: 'var(--vscode-editor-foreground)' },
  '&.cm-focused': { outline: '2px solid var(--vscode-focusBorder)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: FONT, lineHeight: '1.55', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--vscode-editor-foreground)' },
  '.cm-gutters': {
    backgroundColor: 'transparent',
    border: '0',
    color: 'var(--vscode-descriptionForeground)',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--vscode-editorWidget-background)',
    border: '1px solid var(--vscode-panel-border)',
    borderRadius: '4px',
    color: 'var(--vscode-editor-foreground)',
    font: '13px/1.45 var(--vscode-font-family)',
    maxWidth: 'min(34rem, 90vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: FONT, maxHeight: '14em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '2px 8px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--vscode-button-background)',
    color: 'var(--vscode-button-foreground)',
  },
  '.cm-completionIcon': { display: 'none' },
  '.cm-completionDetail': { fontStyle: 'normal', opacity: '0.8' },
  '.cm-completionInfo': { padding: '4px 10px' },
  '.cm-diagnostic': { padding: '6px 10px' },
  '.cm-diagnosticSource': { opacity: '1', color: 'var(--vscode-descriptionForeground)' },
  '.cm-diagnosticAction': {
    backgroundColor: 'var(--vscode-button-background)',
    color: 'var(--vscode-button-foreground)',
    cursor: 'pointer',
    display: 'block',
    margin: '4px 0 0',
    padding: '3px 8px',
  },
  '.cm-lintRange': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy 1px',
    textUnderlineOffset: '3px',
    textDecorationSkipInk: 'none',
  },
  '.cm-lintRange-error': { textDecorationColor: 'var(--vscode-charts-red)' },
  '.cm-lintRange-warning': { textDecorationColor: 'var(--vscode-charts-yellow)' },
  '.cm-lintRange-info': { textDecorationColor: 'var(--vscode-charts-blue)' },
  '.cm-lintRange-hint': { textDecorationStyle: 'dotted', textDecorationColor: 'var(--vscode-descriptionForeground)' },
  '.markdown': { padding: '6px 10px' },
  '.markdown p, .markdown ul': { margin: '0.3em 0' },
  '.markdown pre': { overflow: 'auto' },
  '.markdown :is(code, pre)': { fontFamily: FONT, fontSize: '12px' },
  '.tok-keyword': { color: 'var(--vscode-charts-purple)' },
  '.tok-comment': { color: 'var(--vscode-descriptionForeground)' },
  '.tok-number, .tok-string, .tok-enumMember': { color: 'var(--vscode-charts-blue)' },
  '.tok-struct, .tok-function': { color: 'var(--vscode-charts-yellow)' },
  '.tok-event, .tok-class': { color: 'var(--vscode-charts-green)' },
});

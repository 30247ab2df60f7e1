// Everything that an editor may ask the server about a document, with an example of each question.

/** What VS Code asks by itself after each edit. */
export const AFTER_EDITS = {
  semanticTokens: ({ uri }) => ['textDocument/semanticTokens/full', { textDocument: { uri } }],
  documentSymbol: ({ uri }) => ['textDocument/documentSymbol', { textDocument: { uri } }],
  foldingRange: ({ uri }) => ['textDocument/foldingRange', { textDocument: { uri } }],
  codeLens: ({ uri }) => ['textDocument/codeLens', { textDocument: { uri } }],
  documentLink: ({ uri }) => ['textDocument/documentLink', { textDocument: { uri } }],
  inlayHint: ({ uri, position }) => ['textDocument/inlayHint', { textDocument: { uri }, range: screen(position) }],
  codeAction: ({ uri, position }) => [
    'textDocument/codeAction',
    { textDocument: { uri }, range: { start: position, end: position }, context: { diagnostics: [] } },
  ],
  completion: at('textDocument/completion'),
  signatureHelp: at('textDocument/signatureHelp'),
  documentHighlight: at('textDocument/documentHighlight'),
  hover: at('textDocument/hover'),
};

/** What it asks when somebody wants it. */
export const ON_DEMAND = {
  definition: at('textDocument/definition'),
  references: ({ uri, position }) => [
    'textDocument/references',
    { textDocument: { uri }, position, context: { includeDeclaration: true } },
  ],
  prepareRename: at('textDocument/prepareRename'),
  rename: ({ uri, position }) => ['textDocument/rename', { textDocument: { uri }, position, newName: 'another' }],
  selectionRange: ({ uri, position }) => [
    'textDocument/selectionRange',
    { textDocument: { uri }, positions: [position] },
  ],
  formatting: ({ uri }) => ['textDocument/formatting', { textDocument: { uri }, options: LAYOUT }],
  rangeFormatting: ({ uri, position }) => [
    'textDocument/rangeFormatting',
    { textDocument: { uri }, range: screen(position), options: LAYOUT },
  ],
  onTypeFormatting: ({ uri, position }) => [
    'textDocument/onTypeFormatting',
    { textDocument: { uri }, position, ch: '\n', options: LAYOUT },
  ],
  semanticTokensRange: ({ uri, position }) => [
    'textDocument/semanticTokens/range',
    { textDocument: { uri }, range: screen(position) },
  ],
  allActions: ({ uri }) => [
    'textDocument/codeAction',
    {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } },
      context: { diagnostics: [] },
    },
  ],
  prepareCallHierarchy: at('textDocument/prepareCallHierarchy'),
  incomingCalls: ({ uri, position }) => ['callHierarchy/incomingCalls', { item: called(uri, position) }],
  outgoingCalls: ({ uri, position }) => ['callHierarchy/outgoingCalls', { item: called(uri, position) }],
  workspaceSymbol: () => ['workspace/symbol', { query: 'o' }],
  choices: ({ uri }) => ['netsplit/choices', { uri }],
  elementsAt: ({ uri, position }) => ['netsplit/elementsAt', { uri, position }],
  diagram: ({ uri }) => ['netsplit/diagram', { uri, fault: FAULT }],
  selectedInDiagram: ({ uri }) => [
    'netsplit/diagram',
    { uri, fault: { links: [], oneWays: [], nodes: [], zones: [] }, selection: { kind: 'store', name: 's' } },
  ],
  writePartition: ({ uri }) => ['netsplit/writePartition', { uri, fault: FAULT }],
  picture: ({ uri }) => ['netsplit/picture', { of: { kind: 'diagram', query: { uri, fault: FAULT } }, format: 'svg' }],
  partitionReport: ({ uri }) => [
    'netsplit/report',
    { uri, kind: 'partition', fault: { kind: 'custom', links: [], nodes: ['n0'] } },
  ],
};

/** What waits for the analysis. */
export const ANALYSED = {
  report: ({ uri }) => ['netsplit/report', { uri, kind: 'all' }],
  expectationsReport: ({ uri }) => ['netsplit/report', { uri, kind: 'expectations' }],
  explanation: ({ uri, position }) => ['netsplit/report', { uri, kind: 'explain', position }],
  comparison: ({ uri }) => [
    'netsplit/report',
    { uri, kind: 'compare', before: { name: 'earlier', text: 'node a, b\nlink a -- b\n' } },
  ],
  timelineChoices: ({ uri }) => ['netsplit/timelineChoices', { uri }],
  timeline: ({ uri }) => ['netsplit/timeline', { uri, target: { operation: 'o0' } }],
  expectationRun: ({ uri }) => ['netsplit/expectationRun', { uri, id: '0' }],
};

const LAYOUT = { tabSize: 2, insertSpaces: true };
const FAULT = { links: [], oneWays: [], nodes: ['n0'], zones: [] };

function at(method) {
  return ({ uri, position }) => [method, { textDocument: { uri }, position }];
}

/** As many lines as a window shows. */
function screen({ line }) {
  return { start: { line, character: 0 }, end: { line: line + 50, character: 0 } };
}

function called(uri, position) {
  const range = { start: position, end: position };
  return { name: 'n0', kind: 19, uri, range, selectionRange: range, data: { design: uri, kind: 'node', index: 0 } };
}

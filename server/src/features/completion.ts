import { type CompletionItem, CompletionItemKind, InsertTextFormat, MarkupKind } from 'vscode-languageserver';
import { type Completion, complete, includePath, MOST_NAMES, visible } from '#core';
import type { Snapshot } from '../documents/snapshot.js';
import type { Feature } from '../server.js';

const KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  keyword: CompletionItemKind.Keyword,
  value: CompletionItemKind.EnumMember,
  file: CompletionItemKind.File,
  node: CompletionItemKind.Variable,
  zone: CompletionItemKind.Module,
  router: CompletionItemKind.Interface,
  client: CompletionItemKind.Event,
  link: CompletionItemKind.Reference,
  service: CompletionItemKind.Class,
  risk: CompletionItemKind.Event,
  store: CompletionItemKind.Struct,
  operation: CompletionItemKind.Method,
  partition: CompletionItemKind.Operator,
};

export const completion: Feature = {
  // The next word is wanted at a blank after a keyword.
  capabilities: { completionProvider: { triggerCharacters: [' ', ',', '{', '|', '"', ':'] } },
  register: ({ connection, client, answer }) =>
    void connection.onCompletion(({ textDocument, position }, token) =>
      answer(
        { request: 'completion', uri: textDocument.uri, token },
        { isIncomplete: false, items: [] },
        (snapshot) => {
          const offered = complete(snapshot.resolved, snapshot.offset(position), () => filesFor(snapshot));
          return {
            // Not all names may be among them: the editor asks again for what is typed on.
            isIncomplete: snapshot.resolved.symbols.length > MOST_NAMES,
            items: offered.map((one, i) => item(snapshot, one, { place: i, snippets: client().snippets })),
          };
        },
      ),
    ),
};

/** The files of the project that the document could include, as it would name them. */
function filesFor({ project, resolved }: Snapshot): readonly string[] {
  const including = new Set([project.path, ...resolved.sources.files.map(({ path }) => path)]);
  return project
    .designs()
    .paths.filter((path) => !including.has(path) && !/["\\]/.test(path))
    .map((path) => includePath(project.path, path));
}

/** `place`: among the others. `snippets`: whether the client fills in the parts of a snippet one after the other. */
function item(
  snapshot: Snapshot,
  one: Completion,
  { place, snippets }: { readonly place: number; readonly snippets: boolean },
): CompletionItem {
  const skeleton = snippets ? one.skeleton : undefined;
  return {
    label: visible(one.label),
    kind: KINDS[one.kind],
    detail: visible(one.detail),
    // Editors sort by the alphabet; the order here has its reasons.
    sortText: String(place).padStart(5, '0'),
    filterText: one.insert,
    textEdit: { range: snapshot.range(one.span), newText: skeleton?.snippet ?? one.insert },
    ...(skeleton === undefined ? {} : { insertTextFormat: InsertTextFormat.Snippet }),
    ...(one.skeleton === undefined ? {} : { labelDetails: { description: one.skeleton.what } }),
    ...(one.documentation === '' ? {} : { documentation: { kind: MarkupKind.Markdown, value: one.documentation } }),
  };
}

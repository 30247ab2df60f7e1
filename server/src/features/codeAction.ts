import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { type Fix, offeredFixes, textFixes, visible } from '#core';
import { placesIn } from '../documents/places.js';
import type { Snapshot } from '../documents/snapshot.js';
import type { ClientFacts, Feature } from '../server.js';
import { toLsp } from '../toLsp.js';

/**
 * Answers from what is at hand: mistakes mend themselves at once, what may help an operation is offered once the worker
 * has tried it.
 */
export const codeAction: Feature = {
  capabilities: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } },
  register: ({ connection, documents, analysis, fixes, client, answer }) =>
    void connection.onCodeAction(({ textDocument, range, context }, token) =>
      answer<CodeAction[]>({ request: 'codeAction', uri: textDocument.uri, token }, [], (snapshot) => {
        // Fixes on save and the like ask for other kinds: there is nothing for them, and nothing must be computed.
        if (context.only !== undefined && !context.only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix))
          return [];
        const start = snapshot.offset(range.start);
        const end = snapshot.offset(range.end);
        const actions = placesIn([snapshot, ...documents.including(snapshot.uri)], snapshot.uri, 0).flatMap(
          ({ design, offset }) =>
            design
              .diagnostics(analysis.resultsOf(design))
              .filter(({ span }) => span.start <= offset + end && offset + start <= span.end)
              .flatMap((one) => {
                const own = [...(one.fixes ?? []), ...(design.isOwn(one.span) ? textFixes(design.resolved, one) : [])];
                // What a mistake plainly should have been may be put there unasked. Of several fixes none may, nor a
                // declaration, nor one that says that a verdict is intended.
                const isPlain = one.fixes?.length === 1 && one.severity === 'error';
                return own.map((fix, i) => ({
                  ...actionOf(fix, design, client()),
                  isPreferred: i === 0 && isPlain,
                  diagnostics: [toLsp(one, design, client())],
                }));
              }),
        );
        const results = analysis.resultsOf(snapshot);
        const judged = fixes.judgedOf(snapshot);
        const helping =
          results === undefined || judged === undefined
            ? []
            : offeredFixes(snapshot.resolved, results, judged, { start, end });
        const all = snapshot.diagnostics(results);
        const tried = helping.map(({ at, ...fix }) => ({
          ...actionOf(fix, snapshot, client()),
          diagnostics: all
            .filter(({ span }) => span.start === at.start && span.end === at.end)
            .map((one) => toLsp(one, snapshot, client())),
        }));
        // A mistake of an included file has the same fix in each design.
        const seen = new Set<string>();
        return [...tried, ...actions].filter(
          ({ edit }) => !seen.has(JSON.stringify(edit)) && seen.add(JSON.stringify(edit)),
        );
      }),
    ),
};

function actionOf({ title, edits }: Fix, snapshot: Snapshot, { snippetEdits }: ClientFacts): CodeAction {
  const isSnippet = snippetEdits && edits.some(({ placeholder }) => placeholder !== undefined);
  return {
    title: visible(title),
    kind: CodeActionKind.QuickFix,
    edit: isSnippet ? snapshot.snippetEdit(edits) : snapshot.edit(edits),
  };
}

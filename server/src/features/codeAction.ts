import { visible, type Diagnostic } from '#core';
import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import type { Snapshot } from '../documents.js';
import { placesIn } from '../places.js';
import type { Feature } from '../server.js';
import { toLsp } from '../toLsp.js';

export const codeAction: Feature = {
  capabilities: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } },
  register: ({ connection, documents, analysis, client, answer }) =>
    void connection.onCodeAction(({ textDocument, range, context }, token) =>
      answer<CodeAction[]>('codeAction', textDocument.uri, [], token, (snapshot) => {
        // Fixes on save and the like ask for other kinds: there is nothing for them, and nothing must be computed.
        if (context.only !== undefined && !context.only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix)) return [];
        const start = snapshot.offset(range.start);
        const end = snapshot.offset(range.end);
        const actions = placesIn([snapshot, ...documents.including(snapshot.uri)], snapshot.uri, 0).flatMap(({ design, offset }) =>
          design
            .diagnostics(analysis.resultsOf(design))
            .filter(({ span }) => span.start <= offset + end && offset + start <= span.end)
            .flatMap((one) => fixesOf(one, design).map((fix) => ({ ...fix, diagnostics: [toLsp(one, design, client())] }))),
        );
        // A mistake of an included file has the same fix in each design.
        const seen = new Set<string>();
        return actions.filter(({ edit }) => !seen.has(JSON.stringify(edit)) && seen.add(JSON.stringify(edit)));
      }),
    ),
};

function fixesOf(diagnostic: Diagnostic, snapshot: Snapshot): CodeAction[] {
  return (diagnostic.fixes ?? []).map((fix, i) => ({
    title: visible(fix.title),
    kind: CodeActionKind.QuickFix,
    // The only fix of a mistake may be applied unasked. Of several none may, nor one that says that a verdict is intended.
    isPreferred: i === 0 && diagnostic.fixes?.length === 1 && diagnostic.severity === 'error',
    edit: snapshot.edit(fix.edits),
  }));
}

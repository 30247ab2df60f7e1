import type { Diagnostic } from '#core';
import { CodeActionKind, type CodeAction } from 'vscode-languageserver/node';
import type { Snapshot } from '../documents.js';
import type { Feature } from '../server.js';
import { toLsp } from '../toLsp.js';

export const codeAction: Feature = {
  capabilities: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } },
  register: ({ connection, analysis, client, answer }) =>
    void connection.onCodeAction(({ textDocument, range, context }, token) =>
      answer<CodeAction[]>('codeAction', textDocument.uri, [], token, (snapshot) => {
        // Fixes on save and the like ask for other kinds: there is nothing for them, and nothing must be computed.
        if (context.only !== undefined && !context.only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix)) return [];
        const start = snapshot.offset(range.start);
        const end = snapshot.offset(range.end);
        return snapshot
          .diagnostics(analysis.resultsOf(snapshot))
          .filter(({ span }) => span.start <= end && start <= span.end)
          .flatMap((one) => fixesOf(one, snapshot).map((fix) => ({ ...fix, diagnostics: [toLsp(one, snapshot, client())] })));
      }),
    ),
};

function fixesOf(diagnostic: Diagnostic, snapshot: Snapshot): CodeAction[] {
  return (diagnostic.fixes ?? []).map((fix, i) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    // The only fix of a mistake may be applied unasked. Of several none may, nor one that says that a verdict is intended.
    isPreferred: i === 0 && diagnostic.fixes?.length === 1 && diagnostic.severity === 'error',
    edit: { changes: { [snapshot.uri]: fix.edits.map(({ span, text }) => ({ range: snapshot.range(span), newText: text })) } },
  }));
}

import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver';
import {
  type Judged,
  mistakeFixesInSteps,
  type QuickFix,
  type Resolved,
  type Results,
  type Span,
  type Steps,
  triedFixes,
  whyNoFix,
} from '#core';
import { placesIn } from '../documents/places.js';
import type { Snapshot } from '../documents/snapshot.js';
import type { ClientFacts, Feature, Server } from '../server.js';
import { toLsp } from '../toLsp.js';

/** Answers from what is known: mistakes are corrected at once, operations once the worker has tried the fixes. */
export const codeAction: Feature = {
  capabilities: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } },
  register: (server) =>
    void server.connection.onCodeAction(({ textDocument: { uri }, range, context }, token) =>
      server.answer<CodeAction[]>({ request: 'codeAction', uri, token }, [], function* (snapshot) {
        // Fixes on save and the like ask for other kinds: there is nothing for them, and nothing must be computed.
        const isWanted = (context.only ?? ['']).some((kind) => kind === '' || kind === CodeActionKind.QuickFix);
        return isWanted ? once(yield* all(server, snapshot, range)) : [];
      }),
    ),
};

/** What changes the diagnostic goes first, then what says that it is meant, then what makes something else better. */
function* all(
  { analysis, fixes, documents, settings, client }: Server,
  snapshot: Snapshot,
  range: Range,
): Steps<CodeAction[]> {
  const corrected = yield* corrections({ analysis, documents, settings, client }, snapshot, range);
  const results = analysis.resultsOf(snapshot);
  const judged = fixes.judgedOf(snapshot);
  if (results === undefined || judged === undefined) return corrected;
  const part = { start: snapshot.offset(range.start), end: snapshot.offset(range.end) };
  const design = { resolved: snapshot.resolved, diagnostics: snapshot.diagnostics(results, settings.loudness) };
  const { helping, others } = triedFixes(design, { results, judged }, part);
  const actions = (some: readonly QuickFix[]): CodeAction[] => some.map((fix) => actionOf(fix, snapshot, client()));
  const reasons =
    client().disabledActions && helping.length === 0 ? absent(design.resolved, results, judged, part) : [];
  return [...actions(helping), ...corrected, ...actions(others), ...reasons];
}

/** Why there is nothing that helps with what an operation at the place says. */
function absent(resolved: Resolved, results: Results, judged: Judged, { start, end }: Span): CodeAction[] {
  return resolved.origins.operations.flatMap((span, operation) => {
    if (span === undefined || span.start > end || start > span.end) return [];
    const why = whyNoFix(resolved, results, judged, operation);
    return why === undefined
      ? []
      : [{ title: why.title, kind: CodeActionKind.QuickFix, disabled: { reason: why.reason } }];
  });
}

/** In each design that the file is part of. */
function* corrections(
  { documents, analysis, settings, client }: Pick<Server, 'documents' | 'analysis' | 'settings' | 'client'>,
  snapshot: Snapshot,
  range: Range,
): Steps<CodeAction[]> {
  const [start, end] = [snapshot.offset(range.start), snapshot.offset(range.end)];
  const designs = placesIn([snapshot, ...documents.including(snapshot.uri)], snapshot.uri, 0);
  const found: CodeAction[] = [];
  for (const { design, offset } of designs) {
    const known = {
      resolved: design.resolved,
      diagnostics: design.diagnostics(analysis.resultsOf(design), settings.loudness),
    };
    const fixes = yield* mistakeFixesInSteps(known, { start: offset + start, end: offset + end });
    for (const fix of fixes) found.push(actionOf(fix, design, client()));
  }
  return found;
}

function actionOf(
  { title, detail, edits, diagnostics, isPreferred }: QuickFix,
  design: Snapshot,
  client: ClientFacts,
): CodeAction {
  const isSnippet = client.snippetEdits && edits.some(({ placeholder }) => placeholder !== undefined);
  return {
    title,
    kind: CodeActionKind.QuickFix,
    edit: isSnippet
      ? design.snippetEdit(edits)
      : design.edit(
          edits,
          client.annotatedEdits && detail !== undefined ? { label: title, description: detail } : undefined,
        ),
    ...(detail === undefined ? {} : { data: { detail } }),
    ...(isPreferred === undefined ? {} : { isPreferred }),
    diagnostics: diagnostics.map((one) => toLsp(one, design, client)),
  };
}

/** A mistake of an included file has the same fix in each design. */
function once(actions: readonly CodeAction[]): CodeAction[] {
  const seen = new Set<string>();
  return actions.filter(({ edit }) => !seen.has(JSON.stringify(edit)) && seen.add(JSON.stringify(edit)));
}

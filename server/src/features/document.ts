import { designReportInSteps, printDesignMarkdown, printHtmlInSteps } from '#core';
import { type DocumentAnswer, type DocumentQuery, Requests } from '#protocol';
import type { CancellationToken, ResponseError, WorkDoneProgressParams } from 'vscode-languageserver';
import { withProgress } from '../progress.js';
import { answerWhenSettled, FAILED, message } from '../refusals.js';
import type { Feature } from '../server.js';

const NOT_OPEN = message('The design is not open any more: open its file to save its report.');

/** The report of a design for those who have no editor, as `netsplit report` writes it. */
export const document: Feature = {
  capabilities: {},
  register: (server) =>
    void server.connection.onRequest(
      Requests.document,
      (
        { uri, name, format, workDoneToken }: DocumentQuery & WorkDoneProgressParams,
        token: CancellationToken,
      ): Promise<DocumentAnswer | ResponseError<void>> =>
        withProgress(server, workDoneToken, (watch) =>
          answerWhenSettled<DocumentAnswer>(
            server,
            { request: 'document', uri, token, watch, notOpen: NOT_OPEN, failed: FAILED },
            function* ({ snapshot, results }) {
              const { resolved } = snapshot;
              const diagnostics = snapshot.diagnostics(results, server.settings.loudness);
              const report = yield* designReportInSteps({ name, resolved, results, diagnostics });
              const text = format === 'html' ? yield* printHtmlInSteps(report) : printDesignMarkdown(report);
              return { kind: 'document', text };
            },
          ),
        ),
    ),
};

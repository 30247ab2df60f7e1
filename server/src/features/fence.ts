import { drawReadFenceInSteps, fenceHtml, fenceInfo, readFence, type Steps } from '#core';
import { Requests, type FenceAnswer, type FenceParams } from '#protocol';
import type { CancellationToken } from 'vscode-languageserver';
import { inTurns } from '../answering.js';
import type { Feature } from '../server.js';

const NOT_DRAWN: FenceAnswer = { html: '' };

/** Designs in Markdown pages, drawn for a preview. The page may be open or not, and its text is not ours to read. */
export const fence: Feature = {
  capabilities: {},
  register: ({ connection, documents, clock }) =>
    void connection.onRequest(
      Requests.fence,
      async ({ uri, info, text }: FenceParams, token: CancellationToken): Promise<FenceAnswer> => {
        const asked = fenceInfo(info);
        if (asked === undefined) return NOT_DRAWN;
        const read = () => readFence(text, documents.projects.of(uri));
        // Nobody draws it again when a file that it includes has changed.
        const resolved = await documents.complete(uri, read, { isNewest: true });
        const drawn = function* (): Steps<FenceAnswer> {
          return { html: fenceHtml(yield* drawReadFenceInSteps(resolved, asked)) };
        };
        return inTurns(drawn(), clock, token, NOT_DRAWN);
      },
    ),
};

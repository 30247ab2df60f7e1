import { drawFence, fenceHtml, fenceInfo } from '#core';
import { Requests, type FenceAnswer, type FenceParams } from '#protocol';
import type { Feature } from '../server.js';

const NOT_DRAWN: FenceAnswer = { html: '' };

/** Designs in Markdown pages, drawn for a preview. The page may be open or not, and its text is not ours to read. */
export const fence: Feature = {
  capabilities: {},
  register: ({ connection, documents }) =>
    void connection.onRequest(
      Requests.fence,
      ({ uri, info, text }: FenceParams): Promise<FenceAnswer> | FenceAnswer => {
        const asked = fenceInfo(info);
        if (asked === undefined) return NOT_DRAWN;
        const drawn = (): FenceAnswer => ({ html: fenceHtml(drawFence(text, asked, documents.projects.of(uri))) });
        // Nobody draws it again when a file that it includes has changed.
        return documents.complete(uri, drawn, { isNewest: true });
      },
    ),
};

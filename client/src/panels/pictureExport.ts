import { l10n, Uri, window, workspace } from 'vscode';
import type { Picture, PictureFormat, PictureQuery } from '#protocol';
import type { LanguageServer } from '../languageServer.js';
import { placeBeside } from '../placeBeside.js';

const FILTERS: Readonly<Record<PictureFormat, Record<string, string[]>>> = {
  svg: { [l10n.t('SVG pictures')]: ['svg'] },
  png: { [l10n.t('PNG pictures')]: ['png'] },
};

/**
 * Saves an SVG where the user says; the pixels of a PNG are made by the page, which gets `rasterise` and answers with
 * them.
 */
export async function exportPicture(
  server: LanguageServer,
  query: PictureQuery,
  rasterise: (picture: Picture) => void,
): Promise<void> {
  const answer = await server.picture(query);
  if (answer.kind === 'message') {
    void window.showInformationMessage(answer.message);
    return;
  }
  const { svg, width, height } = answer;
  if (query.format === 'svg')
    await savePicture(query.of.query.uri, query.of.kind, 'svg', new TextEncoder().encode(svg));
  else rasterise({ svg, width, height });
}

/** What the page has made of a picture, in base 64. */
export async function savePng(designUri: string, what: PictureQuery['of']['kind'], data: string): Promise<void> {
  await savePicture(
    designUri,
    what,
    'png',
    Uint8Array.from(atob(data), (byte) => byte.charCodeAt(0)),
  );
}

/** Beside the design, unless the user says otherwise. `what`: the last part of the proposed name. */
async function savePicture(
  designUri: string,
  what: PictureQuery['of']['kind'],
  format: PictureFormat,
  bytes: Uint8Array,
): Promise<void> {
  const place = await placeBeside(Uri.parse(designUri, true), `${what}.${format}`, {
    filters: FILTERS[format],
    title: l10n.t('Export Picture'),
  });
  if (place !== undefined) await workspace.fs.writeFile(place, bytes);
}

import {
  DIAGRAM_STYLE,
  diagramPictureInSteps,
  FILE_COLOURS,
  LIGHT_COLOURS,
  printSvg,
  TIMELINE_STYLE,
  timelinePictureInSteps,
  tooMuchToDraw,
  tooMuchToList,
} from '#core';
import { Requests, type PictureAnswer, type PictureQuery } from '#protocol';
import type { CancellationToken } from 'vscode-languageserver';
import { message } from '../refusals.js';
import type { Feature } from '../server.js';

const NO_PICTURE = message(
  'There is no picture to export: the file is not open any more, or what the picture shows is not in it. The ' +
    'log may say more (command “Netsplit: Show Output”).',
);

/** Pictures as files, for documents and issues. */
export const picture: Feature = {
  capabilities: {},
  register: ({ connection, analysis, answer }) =>
    void connection.onRequest(Requests.picture, ({ of, format }: PictureQuery, token: CancellationToken) =>
      answer<PictureAnswer>({ request: 'picture', uri: of.query.uri, token }, NO_PICTURE, function* (snapshot) {
        const { resolved } = snapshot;
        const tooMuch = tooMuchToDraw(resolved.model) ?? tooMuchToList(resolved.model);
        if (tooMuch !== undefined) return message(tooMuch);
        const scene =
          of.kind === 'diagram'
            ? yield* diagramPictureInSteps(resolved.model, of.query)
            : yield* timelinePictureInSteps(resolved, of.query.target, analysis.resultsOf(snapshot));
        if (scene === undefined) return NO_PICTURE;
        const style = of.kind === 'diagram' ? DIAGRAM_STYLE : TIMELINE_STYLE;
        const svg = printSvg(scene, style, format === 'svg' ? FILE_COLOURS : LIGHT_COLOURS);
        return { kind: 'picture', svg, width: scene.width, height: scene.height };
      }),
    ),
};

import { DIAGRAM_STYLE, FILE_COLOURS, LIGHT_COLOURS, printSvg, TIMELINE_STYLE } from '#core';
import { Requests, type PictureAnswer, type PictureQuery } from '#protocol';
import type { CancellationToken } from 'vscode-languageserver';
import type { Feature } from '../server.js';
import { diagramScene } from './diagram.js';
import { timelineScene } from './timeline.js';

const NO_PICTURE = {
  kind: 'message',
  message:
    'There is no picture to export: the file is not open any more, or what the picture shows is not in it. The log may say more (command “Netsplit: Show Output”).',
} as const;

/** Pictures as files, for documents and issues. */
export const picture: Feature = {
  capabilities: {},
  register: ({ connection, analysis, answer }) =>
    void connection.onRequest(
      Requests.picture,
      ({ of, format }: PictureQuery, token: CancellationToken): Promise<PictureAnswer> =>
        answer<PictureAnswer>('picture', of.query.uri, NO_PICTURE, token, (snapshot) => {
          const scene =
            of.kind === 'diagram'
              ? diagramScene(snapshot, of.query)
              : timelineScene(snapshot, of.query, analysis.resultsOf(snapshot));
          if (scene === undefined) return NO_PICTURE;
          const svg = printSvg(
            scene,
            of.kind === 'diagram' ? DIAGRAM_STYLE : TIMELINE_STYLE,
            format === 'svg' ? FILE_COLOURS : LIGHT_COLOURS,
          );
          return { kind: 'picture', svg, width: scene.width, height: scene.height };
        }),
    ),
};

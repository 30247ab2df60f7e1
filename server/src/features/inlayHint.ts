import { inlayHints } from '#core';
import { ClientCommands, type CommandTarget } from '#protocol';
import { MarkupKind, type InlayHint, type InlayHintLabelPart } from 'vscode-languageserver';
import { refresh } from '../refresh.js';
import type { Feature } from '../server.js';

/** Asked for at each edit, and again when results have arrived or the setting has changed. */
export const inlayHint: Feature = {
  capabilities: { inlayHintProvider: true },
  register: ({ connection, analysis, settings, client, answer }) => {
    connection.languages.inlayHint.on(({ textDocument, range }, token) =>
      answer<InlayHint[]>('inlayHint', textDocument.uri, [], token, (snapshot) => {
        const wanted = settings.current.inlayHints;
        if (wanted === 'off') return [];
        const start = snapshot.offset(range.start);
        const end = snapshot.offset(range.end);
        return inlayHints(snapshot.resolved, analysis.memoryOf(snapshot))
          .filter(({ offset, isProblem }) => start <= offset && offset <= end && (wanted === 'all' || isProblem))
          .map(({ operation, offset, label, tooltip }) => ({
            position: snapshot.range({ start: offset, end: offset }).start,
            label: client().commands ? [timelinePart(label, textDocument.uri, operation)] : label,
            tooltip: { kind: MarkupKind.Markdown, value: tooltip },
            paddingLeft: true,
          }));
      }),
    );
    const again = (): void => {
      if (client().refreshes.inlayHints) refresh(connection, 'inlayHint');
    };
    analysis.listen((_, stage) => {
      if (stage.kind !== 'pending') again();
    });
    settings.onChange(again);
  },
};

/** A click leads to the run that ends in the worst that was found. */
function timelinePart(value: string, uri: string, operation: string): InlayHintLabelPart {
  const target: CommandTarget = { uri, timeline: { operation } };
  return { value, command: { title: 'Show the timeline', command: ClientCommands.showTimeline, arguments: [target] } };
}

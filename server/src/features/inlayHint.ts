import { type InlayHint, type InlayHintLabelPart, MarkupKind } from 'vscode-languageserver';
import { type Action, inlayHints } from '#core';
import { commandOf } from '../actions.js';
import type { Snapshot } from '../documents/snapshot.js';
import { refresh } from '../refresh.js';
import type { Feature } from '../server.js';

/** Asked for at each edit, and again when results have arrived or the setting has changed. */
export const inlayHint: Feature = {
  capabilities: { inlayHintProvider: true },
  register: ({ connection, analysis, settings, client, answer }) => {
    connection.languages.inlayHint.on(({ textDocument, range }, token) =>
      answer<InlayHint[]>({ request: 'inlayHint', uri: textDocument.uri, token }, [], (snapshot) => {
        const wanted = settings.current.inlayHints;
        if (wanted === 'off') return [];
        const start = snapshot.offset(range.start);
        const end = snapshot.offset(range.end);
        return inlayHints(snapshot.resolved, analysis.memoryOf(snapshot), { start, end })
          .filter(({ offset, isProblem }) => start <= offset && offset <= end && (wanted === 'all' || isProblem))
          .map(({ offset, label, tooltip, action }) => ({
            position: snapshot.range({ start: offset, end: offset }).start,
            label: client().commands ? [clickable(label, snapshot, action)] : label,
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

function clickable(value: string, snapshot: Snapshot, action: Action): InlayHintLabelPart {
  const { id, target } = commandOf(snapshot, action);
  return { value, command: { title: 'Show the timeline', command: id, arguments: [target] } };
}

import type { CodeLens, Command } from 'vscode-languageserver';
import { type CodeLens as CoreLens, codeLenses } from '#core';
import { commandOf } from '../actions.js';
import type { Snapshot } from '../documents/snapshot.js';
import { refresh } from '../refresh.js';
import type { Feature } from '../server.js';

/** Lenses run commands of the VS Code extension: an editor without them gets none. */
export const codeLens: Feature = {
  capabilities: { codeLensProvider: {} },
  register: ({ connection, analysis, settings, client, answer }) => {
    connection.onCodeLens(({ textDocument }, token) =>
      answer<CodeLens[]>({ request: 'codeLens', uri: textDocument.uri, token }, [], (snapshot) => {
        if (!settings.current.codeLens || !client().commands) return [];
        return codeLenses(snapshot.resolved, analysis.memoryOf(snapshot)).map((lens) => ({
          range: snapshot.range(lens.span),
          command: command(snapshot, lens),
        }));
      }),
    );
    const again = (): void => {
      if (client().refreshes.codeLenses) refresh(connection, 'codeLens');
    };
    analysis.listen((_, stage) => {
      if (stage.kind !== 'pending') again();
    });
    settings.onChange(again);
  },
};

function command(snapshot: Snapshot, { title: said, action }: CoreLens): Command {
  // `$(…)` is an icon in the title of a lens; a name may be spelt so.
  const title = said.replaceAll('$(', '\\$(');
  // Without any command, a lens is one to be resolved; with an empty one it is text.
  if (action === undefined) return { title, command: '' };
  const { id, target } = commandOf(snapshot, action);
  return { title, command: id, arguments: [target] };
}

import type { CodeLens, Command } from 'vscode-languageserver';
import { type CodeLens as CoreLens, codeLensesInSteps, flatMapped } from '#core';
import { commandOf } from '../actions.js';
import type { Snapshot } from '../documents/snapshot.js';
import { refresh } from '../refresh.js';
import type { Feature } from '../server.js';

/** Lenses run commands of the VS Code extension: an editor without them gets none. */
export const codeLens: Feature = {
  capabilities: { codeLensProvider: {} },
  register: ({ connection, analysis, settings, client, answer }) => {
    connection.onCodeLens(({ textDocument }, token) =>
      answer<CodeLens[]>({ request: 'codeLens', uri: textDocument.uri, token }, [], function* (snapshot) {
        if (!settings.current.codeLens || !client().commands) return [];
        const lenses = yield* codeLensesInSteps(snapshot.resolved, analysis.memoryOf(snapshot));
        const shown = yield* flatMapped(lenses.slice(0, MOST_LENSES), LENS_SIZE, (lens) => ({
          range: snapshot.range(lens.span),
          command: command(snapshot, lens),
        }));
        const [next] = lenses.slice(MOST_LENSES);
        if (next === undefined) return shown;
        const title = `The other ${lenses.length - MOST_LENSES} lenses of this file are not shown`;
        return [...shown, { range: snapshot.range(next.span), command: { title, command: '' } }];
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

/** An editor that has more of them to lay out is slow. */
const MOST_LENSES = 10_000;

/** The work of one, in the units of a step. */
const LENS_SIZE = (): number => 20;

function command(snapshot: Snapshot, { title: said, action }: CoreLens): Command {
  // `$(…)` is an icon in the title of a lens; a name may be spelt so.
  const title = said.replaceAll('$(', '\\$(');
  // Without any command, a lens is one to be resolved; with an empty one it is text.
  if (action === undefined) return { title, command: '' };
  const { id, target } = commandOf(snapshot, action);
  return { title, command: id, arguments: [target] };
}

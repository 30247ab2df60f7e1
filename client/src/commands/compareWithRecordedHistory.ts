import { l10n, Uri, window, workspace } from 'vscode';
import type { HistoryText } from '#protocol';
import { currentDesign, type Command } from './command.js';
import { pickFault } from './pickFault.js';

const TITLE = l10n.t('Compare with Recorded History');
/** Some 5,000 requests: it is judged again after each change of the design, and kept with the panel. */
const MOST_MEGABYTES = 1;

export const compareWithRecordedHistory: Command = {
  id: 'netsplit.compareWithRecordedHistory',
  run: async (context, target) => {
    const { panels, server } = context;
    const document = await currentDesign(context, target);
    const uri = document.uri.toString();
    const file = target?.history === undefined ? await pickHistory(document.uri) : Uri.parse(target.history, true);
    const history = file === undefined ? undefined : await readHistory(file);
    if (history === undefined) return;
    const fault =
      target?.partition === undefined
        ? await pickFault(
            await server.choices(uri),
            TITLE,
            l10n.t('Pick what was broken while {0} was recorded', history.name),
          )
        : ({ kind: 'partition', name: target.partition } as const);
    if (fault !== undefined) await panels.show({ kind: 'observe', uri, fault, history }, document);
  },
};

async function pickHistory(design: Uri): Promise<Uri | undefined> {
  const picked = await window.showOpenDialog({
    title: TITLE,
    openLabel: l10n.t('Compare'),
    filters: { [l10n.t('Recorded histories')]: ['jsonl', 'ndjson', 'edn', 'json'], [l10n.t('All files')]: ['*'] },
    ...(design.scheme === 'untitled' ? {} : { defaultUri: Uri.joinPath(design, '..') }),
  });
  return picked?.[0];
}

async function readHistory(file: Uri): Promise<HistoryText | undefined> {
  const name = file.path.split('/').at(-1) ?? file.toString();
  const { size } = await workspace.fs.stat(file);
  if (size > MOST_MEGABYTES * 1e6) {
    void window.showInformationMessage(
      l10n.t(
        '{0} has more than {1} MB: compare it on the command line, with “netsplit observe”.',
        name,
        MOST_MEGABYTES,
      ),
    );
    return undefined;
  }
  const names = await read(Uri.joinPath(file, '..', 'names.json')).catch(() => undefined);
  return { name, text: await read(file), ...(names === undefined ? {} : { names }) };
}

async function read(file: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(file));
}

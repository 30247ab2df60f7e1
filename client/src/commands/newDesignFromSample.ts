import { Uri, window, workspace } from 'vscode';
import { LANGUAGE } from '../languageServer.js';
import { sampleTitle } from '../sampleTitle.js';
import { withIncludes } from '../withIncludes.js';
import type { Command } from './command.js';

export const newDesignFromSample: Command = {
  id: 'netsplit.newDesignFromSample',
  run: async ({ extensionUri }) => {
    const picked = await window.showQuickPick(readSamples(Uri.joinPath(extensionUri, 'samples')), {
      title: 'New Design from Sample',
      placeHolder: 'The sample to start from: it opens as a new file that is not saved yet',
      matchOnDescription: true,
    });
    if (picked === undefined) return;
    const document = await workspace.openTextDocument({ language: LANGUAGE, content: picked.text });
    await window.showTextDocument(document);
  },
};

async function readSamples(folder: Uri): Promise<{ label: string; description: string; text: string }[]> {
  const names = (await workspace.fs.readDirectory(folder)).map(([name]) => name).filter((name) => name.endsWith('.cap'));
  return Promise.all(
    names.sort().map(async (name) => {
      const read = async (path: string): Promise<string> => new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(folder, path)));
      const text = await withIncludes(await read(name), read);
      return { label: sampleTitle(text) ?? name, description: name, text };
    }),
  );
}

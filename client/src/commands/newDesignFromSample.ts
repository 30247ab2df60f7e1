import { Uri, window, workspace } from 'vscode';
import { LANGUAGE } from '../languageServer.js';
import { sampleTitle } from '../sampleTitle.js';
import { withIncludes } from '../withIncludes.js';
import type { Command } from './command.js';

export const newDesignFromSample: Command = {
  id: 'netsplit.newDesignFromSample',
  run: async ({ extensionUri }) => {
    const picked = await window.showQuickPick(readSamples(extensionUri), {
      title: 'New Design from Sample',
      placeHolder: 'The sample to start from: it opens as a new file that is not saved yet',
      matchOnDescription: true,
    });
    if (picked === undefined) return;
    const document = await workspace.openTextDocument({ language: LANGUAGE, content: picked.text });
    await window.showTextDocument(document);
  },
};

/** Where the extension comes from the web, its folders can't be listed: the build writes down what is in this one. */
async function readSamples(extensionUri: Uri): Promise<{ label: string; description: string; text: string }[]> {
  const read = async (...path: string[]): Promise<string> =>
    new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extensionUri, ...path)));
  const names: readonly string[] = JSON.parse(await read('dist', 'samples.json'));
  return Promise.all(
    names.map(async (name) => {
      const text = await withIncludes(await read('samples', name), (path) => read('samples', path));
      return { label: sampleTitle(text) ?? name, description: name, text };
    }),
  );
}

import { l10n, type TextDocument, Uri, window, workspace } from 'vscode';
import { LANGUAGE } from './languageServer.js';
import { sampleTitle } from './sampleTitle.js';
import { withIncludes } from './withIncludes.js';

export interface Sample {
  readonly title: string;
  /** Of its file. */
  readonly name: string;
  readonly text: string;
}

/** The story to begin with: a real outage. */
const FIRST = 'incident-github-2018-10-21.cap';

/** Samples that teach one thing. */
export interface Chapter {
  readonly teaches: string;
  readonly samples: readonly Sample[];
}

/**
 * The samples in the order in which they teach, the easiest first. Where the extension comes from the web, its folders
 * can't be listed: a file says what is in this one.
 */
export async function readSamples(extensionUri: Uri): Promise<readonly Chapter[]> {
  const order = JSON.parse(await read(extensionUri, 'samples', 'order.json')) as readonly {
    readonly teaches: string;
    readonly samples: readonly string[];
  }[];
  return Promise.all(
    order.map(async ({ teaches, samples }) => ({
      teaches,
      samples: await Promise.all(samples.map((name) => readSample(extensionUri, name))),
    })),
  );
}

async function readSample(extensionUri: Uri, name: string): Promise<Sample> {
  const text = await withIncludes(await read(extensionUri, 'samples', name), (path) =>
    read(extensionUri, 'samples', path),
  );
  return { title: sampleTitle(text) ?? name, name, text };
}

async function read(extensionUri: Uri, ...path: string[]): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extensionUri, ...path)));
}

/** Opens a text as a new design that is not saved yet. */
export async function openNew(text: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument({ language: LANGUAGE, content: text });
  await window.showTextDocument(document);
  return document;
}

/** For who asks for something of a design while none is open. */
export async function openFirstSample(extensionUri: Uri): Promise<TextDocument> {
  const { text, title } = await readSample(extensionUri, FIRST);
  void window.showInformationMessage(l10n.t('No design was open, so this is a sample. {0}.', title));
  return openNew(text);
}

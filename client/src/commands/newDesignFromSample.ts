import {
  l10n,
  type QuickPickItem,
  QuickPickItemKind,
  Range,
  type TextDocument,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import type { CommandTarget } from '#protocol';
import { openDocument } from '../capDocument.js';
import type { Lesson } from '../lessonText.js';
import { askLesson, lessonTitle, readLessons } from '../lessons.js';
import { openNew, readSamples } from '../samples.js';
import type { Command } from './command.js';

interface Item extends QuickPickItem {
  readonly text: string;
  readonly lesson?: Lesson;
}

/** Into the empty file whose lens asks for it, else as a new one. A lesson asks its question first. */
export const newDesignFromSample: Command = {
  id: 'netsplit.newDesignFromSample',
  run: async ({ extensionUri }, target) => {
    const chapters = await readSamples(extensionUri);
    const lessons = await readLessons(extensionUri);
    const empty = emptyFile(target);
    const separator = (label: string): Item => ({ label, kind: QuickPickItemKind.Separator, text: '' });
    const picked = await window.showQuickPick<Item>(
      [
        ...chapters.flatMap(({ teaches, samples }) => [
          separator(teaches),
          ...samples.map(({ title, name, text }) => ({ label: title, description: name, text })),
        ]),
        separator(l10n.t('Predict, then look')),
        ...lessons.map((lesson, i) => ({ label: lessonTitle(lesson, i), text: lesson.text, lesson })),
      ],
      {
        title: l10n.t('New Design from Sample'),
        placeHolder:
          empty === undefined
            ? l10n.t('What to start from: opens as a new file that is not saved yet')
            : l10n.t('What to start from: fills this empty file'),
        matchOnDescription: true,
      },
    );
    if (picked === undefined) return;
    if (picked.lesson !== undefined) {
      await askLesson(picked.lesson);
      return;
    }
    if (empty === undefined) {
      await openNew(picked.text);
      return;
    }
    const edit = new WorkspaceEdit();
    edit.replace(empty.uri, new Range(0, 0, empty.lineCount, 0), picked.text);
    await workspace.applyEdit(edit);
  },
};

/** The file that is to be filled, if nothing is in it. */
function emptyFile(target: CommandTarget | undefined): TextDocument | undefined {
  const document = target === undefined ? undefined : openDocument(target.uri);
  return document?.getText().trim() === '' ? document : undefined;
}

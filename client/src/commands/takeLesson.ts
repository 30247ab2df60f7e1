import { l10n, window } from 'vscode';
import { askLesson, lessonTitle, readLessons } from '../lessons.js';
import type { Command } from './command.js';

export const takeLesson: Command = {
  id: 'netsplit.takeLesson',
  run: async ({ extensionUri }) => {
    const lessons = await readLessons(extensionUri);
    const picked = await window.showQuickPick(
      lessons.map((lesson, i) => ({ label: lessonTitle(lesson, i), detail: lesson.question, lesson })),
      { title: l10n.t('Take a Lesson'), placeHolder: l10n.t('Predict what becomes of a request, then look') },
    );
    if (picked !== undefined) await askLesson(picked.lesson);
  },
};

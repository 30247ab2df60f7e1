import { commands, l10n, type Uri, window, workspace } from 'vscode';
import { predictedText, type Lesson } from './lessonText.js';
import { openNew } from './samples.js';

/** The lessons in their order. */
export async function readLessons(extensionUri: Uri): Promise<readonly Lesson[]> {
  const read = async (name: string): Promise<string> =>
    new TextDecoder().decode(
      await workspace.fs.readFile(extensionUri.with({ path: `${extensionUri.path}/lessons/${name}` })),
    );
  const rows = JSON.parse(await read('lessons.json')) as readonly (Omit<Lesson, 'text'> & { readonly file: string })[];
  return Promise.all(rows.map(async ({ file, ...lesson }) => ({ ...lesson, text: await read(file) })));
}

/** "Lesson 3: Consistency first" */
export function lessonTitle({ title }: Lesson, index: number): string {
  return l10n.t('Lesson {0}: {1}', index + 1, title);
}

/** Asks for a prediction, then opens the design with it and shows the run that decides. */
export async function askLesson(lesson: Lesson): Promise<void> {
  const picked = await window.showQuickPick(
    lesson.options.map(({ verdict, text }) => ({ label: verdict, detail: text })),
    { title: lesson.question, placeHolder: l10n.t('Predict, then look') },
  );
  if (picked === undefined) return;
  const { uri } = await openNew(predictedText(lesson, picked.label));
  const { operation, client, partition } = lesson.look;
  const nothing = { links: [], oneWays: [], nodes: [], zones: [] };
  const fault = partition === undefined ? nothing : { ...nothing, partition };
  await commands.executeCommand('netsplit.showTimeline', {
    uri: uri.toString(),
    timeline: { operation, client, fault },
  });
}

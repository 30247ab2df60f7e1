import { l10n, type TextDocument, window } from 'vscode';
import type { TimelineChoicesAnswer, TimelineTarget } from '#protocol';
import { withProgressWhenSlow } from '../slowProgress.js';
import { withoutIcons } from '../withoutIcons.js';
import { currentDesign, type Command } from './command.js';

const TITLE = l10n.t('Show Timeline');

export const showTimeline: Command = {
  id: 'netsplit.showTimeline',
  run: async (context, target) => {
    const { timelines, server } = context;
    const document = await currentDesign(context, target);
    const named = target?.timeline;
    if (named !== undefined) {
      timelines.show(document, named);
      return;
    }
    const answer = await withProgressWhenSlow(TITLE, (token) => server.timelineChoices(document.uri.toString(), token));
    const picked = answer === undefined ? undefined : await pickRun(answer, lineOfCursor(document));
    if (picked !== undefined) timelines.show(document, picked);
  },
};

/** The panel goes on from there: other faults and other verdicts of it are chosen in lists. */
async function pickRun(answer: TimelineChoicesAnswer, line: readonly string[]): Promise<TimelineTarget | undefined> {
  if (answer.kind === 'message') {
    void window.showInformationMessage(answer.message);
    return undefined;
  }
  const isElsewhere = ({ target }: { readonly target: TimelineTarget }): number =>
    line.includes(target.operation) ? 0 : 1;
  const choices = [...answer.choices].sort((a, b) => isElsewhere(a) - isElsewhere(b));
  const items = choices.map(({ title, target, worst }) => ({
    label: withoutIcons(title),
    description: withoutIcons(worst),
    target,
  }));
  if (items.length === 1) return items[0]?.target;
  const picked = await window.showQuickPick(items, {
    title: TITLE,
    placeHolder: l10n.t('Whose run? The timeline shows the worst that one fault does, step by step'),
    matchOnDescription: true,
  });
  return picked?.target;
}

/** The words of the line that the cursor is on: an operation that stands there is asked about first. */
function lineOfCursor(document: TextDocument): readonly string[] {
  const editor = window.visibleTextEditors.find((one) => one.document === document);
  if (editor === undefined) return [];
  return document.lineAt(editor.selection.active.line).text.match(/[\p{L}\p{N}_-]+/gu) ?? [];
}

import { l10n, window } from 'vscode';
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
    const picked = answer === undefined ? undefined : await pickRun(answer);
    if (picked !== undefined) timelines.show(document, picked);
  },
};

/** The panel goes on from there: other faults and other verdicts of it are chosen in lists. */
async function pickRun(answer: TimelineChoicesAnswer): Promise<TimelineTarget | undefined> {
  if (answer.kind === 'message') {
    void window.showInformationMessage(answer.message);
    return undefined;
  }
  const items = answer.choices.map(({ title, target, worst }) => ({
    label: withoutIcons(title),
    description: withoutIcons(worst),
    target,
  }));
  if (items.length === 1) return items[0]?.target;
  const picked = await window.showQuickPick(items, {
    title: TITLE,
    placeHolder: l10n.t('Whose run? The timeline shows the worst that was found, step by step'),
    matchOnDescription: true,
  });
  return picked?.target;
}

import { commands, env, l10n, ProgressLocation, window, workspace } from 'vscode';
import type { DocumentFormat } from '#protocol';
import { placeBeside } from '../placeBeside.js';
import { currentDesign, type Command } from './command.js';

/** The report of a design as one file, beside the design unless the user says otherwise: HTML, or Markdown. */
export const saveReport: Command = {
  id: 'netsplit.saveReport',
  run: async (context, target) => {
    const design = await currentDesign(context, target);
    const name = design.uri.path.split('/').at(-1) ?? 'design.cap';
    const place = await placeBeside(design.uri, 'report.html', {
      filters: { [l10n.t('Web page')]: ['html'], Markdown: ['md'] },
      title: l10n.t('Save Report'),
    });
    if (place === undefined) return;
    const format: DocumentFormat = /\.(md|markdown)$/i.test(place.path) ? 'md' : 'html';
    const title = l10n.t('Netsplit writes the report of {0}', name);
    const answer = await window.withProgress(
      { location: ProgressLocation.Notification, title, cancellable: true },
      (_, token) => context.server.document({ uri: design.uri.toString(), name, format }, token),
    );
    if (answer.kind === 'message') {
      void window.showInformationMessage(answer.message);
      return;
    }
    await workspace.fs.writeFile(place, new TextEncoder().encode(answer.text));
    const open = l10n.t('Open');
    const picked = await window.showInformationMessage(
      l10n.t('The report is in {0}.', workspace.asRelativePath(place)),
      open,
    );
    if (picked !== open) return;
    if (format === 'html') await env.openExternal(place);
    else await commands.executeCommand('markdown.showPreview', place);
  },
};

import { Disposable, l10n, languages, LanguageStatusSeverity, window, workspace } from 'vscode';
import type { StatusParams } from '#protocol';
import { activeCapEditor } from './capDocument.js';
import { LANGUAGE, type LanguageServer } from './languageServer.js';

/**
 * The entry beside the language in the status bar: how far the analysis of the active design is, and what was looked
 * at.
 */
export function showAnalysisStatus(server: LanguageServer): Disposable {
  const item = languages.createLanguageStatusItem('netsplit.analysis', { language: LANGUAGE });
  item.name = 'Netsplit';
  item.command = { title: l10n.t('Simulate All'), command: 'netsplit.simulateAllPartitions' };
  const known = new Map<string, StatusParams>();
  const show = (): void => {
    const uri = activeCapEditor()?.document.uri.toString();
    const status = uri === undefined ? undefined : known.get(uri);
    item.busy = status === undefined || status.state === 'analysing';
    item.severity = status?.state === 'failed' ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    item.text = TEXTS[status?.state ?? 'analysing'];
    item.detail = status?.looked === undefined || status.looked === '' ? '' : l10n.t('looked at {0}', status.looked);
  };
  show();
  return Disposable.from(
    item,
    server.onStatus((status) => {
      known.set(status.uri, status);
      show();
    }),
    server.onStopped(() => {
      known.clear();
      show();
    }),
    window.onDidChangeActiveTextEditor(show),
    workspace.onDidCloseTextDocument(({ uri }) => void known.delete(uri.toString())),
  );
}

const TEXTS: Readonly<Record<StatusParams['state'], string>> = {
  analysing: l10n.t('Netsplit: looking at every fault'),
  analysed: l10n.t('Netsplit: analysed'),
  failed: l10n.t('Netsplit: the analysis failed'),
};

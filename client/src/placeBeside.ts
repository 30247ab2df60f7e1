import { type SaveDialogOptions, Uri, window, workspace } from 'vscode';

/** Asks for the file to save something of a design in: beside the design, unless the user says otherwise. */
export async function placeBeside(
  design: Uri,
  ending: string,
  options: Pick<SaveDialogOptions, 'filters' | 'title'>,
): Promise<Uri | undefined> {
  const name = `${(design.path.split('/').at(-1) ?? 'design').replace(/\.cap$/, '')}-${ending}`;
  const folder = design.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(design, '..');
  return window.showSaveDialog({
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, name) }),
    ...options,
  });
}

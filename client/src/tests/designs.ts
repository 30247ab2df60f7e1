import { Uri, workspace } from 'vscode';
import { listDesigns, readFile } from '../editorFiles.js';

/** The designs of the workspace that state expectations, open or not. */
export async function designsWithExpectations(): Promise<Uri[]> {
  const folders = workspace.workspaceFolders ?? [];
  const listed = await Promise.all(
    folders.map(async ({ uri }) => (await listDesigns(uri.toString())).paths.map((path) => Uri.joinPath(uri, path))),
  );
  const stating = await Promise.all(listed.flat().map(async (uri) => ((await statesExpectations(uri)) ? [uri] : [])));
  return stating.flat();
}

/** Whether the word stands in the saved file: whether it is a statement, and a sound one, the server says. */
export async function statesExpectations(uri: Uri): Promise<boolean> {
  const answer = await readFile(uri.toString());
  return answer.kind === 'text' && /\bexpect\b/.test(answer.text);
}

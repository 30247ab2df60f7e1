// The first thing that a newcomer sees: a real outage with its picture beside it, and one sentence that says what to do.

const vscode = require('vscode');

/** Only where nothing is open: a window that is opened again keeps what it had. */
exports.activate = async () => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined || vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0)) return;
  const file = vscode.Uri.joinPath(folder.uri, 'incident-github-2018-10-21.cap');
  const editor = await vscode.window.showTextDocument(file, { preview: false });
  // The story is long: what it is about begins below it.
  const first = editor.document
    .getText()
    .split('\n')
    .findIndex((line) => /^\w/.test(line));
  editor.revealRange(new vscode.Range(first, 0, first, 0), vscode.TextEditorRevealType.AtTop);
  await vscode.commands.executeCommand('netsplit.openDiagram');
  // With a button it stays until it is answered.
  const more = 'Show the Walkthrough';
  const picked = await vscode.window.showInformationMessage(
    'GitHub, 21 October 2018. Click the link “optics” in the picture: it is cut, as on that day.',
    more,
  );
  if (picked === more)
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'netsplit.netsplit#netsplit.start');
};

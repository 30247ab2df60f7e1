import { suite, test } from 'mocha';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const EXTENSION = 'netsplit.netsplit';

suite('activation', () => {
  test('opening a .cap file activates the extension, and nothing before it does', async () => {
    const extension = vscode.extensions.getExtension(EXTENSION);
    assert.ok(extension, `${EXTENSION} is installed`);
    assert.equal(extension.isActive, false, 'not active before a .cap file is open');

    const [sample] = await vscode.workspace.findFiles('**/*.cap', null, 1);
    assert.ok(sample, 'the workspace has a .cap file');
    const document = await vscode.workspace.openTextDocument(sample);
    const diagnosed = firstDiagnostics(document.uri);
    await vscode.window.showTextDocument(document);
    assert.equal(document.languageId, 'cap');
    await diagnosed;
    assert.equal(extension.isActive, true);
  });
});

/** There is no event for an activation: its diagnostics about the file are its first visible effect. */
function firstDiagnostics(uri: vscode.Uri): Promise<void> {
  return new Promise((resolve) => {
    const subscription = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const changed = uris.some((changedUri) => changedUri.toString() === uri.toString());
      if (!changed || vscode.languages.getDiagnostics(uri).length === 0) return;
      subscription.dispose();
      resolve();
    });
  });
}

import assert from 'node:assert/strict';
import { setup, suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, diagnosed, hasVerdicts, replace } from './designs';
import { askPage, needsPage } from './page';

suite('a recorded history beside the design', () => {
  setup(closeAll);
  suiteTeardown(closeAll);

  test('each operation with what was seen and what may be seen, while one types', async function () {
    needsPage(this);
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const uri = vscode.Uri.joinPath(folder.uri, 'lab/etcd.cap');
    const history = vscode.Uri.joinPath(folder.uri, 'lab/history.jsonl');
    const editor = await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One, preview: false });
    await diagnosed(uri, hasVerdicts);
    await vscode.commands.executeCommand('netsplit.compareWithRecordedHistory', {
      uri: uri.toString(),
      partition: 'alone',
      history: history.toString(),
    });
    const shows = (selector: string): Promise<string> =>
      askPage('text', { frame: 'Recorded history: alone', selector: `css=${selector}` });
    await shows('main:has-text("Nothing of 81 requests contradicts the design")');
    await shows('tbody tr:has-text("put"):has-text("p1"):has-text("once it is noticed"):has-text("unknown")');
    // By another design the others may not answer.
    await replace(editor, 'partition alone { ⟨n1 | n2, n3, x⟩ }', 'n2 | n1, n3, x');
    await shows('main:has-text("Seen but not predicted: put from p2")');
    assert.equal(vscode.window.activeTextEditor, editor);
  });
});

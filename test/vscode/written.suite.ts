import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setup, suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { BANK, closeAll, open } from './designs';
import { saveAs } from './dialog';
import { needsPage } from './page';
import { notification } from './workbench';

suite('what commands write', () => {
  /** A dialog that is left open would take the keys of the next test. */
  const withoutDialog = async (): Promise<void> => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await closeAll();
  };
  setup(withoutDialog);
  suiteTeardown(withoutDialog);

  test('Add CI Workflow: a file of the workspace, which is left alone once it is there', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder.uri, '.github', 'workflows', 'netsplit.yml');
    try {
      await vscode.commands.executeCommand('netsplit.addCiWorkflow');
      const shown = vscode.window.activeTextEditor?.document;
      assert.equal(shown?.uri.toString(), file.toString());
      assert.match(shown.getText(), /^on: pull_request\n[^]* netsplit check \. --format github\n/);
      await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('mine'));
      await vscode.commands.executeCommand('netsplit.addCiWorkflow');
      assert.equal(await readFile(file.fsPath, 'utf8'), 'mine');
    } finally {
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder.uri, '.github'), { recursive: true });
    }
  });

  test('Save Report: the report of the design as one page', async function () {
    needsPage(this);
    // VS Code's own dialog sometimes hears no key any more, and then it has to be opened anew.
    this.timeout(20_000);
    this.retries(3);
    await open(BANK);
    const folder = await mkdtemp(path.join(tmpdir(), 'netsplit-report-'));
    try {
      const file = path.join(folder, 'bank.html');
      const done = vscode.commands.executeCommand('netsplit.saveReport');
      await saveAs(file);
      assert.match(await notification('The report is in'), /bank\.html/);
      assert.match(await readFile(file, 'utf8'), /^<!DOCTYPE html>[^]*withdraw/i);
      await vscode.commands.executeCommand('notifications.clearAll');
      await done;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

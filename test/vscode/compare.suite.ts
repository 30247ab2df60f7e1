import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setup, suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { BANK, closeAll, diagnosed, hasVerdicts, replace } from './designs';
import { askPage, needsPage } from './page';

suite('the present design beside an earlier one', () => {
  let folder = '';
  suiteSetup(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'netsplit-compare-'));
  });
  setup(closeAll);
  suiteTeardown(async () => {
    await closeAll();
    rmSync(folder, { recursive: true, force: true });
  });

  async function openFile(name: string, text: string): Promise<vscode.TextEditor> {
    const file = vscode.Uri.file(path.join(folder, name));
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    const editor = await vscode.window.showTextDocument(file, { viewColumn: vscode.ViewColumn.One, preview: false });
    await diagnosed(file, hasVerdicts);
    return editor;
  }

  const shows = (words: string, ...rest: readonly string[]): Promise<string> =>
    askPage('text', {
      frame: 'the text now',
      selector: `css=tbody tr:has-text("${words}")${rest.map((one) => `:has-text("${one}")`).join('')}`,
    });

  test('as it was saved, while one types', async function () {
    needsPage(this);
    const editor = await openFile('saved.cap', BANK);
    await vscode.commands.executeCommand('netsplit.compareWithSaved');
    await askPage('text', { frame: 'the text now', selector: 'css=main:has-text("No verdict has changed")' });
    await replace(editor, 'choose ⟨CP⟩', 'AP');
    await shows('withdraw', 'traveller', 'conflict');
    assert.equal(vscode.window.activeTextEditor, editor);
  });

  test('as the last commit has it', async function () {
    needsPage(this);
    const git = (...args: readonly string[]): void =>
      void execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: folder, stdio: 'pipe' });
    git('init', '--quiet');
    const editor = await openFile('committed.cap', BANK);
    git('add', 'committed.cap');
    git('commit', '--quiet', '-m', 'first');
    await vscode.commands.executeCommand('git.openRepository', folder);
    await replace(editor, 'choose ⟨CP⟩', 'AP');
    await editor.document.save();
    await vscode.commands.executeCommand('netsplit.compareWithLastCommit');
    await shows('withdraw', 'traveller', 'conflict');
  });
});

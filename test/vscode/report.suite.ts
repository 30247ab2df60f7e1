import assert from 'node:assert/strict';
import path from 'node:path';
import { setup, suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { BANK, closeAll, eventually, open, rangeOf, replace, select } from './designs';
import { askPage, needsPage } from './page';
import { changeTheme, pick, reportRows, reportText, THEMES } from './workbench';

const VIOLATIONS = `axe.run().then(({ violations }) => violations.map(({ id, nodes }) =>
  id + ': ' + nodes.map(({ html, any }) => html + any.map(({ message }) => message))))`;

/** Links and machines that fail, so that there is something to draw. */
const OFTEN = `zone us { node us1 fails 0.1% }
zone eu { node eu1 fails 0.1% }
zone ap { node ap1 fails 0.1% }
link us -- eu 80ms fails 0.1%
link us -- ap 120ms fails 0.1%
client ann in us
store s on us1, eu1, ap1 { replicate quorum R=1 W=2 }
operation get: read  s from ann
operation put: write s from ann
`;

suite('the report beside the editor', () => {
  setup(closeAll);
  suiteTeardown(closeAll);

  async function simulated(): Promise<vscode.TextEditor> {
    const editor = await open(BANK);
    const done = vscode.commands.executeCommand('netsplit.simulatePartition');
    await pick('atlantic');
    await done;
    await reportRows('atlantic', 'withdraw');
    return editor;
  }

  test('stands beside the editor and leaves the focus where it was', async function () {
    needsPage(this);
    const editor = await simulated();
    assert.equal(vscode.window.activeTextEditor, editor);
    assert.equal(vscode.window.tabGroups.all.length, 2);
    assert.equal(vscode.window.tabGroups.all[1]?.activeTab?.label, `Simulation: ${editor.document.uri.path}`);
    await askPage('type', { text: ' ' });
    await eventually(vscode.workspace.onDidChangeTextDocument, () =>
      editor.document.getText().length === BANK.length + 1 ? true : undefined,
    );
  });

  test('follows the text as one types, saved or not', async function () {
    needsPage(this);
    const editor = await simulated();
    await replace(editor, 'choose ⟨CP⟩', 'AP');
    await askPage('text', { frame: 'atlantic', selector: 'css=tbody tr:has-text("withdraw"):has-text("conflict")' });
    await replace(editor, 'partition ⟨atlantic⟩ {', 'channel');
    await askPage('text', { frame: 'atlantic', selector: 'css=main .message' });
  });

  test('a second question has a panel of its own, the same one again has not', async function () {
    needsPage(this);
    await simulated();
    await vscode.commands.executeCommand('netsplit.simulateAllPartitions');
    await reportText('All operations', 'withdraw');
    await vscode.commands.executeCommand('netsplit.simulateAllPartitions');
    const labels = vscode.window.tabGroups.all[1]?.tabs.map(({ label }) => label.split(':')[0]);
    assert.deepEqual(labels, ['Simulation', 'All Partitions']);
    assert.equal(vscode.window.tabGroups.all.length, 2);
  });

  test('a report that was hidden is up to date when it is seen again', async function () {
    needsPage(this);
    const editor = await simulated();
    await vscode.commands.executeCommand('netsplit.checkExpectations');
    await reportText('Expectations', 'hold');
    await replace(editor, 'choose ⟨CP⟩', 'AP');
    await vscode.commands.executeCommand('workbench.action.focusSecondEditorGroup');
    await vscode.commands.executeCommand('workbench.action.openEditorAtIndex1');
    await askPage('text', { frame: 'atlantic', selector: 'css=tbody tr:has-text("withdraw"):has-text("conflict")' });
  });

  test('a click on a row shows its operation in the editor', async function () {
    needsPage(this);
    const editor = await simulated();
    await askPage('click', { frame: 'atlantic', selector: 'css=tbody tr:has-text("addItem") >> css=button' });
    const wanted = rangeOf(editor.document, 'operation ⟨addItem⟩');
    await eventually(vscode.window.onDidChangeTextEditorSelection, () =>
      editor.selection.isEqual(wanted) ? true : undefined,
    );
    await eventually(vscode.window.onDidChangeActiveTextEditor, () => vscode.window.activeTextEditor);
    assert.equal(vscode.window.activeTextEditor?.viewColumn, vscode.ViewColumn.One);
    // Not opened a second time: a panel that the test before has closed may still be there.
    await eventually(vscode.window.tabGroups.onDidChangeTabs, () =>
      vscode.window.tabGroups.all[0]?.tabs.length === 1 ? true : undefined,
    );
  });

  test('what is explained stays the same operation when lines are written above it', async function () {
    needsPage(this);
    const editor = await open(BANK);
    select(editor, 'operation ⟨balance⟩');
    await vscode.commands.executeCommand('netsplit.explainOperationAtCursor');
    await reportText('Operation balance', 'error');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '// one\n// more\nnode spare\n'));
    await replace(editor, 'choose ⟨CP⟩', 'AP');
    assert.match(await reportText('Operation balance', 'stale'), /Operation balance/);
  });

  test('comes back after the language server was restarted', async function () {
    needsPage(this);
    const editor = await simulated();
    await vscode.commands.executeCommand('netsplit.restartLanguageServer');
    await replace(editor, 'choose ⟨CP⟩', 'AP');
    await askPage('text', { frame: 'atlantic', selector: 'css=tbody tr:has-text("withdraw"):has-text("conflict")' });
  });

  test('says so when its file is closed, and keeps what it has', async function () {
    needsPage(this);
    await simulated();
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    assert.match(
      await askPage('text', { frame: 'atlantic', selector: 'css=#waiting:has-text("closed")' }),
      /last report/,
    );
    assert.ok((await reportRows('atlantic', 'withdraw')).length > 0);
  });

  test('charts are pictures with a sentence, and an accessibility checker finds nothing in any colours', async function () {
    needsPage(this);
    const editor = await open(OFTEN);
    select(editor, 'operation ⟨get⟩');
    await vscode.commands.executeCommand('netsplit.explainOperationAtCursor');
    await reportText('Operation get', 'by how often links fail');
    await isClean('Operation get', 'curves');
    const done = vscode.commands.executeCommand('netsplit.advise');
    await pick('All operations');
    await pick('One replica and one link');
    await done;
    await reportText('Advice', 'nearby designs');
    await isClean('Advice', 'advice');
  });

  /** Opens all folds of a report, and looks at it in every kind of colours. */
  async function isClean(title: string, name: string): Promise<void> {
    const repo = process.env['NETSPLIT_REPO'] ?? '';
    await askPage('addScript', { frame: title, path: path.join(repo, 'node_modules', 'axe-core', 'axe.min.js') });
    const opened = `document.querySelectorAll('details').forEach((one) => (one.open = true)), 0`;
    await askPage('evaluate', { frame: title, script: opened });
    assert.match(await askPage('html', { frame: title, selector: 'css=.chart svg[role=img]' }), /polyline/);
    for (const theme of THEMES) {
      await changeTheme(theme, title);
      await askPage('screenshot', { path: path.join(repo, 'test-results', `${name}-${theme}.png`) });
      assert.deepEqual(await askPage('evaluate', { frame: title, script: VIOLATIONS }), [], theme);
    }
  }

  test('an accessibility checker finds nothing in light, dark and high contrast', async function () {
    needsPage(this);
    await simulated();
    const axe = path.join(process.env['NETSPLIT_REPO'] ?? '', 'node_modules', 'axe-core', 'axe.min.js');
    await askPage('addScript', { frame: 'atlantic', path: axe });
    for (const theme of THEMES) {
      await changeTheme(theme, 'atlantic');
      assert.deepEqual(await askPage('evaluate', { frame: 'atlantic', script: VIOLATIONS }), [], theme);
    }
  });
});

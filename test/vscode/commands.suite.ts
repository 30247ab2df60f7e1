import assert from 'node:assert/strict';
import { setup, suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import {
  BANK,
  closeAll,
  diagnosed,
  eventually,
  hasVerdicts,
  largeDesign,
  open,
  rangeOf,
  replace,
  select,
} from './designs';
import { askPage, needsPage } from './page';
import { notification, pick, pickable, reportRows, reportText } from './workbench';

const EXTENSION = 'netsplit.netsplit';

suite('commands', () => {
  setup(closeAll);
  suiteTeardown(closeAll);

  test('every command of the manifest is there, and none that the manifest does not have', async () => {
    await open(BANK);
    const manifest = vscode.extensions.getExtension(EXTENSION)?.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const all = await vscode.commands.getCommands(true);
    const ours = all.filter((id) => id.startsWith('netsplit.') && !/\.(focus|open|resetViewLocation)$/.test(id));
    assert.deepEqual(ours.sort(), manifest.contributes.commands.map(({ command }) => command).sort());
  });

  test('the palette offers what makes sense where one is', async function () {
    needsPage(this);
    await open(BANK);
    await vscode.commands.executeCommand('workbench.action.quickOpen', '>Netsplit: ');
    assert.match(await pickable('Simulate All Partitions'), /^Netsplit: Simulate All Partitions/);
    await pickable('Explain Operation at Cursor');
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await closeAll();
    await vscode.commands.executeCommand('workbench.action.quickOpen', '>Netsplit: ');
    await pickable('New Design from Sample');
    assert.equal(
      await askPage('count', { selector: 'css=.quick-input-list .monaco-list-row:has-text("Simulate")' }),
      0,
    );
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  });

  test('Simulate Partition: a named one', async function () {
    needsPage(this);
    await open(BANK);
    const done = vscode.commands.executeCommand('netsplit.simulatePartition');
    assert.match(await pickable('atlantic'), /us \| eu/);
    await pick('atlantic');
    await done;
    const [withdraw] = await reportRows('atlantic', 'withdraw');
    assert.match(withdraw ?? '', /^withdraw \| teller \| ✓\s*ok/i);
    const rows = await reportRows('atlantic', 'traveller');
    assert.match(rows.join('\n'), /unknown[^]*error[^]*conflict[^]*stale/i);
  });

  test('Simulate Partition: one that is built from links and nodes', async function () {
    needsPage(this);
    await open(BANK);
    const done = vscode.commands.executeCommand('netsplit.simulatePartition');
    await pick('Build one from links and nodes');
    await pick("'s link to us");
    await pick('in eu, holds');
    await askPage('press', { key: 'Enter' });
    await done;
    assert.match(await reportText('Simulation:', 'us1'), /eu1/);
  });

  test('Simulate All Partitions: operations against what breaks', async function () {
    needsPage(this);
    await open(BANK);
    await vscode.commands.executeCommand('netsplit.simulateAllPartitions');
    const header = await askPage('text', { frame: 'All operations', selector: 'css=thead' });
    assert.match(header, /named[^]*nodes[^]*zones[^]*operation[^]*from[^]*atlantic/);
    assert.ok((await reportRows('All operations', 'viewCart')).length >= 2);
    assert.match(await reportText('All operations', 'withdraw'), /all \d+ cuts of \d+ links/);
  });

  test('Check Expectations: what holds', async function () {
    needsPage(this);
    await open(BANK);
    await vscode.commands.executeCommand('netsplit.checkExpectations');
    const rows = await reportRows('Expectations', 'expect');
    assert.equal(rows.length, 3);
    for (const one of rows) assert.match(one, /✓\s*holds/);
  });

  test('Explain Operation at Cursor: the one that the cursor is on', async function () {
    needsPage(this);
    const editor = await open(BANK);
    select(editor, 'operation ⟨balance⟩');
    await vscode.commands.executeCommand('netsplit.explainOperationAtCursor');
    assert.match(await reportText('Operation balance', 'From traveller'), /error/);
  });

  test('Advise: nearby designs, for one operation and what may be added', async function () {
    needsPage(this);
    const editor = await open(BANK);
    const done = vscode.commands.executeCommand('netsplit.advise');
    await pick('viewCart');
    await pick('One replica and one link');
    await done;
    const rows = await reportRows('Advice for', 'a second link us–eu');
    assert.match(rows.join('\n'), /1 more link/);
    const before = editor.document.getText();
    const first = 'css=details:has(button.apply) >> nth=0';
    await askPage('click', { frame: 'Advice for', selector: `${first} >> css=summary` });
    await askPage('click', { frame: 'Advice for', selector: `${first} >> css=button.apply` });
    const isWritten = (): true | undefined => (editor.document.getText() === before ? undefined : true);
    await eventually(vscode.workspace.onDidChangeTextDocument, isWritten);
    // Undo is the page's as long as that has the focus.
    await vscode.window.showTextDocument(editor.document, editor.viewColumn);
    // One Undo takes the whole design back.
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
    // The report follows the text.
    await replace(editor, 'store cart on us1, eu1 {⟨⟩', ' // two copies');
    assert.match(await reportText('Advice for', 'nearby designs'), /of [\d,]+ nearby designs/);
  });

  test('New Design from Sample: an untitled design with the text of the sample', async function () {
    needsPage(this);
    const done = vscode.commands.executeCommand('netsplit.newDesignFromSample');
    const extension = vscode.extensions.getExtension('netsplit.netsplit');
    assert.ok(extension);
    const name = 'bank.cap';
    const file = vscode.Uri.joinPath(extension.extensionUri, 'samples', name);
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    const title = /^\W*(.*)/.exec(text)?.[1]?.trim() ?? '';
    assert.match(await pickable(name), new RegExp(title.slice(0, 10).replace(/\W/g, '.')));
    await pick(name);
    await done;
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.isUntitled, true);
    assert.equal(document?.languageId, 'cap');
    assert.equal(document?.getText(), text);
    if (document !== undefined) await diagnosed(document.uri, (all) => all.length > 0);
  });

  test('Take a Lesson: asks, and opens the design with the prediction beside its run', async function () {
    needsPage(this);
    const done = vscode.commands.executeCommand('netsplit.takeLesson');
    await pick('Lesson 1: A majority');
    await pick('It is acknowledged, and gone after the heal.');
    await done;
    const document = vscode.workspace.textDocuments.find(
      (one) => one.isUntitled && one.getText().includes('expect pay from bob lost under ocean'),
    );
    assert.ok(document);
    await diagnosed(document.uri, (all) => all.some(({ code }) => codeOf(code) === 'expectation-fails'));
    const title = await askPage('text', {
      frame: 'That ends in',
      selector: 'css=h1:has-text("under partition ocean")',
    });
    assert.match(title, /^pay from bob under partition ocean: error/);
  });

  test('Restart Language Server: diagnostics come back, and edits are seen', async () => {
    const editor = await open(BANK);
    await vscode.commands.executeCommand('netsplit.restartLanguageServer');
    await diagnosed(editor.document.uri, hasVerdicts);
    await replace(editor, 'choose ⟨CP⟩', 'AP');
    await diagnosed(editor.document.uri, (all) => all.some(({ message }) => /^`withdraw`.*conflict/.test(message)));
  });

  test('Show Output: the log, without taking the focus', async () => {
    const editor = await open(BANK);
    await vscode.commands.executeCommand('netsplit.showOutput');
    await eventually(vscode.window.onDidChangeVisibleTextEditors, () =>
      vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'output'),
    );
    assert.equal(vscode.window.activeTextEditor, editor);
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  test('a large design: progress that one can cancel, while the editor answers', async function () {
    needsPage(this);
    const editor = await open(largeDesign(), () => true);
    const done = vscode.commands.executeCommand('netsplit.simulateAllPartitions');
    // It has its title first, and how far it is once the analysis has said so.
    assert.match(await notification(' questions'), /All Partitions: .* of \d/);
    const { start } = rangeOf(editor.document, 'store ⟨s0⟩');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      editor.document.uri,
      start,
    );
    assert.equal(hovers.length, 1);
    await askPage('click', { selector: 'css=.notification-list-item:has-text("All Partitions: ") >> text=Cancel' });
    await done;
    assert.equal(vscode.window.tabGroups.all.length, 1, 'no report was opened');
  });

  suite('where they can’t work, they say what to do', () => {
    for (const command of ['simulateAllPartitions', 'checkExpectations', 'explainOperationAtCursor']) {
      test(`${command} without a .cap file is about a sample that it opens`, async () => {
        await vscode.commands.executeCommand(`netsplit.${command}`);
        const shown = vscode.window.visibleTextEditors.map(({ document }) => document);
        assert.match(shown.find(({ languageId }) => languageId === 'cap')?.getText() ?? '', /^\/\/ GitHub/);
      });
    }

    test('simulatePartition in a design with nothing to break', async function () {
      needsPage(this);
      await open('operation pay: write orders\n', (all) => all.length > 0);
      await vscode.commands.executeCommand('netsplit.simulatePartition');
      assert.match(await notification('nothing that can break'), /declare/);
    });

    test('simulatePartition in a design without partitions goes on to links and nodes', async function () {
      needsPage(this);
      await open(
        'node a, b\nclient web at a\nstore s on a, b { choose AP }\noperation put: write s from web\n',
        () => true,
      );
      const done = vscode.commands.executeCommand('netsplit.simulatePartition');
      await pick('holds s');
      await askPage('press', { key: 'Enter' });
      await done;
      await reportText('Simulation:', 'a is stopped');
    });

    test('explainOperationAtCursor with the cursor elsewhere', async function () {
      needsPage(this);
      const editor = await open(BANK);
      select(editor, 'link ⟨us⟩');
      await vscode.commands.executeCommand('netsplit.explainOperationAtCursor');
      assert.match(await notification('operation'), /cursor/);
    });
  });
});

/** With a link to its page, or alone. */
function codeOf(code: vscode.Diagnostic['code']): unknown {
  return typeof code === 'object' ? code.value : code;
}

import path from 'node:path';
import { setup, suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, diagnosed, eventually, hasVerdicts, rangeOf, replace, select } from './designs';
import { askPage, needsPage } from './page';
import { changeTheme, pick, reportRows, reportText, THEMES } from './workbench';

// Pictures for people to look at: test-results/*.png, and the README's. They compare nothing.

const repo = process.env['NETSPLIT_REPO'] ?? '';

/** `NETSPLIT_PICTURES=1 npm test` takes the README's picture anew; a usual run leaves the tracked file alone. */
const renew = process.env['NETSPLIT_PICTURES'] !== undefined;

suite('pictures', () => {
  setup(closeAll);
  suiteTeardown(async () => {
    await resize(1280, 800);
    await vscode.commands.executeCommand('workbench.action.focusSideBar');
    await closeAll();
  });

  test('the bank, its diagnostics, and what the Atlantic cut does to it', async function () {
    needsPage(this);
    await resize(1600, 900);
    // Hints at the ends of lines are seen whole.
    const editing = vscode.workspace.getConfiguration('editor');
    await editing.update('minimap.enabled', false, vscode.ConfigurationTarget.Global);
    const editor = await openBank();
    // As it was before anybody decided anything.
    const decisions = rangeOf(editor.document, '⟨// The account: no answer⟩').start;
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    await editor.edit((edit) => edit.delete(new vscode.Range(decisions, end)));
    await diagnosed(editor.document.uri, (all) => all.filter(isWarning).length === 4);
    await simulate('atlantic');
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    // One line for each problem.
    await vscode.workspace
      .getConfiguration('problems')
      .update('defaultViewMode', 'table', vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    await askPage('text', { selector: 'css=.markers-panel .monaco-list-row:has-text("viewCart")' });
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
    await vscode.commands.executeCommand('workbench.action.increaseViewHeight');
    editor.revealRange(rangeOf(editor.document, 'client teller'), vscode.TextEditorRevealType.AtTop);
    // Light comes last: by then, the scroll bars have faded.
    for (const theme of [...THEMES].reverse()) {
      await changeTheme(theme, 'atlantic');
      await picture(`bank-${theme}`);
      if (theme === 'vs' && renew) await askPage('screenshot', { path: path.join(repo, 'images', 'screenshot.png') });
    }
    await vscode.commands.executeCommand('workbench.action.closePanel');
    await hover(editor, 'operation ⟨viewCart⟩');
    await picture('hover');
    await editing.update('minimap.enabled', undefined, vscode.ConfigurationTarget.Global);
  });

  test('every other report, in light and dark', async function () {
    needsPage(this);
    await resize(1440, 860);
    const editor = await openBank();
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    const reports: [string, string, string][] = [
      ['simulateAllPartitions', 'All operations', 'withdraw'],
      ['checkExpectations', 'Expectations', 'holds'],
      ['explainOperationAtCursor', 'Operation withdraw', 'traveller'],
    ];
    for (const [command, title, words] of reports) {
      await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
      select(editor, 'operation ⟨withdraw⟩');
      await vscode.commands.executeCommand(`netsplit.${command}`);
      await reportText(title, words);
      for (const theme of ['vs', 'vs-dark'] as const) {
        await changeTheme(theme, title);
        await picture(`${command}-${theme}`);
      }
    }
  });

  test('a verdict that has changed, and a narrow window', async function () {
    needsPage(this);
    await resize(900, 700);
    const editor = await openBank();
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await simulate('atlantic');
    await changeTheme('vs', 'atlantic');
    await replace(editor, 'choose ⟨CP⟩', 'AP');
    await askPage('text', { frame: 'atlantic', selector: 'css=#status:has-text("changed")' });
    await picture('changed');
  });

  test('what the quick picks offer', async function () {
    needsPage(this);
    await resize(1280, 800);
    await openBank();
    const done = vscode.commands.executeCommand('netsplit.simulatePartition');
    await askPage('text', { selector: 'css=.quick-input-list .monaco-list-row:has-text("atlantic")' });
    await picture('pick-partition');
    await pick('Build one');
    await askPage('text', { selector: 'css=.quick-input-list .monaco-list-row:has-text("link to us")' });
    await picture('pick-links');
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await done;
    const sample = vscode.commands.executeCommand('netsplit.newDesignFromSample');
    await askPage('text', { selector: 'css=.quick-input-list .monaco-list-row:has-text("bank.cap")' });
    await picture('pick-sample');
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await sample;
  });
});

function isWarning({ severity }: vscode.Diagnostic): boolean {
  return severity === vscode.DiagnosticSeverity.Warning;
}

async function openBank(): Promise<vscode.TextEditor> {
  const [file] = await vscode.workspace.findFiles('bank.cap');
  if (file === undefined) throw new Error('samples/bank.cap is not there.');
  const editor = await vscode.window.showTextDocument(file, { viewColumn: vscode.ViewColumn.One });
  await diagnosed(file, hasVerdicts);
  return editor;
}

async function simulate(partition: string): Promise<void> {
  const done = vscode.commands.executeCommand('netsplit.simulatePartition');
  await pick(partition);
  await done;
  await reportRows(partition, 'withdraw');
}

/** Shows the hover, with its verdicts in it. */
async function hover(editor: vscode.TextEditor, marked: string): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
  select(editor, marked);
  await eventually(vscode.window.onDidChangeActiveTextEditor, () =>
    vscode.window.activeTextEditor === editor ? true : undefined,
  );
  await vscode.commands.executeCommand('editor.action.showHover');
  await askPage('text', { selector: 'css=.monaco-hover:not(.hidden) .hover-contents:has-text("traveller")' });
}

async function picture(name: string): Promise<void> {
  await askPage('screenshot', { path: path.join(repo, 'test-results', `${name}.png`) });
}

async function resize(width: number, height: number): Promise<void> {
  await askPage('resize', { width, height });
}

import assert from 'node:assert/strict';
import path from 'node:path';
import { setup, suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { BANK, closeAll, eventually, largeDesign, open, rangeOf, replace, select } from './designs';
import { askPage, needsPage } from './page';
import { changeTheme, reportRows, THEMES } from './workbench';

const VIOLATIONS = `axe.run().then(({ violations }) => violations.map(({ id, nodes }) =>
  id + ': ' + nodes.map(({ html, any }) => html + any.map(({ message }) => message))))`;
const repo = process.env['NETSPLIT_REPO'] ?? '';
/** `NETSPLIT_PICTURES=1 npm test` takes the picture of docs/pictures.md anew. */
const renew = process.env['NETSPLIT_PICTURES'] !== undefined;

/** How the page finds its frame: words that only the diagram has. */
const FRAME = 'no fault';

suite('the diagram beside the editor', () => {
  setup(closeAll);
  suiteTeardown(closeAll);

  async function opened(text = BANK): Promise<vscode.TextEditor> {
    const editor = await open(text, () => true);
    await vscode.commands.executeCommand('netsplit.openDiagram');
    await askPage('html', { frame: FRAME, selector: 'css=#picture svg .node' });
    return editor;
  }
  const part = (label: string): string => `css=#picture [role=button][aria-label^="${label}"]`;
  const marked = (label: string, state: string): string =>
    `css=#picture .${state} > [role=button][aria-label^="${label}"]`;
  const click = (selector: string): Promise<null> => askPage('click', { frame: FRAME, selector });
  const seen = (selector: string): Promise<string> => askPage('html', { frame: FRAME, selector });

  test('stands beside the editor, once for each file, and leaves the focus where it was', async function () {
    needsPage(this);
    const editor = await opened();
    await vscode.commands.executeCommand('netsplit.openDiagram');
    assert.equal(vscode.window.activeTextEditor, editor);
    assert.deepEqual(
      vscode.window.tabGroups.all.map(({ tabs }) => tabs.length),
      [1, 1],
    );
    assert.match(vscode.window.tabGroups.all[1]?.activeTab?.label ?? '', /^Diagram: /);
  });

  test('a click on a link cuts it, and the verdicts stand beside the picture at once', async function () {
    needsPage(this);
    await opened();
    await click(`${part('Link us to eu')} >> css=.label-back`);
    await seen(marked('Link us to eu', 'cut'));
    const [balance] = (await reportRows(FRAME, 'balance')).filter((row) => row.includes('traveller'));
    assert.match(balance ?? '', /ok.*error/s);
    await click(part('Node us1'));
    await seen(marked('Node us1', 'stopped'));
    await click('css=#heal');
    await seen(`css=#picture .link:not(.cut) > [role=button][aria-label^="Link us to eu"]`);
  });

  test('follows the text as one types, and keeps what is broken', async function () {
    needsPage(this);
    const editor = await opened();
    await click(`${part('Link us to eu')} >> css=.label-back`);
    await seen(marked('Link us to eu', 'cut'));
    await replace(editor, 'eu { node ⟨eu1⟩ }', 'eu1, eu2');
    await seen(part('Node eu2'));
    await seen(marked('Link us to eu', 'cut'));
  });

  test('a named partition, and who takes part in a store', async function () {
    needsPage(this);
    await opened();
    await click('css=#partition');
    await askPage('press', { key: 'End' });
    await askPage('press', { key: 'Enter' });
    await seen('css=#picture .side');
    await click('css=#more summary');
    await click('css=#selection');
    await askPage('press', { key: 'ArrowDown' });
    await askPage('press', { key: 'ArrowDown' });
    await askPage('press', { key: 'Enter' });
    await seen(marked('Node eu1', 'selected'));
    await seen(marked('Node us2', 'dimmed'));
    await askPage('screenshot', { path: path.join(repo, 'test-results', 'diagram-partition.png') });
  });

  test('the smallest causes, one after the other', async function () {
    needsPage(this);
    await opened();
    await seen('css=#causes:not([hidden])');
    await click('css=#next');
    await askPage('text', { frame: FRAME, selector: 'css=#cause:has-text("1 of")' });
    await click('css=#next');
    await askPage('text', { frame: FRAME, selector: 'css=#cause:has-text("2 of")' });
  });

  test('what is broken is written as a partition, whose name can be changed at once', async function () {
    needsPage(this);
    const editor = await opened();
    await click(`${part('Link us to eu')} >> css=.label-back`);
    await seen(marked('Link us to eu', 'cut'));
    await click('css=#write');
    await eventually(vscode.window.onDidChangeTextEditorSelection, () =>
      editor.document.getText(editor.selection) === 'cut1' ? true : undefined,
    );
    assert.match(
      editor.document.getText(),
      /partition atlantic \{ us \| eu \}\npartition cut1 \{\n  cut us -- eu\n\}\n/,
    );
  });

  test('a click with Ctrl shows the source, and the cursor of the text is shown in the picture', async function () {
    needsPage(this);
    const editor = await opened();
    await click('css=#more summary');
    await click('css=#mode');
    await askPage('press', { key: 'End' });
    await askPage('press', { key: 'Enter' });
    await click(part('Node eu1'));
    const wanted = rangeOf(editor.document, 'node ⟨eu1⟩');
    await eventually(vscode.window.onDidChangeTextEditorSelection, () =>
      editor.selection.start.isEqual(wanted.start) ? true : undefined,
    );
    await seen(marked('Node eu1', 'at-cursor'));
    select(editor, 'client ⟨teller⟩');
    await seen(marked('Client teller', 'at-cursor'));
  });

  test('comes back after the language server was restarted; says so when its file is closed', async function () {
    needsPage(this);
    const editor = await opened();
    await vscode.commands.executeCommand('netsplit.restartLanguageServer');
    await replace(editor, 'eu { node ⟨eu1⟩ }', 'eu1, eu2');
    await seen(part('Node eu2'));
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    assert.match(await askPage('text', { frame: FRAME, selector: 'css=#waiting:has-text("closed")' }), /last picture/);
  });

  test('an accessibility checker finds nothing in light, dark and high contrast', async function () {
    needsPage(this);
    await opened();
    await click(`${part('Link us to eu')} >> css=.label-back`);
    await seen(marked('Link us to eu', 'cut'));
    await askPage('addScript', { frame: FRAME, path: path.join(repo, 'node_modules', 'axe-core', 'axe.min.js') });
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    for (const theme of THEMES) {
      await changeTheme(theme, FRAME);
      assert.deepEqual(await askPage('evaluate', { frame: FRAME, script: VIOLATIONS }), [], theme);
      await askPage('screenshot', { path: path.join(repo, 'test-results', `diagram-${theme}.png`) });
      if (theme === 'vs' && renew)
        await askPage('screenshot', { path: path.join(repo, 'docs', 'pictures', 'diagram.png') });
    }
    await changeTheme('vs', FRAME);
  });

  test('thirty machines and sixty links', async function () {
    needsPage(this);
    await askPage('resize', { width: 1600, height: 1000 });
    await opened(largeDesign());
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    assert.equal(await askPage('count', { frame: FRAME, selector: 'css=#picture .node' }), 30);
    assert.equal(await askPage('count', { frame: FRAME, selector: 'css=#picture .link' }), 60);
    await askPage('screenshot', { path: path.join(repo, 'test-results', 'diagram-large.png') });
    await askPage('resize', { width: 1280, height: 800 });
    await vscode.commands.executeCommand('workbench.action.focusSideBar');
  });
});

import assert from 'node:assert/strict';
import path from 'node:path';
import { setup, suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { BANK, closeAll, eventually, FAILOVER, open, rangeOf, replace } from './designs';
import { askPage, needsPage } from './page';
import { changeTheme, pick, pickable, reportText, THEMES } from './workbench';

const VIOLATIONS = `axe.run().then(({ violations }) => violations.map(({ id, nodes }) =>
  id + ': ' + nodes.map(({ html, any }) => html + any.map(({ message }) => message))))`;
const repo = process.env['NETSPLIT_REPO'] ?? '';
/** `NETSPLIT_PICTURES=1 npm test` takes the picture of docs/pictures.md anew. */
const renew = process.env['NETSPLIT_PICTURES'] !== undefined;

/** How the page finds its frame: words that only the timeline has. */
const FRAME = 'That ends in';

suite('the timeline beside the editor', () => {
  setup(closeAll);
  suiteTeardown(closeAll);

  const seen = (selector: string): Promise<string> => askPage('html', { frame: FRAME, selector });
  const click = (selector: string): Promise<null> => askPage('click', { frame: FRAME, selector });
  const title = (words: string): Promise<string> =>
    askPage('text', { frame: FRAME, selector: `css=h1:has-text("${words}")` });
  const current = (number: number): Promise<string> =>
    seen(`css=#picture .current > [role=button][aria-current=step][aria-label^="Step ${number} of"]`);
  const at = (editor: vscode.TextEditor, marked: string): Promise<true> => {
    const wanted = rangeOf(editor.document, marked);
    return eventually(vscode.window.onDidChangeTextEditorSelection, () =>
      editor.selection.start.isEqual(wanted.start) ? true : undefined,
    );
  };

  /** The lost write, under the partition. */
  async function opened(): Promise<vscode.TextEditor> {
    const editor = await open(FAILOVER);
    const fault = { links: [], oneWays: [], nodes: [], zones: [], partition: 'alone' };
    await vscode.commands.executeCommand('netsplit.showTimeline', {
      uri: editor.document.uri.toString(),
      timeline: { operation: 'save', client: 'app', fault },
    });
    await title('save from app under partition alone: lost');
    return editor;
  }

  test('is picked from a list that says the worst of each; stands beside the editor, once for each file, and leaves the focus where it was', async function () {
    needsPage(this);
    const editor = await open(FAILOVER);
    const done = vscode.commands.executeCommand('netsplit.showTimeline');
    assert.match(await pickable('save from app'), /lost (?:when|under)/);
    await pick('save from app');
    await done;
    await title('save from app');
    await vscode.commands.executeCommand('netsplit.showTimeline', {
      uri: editor.document.uri.toString(),
      timeline: { operation: 'list', client: 'batch' },
    });
    await title('list from batch');
    assert.equal(vscode.window.activeTextEditor, editor);
    assert.deepEqual(
      vscode.window.tabGroups.all.map(({ tabs }) => tabs.length),
      [1, 1],
    );
    assert.match(vscode.window.tabGroups.all[1]?.activeTab?.label ?? '', /^Timeline: /);
  });

  test('steps forward and back, by buttons and by keys, and each step points at its source', async function () {
    needsPage(this);
    const editor = await opened();
    await current(1);
    await click('css=#forward');
    await click('css=#forward');
    await current(3);
    await at(editor, 'operation save: ⟨write orders⟩');
    await click('css=#picture [role=button][aria-label^="Step 1 of"] >> css=.row-back');
    await current(1);
    await at(editor, 'partition ⟨alone⟩');
    await askPage('press', { key: 'ArrowDown' });
    await askPage('press', { key: 'ArrowDown' });
    await current(3);
    await at(editor, 'operation save: ⟨write orders⟩');
    assert.equal(
      await askPage('evaluate', {
        frame: FRAME,
        script: `document.activeElement.getAttribute('aria-label').split(' ')[1]`,
      }),
      '3',
    );
    await askPage('press', { key: 'Enter' });
    await eventually(vscode.window.onDidChangeActiveTextEditor, () =>
      vscode.window.activeTextEditor === editor ? true : undefined,
    );
  });

  test('a lost write is marked where it is gone; what else can happen is chosen in the lists', async function () {
    needsPage(this);
    await opened();
    assert.match(
      await seen('css=#picture .harm > [role=button]'),
      /healed: v1 is gone, though app was told that it is done; here it goes wrong/,
    );
    await click('css=#cause');
    await askPage('press', { key: 'Home' });
    await askPage('press', { key: 'Enter' });
    await title('save from app with no fault at all: ok');
    assert.equal(await askPage('count', { frame: FRAME, selector: 'css=#picture .harm' }), 0);
    await click('css=#request');
    await askPage('press', { key: 'End' });
    await askPage('press', { key: 'Enter' });
    await title('list from batch');
  });

  test('each verdict of the matrix leads to its run', async function () {
    needsPage(this);
    await open(FAILOVER);
    await vscode.commands.executeCommand('netsplit.simulateAllPartitions');
    await reportText('All operations', 'lost');
    await askPage('click', {
      frame: 'All operations',
      selector: 'css=tbody tr:has-text("save"):has-text("app") >> css=td.lost button.run',
    });
    await title('save from app under partition alone: lost');
    assert.equal(vscode.window.tabGroups.all.length, 2, 'it joins the report');
  });

  test('each verdict beside the diagram leads to its run under what is broken there', async function () {
    needsPage(this);
    await open(BANK);
    await vscode.commands.executeCommand('netsplit.openDiagram');
    await askPage('click', {
      frame: 'no fault',
      selector: 'css=#picture [role=button][aria-label^="Link us to eu"] >> css=.label-back',
    });
    await askPage('click', {
      frame: 'no fault',
      selector: 'css=tbody tr:has-text("balance"):has-text("traveller") >> css=td.error button.run',
    });
    await title('balance from traveller when link us–eu is cut: error');
  });

  test('a long run of many machines, and a narrow panel', async function () {
    needsPage(this);
    const file = vscode.Uri.joinPath(
      vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file(repo),
      'incident-pagerduty-2013-04-13.cap',
    );
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
    const done = vscode.commands.executeCommand('netsplit.showTimeline');
    await pick('dispatch from workerLinode');
    await done;
    await seen('css=#picture .step');
    await askPage('screenshot', { path: path.join(repo, 'test-results', 'timeline-narrow.png') });
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    await askPage('resize', { width: 1800, height: 1000 });
    // The picture is fitted once the window has its size.
    const fits = `new Promise((resolve, reject) => {
      const start = performance.now();
      const look = () => {
        const { scrollWidth, clientWidth } = document.getElementById('picture');
        if (scrollWidth === clientWidth) resolve(true);
        else if (performance.now() - start > 15_000) reject(new Error(scrollWidth - clientWidth + ' pixels are cut off at the right'));
        else requestAnimationFrame(look);
      };
      look();
    })`;
    assert.equal(await askPage('evaluate', { frame: FRAME, script: fits }), true);
    await askPage('screenshot', { path: path.join(repo, 'test-results', 'timeline-long.png') });
    await askPage('resize', { width: 1280, height: 800 });
    await vscode.commands.executeCommand('workbench.action.focusSideBar');
  });

  test('a lens above each operation opens that of what stands beside it', async function () {
    needsPage(this);
    await open(FAILOVER);
    await askPage('text', { selector: 'css=.codelens-decoration a:has-text("lost")' });
    await askPage('click', { selector: 'css=.codelens-decoration a:text-is("timeline")' });
    await title('save from app under partition alone: lost');
  });

  test('follows the text, and says so when its request is gone or its file is closed', async function () {
    needsPage(this);
    const editor = await opened();
    await replace(editor, 'replicate primary db1 ⟨async⟩', 'sync 2');
    await title('save from app under partition alone: error');
    await replace(editor, 'operation ⟨save⟩', 'keep');
    assert.match(
      await askPage('text', { frame: FRAME, selector: 'css=#picture .message:has-text("save")' }),
      /There is no save from app in the design any more/,
    );
    await replace(editor, 'operation ⟨keep⟩', 'save');
    await title('save from app under partition alone: error');
    await vscode.commands.executeCommand('netsplit.restartLanguageServer');
    await replace(editor, 'primary db1 ⟨sync 2⟩', 'async');
    await title('save from app under partition alone: lost');
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    assert.match(await askPage('text', { frame: FRAME, selector: 'css=#waiting:has-text("closed")' }), /last timeline/);
  });

  test('an accessibility checker finds nothing in light, dark and high contrast, drawn and as text', async function () {
    needsPage(this);
    await opened();
    await click('css=#picture .harm [role=button] >> css=.row-back');
    await askPage('addScript', { frame: FRAME, path: path.join(repo, 'node_modules', 'axe-core', 'axe.min.js') });
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    for (const theme of THEMES) {
      await changeTheme(theme, FRAME);
      assert.deepEqual(await askPage('evaluate', { frame: FRAME, script: VIOLATIONS }), [], theme);
      await askPage('screenshot', { path: path.join(repo, 'test-results', `timeline-${theme}.png`) });
      if (theme === 'vs' && renew)
        await askPage('screenshot', { path: path.join(repo, 'docs', 'pictures', 'timeline.png') });
    }
    await changeTheme('vs', FRAME);
    await click('css=#more summary');
    await click('css=#text');
    assert.deepEqual(await askPage('evaluate', { frame: FRAME, script: VIOLATIONS }), []);
    await askPage('screenshot', { path: path.join(repo, 'test-results', 'timeline-text.png') });
    await vscode.commands.executeCommand('workbench.action.focusSideBar');
  });
});

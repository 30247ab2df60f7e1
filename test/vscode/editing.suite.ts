import assert from 'node:assert/strict';
import path from 'node:path';
import { setup, suite, suiteTeardown, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { BANK, closeAll, diagnosed, hasVerdicts, open, rangeOf, replace, select } from './designs';
import { askPage, needsPage } from './page';
import { changeTheme, reportText, THEMES } from './workbench';

const WHOLE = new vscode.Range(0, 0, 10_000, 0);

suite('writing and reading a design', () => {
  setup(closeAll);
  suiteTeardown(closeAll);

  test('Format Document writes the one layout', async () => {
    const editor = await open(BANK.replace('zone us { node us1, us2 }', 'zone  us{node us1 ,us2}'));
    await vscode.commands.executeCommand('editor.action.formatDocument');
    assert.equal(editor.document.getText(), BANK);
  });

  test('hints stand at the ends of the operations’ lines', async () => {
    const { document } = await open(BANK);
    const hints = (): Thenable<vscode.InlayHint[]> =>
      vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, WHOLE);
    const found = await hints();
    assert.equal(found.length, 4);
    for (const { position } of found)
      assert.equal(document.lineAt(position.line).range.end.character, position.character);
    const texts = found.map(({ label }) =>
      typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
    );
    assert.ok(
      texts.some((text) => text.startsWith('stale')),
      JSON.stringify(texts),
    );
  });

  test('Ctrl and a click on a hint open the timeline of the worst', async function () {
    needsPage(this);
    await open('node a, b\nclient x at a\nstore s on a, b { choose CP }\noperation get: read s from x\n');
    await askPage('click', { selector: 'css=.view-line >> text=/error.·/', modifiers: ['Control'] });
    assert.match(await askPage('text', { frame: 'That ends in', selector: 'css=h1:has-text("get from x")' }), /error/);
  });

  test('a verdict in a hover leads to its timeline, and the name to the explanation, in every theme', async function () {
    needsPage(this);
    const editor = await open(BANK);
    await vscode.commands.executeCommand('workbench.action.closeSidebar');
    select(editor, '⟨operation⟩ balance');
    await vscode.commands.executeCommand('editor.action.showHover');
    const hover = 'css=.monaco-hover:not(.hidden)';
    await askPage('click', { selector: `${hover} tr:has-text("traveller") td:has-text("error") a` });
    await askPage('text', {
      frame: 'That ends in',
      selector: 'css=h1:has-text("balance from traveller under partition atlantic: error")',
    });
    for (const theme of THEMES) {
      await changeTheme(theme, 'That ends in');
      await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
      select(editor, '⟨operation⟩ balance');
      await vscode.commands.executeCommand('editor.action.showHover');
      await askPage('text', { selector: `${hover} td:has-text("error")` });
      await askPage('screenshot', {
        path: path.join(process.env['NETSPLIT_REPO'] ?? '', 'test-results', `hover-${theme}.png`),
      });
    }
    await changeTheme('vs', 'That ends in');
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('editor.action.showHover');
    await askPage('click', { selector: `${hover} a:has-text("explanation")` });
    assert.match(await reportText('Operation balance', 'Client by client'), /traveller/);
    await vscode.commands.executeCommand('workbench.action.focusSideBar');
  });

  test('lenses say what became of things, and show more', async function () {
    needsPage(this);
    const { document } = await open(BANK);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
    );
    const titles = lenses.map(({ command }) => command?.title ?? '');
    for (const title of ['run all expectations', 'simulate all', 'open diagram', 'simulate'])
      assert.ok(titles.includes(title), titles.join('; '));
    const simulate = lenses.find(({ command }) => command?.title === 'simulate')?.command;
    assert.ok(simulate);
    await vscode.commands.executeCommand(simulate.command, ...((simulate.arguments ?? []) as unknown[]));
    assert.match(await reportText('Simulation:', 'atlantic'), /withdraw/);
    const explain = lenses.find(({ range }) => range.contains(rangeOf(document, 'operation ⟨balance⟩').start))?.command;
    assert.ok(explain);
    await vscode.commands.executeCommand(explain.command, ...((explain.arguments ?? []) as unknown[]));
    assert.match(await reportText('Operation balance', 'Client by client'), /traveller/);
  });

  test('the call hierarchy leads from an operation to its store', async () => {
    const { document } = await open(BANK);
    const [item] = await vscode.commands.executeCommand<vscode.CallHierarchyItem[]>(
      'vscode.prepareCallHierarchy',
      document.uri,
      rangeOf(document, 'operation ⟨viewCart⟩').start,
    );
    assert.ok(item);
    const calls = await vscode.commands.executeCommand<vscode.CallHierarchyOutgoingCall[]>(
      'vscode.provideOutgoingCalls',
      item,
    );
    assert.deepEqual(
      calls.map(({ to }) => to.name),
      ['cart'],
    );
  });

  test('a cap fence in Markdown has the colours of the language', async function () {
    needsPage(this);
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: '# A\n\n```cap\nnode a\n```\n\nnode b\n',
    });
    await vscode.window.showTextDocument(document);
    // Only where the line was taken apart is the keyword an element of its own.
    const keyword = 'css=.view-line span span:text-is("node")';
    await askPage('html', { selector: keyword });
    assert.equal(await askPage('count', { selector: keyword }), 1);
  });

  test('the status of the language says how far the analysis is, and what was looked at', async function () {
    needsPage(this);
    await open(BANK);
    const label = await askPage('html', {
      selector: 'css=[id="status.languageStatus"] [aria-label*="Netsplit: analysed"]',
    });
    assert.match(label, /looked at .*cuts of 4 links/);
  });

  test('the walkthrough opens, and its steps begin with verbs', async function () {
    needsPage(this);
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'netsplit.netsplit#netsplit.start', false);
    assert.match(
      await askPage('text', { selector: 'css=.getting-started-step:has-text("Cut a link in the picture")' }),
      /Cut a link in the picture/,
    );
  });
});

suite('the Test Explorer', () => {
  const files: vscode.Uri[] = [];
  setup(closeAll);
  teardown(async () => {
    await closeAll();
    for (const file of files.splice(0)) await vscode.workspace.fs.delete(file);
  });

  /** A file with a name of its own: the Testing view may hold on to what it showed before. Its tests are unfolded. */
  async function openTests(name: string, text: string): Promise<vscode.TextEditor> {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder, name);
    files.push(file);
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    const editor = await vscode.window.showTextDocument(file, { viewColumn: vscode.ViewColumn.One, preview: false });
    await diagnosed(file, hasVerdicts);
    await vscode.commands.executeCommand('workbench.view.testing.focus');
    // Rows move while others are being listed.
    await vscode.commands.executeCommand('testing.refreshTests');
    const design = `css=.test-explorer .monaco-list-row:has-text("${name}")`;
    // A row that moves under the pointer unfolds its neighbour instead: fold all again, and click again.
    for (let attempt = 0; attempt < 5; attempt++) {
      await vscode.commands.executeCommand('testing.collapseAll');
      await askPage('click', { selector: `${design} .monaco-tl-twistie.collapsed` });
      const unfolded = await askPage('count', {
        selector: 'css=.test-explorer .monaco-list-row[aria-expanded="true"]',
      });
      const own = await askPage('count', { selector: `${design} .monaco-tl-twistie:not(.collapsed)` });
      if (own === 1 && unfolded === 1) break;
    }
    return editor;
  }

  const row = (words: string, state: string): string =>
    `css=.test-explorer .monaco-list-row:has(.codicon-testing-${state}-icon):has-text("${words}")`;

  test('has every expectation with its state, which follows the design', async function () {
    needsPage(this);
    const editor = await openTests('follows.cap', BANK);
    await askPage('text', { selector: row('withdraw from teller ok under atlantic', 'passed') });
    await askPage('text', { selector: row('viewCart never error under any 1 link', 'passed') });
    await replace(editor, 'viewCart never error', 'viewCart never stale');
    await diagnosed(editor.document.uri, (all) => all.some(({ message }) => message.startsWith('fails: ')));
    await askPage('text', { selector: row('viewCart never stale under any 1 link', 'failed') });
    assert.equal(await askPage('count', { selector: row('viewCart never error', 'passed') }), 0);
    // What follows by itself opens nothing.
    assert.equal(await askPage('count', { selector: 'css=.test-output-peek' }), 0);
  });

  test('a name that is spelt like an icon is shown as it is written', async function () {
    needsPage(this);
    const { document } = await openTests(
      'icon.cap',
      BANK.replaceAll('traveller', '"$(bug)"').replaceAll('teller', '"$(zap)"'),
    );
    const text = await askPage('text', {
      selector: 'css=.test-explorer .monaco-list-row:has-text("ok under atlantic")',
    });
    assert.match(text, /withdraw from "\$\(zap\)" ok under atlantic/);
    // VS Code asks for lenses while the editor has the focus.
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    const lens = await askPage('text', { selector: 'css=.codelens-decoration:visible:has-text("bug")' });
    assert.ok(lens.includes('$(bug)') && !lens.includes('\\'), lens);
  });

  test('has the designs of the workspace that nobody has opened: what holds is found out where one is unfolded, and stays', async function () {
    needsPage(this);
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder, 'a-design-nobody-opened.cap');
    files.push(file);
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(BANK));
    await vscode.commands.executeCommand('workbench.view.testing.focus');
    await vscode.commands.executeCommand('testing.refreshTests');
    await vscode.commands.executeCommand('testing.collapseAll');
    const name = 'css=.test-explorer .monaco-list-row:has-text("a-design-nobody-opened.cap")';
    await askPage('click', { selector: `${name} .monaco-tl-twistie.collapsed` });
    await askPage('text', { selector: row('withdraw from teller ok under atlantic', 'passed') });
    assert.equal(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 0, 'nothing is shown in the editor');
    const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
    assert.ok(document);
    await vscode.window.showTextDocument(document);
    await closeAll();
    await askPage('text', { selector: row('withdraw from teller ok under atlantic', 'passed') });
  });

  test('a run asked for shows what fails in a few words, and the whole run in the output', async function () {
    needsPage(this);
    const editor = await openTests('fails.cap', BANK.replace('viewCart never error', 'viewCart never stale'));
    editor.revealRange(rangeOf(editor.document, 'expect viewCart'), vscode.TextEditorRevealType.AtTop);
    await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('testing.runCurrentFile');
    await askPage('html', { selector: 'css=.testing-run-glyph.codicon-testing-failed-icon' });
    await askPage('click', {
      selector: 'css=.test-output-peek-tree .monaco-list-row:has-text("viewCart never stale")',
    });
    await askPage('html', {
      selector: 'css=.test-output-peek-message-container:has-text("`viewCart` is stale for teller")',
    });
    // The whole run in words, step by step.
    await vscode.commands.executeCommand('testing.showMostRecentOutput');
    // Found and not read: the terminal draws its rows anew while it grows.
    await askPage('html', { selector: 'css=.xterm-rows:has-text("✗ viewCart never stale under any 1 link: fails")' });
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });
});

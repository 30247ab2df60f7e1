import assert from 'node:assert/strict';
import { setup, suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import {
  BANK,
  closeAll,
  codeOf,
  diagnosed,
  diagnosticAt,
  hasVerdicts,
  largeDesign,
  open,
  replace,
} from '../vscode/designs';
import { askPage } from '../vscode/page';

suite('in the browser alone', () => {
  setup(closeAll);
  suiteTeardown(closeAll);

  test('the extension runs in a web worker, from the web', () => {
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
    assert.equal(vscode.env.remoteName, undefined, 'there is no machine behind it');
    assert.equal('importScripts' in globalThis, true);
    assert.equal(vscode.extensions.getExtension('netsplit.netsplit')?.extensionUri.scheme, 'http');
  });

  test('a file of a virtual workspace is opened, edited, diagnosed and saved', async () => {
    const uri = vscode.Uri.parse('vscode-vfs://designs/bank.cap');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(BANK));
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await diagnosed(uri, hasVerdicts);
    await replace(editor, 'choose ⟨CP⟩', 'AP');
    await diagnosed(uri, (all) => all.filter((one) => codeOf(one) === 'op-conflict').length === 2);
    assert.equal(codeOf(diagnosticAt(editor.document, 'operation ⟨withdraw⟩')), 'op-conflict');
    assert.equal(await editor.document.save(), true);
    assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)), /choose AP\n {2}on partition/);
  });

  test('a design in a Markdown page is drawn for the preview', async () => {
    const extension = vscode.extensions.getExtension<Markdown>('netsplit.netsplit');
    assert.ok(extension, 'it is installed');
    const { extendMarkdownIt } = await extension.activate();
    // VS Code's own preview is not part of this workbench: as much of it as is asked.
    const drawn = new Promise<void>((resolve) => {
      vscode.commands.registerCommand('markdown.preview.refresh', () => resolve());
    });
    const { fence } = extendMarkdownIt({ renderer: { rules: { fence: () => 'as text' } } }).renderer.rules;
    const render = (): string =>
      fence([{ info: 'cap', content: BANK }], 0, {}, undefined, { renderAttrs: () => '', renderToken: () => '' });
    assert.equal(render(), 'as text');
    await drawn;
    assert.match(render(), /^<div class="netsplit-fence"><figure><svg [^]*<table class="heat">/);
  });

  test('a hover has the table of verdicts', async () => {
    const { document } = await open(BANK);
    const at = document.positionAt(BANK.indexOf('withdraw') + 1);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at,
    );
    const text = hovers
      .flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)))
      .join('\n');
    assert.match(text, /\|.*teller.*\|/);
  });

  test('the panels of a simulation and of the diagram open and show what they are about', async () => {
    await open(BANK);
    await vscode.commands.executeCommand('netsplit.simulateAllPartitions');
    assert.match(
      await askPage('text', {
        frame: 'All operations under all partitions',
        selector: 'css=main:has-text("withdraw")',
      }),
      /traveller/,
    );
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
    await vscode.commands.executeCommand('netsplit.openDiagram');
    assert.match(await askPage('html', { frame: 'no fault', selector: 'css=#picture svg' }), /us1/);
  });

  test('a design of several files: what it includes is fetched, followed as it changes, and drawn', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.equal(folder?.scheme, 'vscode-vfs');
    const [place, design] = [vscode.Uri.joinPath(folder, 'net/two.cap'), vscode.Uri.joinPath(folder, 'of-two.cap')];
    const write = (uri: vscode.Uri, text: string): Thenable<void> =>
      vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const parts = BANK.split('\nclient teller');
    await write(place, parts[0] ?? '');
    const before = BANK.replace(parts[0] ?? '', 'include "net/two.cap"\n');
    await write(design, before);
    const editor = await vscode.window.showTextDocument(design, { viewColumn: vscode.ViewColumn.One, preview: false });
    await diagnosed(design, hasVerdicts);
    assert.equal(codeOf(diagnosticAt(editor.document, 'operation ⟨withdraw⟩')), 'op-unknown');
    await vscode.commands.executeCommand('netsplit.openDiagram');
    await askPage('html', { frame: 'no fault', selector: 'css=#picture svg:has-text("eu1")' });
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');

    // Nobody has opened it: it is read again because the editor says that it has changed.
    await write(place, (parts[0] ?? '').replace('node eu1', 'node eu9'));
    await diagnosed(design, (all) => all.some((one) => codeOf(one) === 'unknown-name'));
    await vscode.workspace.fs.delete(place);
    await diagnosed(design, (all) => all.some((one) => codeOf(one) === 'include-missing'));
    await write(place, parts[0] ?? '');
    await diagnosed(design, (all) => hasVerdicts(all) && !all.some((one) => codeOf(one) === 'include-missing'));

    await replace(editor, 'choose ⟨CP⟩', 'AP');
    await vscode.commands.executeCommand('netsplit.compareWithSaved');
    await askPage('text', {
      frame: 'the text now',
      selector: 'css=tbody tr:has-text("withdraw"):has-text("conflict")',
    });
    await editor.document.save();
    await closeAll();
    for (const uri of [place, design]) await vscode.workspace.fs.delete(uri);
  });

  test('formatting lays a design out', async () => {
    const { document } = await open(BANK.replace('link us -- eu 80ms', 'link   us--eu   80ms'));
    await vscode.commands.executeCommand('editor.action.formatDocument');
    assert.equal(document.getText(), BANK);
  });

  test('an analysis that takes long does not block what is asked meanwhile, and an edit ends it', async () => {
    const editor = await open(largeDesign(), () => true);
    const { document } = editor;
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      document.positionAt(largeDesign().indexOf('c3 in')),
    );
    assert.ok(hovers.length > 0, 'a hover while the analysis runs');
    assert.equal(hasVerdicts(vscode.languages.getDiagnostics(document.uri)), false, 'the analysis runs still');
    const whole = new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length));
    assert.ok(await editor.edit((edit) => edit.replace(whole, BANK)));
    await diagnosed(document.uri, hasVerdicts);
    assert.equal(codeOf(diagnosticAt(document, 'operation ⟨withdraw⟩')), 'op-unknown');
  });
});

/** What the extension offers to VS Code's Markdown preview. */
interface Markdown {
  readonly extendMarkdownIt: (md: { renderer: { rules: { fence: (...args: unknown[]) => string } } }) => {
    readonly renderer: { readonly rules: { readonly fence: (...args: unknown[]) => string } };
  };
}

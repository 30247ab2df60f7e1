import assert from 'node:assert/strict';
import { setup, suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { BANK, closeAll, diagnosed, hasVerdicts, open, rangeOf } from './designs';

suite('the language in the editor', () => {
  let editor: vscode.TextEditor;
  setup(async () => void (editor = await open(BANK)));
  suiteTeardown(closeAll);

  /** Asks a provider about the place of a text. */
  function ask<T>(command: string, marked: string, ...more: unknown[]): Thenable<T> {
    return vscode.commands.executeCommand<T>(
      command,
      editor.document.uri,
      rangeOf(editor.document, marked).start,
      ...more,
    );
  }

  async function hoverAt(marked: string): Promise<string> {
    const hovers = await ask<vscode.Hover[]>('vscode.executeHoverProvider', marked);
    return hovers
      .flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value)))
      .join('\n');
  }

  async function completionsAt(marked: string): Promise<string[]> {
    const { items } = await ask<vscode.CompletionList>('vscode.executeCompletionItemProvider', marked);
    return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  }

  test('hover on an operation shows its verdicts in at most a dozen lines', async () => {
    const text = await hoverAt('operation ⟨viewCart⟩');
    assert.match(text, /teller/);
    assert.match(text, /traveller/);
    assert.match(text, /stale/i);
    assert.ok(
      text
        .trim()
        .split('\n')
        .filter((line) => line.trim() !== '').length <= 12,
      text,
    );
  });

  test('hover explains stores, nodes and keywords, and is silent on punctuation and comments', async () => {
    assert.match(await hoverAt('store ⟨accounts⟩'), /consensus|majority/);
    assert.match(await hoverAt('node ⟨us1⟩'), /accounts/);
    assert.notEqual(await hoverAt('merge ⟨lww⟩'), '');
    assert.equal(await hoverAt('zone us ⟨{⟩'), '');
    assert.equal(await hoverAt('must ⟨never⟩ show'), '');
  });

  test('completion offers what may stand there', async () => {
    const stores = await completionsAt('read  ⟨cart⟩');
    assert.ok(stores.includes('accounts') && stores.includes('cart'), stores.join());
    assert.ok(!stores.includes('teller'), stores.join());
    const choices = await completionsAt('choose ⟨CP⟩');
    assert.ok(choices.includes('CP') && choices.includes('AP'), choices.join());
  });

  test('definition and references', async () => {
    const [definition] = await ask<vscode.Location[]>('vscode.executeDefinitionProvider', 'write ⟨cart⟩');
    assert.ok(definition?.range.contains(rangeOf(editor.document, 'store ⟨cart⟩').start), JSON.stringify(definition));
    const references = await ask<vscode.Location[]>('vscode.executeReferenceProvider', 'store ⟨cart⟩');
    assert.equal(references.length, 3);
  });

  test('rename changes every use and no verdict', async () => {
    const before = vscode.languages.getDiagnostics(editor.document.uri).map(({ message }) => message);
    const edit = await ask<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', 'store ⟨cart⟩', 'basket');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const text = editor.document.getText();
    assert.equal(text, BANK.replace('store cart', 'store basket').replaceAll(/(write|read ) cart/g, '$1 basket'));
    const after = await diagnosed(
      editor.document.uri,
      (all) => hasVerdicts(all) && !all.some(({ message }) => message.includes('`cart`')),
    );
    assert.equal(after.length, before.length);
  });

  test('the outline has everything that is declared', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      editor.document.uri,
    );
    const names = new Set(symbols.flatMap(({ name, children }) => [name, ...children.map((child) => child.name)]));
    for (const name of ['us', 'us1', 'teller', 'accounts', 'withdraw', 'atlantic'])
      assert.ok(names.has(name), [...names].join());
  });
});

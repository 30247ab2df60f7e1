import assert from 'node:assert/strict';
import { setup, suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { BANK, closeAll, codeOf, diagnosed, diagnosticAt, hasVerdicts, open, rangeOf } from './designs';

suite('quick fixes that were tried before they are offered', () => {
  setup(closeAll);
  suiteTeardown(closeAll);

  test('a fix says in its title what becomes of the headline, and that comes of it', async () => {
    const { document } = await open(BANK);
    assert.equal(codeOf(diagnosticAt(document, 'operation ⟨addItem⟩')), 'op-conflict');
    const action = await untilOffered(document, 'operation ⟨addItem⟩', /^Choose CP: addItem conflict → error/);
    assert.ok(action.title.length <= 60, action.title);
    assert.ok(action.edit);
    await vscode.workspace.applyEdit(action.edit);
    assert.equal(document.getText(), BANK.replace('choose AP\n  merge lww', 'choose CP'));
    await diagnosed(document.uri, (all) => hasVerdicts(all) && !all.some((one) => codeOf(one) === 'op-conflict'));
    assert.equal(codeOf(diagnosticAt(document, 'operation ⟨addItem⟩')), 'op-error');
    assert.equal(codeOf(diagnosticAt(document, 'operation ⟨viewCart⟩')), 'op-error');
  });

  test('a name that is missing is declared', async () => {
    const { document } = await open(
      BANK.replace('from teller, traveller\noperation viewCart', 'from teller, stranger\noperation viewCart'),
      (all) => all.length > 0,
    );
    const action = await untilOffered(document, '⟨stranger⟩', /^Declare client `stranger` in `eu`$/);
    assert.ok(action.edit);
    await vscode.workspace.applyEdit(action.edit);
    assert.ok(document.getText().includes('client traveller in eu\nclient stranger in eu\n'), document.getText());
    await diagnosed(document.uri, (all) => hasVerdicts(all) && !all.some((one) => codeOf(one) === 'unknown-name'));
  });
});

/** Asks as the light bulb does, until a fix with such a title is there: nothing tells when one has been tried. */
async function untilOffered(document: vscode.TextDocument, place: string, title: RegExp): Promise<vscode.CodeAction> {
  for (;;) {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      rangeOf(document, place),
      vscode.CodeActionKind.QuickFix.value,
    );
    const found = actions.find((action) => title.test(action.title));
    if (found !== undefined) return found;
  }
}

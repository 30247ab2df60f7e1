import assert from 'node:assert/strict';
import { suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { BANK, closeAll, codeOf, diagnosed, diagnosticAt, hasVerdicts, open, rangeOf, replace } from './designs';

suite('diagnostics', () => {
  suiteTeardown(closeAll);

  test('each operation says what happens to it, to whom, when and why, and links to its page', async () => {
    const { document } = await open(BANK);
    const found = ['withdraw', 'balance', 'addItem', 'viewCart'].map((name) =>
      diagnosticAt(document, `operation ⟨${name}⟩`),
    );
    assert.deepEqual(found.map(codeOf), ['op-unknown', 'op-accepted', 'op-conflict', 'op-stale']);
    for (const diagnostic of found) {
      assert.match(diagnostic.message, /teller|traveller/);
      assert.ok(diagnostic.message.split(/\s+/).length <= 20, diagnostic.message);
      assert.ok(
        diagnostic.relatedInformation && diagnostic.relatedInformation.length > 0,
        'it leads to what it speaks of',
      );
      const page = typeof diagnostic.code === 'object' ? diagnostic.code.target : undefined;
      assert.ok(page, 'the code is a link');
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(page));
      assert.ok(text.includes(codeOf(diagnostic)), `${page.path} is about ${codeOf(diagnostic)}`);
    }
  });

  test('changing one line changes the verdict, and changing it back brings the first one back', async () => {
    const editor = await open(BANK);
    const { document } = editor;
    const before = diagnosticAt(document, 'operation ⟨withdraw⟩').message;
    await replace(editor, 'choose ⟨CP⟩', 'AP');
    await diagnosed(document.uri, (all) => all.filter((one) => codeOf(one) === 'op-conflict').length === 2);
    assert.equal(codeOf(diagnosticAt(document, 'operation ⟨withdraw⟩')), 'op-conflict');
    assert.equal(codeOf(diagnosticAt(document, 'operation ⟨balance⟩')), 'op-stale');
    await replace(editor, 'choose ⟨AP⟩', 'CP');
    await diagnosed(document.uri, (all) => all.some(({ message }) => message === before));
    assert.equal(document.isDirty, true, 'all of this was about text that is not saved');
  });

  test('an expectation that fails is an error with a counterexample', async () => {
    const editor = await open(BANK);
    await replace(editor, 'expect withdraw from ⟨teller⟩ ok', 'traveller');
    const failed = (one: vscode.Diagnostic): boolean => one.severity === vscode.DiagnosticSeverity.Error;
    const errors = (await diagnosed(editor.document.uri, (all) => all.some(failed))).filter(failed);
    assert.equal(errors.length, 1);
    assert.ok(errors[0]?.range.contains(rangeOf(editor.document, 'expect ⟨withdraw⟩ from traveller').start));
    assert.match(errors[0]?.message ?? '', /atlantic/);
    assert.match(errors[0]?.message ?? '', /traveller can't know whether it took effect/);
  });

  test('a trade-off that is accepted becomes a hint with its reason', async () => {
    const editor = await open(BANK);
    const end = editor.document.positionAt(BANK.length);
    const accept = 'accept stale on viewCart "shown with its age"\naccept error on viewCart "nobody shops offline"\n';
    await editor.edit((edit) => edit.insert(end, accept));
    await diagnosed(editor.document.uri, (all) => all.filter((one) => codeOf(one) === 'op-accepted').length > 1);
    const hint = diagnosticAt(editor.document, 'operation ⟨viewCart⟩');
    assert.equal(hint.severity, vscode.DiagnosticSeverity.Hint);
    assert.match(hint.message, /shown with its age/);
  });

  test('one mistake is one diagnostic, with a fix that mends it; the rest of the file is still analysed', async () => {
    const editor = await open(BANK.replace('from teller, traveller', 'from teler, traveller'), (all) => all.length > 0);
    const { document } = editor;
    const errors = await diagnosed(document.uri, (all) => all.some(isError) && hasVerdicts(all));
    const mistakes = errors.filter(isError).filter(({ range }) => range.contains(rangeOf(document, '⟨teler⟩').start));
    assert.equal(mistakes.length, 1, JSON.stringify(errors));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      rangeOf(document, '⟨teler⟩'),
      vscode.CodeActionKind.QuickFix.value,
    );
    const edit = actions.find(({ title }) => title.includes('teller'))?.edit;
    assert.ok(edit, `a fix with the right name: ${actions.map(({ title }) => title).join(', ')}`);
    await vscode.workspace.applyEdit(edit);
    assert.equal(document.getText(), BANK);
    await diagnosed(document.uri, (all) => hasVerdicts(all) && !all.some(isError));
  });

  test('a file that is closed has no diagnostics any more', async () => {
    const { document } = await open(BANK);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await diagnosed(document.uri, (all) => all.length === 0);
  });
});

function isError({ severity }: vscode.Diagnostic): boolean {
  return severity === vscode.DiagnosticSeverity.Error;
}

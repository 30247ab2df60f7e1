import assert from 'node:assert/strict';
import { setup, suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, diagnosed, rangeOf, replace } from './designs';

/** A sample that includes a file, and that file, in the folder that is open. */
async function shown(name: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder);
  return vscode.window.showTextDocument(vscode.Uri.joinPath(folder, name), { preview: false });
}

const fails = (all: readonly vscode.Diagnostic[]): boolean =>
  all.some(({ code }) => codeOf(code) === 'expectation-fails');

function codeOf(code: vscode.Diagnostic['code']): unknown {
  return typeof code === 'object' ? code.value : code;
}

suite('a design of several files', () => {
  setup(closeAll);
  suiteTeardown(closeAll);

  test('an unsaved edit of the included file changes the verdicts of the design, and taking it back brings them back', async () => {
    const design = (await shown('regions-consensus.cap')).document.uri;
    await diagnosed(design, (all) => all.length > 0 && !fails(all));
    const topology = await shown('shared/three-regions.cap');
    await replace(topology, 'apAlone ⟨{ us, eu | ap }⟩', '{ us | eu, ap }');
    await diagnosed(design, fails);
    await replace(topology, 'apAlone ⟨{ us | eu, ap }⟩', '{ us, eu | ap }');
    await diagnosed(design, (all) => all.length > 0 && !fails(all));
  });

  test('a definition leads into the included file, and a rename changes every design that includes it', async () => {
    const { document } = await shown('regions-local.cap');
    await diagnosed(document.uri, (all) => all.length > 0);
    const { start } = rangeOf(document, 'stale under ⟨apAlone⟩');
    const [found] = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      start,
    );
    assert.match(found?.uri.path ?? '', /shared\/three-regions\.cap$/);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      start,
      'asiaAlone',
    );
    const files = edit.entries().map(([{ path }]) => path.split('/').slice(-1)[0]);
    assert.deepEqual(files.sort(), ['regions-consensus.cap', 'regions-local.cap', 'three-regions.cap']);
  });
});

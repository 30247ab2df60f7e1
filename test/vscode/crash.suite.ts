import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { BANK, closeAll, codeOf, diagnosed, hasVerdicts, open, rangeOf, replace } from './designs';
import { notification } from './workbench';
import { needsPage } from './page';

/** Of every language server that is started from here on, in order. */
const servers: ChildProcess[] = [];
const started = new vscode.EventEmitter<void>();

/** Node tells of each process that this one starts. */
function seen(message: unknown): void {
  const { process: child } = message as { process: ChildProcess };
  child.once('spawn', () => {
    if (!child.spawnargs.some((one) => /dist[\\/]server\.js$/.test(one))) return;
    servers.push(child);
    started.fire();
  });
}

/** The newest server, once there are that many. */
async function server(count: number): Promise<ChildProcess> {
  while (servers.length < count) await new Promise<void>((resolve) => started.event(resolve));
  const newest = servers.at(-1);
  assert.ok(newest);
  return newest;
}

/** As a crash, or the system that is short of memory, ends it. */
async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  assert.ok(child.kill('SIGKILL'));
  await ended;
}

suite('a language server that is killed', () => {
  let editor: vscode.TextEditor;

  suiteSetup(async () => {
    editor = await open(BANK);
    subscribe('child_process', seen);
    // One whose start the test sees.
    await vscode.commands.executeCommand('netsplit.restartLanguageServer');
    await diagnosed(editor.document.uri, hasVerdicts);
  });
  suiteTeardown(async () => {
    unsubscribe('child_process', seen);
    await closeAll();
  });

  test('four times in a row: each time it comes back, sees edits, and answers', async () => {
    const { document } = editor;
    for (let times = 1; times <= 4; times++) {
      await kill(await server(times));
      const [from, to, conflicts] = times % 2 === 1 ? ['CP', 'AP', 2] : ['AP', 'CP', 1];
      await replace(editor, `choose ⟨${from}⟩\n  on`, to);
      await diagnosed(document.uri, (all) => all.filter((one) => codeOf(one) === 'op-conflict').length === conflicts);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        rangeOf(document, 'operation ⟨withdraw⟩').start,
      );
      assert.equal(hovers.length, 1);
    }
    assert.equal(servers.length, 5);
    assert.equal(document.getText(), BANK);
  });

  test('a fifth time: the user is asked, and Restart Language Server brings it back', async function () {
    needsPage(this);
    const { document } = editor;
    await kill(await server(5));
    assert.match(await notification('language server has stopped'), /not checked until it runs again/);
    assert.equal(servers.length, 5);
    await vscode.commands.executeCommand('netsplit.restartLanguageServer');
    await server(6);
    await replace(editor, 'choose ⟨CP⟩', 'AP');
    await diagnosed(document.uri, (all) => all.filter((one) => codeOf(one) === 'op-conflict').length === 2);
  });
});

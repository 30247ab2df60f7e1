import assert from 'node:assert/strict';
import { suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { closeAll } from './designs';
import { askPage, needsPage } from './page';
import { pickable } from './workbench';

suite('the server for agents', () => {
  suiteTeardown(closeAll);

  test('is listed among the servers of the editor', async function () {
    needsPage(this);
    const commands = await vscode.commands.getCommands(true);
    assert.ok(commands.includes('workbench.mcp.listServer'), 'the editor knows of such servers');
    void vscode.commands.executeCommand('workbench.mcp.listServer');
    assert.match(await pickable('Netsplit'), /Netsplit/);
    await askPage('press', { key: 'Escape' });
  });
});

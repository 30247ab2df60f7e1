import assert from 'node:assert/strict';
import { suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, diagnosed } from './designs';

suite('the task that checks a folder', () => {
  suiteTeardown(closeAll);

  test('tells the problems of files that are not open, each whole', async () => {
    await closeAll();
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    const [task, ...others] = await vscode.tasks.fetchTasks({ type: 'netsplit' });
    assert.ok(folder !== undefined && task !== undefined);
    assert.deepEqual(others, []);
    assert.deepEqual([task.name, task.scope], ['check', folder]);
    const ended = new Promise<number | undefined>((resolve) => {
      const listening = vscode.tasks.onDidEndTaskProcess(({ exitCode, execution }) => {
        if (execution.task.name !== task.name) return;
        listening.dispose();
        resolve(exitCode);
      });
    });
    const told = diagnosed(vscode.Uri.joinPath(folder.uri, 'lab/etcd.cap'), (all) => all.length === 3);
    await vscode.tasks.executeTask(task);
    assert.equal(await ended, 0);
    const messages = (await told).map(({ message, severity }) => [vscode.DiagnosticSeverity[severity], message]);
    assert.deepEqual(messages, [
      ['Warning', "`put`: p1 can't know whether it took effect under partition alone"],
      ['Warning', '`get` errors for p1 under partition alone: n1 takes the request in and gives up after 5 s'],
      ['Warning', '`getSerializable` can be stale for p1 under partition alone: it can miss put from p2'],
    ]);
  });
});

import assert from 'node:assert/strict';
import { existsSync, readFileSync, watch } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setup, suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, FAILOVER, open } from './designs';
import { saveAs } from './dialog';
import { askPage, needsPage } from './page';

const repo = process.env['NETSPLIT_REPO'] ?? '';

/** How the page finds the frame of the timeline: words that only that one has. */
const FRAME = 'That ends in';

suite('pictures are saved', () => {
  /** A dialog that is left open would take the keys of the next test. */
  const withoutDialog = async (): Promise<void> => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await closeAll();
  };
  setup(withoutDialog);
  suiteTeardown(withoutDialog);

  const shown = (): Promise<string> =>
    askPage('text', { frame: FRAME, selector: 'css=h1:has-text("save from app under partition alone: lost")' });

  test('as SVG and as PNG, of a timeline and of a diagram', async function () {
    needsPage(this);
    // VS Code's own dialog sometimes hears no key any more, and then it has to be opened anew.
    this.timeout(40_000);
    this.retries(2);
    const editor = await open(FAILOVER);
    const fault = { links: [], oneWays: [], nodes: [], zones: [], partition: 'alone' };
    await vscode.commands.executeCommand('netsplit.showTimeline', {
      uri: editor.document.uri.toString(),
      timeline: { operation: 'save', client: 'app', fault },
    });
    await shown();
    await vscode.commands.executeCommand('netsplit.openDiagram');
    await askPage('html', { frame: 'no fault', selector: 'css=#picture svg .node' });
    const folder = await mkdtemp(path.join(tmpdir(), 'netsplit-pictures-'));
    try {
      const saved = async (frame: string, button: string, name: string): Promise<Buffer> => {
        const isOpen = await askPage('evaluate', { frame, script: `document.querySelector('#more').open` });
        if (isOpen !== true) await askPage('click', { frame, selector: 'css=#more summary' });
        await askPage('click', { frame, selector: `css=#${button}` });
        const file = path.join(folder, name);
        // Written to its end: the last eight bytes say so.
        const written = new Promise<Buffer>((resolve) => {
          const watching = watch(folder, () => {
            const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
            if (!/IEND|<\/svg>/.test(bytes.subarray(-8).toString('latin1'))) return;
            watching.close();
            resolve(bytes);
          });
        });
        await saveAs(file);
        return written;
      };
      // The tab of the diagram is selected.
      const diagram = await saved('no fault', 'png', 'diagram.png');
      await vscode.commands.executeCommand('workbench.action.focusSecondEditorGroup');
      await vscode.commands.executeCommand('workbench.action.openEditorAtIndex1');
      await shown();
      const timeline = await saved(FRAME, 'png', 'timeline.png');
      for (const bytes of [diagram, timeline]) {
        assert.equal(bytes.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
        assert.ok(bytes.readUInt32BE(16) > 600 && bytes.readUInt32BE(20) > 400);
      }
      const svg = (await saved(FRAME, 'svg', 'timeline.svg')).toString('utf8');
      assert.match(svg, /^<svg [^]*v1 is gone, though app was told that it is done[^]*<\/svg>\n$/);
      await copyFile(path.join(folder, 'timeline.png'), path.join(repo, 'test-results', 'exported-timeline.png'));
      await copyFile(path.join(folder, 'diagram.png'), path.join(repo, 'test-results', 'exported-diagram.png'));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

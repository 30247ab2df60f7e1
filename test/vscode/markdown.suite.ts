import assert from 'node:assert/strict';
import path from 'node:path';
import { setup, suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { BANK, closeAll } from './designs';
import { askPage, needsPage } from './page';
import { changeTheme, THEMES } from './workbench';

const VIOLATIONS = `axe.run(document.querySelector('.netsplit-fence')).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html, any }) => html + any.map(({ message }) => message))))`;
const repo = process.env['NETSPLIT_REPO'] ?? '';
/** `NETSPLIT_PICTURES=1 npm test` takes the picture of docs/markdown.md anew. */
const renew = process.env['NETSPLIT_PICTURES'] !== undefined;
/** How the page finds its frame: words that only a drawn design has. VS Code loads the frame anew for it. */
const FRAME = 'answered with old data';
const PAGE = `# What a cut does

\`\`\`cap
${BANK}\`\`\`

\`\`\`cap under=atlantic table
${BANK}\`\`\`

\`\`\`js
cap;
\`\`\`
`;

suite('a preview of Markdown', () => {
  setup(closeAll);
  suiteTeardown(async () => {
    await closeAll();
    for (const page of pages) await vscode.workspace.fs.delete(page);
  });

  const seen = (selector: string, frame = FRAME): Promise<string> =>
    askPage('html', { frame, selector: `css=${selector}` });

  /** VS Code loads a preview anew after it was drawn and for other colours, also while it is being looked at. */
  async function violations(reloads = 0): Promise<unknown> {
    try {
      await askPage('addScript', { frame: FRAME, path: path.join(repo, 'node_modules/axe-core/axe.min.js') });
      return await askPage('evaluate', { frame: FRAME, script: VIOLATIONS });
    } catch (error) {
      if (reloads > 5 || !/axe is not defined/.test(String(error))) throw error;
      return violations(reloads + 1);
    }
  }

  const pages: vscode.Uri[] = [];

  /** Each page has a name of its own: VS Code keeps what it has rendered by name and version. */
  async function preview(content: string): Promise<vscode.TextEditor> {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder, 'a folder is open');
    const page = vscode.Uri.joinPath(folder, `page-${pages.length}.md`);
    pages.push(page);
    await vscode.workspace.fs.writeFile(page, new TextEncoder().encode(content));
    const editor = await vscode.window.showTextDocument(page, { viewColumn: vscode.ViewColumn.One });
    await vscode.commands.executeCommand('markdown.showPreviewToSide');
    return editor;
  }

  test('draws designs, and follows the page', async function () {
    needsPage(this);
    const editor = await preview(PAGE);
    await seen('.netsplit-fence svg.netsplit');
    await seen('.netsplit-fence table.heat td.sign.error');
    assert.match(await askPage('text', { frame: FRAME, selector: 'css=.netsplit-fence >> nth=1' }), /traveller/);
    assert.equal(await askPage('count', { frame: FRAME, selector: 'css=.netsplit-fence' }), 2);
    assert.match(await askPage('text', { frame: FRAME, selector: 'css=pre code' }), /^cap;/);
    const at = editor.document.positionAt(PAGE.indexOf('teller    in us'));
    assert.ok(await editor.edit((edit) => edit.insert(at, 'cashier in us\nclient ')));
    await seen('.netsplit-fence svg:has-text("cashier")', 'cashier\n');
  });

  test('a page of a folder draws what it includes', async function () {
    needsPage(this);
    await preview('# What a cut does\n\n```cap table\ninclude "two-region-shop.cap"\n```\n');
    await seen('.netsplit-fence table.heat td.sign.ok');
  });

  test('a mistake stands below the text of its design', async function () {
    needsPage(this);
    await preview('# What a cut does\n\n```cap\nstore s on b\n```\n');
    assert.match(await seen('.netsplit-fence .mistakes', 'Line 1: '), /`b`/);
    assert.match(await seen('.netsplit-fence code.language-cap', 'Line 1: '), /store s on b/);
  });

  test('an accessibility checker finds nothing, in any theme', async function () {
    needsPage(this);
    await preview(PAGE);
    await seen('.netsplit-fence table.heat');
    for (const theme of THEMES) {
      await changeTheme(theme, FRAME);
      assert.deepEqual(await violations(), [], theme);
      await askPage('screenshot', { path: path.join(repo, `test-results/markdown-${theme}.png`) });
      if (theme === 'vs' && renew)
        await askPage('screenshot', { path: path.join(repo, 'docs', 'pictures', 'markdown.png') });
    }
    await changeTheme('vs', FRAME);
  });
});

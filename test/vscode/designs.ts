// Designs to test with, and waiting for what VS Code says about them. Everything waits for events, nothing for time.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** The first file of the language reference: its verdicts are explained there. */
export const BANK = `// A bank account must never show a wrong balance; a shopping cart must always take an item.
zone us { node us1, us2 }
zone eu { node eu1 }
link us -- eu 80ms

client teller    in us
client traveller in eu

store accounts on us1, us2, eu1 {
  choose CP
  on partition wait 5s
}

store cart on us1, eu1 {
  choose AP
  merge lww
}

operation withdraw: write accounts from teller, traveller
operation balance:  read  accounts from teller, traveller
operation addItem:  write cart from teller, traveller
operation viewCart: read  cart from teller, traveller

partition atlantic { us | eu }

expect withdraw from teller ok under atlantic
expect balance from traveller error under atlantic
expect viewCart never error under any 1 link
`;

/** A primary that acknowledges before anybody else has it: under `alone`, what `app` saves is lost. */
export const FAILOVER = `node db1, db2, db3
mesh db1, db2, db3
client app at db1
client batch at db2
store orders on db1, db2, db3 { replicate primary db1 async failover automatic }
operation save: write orders from app, batch
operation list: read orders from app, batch
partition alone { db1 | db2, db3 }
`;

/**
 * 30 nodes and 60 links, every zone with a client of every store: all sets of cuts are too many, and looking at them
 * takes long.
 */
export function largeDesign(): string {
  const zones = Array.from({ length: 10 }, (_, z) => z);
  const clients = zones.map((z) => `c${z}`).join(', ');
  const places = zones.map(
    (z) => `zone z${z} { node ${[0, 1, 2].map((i) => `n${z}_${i}`).join(', ')} }\nclient c${z} in z${z}\n`,
  );
  const links = zones.flatMap((z) => [1, 2, 3].map((step) => `link z${z} -- z${(z + step) % 10} 10ms\n`));
  const stores = [0, 1, 2, 3, 4, 5].map((s) => {
    const replicas = [0, 1, 2, 3, 4].map((i) => `n${(s + 2 * i) % 10}_${i % 3}`).join(', ');
    const operations = `operation w${s}: write s${s} from ${clients}\noperation r${s}: read s${s} from ${clients}\n`;
    return `store s${s} on ${replicas} { choose ${s % 2 === 0 ? 'CP' : 'AP'} }\n${operations}`;
  });
  return [...places, ...links, ...stores].join('');
}

type Wanted = (diagnostics: readonly vscode.Diagnostic[]) => boolean;

/**
 * A new design in the editor, not saved anywhere. Resolves when it has its first diagnostics, or at once where none are
 * expected.
 */
export async function open(text: string, wanted: Wanted = hasVerdicts): Promise<vscode.TextEditor> {
  let document = await vscode.workspace.openTextDocument({ language: 'cap', content: text });
  // An unnamed document that was just closed may come back under its name, with what was in it: the next name is free.
  while (document.getText() !== text)
    document = await vscode.workspace.openTextDocument({ language: 'cap', content: text });
  const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  await diagnosed(document.uri, wanted);
  return editor;
}

export function hasVerdicts(diagnostics: readonly vscode.Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => codeOf(diagnostic).startsWith('op-'));
}

/** Resolves with the diagnostics as soon as they are as wanted. */
export function diagnosed(uri: vscode.Uri, wanted: Wanted): Promise<vscode.Diagnostic[]> {
  return eventually(vscode.languages.onDidChangeDiagnostics, () => {
    const now = vscode.languages.getDiagnostics(uri);
    return wanted(now) ? now : undefined;
  });
}

/** Looks now and after each event, until there is something to see. */
export function eventually<T>(event: vscode.Event<unknown>, look: () => T | undefined): Promise<T> {
  return new Promise((resolve) => {
    const subscription = event(() => {
      const seen = look();
      if (seen === undefined) return;
      subscription.dispose();
      resolve(seen);
    });
    const seen = look();
    if (seen === undefined) return;
    subscription.dispose();
    resolve(seen);
  });
}

export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The one diagnostic whose range begins at this text. */
export function diagnosticAt(document: vscode.TextDocument, text: string): vscode.Diagnostic {
  const { start } = rangeOf(document, text);
  const found = vscode.languages.getDiagnostics(document.uri).filter(({ range }) => range.contains(start));
  const [diagnostic] = found;
  assert.ok(
    diagnostic,
    `there is a diagnostic at ${text}: ${JSON.stringify(vscode.languages.getDiagnostics(document.uri))}`,
  );
  assert.equal(found.length, 1, `one diagnostic at ${text}`);
  return diagnostic;
}

/** Where a text stands for the first time; `⟨…⟩` in it marks the part that is meant. */
export function rangeOf(document: vscode.TextDocument, marked: string): vscode.Range {
  const plain = marked.replace(/[⟨⟩]/g, '');
  const at = document.getText().indexOf(plain);
  assert.ok(at >= 0, `the text has ${plain}`);
  const from = Math.max(0, marked.indexOf('⟨'));
  const to = marked.includes('⟩') ? marked.indexOf('⟩') - 1 : plain.length;
  return new vscode.Range(document.positionAt(at + from), document.positionAt(at + to));
}

/** Edits as a user does: in the editor, without saving. */
export async function replace(editor: vscode.TextEditor, marked: string, by: string): Promise<void> {
  const range = rangeOf(editor.document, marked);
  assert.ok(await editor.edit((edit) => edit.replace(range, by)));
}

/** Puts the cursor there. */
export function select(editor: vscode.TextEditor, marked: string): void {
  const { start } = rangeOf(editor.document, marked);
  editor.selection = new vscode.Selection(start, start);
}

/** More than any test opens; a round trip to the workbench for each. */
const MOST_TABS = 100;

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
  // One after the other, with what was changed thrown away: to close all at once asks about each change.
  for (let left = MOST_TABS; vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0); left--) {
    assert.notEqual(left, 0, 'an editor does not close');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  // The extension host hears of tabs before it hears of editors.
  await eventually(
    vscode.window.onDidChangeVisibleTextEditors,
    () => vscode.window.visibleTextEditors.every(({ document }) => document.uri.scheme === 'output') || undefined,
  );
  await vscode.commands.executeCommand('notifications.clearAll');
}

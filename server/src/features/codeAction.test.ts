// What may help an operation, asked for over a real connection.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CodeAction, Diagnostic, Range } from 'vscode-languageserver/node';
import { analyze, applyEdits, LineIndex } from '#core';
import { BANK } from '../testing/bank.js';
import { at, bundle, remove, TestClient } from '../testing/client.js';

const URI = 'file:///design/bank.cap';
const TIMEOUT_MS = 30_000;

let folder: string;
beforeAll(async () => {
  folder = await bundle();
});
afterAll(() => remove(folder));

async function withServer(
  run: (client: TestClient) => Promise<void>,
  workspaceFolders: readonly string[] = [],
): Promise<void> {
  const client = await TestClient.start(folder, undefined, undefined, workspaceFolders);
  try {
    await run(client);
  } finally {
    expect(await client.stop()).toBe(0);
  }
}

/** Where it is asked: at the beginning of a piece of a document's text. */
interface Where {
  readonly text: string;
  readonly piece: string;
  readonly uri?: string;
}

function offered(client: TestClient, { text, piece, uri = URI }: Where): Promise<CodeAction[]> {
  const range: Range = { start: at(text, piece), end: at(text, piece) };
  return client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range,
    context: { diagnostics: [] },
  });
}

/**
 * Asks until something that begins so is offered: nothing tells that the worker has tried it, and an editor asks again
 * as well.
 */
async function untilOffered(client: TestClient, where: Where, title: string): Promise<CodeAction> {
  for (;;) {
    const found = (await offered(client, where)).find((action) => action.title.startsWith(title));
    if (found !== undefined) return found;
  }
}

function applied(text: string, action: CodeAction, uri = URI): string {
  const lines = new LineIndex(text);
  const edits = action.edit?.changes?.[uri] ?? [];
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({
      span: { start: lines.offset(range.start), end: lines.offset(range.end) },
      text: newText,
    })),
  );
}

test(
  'a fix is offered with its effect, belongs to the diagnostic, and does what it says',
  { timeout: TIMEOUT_MS },
  () =>
    withServer(async (client) => {
      const shown = await client.verdicts(URI, await client.open(URI, BANK));
      const fix = await untilOffered(client, { text: BANK, piece: 'addItem:' }, 'Choose CP: ');
      expect(fix.title).toBe('Choose CP: addItem conflict → error, breaks 1 expectation');
      expect((fix.data as { detail: string }).detail).toMatch(
        /^Choose CP for `cart`: never conflict; unknown .*; worse for `viewCart` \(error, \+160 ms\); breaks 1 expectation; better for `viewCart`$/,
      );
      const stands = at(BANK, 'addItem:');
      expect(fix.diagnostics).toEqual(shown.filter(({ range }: Diagnostic) => range.start.line === stands.line));
      const after = applied(BANK, fix);
      const found = await client.verdicts(URI, await client.change(URI, { text: after }));
      expect(found.filter(({ range }) => range.start.line === stands.line).map(({ code }) => code)).toEqual([
        'op-error',
      ]);
      expect(
        analyze(after).results.clients.flatMap(({ findings }) => findings.map(({ outcome }) => outcome.verdict)),
      ).not.toContain('conflict');
    }),
);

test('what was found for a model holds wherever a comment moves the text to', { timeout: TIMEOUT_MS }, () =>
  withServer(async (client) => {
    await client.verdicts(URI, await client.open(URI, BANK));
    await untilOffered(client, { text: BANK, piece: 'addItem:' }, 'Choose CP');
    const moved = `// One line more.\n${BANK}`;
    await client.change(URI, { text: moved });
    const here = (await offered(client, { text: moved, piece: 'addItem:' })).find(({ title }) =>
      title.startsWith('Choose CP'),
    );
    expect(here === undefined ? undefined : applied(moved, here)).toBe(
      moved.replace('choose AP\n  merge lww', 'choose CP'),
    );
    // Another model: nothing is offered for it that was found for this one.
    const other = moved.replace('on us1, us2, eu1', 'on us1, eu1');
    await client.change(URI, { text: other });
    expect(
      (await offered(client, { text: other, piece: 'withdraw:' })).filter(
        ({ title }) => title.includes('survives') || title.includes('→'),
      ),
    ).toEqual([]);
  }),
);

test('a statement in the words of another language is offered as it is written here', { timeout: TIMEOUT_MS }, () =>
  withServer(async (client) => {
    const foreign = BANK.replace('zone us {', 'region us {');
    expect(foreign).not.toBe(BANK);
    await client.open(URI, foreign);
    const [fix, ...others] = await offered(client, { text: foreign, piece: 'region us' });
    expect(others).toEqual([]);
    expect(fix).toMatchObject({ isPreferred: true, kind: 'quickfix' });
    expect(fix?.diagnostics?.map(({ code }) => code)).toEqual(['foreign-syntax']);
    expect(fix === undefined ? undefined : analyze(applied(foreign, fix)).resolved.diagnostics).toEqual([]);
  }),
);

test('what holds is written as expectations, which hold', { timeout: TIMEOUT_MS }, () =>
  withServer(async (client) => {
    await client.verdicts(URI, await client.open(URI, BANK));
    const fix = await untilOffered(client, { text: BANK, piece: 'balance:' }, 'Expect what holds');
    const after = applied(BANK, fix);
    expect(after).toContain(
      'expect viewCart never error under any 1 link\nexpect balance never dirty\nexpect balance never stale\n',
    );
    const found = await client.verdicts(URI, await client.change(URI, { text: after }));
    expect(found.map(({ code }) => code)).not.toContain('expectation-fails');
  }),
);

test('a design that includes its network is edited where the change belongs, in its own file only', {
  timeout: TIMEOUT_MS,
}, () => {
  const network = 'zone us { node us1 }\nzone eu { node eu1 }\nlink us -- eu 80ms\n';
  const design =
    'include "network.cap"\nclient web in us\nclient app in eu\nstore cart on us1, eu1 { choose AP }\noperation add: write cart from web, app\n';
  const project = join(folder, 'project');
  mkdirSync(project, { recursive: true });
  writeFileSync(join(project, 'network.cap'), network);
  writeFileSync(join(project, 'shop.cap'), design);
  const uri = pathToFileURL(join(project, 'shop.cap')).toString();
  return withServer(
    async (client) => {
      await client.verdicts(uri, await client.open(uri, design));
      const fix = await untilOffered(client, { text: design, piece: 'add:', uri }, 'Choose CP');
      expect(Object.keys(fix.edit?.changes ?? {})).toEqual([uri]);
      expect(applied(design, fix, uri)).toContain('{ choose CP }');
      const all = await offered(client, { text: design, piece: 'add:', uri });
      expect(all.flatMap(({ edit }) => Object.keys(edit?.changes ?? {})).filter((one) => one !== uri)).toEqual([]);
    },
    [pathToFileURL(project).toString()],
  );
});

test('a second document is analysed while the worker tries what may help the first', { timeout: TIMEOUT_MS }, () =>
  withServer(async (client) => {
    await client.verdicts(URI, await client.open(URI, BANK));
    const other = 'file:///design/other.cap';
    const found = await client.verdicts(other, await client.open(other, BANK.replaceAll('cart', 'basket')));
    expect(found.length).toBeGreaterThan(0);
    await untilOffered(client, { text: BANK, piece: 'addItem:' }, 'Choose CP: ');
    await untilOffered(
      client,
      { text: BANK.replaceAll('cart', 'basket'), piece: 'addItem:', uri: other },
      'Choose CP: ',
    );
  }),
);

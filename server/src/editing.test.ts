// What the server offers for writing and reading a design, asked for over a real connection.

import { applyEdits, LineIndex } from '#core';
import { Notifications, type ExpectationsParams, type StatusParams } from '#protocol';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeLens,
  DocumentHighlight,
  DocumentLink,
  FoldingRange,
  InlayHint,
  SelectionRange,
  SemanticTokens,
  SignatureHelp,
  SymbolInformation,
  TextEdit,
} from 'vscode-languageserver/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BANK } from './testing/bank.js';
import { at, bundle, remove, TestClient } from './testing/client.js';

const URI = 'file:///design/bank.cap';
const textDocument = { uri: URI };

let folder: string;
beforeAll(async () => {
  folder = await bundle();
});
afterAll(() => remove(folder));

async function withServer(
  run: (client: TestClient) => Promise<void>,
  ...options: [initializationOptions?: unknown, capabilities?: object]
): Promise<void> {
  const client = await TestClient.start(folder, ...options);
  try {
    await run(client);
  } finally {
    expect(await client.stop()).toBe(0);
  }
}

describe('formatting', () => {
  const messy = BANK.replace('zone us { node us1, us2 }', 'zone  us{node us1,us2}').replace(
    '  choose CP',
    'choose   CP',
  );
  const options = { tabSize: 8, insertSpaces: false };
  const applied = (text: string, edits: readonly TextEdit[]): string => {
    const lines = new LineIndex(text);
    return applyEdits(
      text,
      edits.map(({ range, newText }) => ({
        span: { start: lines.offset(range.start), end: lines.offset(range.end) },
        text: newText,
      })),
    );
  };

  test('a document, a range, and behind a brace: one layout, whatever the editor is set to', () =>
    withServer(async (client) => {
      await client.open(URI, messy);
      const whole = await client.request<TextEdit[]>('textDocument/formatting', { textDocument, options });
      expect(applied(messy, whole)).toBe(BANK);
      const range = { start: at(messy, 'zone  us'), end: at(messy, 'zone  us', 3) };
      const part = await client.request<TextEdit[]>('textDocument/rangeFormatting', { textDocument, range, options });
      expect(applied(messy, part)).toBe(messy.replace('zone  us{node us1,us2}', 'zone us { node us1, us2 }'));
      const position = at(messy, 'wait 5s\n}', 'wait 5s\n}'.length);
      const typed = await client.request<TextEdit[]>('textDocument/onTypeFormatting', {
        textDocument,
        position,
        ch: '}',
        options,
      });
      expect(applied(messy, typed)).toBe(messy.replace('choose   CP', '  choose CP'));
    }));
});

describe('reading', () => {
  test('semantic tokens, whole and of a range, in standard types', () =>
    withServer(async (client) => {
      await client.open(URI, BANK);
      const legend = client.initialized.capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
      const { data } = await client.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
      expect(legend[data[3] ?? -1]).toBe('comment');
      const range = { start: at(BANK, 'store accounts'), end: at(BANK, 'store accounts', 14) };
      const part = await client.request<SemanticTokens>('textDocument/semanticTokens/range', { textDocument, range });
      expect(part.data).toEqual([
        range.start.line,
        0,
        5,
        legend.indexOf('keyword'),
        0,
        0,
        6,
        8,
        legend.indexOf('struct'),
        1,
      ]);
    }));

  test('folds, selections, highlights, links and names', () =>
    withServer(async (client) => {
      const text = `// See https://example.com/x.\n${BANK}`;
      await client.open(URI, text);
      const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument });
      expect(folds[0]).toEqual({ startLine: 0, endLine: 1, kind: 'comment' });
      expect(folds.map(({ startLine }) => startLine)).toContain(at(text, 'store cart').line);

      const [selection] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
        textDocument,
        positions: [at(text, 'lww')],
      });
      expect(selection?.range.start).toEqual(at(text, 'lww'));
      expect(selection?.parent?.range.start).toEqual(at(text, 'merge lww'));
      expect(selection?.parent?.parent?.range.start).toEqual(at(text, 'store cart'));
      expect(selection?.parent?.parent?.parent?.range.start).toEqual({ line: 0, character: 0 });

      const highlights = await client.request<DocumentHighlight[]>('textDocument/documentHighlight', {
        textDocument,
        position: at(text, 'cart on'),
      });
      expect(highlights.map(({ kind }) => kind)).toEqual([1, 3, 2]);

      const links = await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument });
      expect(links.map(({ target }) => target)).toEqual(['https://example.com/x']);

      await client.open('file:///design/other.cap', 'node other\n');
      const found = await client.request<SymbolInformation[]>('workspace/symbol', { query: 'oth' });
      expect(found.map(({ name, location }) => `${name} ${location.uri}`)).toEqual(['other file:///design/other.cap']);
    }));
});

describe('signatures', () => {
  test('signatures, as the editor understands them', async () => {
    const text = `${BANK}expect withdraw `;
    const position = at(text, text.slice(-10), 10);
    const ask = async (client: TestClient): Promise<SignatureHelp> => {
      await client.open(URI, text);
      return client.request<SignatureHelp>('textDocument/signatureHelp', { textDocument, position });
    };
    await withServer(async (client) => {
      const help = await ask(client);
      expect(help.signatures[0]?.parameters?.[help.activeParameter ?? -1]?.label).toBe('VERDICT');
      expect(
        await client.request('textDocument/signatureHelp', { textDocument, position: { line: 0, character: 3 } }),
      ).toBeNull();
    });
    const signatureInformation = { parameterInformation: { labelOffsetSupport: true }, noActiveParameterSupport: true };
    await withServer(
      async (client) => {
        const help = await ask(client);
        const [signature] = help.signatures;
        const active = signature?.parameters?.[help.activeParameter ?? -1]?.label;
        expect(Array.isArray(active) ? signature?.label.slice(...active) : undefined).toBe('VERDICT');
        await client.change(URI, { text: 'link a -- b 5ms fails 1% ' });
        const all = await client.request<SignatureHelp>('textDocument/signatureHelp', {
          textDocument,
          position: { line: 0, character: 25 },
        });
        expect(all.activeParameter).toBeNull();
      },
      null,
      { textDocument: { signatureHelp: { signatureInformation } } },
    );
  });
});

const everything = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
const asks = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
  },
};
const hints = (client: TestClient): Promise<InlayHint[]> =>
  client.request('textDocument/inlayHint', { textDocument, range: everything });
const lenses = (client: TestClient): Promise<CodeLens[]> => client.request('textDocument/codeLens', { textDocument });
const titles = async (client: TestClient): Promise<(string | undefined)[]> =>
  (await lenses(client)).map(({ command }) => command?.title);

describe('hints and lenses', () => {
  test('hints stand at the ends of lines, from the results at hand; older ones are marked', () =>
    withServer(async (client) => {
      await client.verdicts(URI, await client.open(URI, BANK));
      const found = await hints(client);
      expect(found.map(({ position }) => position)).toEqual(
        [
          'accounts from teller, traveller\noperation b',
          'accounts from teller, traveller\noperation a',
          'cart from teller, traveller\noperation v',
          'cart from teller, traveller\n\n',
        ].map((end) => at(BANK, end, end.indexOf('\n'))),
      );
      expect(found[3]?.label).toBe('stale · atlantic');
      await client.change(URI, { text: BANK.replace('80ms', '81ms') });
      // Asked at once: the old verdicts stay, or the new ones are there already.
      expect((await hints(client)).map(({ label }) => String(label).replace(/ …$/, ''))).toEqual(
        found.map(({ label }) => label),
      );
    }));

  test('lenses are as many before the analysis as after it, and run commands', () =>
    withServer(
      async (client) => {
        const version = await client.open(URI, BANK);
        const early = await lenses(client);
        await client.verdicts(URI, version);
        const late = await lenses(client);
        expect(late.map(({ range }) => range)).toEqual(early.map(({ range }) => range));
        expect(await titles(client)).toEqual(
          expect.arrayContaining([
            'run all expectations',
            'simulate all',
            'simulate',
            expect.stringMatching(/^stale until the heal under .* · show$/),
          ]),
        );
        const withdraw = late.find(({ range }) => range.start.line === at(BANK, 'operation withdraw').line);
        expect(withdraw?.command).toMatchObject({
          command: 'netsplit.explainOperationAtCursor',
          arguments: [{ uri: URI, position: at(BANK, 'withdraw:') }],
        });
      },
      { commands: true },
    ));
});

describe('hints and lenses that lead on', () => {
  test('a hint leads to the timeline of the worst, where the editor has that command', () =>
    withServer(
      async (client) => {
        await client.verdicts(URI, await client.open(URI, BANK));
        const labels = (await hints(client)).map(({ label }) => label);
        expect(labels[3]).toMatchObject([
          {
            value: 'stale · atlantic',
            command: {
              command: 'netsplit.showTimeline',
              arguments: [{ uri: URI, timeline: { operation: 'viewCart' } }],
            },
          },
        ]);
      },
      { commands: true },
    ));

  test('a name that is spelt like an icon is no icon', () =>
    withServer(
      async (client) => {
        await client.verdicts(URI, await client.open(URI, BANK.replaceAll('traveller', '"$(zap)"')));
        const named = (await titles(client)).filter((title) => title?.includes('zap') === true);
        expect(named.length).toBeGreaterThan(0);
        expect(named.every((title) => title?.includes('\\$(zap)') === true)).toBe(true);
      },
      { commands: true },
    ));

  test('an editor without the commands gets no lenses', () =>
    withServer(async (client) => {
      await client.open(URI, BANK);
      expect(await lenses(client)).toEqual([]);
    }));
});

describe('settings of hints and lenses', () => {
  test('settings are asked for, and obeyed when they change', () =>
    withServer(
      async (client) => {
        await client.verdicts(URI, await client.open(URI, BANK));
        await client.until(() => client.refreshed.includes('inlayHint') && client.refreshed.includes('codeLens'));
        expect(await hints(client)).toHaveLength(4);
        for (const [settings, hintCount, lensCount] of [
          [{ inlayHints: 'problems', codeLens: false }, 3, 0],
          [{ inlayHints: 'off' }, 0, 12],
        ] as const) {
          client.settings = settings;
          client.refreshed.length = 0;
          await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
          await client.until(() => client.refreshed.includes('inlayHint') && client.refreshed.includes('codeLens'));
          expect({ settings, hints: (await hints(client)).length, lenses: (await lenses(client)).length }).toEqual({
            settings,
            hints: hintCount,
            lenses: lensCount,
          });
        }
      },
      { commands: true },
      asks,
    ));

  test('where an editor that is asked knows nothing of us, its initialization options hold', () =>
    withServer(
      async (client) => {
        client.settings = null;
        await client.verdicts(URI, await client.open(URI, BANK));
        client.refreshed.length = 0;
        await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
        await client.until(() => client.refreshed.includes('inlayHint'));
        expect(await hints(client)).toEqual([]);
        client.settings = { inlayHints: 'all' };
        await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
        // Refreshes that were on their way look the same: an editor asks after each of them.
        let found = await hints(client);
        while (found.length === 0) found = await hints(client);
        expect(found).toHaveLength(4);
      },
      { settings: { inlayHints: 'off' } },
      asks,
    ));

  test('an editor that can’t be asked tells', () =>
    withServer(
      async (client) => {
        await client.verdicts(URI, await client.open(URI, BANK));
        expect(await hints(client)).toEqual([]);
        await client.connection.sendNotification('workspace/didChangeConfiguration', {
          settings: { netsplit: { inlayHints: 'all' } },
        });
        expect(await hints(client)).toHaveLength(4);
      },
      { settings: { inlayHints: 'off' } },
    ));
});

describe('what an operation depends on', () => {
  test('as calls, there and back', () =>
    withServer(async (client) => {
      await client.open(URI, BANK);
      const [item] = await client.request<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', {
        textDocument,
        position: at(BANK, 'viewCart'),
      });
      expect(item).toMatchObject({ name: 'viewCart', uri: URI });
      const [store] = await client.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', { item });
      expect(store).toMatchObject({
        to: { name: 'cart', detail: 'store' },
        fromRanges: [{ start: at(BANK, 'read  cart', 6) }],
      });
      const callers = await client.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', {
        item: store?.to,
      });
      expect(callers.map(({ from }) => from.name)).toEqual(['addItem', 'viewCart']);
      expect(await client.request('callHierarchy/outgoingCalls', { item: { ...item, data: 'anything' } })).toEqual([]);
    }));
});

describe('what the extension is told', () => {
  test('how far the analysis is and what was looked at, and what became of each expectation', () =>
    withServer(
      async (client) => {
        const status: StatusParams[] = [];
        const expectations: ExpectationsParams[] = [];
        client.connection.onNotification(Notifications.status, (params: StatusParams) => void status.push(params));
        client.connection.onNotification(
          Notifications.expectations,
          (params: ExpectationsParams) => void expectations.push(params),
        );
        const text = BANK.replace('viewCart never error', 'viewCart never stale');
        await client.verdicts(URI, await client.open(URI, text));
        await client.request('textDocument/documentLink', { textDocument });
        expect(status).toEqual([
          { uri: URI, version: 1, state: 'analysing', looked: '' },
          { uri: URI, version: 1, state: 'analysed', looked: expect.stringContaining('cuts of 4 links') },
        ]);
        expect(expectations.map((one) => one.expectations.map((test) => test.status))).toEqual([
          ['pending', 'pending', 'pending'],
          ['holds', 'holds', 'fails'],
        ]);
        expect(expectations[1]?.expectations[2]).toMatchObject({
          label: 'viewCart never stale under any 1 link',
          range: { start: at(text, 'expect viewCart') },
          actual: expect.stringMatching(/^stale while replication lags for teller with no fault at all: /),
        });
      },
      { commands: true },
    ));

  test('of an expectation that is not judged: why, at once', () =>
    withServer(
      async (client) => {
        const told: ExpectationsParams[] = [];
        client.connection.onNotification(
          Notifications.expectations,
          (params: ExpectationsParams) => void told.push(params),
        );
        const text = `${BANK}expect nothing ok\n`;
        await client.verdicts(URI, await client.open(URI, text));
        await client.request('textDocument/documentLink', { textDocument });
        expect(told.map(({ expectations }) => expectations.at(-1))).toEqual(
          told.map(() => ({
            id: 'nothing ok',
            label: 'nothing ok',
            range: { start: at(text, 'expect nothing'), end: at(text, 'nothing ok', 10) },
            status: 'not judged',
            actual: expect.stringContaining('a mistake in line') as unknown,
            message: expect.stringContaining('a mistake in line') as unknown,
            bound: '',
          })),
        );
        expect(told).toHaveLength(2);
      },
      { commands: true },
    ));

  test('another editor is told nothing that it does not know', () =>
    withServer(async (client) => {
      const heard: unknown[] = [];
      client.connection.onNotification(Notifications.status, (params) => void heard.push(params));
      client.connection.onNotification(Notifications.expectations, (params) => void heard.push(params));
      await client.verdicts(URI, await client.open(URI, BANK));
      await client.request('textDocument/documentLink', { textDocument });
      expect(heard).toEqual([]);
    }));
});

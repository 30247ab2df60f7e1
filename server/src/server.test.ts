import { Notifications, Requests, type Choices, type ReportAnswer } from '#protocol';
import type {
  CodeAction,
  CompletionList,
  Diagnostic,
  DocumentSymbol,
  Hover,
  Location,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BANK } from './testing/bank.js';
import { at, bundle, remove, said, TestClient } from './testing/client.js';

const URI = 'file:///design/bank.cap';

let folder: string;
beforeAll(async () => {
  folder = await bundle();
});
afterAll(() => remove(folder));

/** A server of its own for each test: none sees what another left behind. */
async function withServer(run: (client: TestClient) => Promise<void>, initializationOptions?: unknown): Promise<void> {
  const client = await TestClient.start(folder, initializationOptions);
  try {
    await run(client);
  } finally {
    expect(await client.stop()).toBe(0);
  }
}

/** Position-free view of what is shown. */
function shown(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map((one) => `${String(one.code)}: ${one.message}`);
}

describe('diagnostics', () => {
  test('the bank example gets its verdicts, with code, documentation, version and related places', () =>
    withServer(async (client) => {
      const version = await client.open(URI, BANK);
      const found = await client.verdicts(URI, version);
      expect(client.published.at(-1)?.version).toBe(version);
      const onWithdraw = found.find((one) => one.range.start.line === at(BANK, 'operation withdraw').line);
      expect(onWithdraw?.message).toContain('withdraw');
      expect(onWithdraw?.source).toBe('netsplit');
      expect(onWithdraw?.codeDescription?.href).toBe(
        `file:///netsplit/docs/diagnostics/${String(onWithdraw?.code)}.md`,
      );
      expect(onWithdraw?.relatedInformation?.[0]?.location.uri).toBe(URI);
      // The hover says what there is to say of the place itself, and this would push it down.
      for (const { range, relatedInformation = [] } of found)
        expect(relatedInformation.map(({ location }) => location.range.start)).not.toContainEqual(range.start);
    }));

  test('without docsBase there is no link, and initialization options of any shape do no harm', async () => {
    for (const options of [null, 7, 'x', { docsBase: 3 }, { docsBase: '' }]) {
      await withServer(async (client) => {
        const found = await client.verdicts(URI, await client.open(URI, BANK));
        expect(found.length).toBeGreaterThan(0);
        expect(found.every((one) => one.codeDescription === undefined)).toBe(true);
      }, options);
    }
  });
});

describe('diagnostics of an edited text', () => {
  test('an edit changes the verdicts; taking it back brings the old ones', () =>
    withServer(async (client) => {
      const before = await client.verdicts(URI, await client.open(URI, BANK));
      const changed = BANK.replace('choose AP', 'choose CP');
      const after = await client.verdicts(URI, await client.change(URI, { text: changed }));
      expect(shown(after)).not.toEqual(shown(before));
      expect(shown(await client.verdicts(URI, await client.change(URI, { text: BANK })))).toEqual(shown(before));
    }));

  test('a comment is not analysed again: its verdicts are published at once, moved', () =>
    withServer(async (client) => {
      const before = await client.verdicts(URI, await client.open(URI, BANK));
      const already = client.published.length;
      const start = { line: 0, character: 0 };
      const after = await client.verdicts(
        URI,
        await client.change(URI, { range: { start, end: start }, text: '// one more line\n' }),
      );
      expect(client.published.length).toBe(already + 1);
      expect(shown(after)).toEqual(shown(before));
      expect(after.map((one) => one.range.start.line)).toEqual(before.map((one) => one.range.start.line + 1));
    }));

  test('a mistake is told beside the verdicts of the rest', () =>
    withServer(async (client) => {
      const before = await client.verdicts(URI, await client.open(URI, BANK));
      const after = await client.verdicts(URI, await client.change(URI, { text: `${BANK}store\n` }));
      expect(after.filter((one) => one.severity === 1).length).toBe(
        before.filter((one) => one.severity === 1).length + 1,
      );
      expect(shown(after)).toEqual(expect.arrayContaining(shown(before)));
    }));

  test('versions never go back, and nothing is published for a version after a newer one', () =>
    withServer(async (client) => {
      await client.open(URI, BANK);
      let version = 1;
      for (let i = 0; i < 30; i++)
        version = await client.change(URI, {
          text: BANK.replace('80ms', `${80 + i}ms`).replace('node eu1', i % 2 === 0 ? 'node eu1' : 'node eu1, eu2'),
        });
      await client.verdicts(URI, version);
      const versions = client.published.map((one) => one.version ?? 0);
      expect(versions).toEqual([...versions].sort((a, b) => a - b));
      expect(versions.at(-1)).toBe(version);
    }));

  test('closing takes them away', () =>
    withServer(async (client) => {
      await client.verdicts(URI, await client.open(URI, BANK));
      await client.close(URI);
      await client.until(() => client.published.at(-1)?.diagnostics.length === 0);
    }));
});

describe('what the server can do', () => {
  test('capabilities are those of the features', () =>
    withServer(async ({ initialized }) => {
      expect(initialized.capabilities).toMatchObject({
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: 2 },
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        documentSymbolProvider: true,
        renameProvider: { prepareProvider: true },
        codeActionProvider: { codeActionKinds: ['quickfix'] },
      });
      expect(initialized.capabilities.completionProvider).toBeDefined();
    }));
});

describe('reading', () => {
  test('hover, before the analysis and after it', () =>
    withServer(async (client) => {
      const version = await client.open(URI, BANK);
      const params = { textDocument: { uri: URI }, position: at(BANK, 'withdraw') };
      const early = await client.request<Hover>('textDocument/hover', params);
      expect(JSON.stringify(early.contents)).toContain('withdraw');
      await client.verdicts(URI, version);
      const late = await client.request<Hover>('textDocument/hover', params);
      expect(JSON.stringify(late.contents)).toContain('traveller');
      expect(JSON.stringify(late.contents)).toContain('unknown');
      expect(late.range).toEqual({
        start: params.position,
        end: { ...params.position, character: params.position.character + 'withdraw'.length },
      });
      expect(
        await client.request('textDocument/hover', { textDocument: { uri: URI }, position: { line: 0, character: 5 } }),
      ).toBeNull();
    }));

  test('completion in a broken file', () =>
    withServer(async (client) => {
      const text = `${BANK}operation more: read `;
      await client.open(URI, text);
      const lines = text.split('\n');
      const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
      const answer = await client.request<CompletionList>('textDocument/completion', {
        textDocument: { uri: URI },
        position,
      });
      expect(answer.items.map((item) => item.label)).toEqual(expect.arrayContaining(['accounts', 'cart']));
    }));
});

describe('names', () => {
  test('of very many names, a thousand that have what is typed in them are offered, and more as one types on', async () => {
    const client = await TestClient.start(folder);
    const names = Array.from({ length: 3000 }, (_, i) => `node n${i}\n`).join('');
    const uri = 'file:///many.cap';
    const offered = async (typed: string): Promise<CompletionList> => {
      const text = `${names}link n1 -- ${typed}`;
      await client.open(uri, text);
      const position = at(text, 'link n1 -- ', `link n1 -- ${typed}`.length);
      return client.request<CompletionList>('textDocument/completion', { textDocument: { uri }, position });
    };
    const all = await offered('n');
    expect([all.items.length, all.isIncomplete]).toEqual([1000, true]);
    const few = await offered('n2999');
    expect([few.items.map(({ label }) => label), few.isIncomplete]).toEqual([['n2999'], true]);
    await client.stop();
  });

  test('definition, references and rename speak of the same places', () =>
    withServer(async (client) => {
      await client.open(URI, BANK);
      const here = { textDocument: { uri: URI }, position: at(BANK, 'under atlantic', 8) };
      const definition = await client.request<Location>('textDocument/definition', here);
      expect(definition.range.start).toEqual(at(BANK, 'partition atlantic', 10));
      const references = await client.request<Location[]>('textDocument/references', {
        ...here,
        context: { includeDeclaration: true },
      });
      expect(references.length).toBe(3);
      expect(await client.request('textDocument/prepareRename', here)).toMatchObject({ placeholder: 'atlantic' });
      const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...here, newName: 'the ocean' });
      const edits = edit.changes?.[URI] ?? [];
      expect(edits.map((one) => one.range)).toEqual(references.map((one) => one.range));
      expect(new Set(edits.map((one) => one.newText))).toEqual(new Set(['"the ocean"']));
    }));

  test('a refused rename says why', () =>
    withServer(async (client) => {
      await client.open(URI, BANK);
      const textDocument = { uri: URI };
      await expect(
        client.request('textDocument/prepareRename', { textDocument, position: at(BANK, 'choose') }),
      ).rejects.toThrow('Only names');
      await expect(
        client.request('textDocument/rename', { textDocument, position: at(BANK, 'us1'), newName: 'eu1' }),
      ).rejects.toThrow('eu1');
    }));

  test('outline', () =>
    withServer(async (client) => {
      await client.open(URI, BANK);
      const outline = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
        textDocument: { uri: URI },
      });
      expect(outline.map((entry) => entry.name)).toEqual([
        'us',
        'eu',
        'us -- eu',
        'teller',
        'traveller',
        'accounts',
        'cart',
        'withdraw',
        'balance',
        'addItem',
        'viewCart',
        'atlantic',
      ]);
      expect(outline[0]?.children?.map((entry) => entry.name)).toEqual(['us1', 'us2']);
    }));
});

describe('quick fixes', () => {
  test('a misspelt name is mended by its quick fix', () =>
    withServer(async (client) => {
      const text = BANK.replace('read  accounts', 'read  acounts');
      const version = await client.open(URI, text);
      const before = await client.verdicts(URI, version);
      const mistake = before.find((one) => said(one).includes('acounts'));
      if (mistake === undefined) throw new Error('no diagnostic');
      const params = { textDocument: { uri: URI }, range: mistake.range, context: { diagnostics: [mistake] } };
      const actions = await client.request<CodeAction[]>('textDocument/codeAction', params);
      const edit = actions.map((action) => action.edit?.changes?.[URI]?.[0]).find((one) => one?.newText === 'accounts');
      if (edit === undefined) throw new Error('no fix');
      const after = await client.verdicts(URI, await client.change(URI, { range: edit.range, text: edit.newText }));
      expect(after.some((one) => said(one).includes('acounts'))).toBe(false);
      const onSave = { ...params, context: { diagnostics: [], only: ['source.fixAll'] } };
      expect(await client.request('textDocument/codeAction', onSave)).toEqual([]);
    }));

  test('the reason of an acceptance is the author’s to write: an editor that can selects it', async () => {
    const client = await TestClient.start(
      folder,
      {},
      { workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } } },
    );
    const text = BANK.replaceAll('viewCart', `"\${1:a}\\\\"`);
    await client.verdicts(URI, await client.open(URI, text));
    const range = { start: at(text, `"\${1:a}`), end: at(text, `"\${1:a}`) };
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: URI },
      range,
      context: { diagnostics: [] },
    });
    expect(actions.find(({ title }) => title === 'Accept: stale is intended…')?.edit).toEqual({
      documentChanges: [
        {
          textDocument: { uri: URI, version: 1 },
          edits: [
            {
              range: expect.anything() as unknown,
              snippet: {
                kind: 'snippet',
                value: `\naccept stale on "\\\${1:a\\}\\\\\\\\" "\${1:say why this is fine}"`,
              },
            },
          ],
        },
      ],
    });
    expect(await client.stop()).toBe(0);
  });
});

test('a document that is not open is answered with emptiness', () =>
  withServer(async (client) => {
    const here = { textDocument: { uri: 'file:///nowhere.cap' }, position: { line: 3, character: 2 } };
    expect(await client.request('textDocument/hover', here)).toBeNull();
    expect(await client.request('textDocument/documentSymbol', here)).toBeNull();
    expect(await client.request(Requests.choices, { uri: here.textDocument.uri })).toEqual({
      operations: [],
      partitions: [],
      links: [],
      nodes: [],
    });
    expect(await client.request(Requests.report, { kind: 'all', uri: here.textDocument.uri })).toMatchObject({
      kind: 'message',
    });
  }));

describe('reports', () => {
  test('what can be broken', () =>
    withServer(async (client) => {
      await client.open(URI, BANK);
      const choices = await client.request<Choices>(Requests.choices, { uri: URI });
      expect(choices.partitions).toEqual([{ name: 'atlantic', detail: 'us | eu' }]);
      expect(choices.links.map((link) => link.id)).toEqual(expect.arrayContaining(['us--eu', 'us1--us']));
      expect(choices.nodes.map((node) => node.name)).toEqual(['us1', 'us2', 'eu1']);
      expect(choices.operations).toContain('withdraw');
    }));

  test('each report waits for the newest version and says of which it is', () =>
    withServer(async (client) => {
      await client.open(URI, BANK);
      const version = await client.change(URI, { text: BANK.replace('80ms', '90ms') });
      const queries = [
        { kind: 'all' },
        { kind: 'expectations' },
        { kind: 'explain', position: at(BANK, 'withdraw') },
        { kind: 'partition', fault: { kind: 'partition', name: 'atlantic' } },
        { kind: 'partition', fault: { kind: 'custom', links: ['us--eu'], nodes: ['us1'] } },
      ];
      for (const query of queries) {
        const answer = await client.request<ReportAnswer>(Requests.report, { ...query, uri: URI });
        if (answer.kind !== 'report') throw new Error(answer.message);
        expect(answer.version).toBe(version);
        expect(answer.ranges.map((rows) => rows.length)).toEqual(
          answer.report.sections.map((section) => section.table?.rows.length ?? 0),
        );
      }
    }));
});

test('advice is searched for in the worker, by the name of an operation; an edited text gets its own', () =>
  withServer(async (client) => {
    // Both voters are needed, so a third one helps, wherever it is.
    const text =
      'node a, b, w fails 1%\nclient k\nlink k -- a\nlink k -- b\nlink k -- w\nmesh a, b, w 1ms\n' +
      'store s on a, b { replicate consensus leader a }\noperation put: write s from k\n';
    await client.open(URI, text);
    const ask = (operation?: string): Promise<ReportAnswer> =>
      client.request<ReportAnswer>(Requests.report, { kind: 'advise', uri: URI, operation, replicas: 1, links: 0 });
    const rows = (answer: ReportAnswer): string[] => {
      if (answer.kind !== 'report') throw new Error(answer.message);
      return answer.report.sections.flatMap(({ table }) => table?.rows.map(({ cells }) => cells[1]?.text ?? '') ?? []);
    };
    expect(rows(await ask('put'))).toContain('a replica in w');
    expect(await ask('get')).toMatchObject({ kind: 'message', message: expect.stringContaining('`get`') as string });
    await client.change(URI, { text: text.replace('on a, b {', 'on a, b, w {') });
    expect(rows(await ask())).not.toContain('a replica in w');
  }));

describe('reports that compare', () => {
  test('the present text beside an earlier one', () =>
    withServer(async (client) => {
      await client.open(URI, BANK.replace('choose CP', 'choose AP'));
      const compare = (text: string): Promise<ReportAnswer> =>
        client.request<ReportAnswer>(Requests.report, {
          kind: 'compare',
          uri: URI,
          before: { name: 'as it was', text },
        });
      const answer = await compare(BANK);
      if (answer.kind !== 'report') throw new Error(answer.message);
      expect(answer.report.title).toBe('From as it was to the text now');
      const [worse] = answer.report.sections;
      expect(worse?.heading).toBe('Worse');
      expect(worse?.table?.rows.map(({ cells }) => cells.map(({ text }) => text).slice(0, 3))).toContainEqual([
        'withdraw',
        'traveller',
        'atlantic',
      ]);
      // The same text, and one that is not a design.
      expect(await compare(BANK.replace('choose CP', 'choose AP'))).toMatchObject({
        kind: 'report',
        report: { summary: expect.stringContaining('No verdict has changed') },
      });
      const wrong = await compare('node node node');
      expect(wrong).toMatchObject({
        kind: 'report',
        report: {
          sections: [
            {
              heading: 'Not compared',
              paragraphs: expect.arrayContaining([expect.stringContaining('as it was has errors')]),
            },
          ],
        },
      });
    }));
});

describe('what reports say beside', () => {
  test('what is no longer in the file is named', () =>
    withServer(async (client) => {
      await client.open(URI, BANK);
      const fault = { kind: 'custom', links: ['us--ap'], nodes: [] };
      expect(await client.request(Requests.report, { kind: 'partition', uri: URI, fault })).toMatchObject({
        kind: 'message',
        message: expect.stringContaining('us--ap'),
      });
    }));

  test('the notification names the version', () =>
    withServer(async (client) => {
      const heard: unknown[] = [];
      client.connection.onNotification(Notifications.analysed, (params) => void heard.push(params));
      // The client's own listener was replaced: the test waits for its diagnostics instead.
      await client.open(URI, BANK);
      await client.until(() => (client.published.at(-1)?.diagnostics.length ?? 0) > 0);
      await client.request(Requests.report, { kind: 'all', uri: URI });
      expect(heard).toEqual([{ uri: URI, version: 1 }]);
    }));
});

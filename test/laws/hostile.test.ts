// Text from a design is shown as text everywhere: never markup, a link, a command for a terminal, or a line of its own.
// A design with hostile names and one with names that mean nothing must have the same markup in every output; plain
// text must have no invisible characters in it.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { marked } from 'marked';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver';
import {
  ClientCommands,
  Notifications,
  Requests,
  type ExpectationsParams,
  type StatusParams,
} from '../../protocol/src/index.js';
import { bundle, remove, TestClient } from '../../server/src/testing/client.js';
import { runCli } from '../../cli/src/testing/runCli.js';
import { LineIndex } from '../../core/src/base/lineIndex.js';
import { HOSTILE_NAMES, mistakenDesign, namedDesign, TAME_NAMES } from '../../core/src/testing/hostileDesign.js';

/** Terminals obey some of these, and some turn a line around. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** What plain text must not have in it; empty where all is well. */
function unseen(text: string): readonly string[] {
  const found = text
    .split('\n')
    .flatMap((line) => [...(line.match(UNSEEN) ?? []), ...(line.startsWith('FORGED') ? ['a line of its own'] : [])]);
  return [...new Set(found)].map((one) => (one.length > 2 ? one : `U+${(one.codePointAt(0) ?? 0).toString(16)}`));
}

/** The markup of a text, without everything that is text in it: the same for any names. */
const MARKUP: Readonly<Record<string, (text: string) => string>> = {
  markdown: (text) => html(marked.parse(text.replace(/(?<=```mermaid\n)[^]*?(?=```)/g, mermaid), { async: false })),
  // How many lines a sentence of a picture takes depends on where it can be broken.
  html,
  mermaid,
  // An entity would be replaced, and `<` counts only if no quote stands before it.
  dot: (text) => text.replace(/"(?:[^"\\\n]|\\.)*"/g, (label) => `"${label.replace(/[^&]|&amp;/g, '')}"`),
  promela: (text) =>
    text
      .replace(/\/\*[^]*?\*\//g, '/**/')
      .replace(/\w+/g, 'x')
      .replace(/[ \n]+/g, ' '),
};

function html(text: string): string {
  return text
    .replace(/&(?:amp|lt|gt|quot|#39);/g, '')
    .replace(/="[^"<>]*"/g, '=""')
    .replace(/>[^<>]+</g, '><')
    .replace(/(<text [^<>]*><\/text>)\1+/g, '$1');
}

function mermaid(text: string): string {
  return text.replace(
    /"[^"\n]*"/g,
    (label) =>
      `"${label
        .replace(/#\d+;/g, '')
        .replace(/<br\/>/g, '\n')
        .replace(/[^<>&;"`\n]/g, '')}"`,
  );
}

const folder = mkdtempSync(path.join(tmpdir(), 'netsplit-hostile-'));
/** File names are names as well. */
const FILES = { hostile: '<i>\u202E[f](command:x)\u001B[31m.cap', tame: `${'q'.repeat(20)}.cap` };
const BROKEN = { hostile: '\u009Bbroken $(x).cap', tame: 'broken.cap' };

beforeAll(() => {
  writeFileSync(path.join(folder, FILES.hostile), namedDesign(HOSTILE_NAMES));
  writeFileSync(path.join(folder, FILES.tame), namedDesign(TAME_NAMES));
  writeFileSync(path.join(folder, BROKEN.hostile), mistakenDesign(HOSTILE_NAMES));
  writeFileSync(path.join(folder, BROKEN.tame), mistakenDesign(TAME_NAMES));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Names = typeof HOSTILE_NAMES | typeof TAME_NAMES;

/** Everything that the command line prints of a design, by what it is. */
const OUTPUTS: readonly {
  readonly kind: 'text' | 'json' | keyof typeof MARKUP;
  readonly args: (file: string, broken: string, names: Names) => readonly string[];
}[] = [
  { kind: 'text', args: (file) => ['check', file] },
  { kind: 'text', args: (_, broken) => ['check', broken] },
  { kind: 'text', args: (file, broken) => ['check', file, broken, '--color'] },
  { kind: 'json', args: (file, broken) => ['check', file, broken, '--format', 'json'] },
  { kind: 'text', args: (file, _, { partition }) => ['simulate', file, '--under', partition, '--trace'] },
  { kind: 'text', args: (file, _, { partition }) => ['simulate', file, '--under', partition, '--trace', '--color'] },
  {
    kind: 'markdown',
    args: (file, _, { partition }) => ['simulate', file, '--under', partition, '--trace', '--format', 'markdown'],
  },
  {
    kind: 'json',
    args: (file, _, { partition }) => ['simulate', file, '--under', partition, '--trace', '--format', 'json'],
  },
  { kind: 'text', args: (file, _, { unknown }) => ['simulate', file, '--under', unknown] },
  ...(['operationA', 'operationB', 'operationC'] as const).flatMap((operation) => [
    {
      kind: 'text',
      args: (file: string, _: string, names: Names) => ['explain', file, '--operation', names[operation], '--trace'],
    },
    {
      kind: 'markdown',
      args: (file: string, _: string, names: Names) => [
        'explain',
        file,
        '--operation',
        names[operation],
        '--trace',
        '--format',
        'markdown',
      ],
    },
    {
      kind: 'json',
      args: (file: string, _: string, names: Names) => [
        'explain',
        file,
        '--operation',
        names[operation],
        '--format',
        'json',
      ],
    },
  ]),
  {
    kind: 'text',
    args: (file, _, { operationA, unknown }) => ['explain', file, '--operation', operationA, '--from', unknown],
  },
  { kind: 'text', args: (file, broken) => ['diff', file, broken] },
  { kind: 'markdown', args: (file, broken) => ['diff', broken, file, '--format', 'markdown'] },
  { kind: 'html', args: (file) => ['diagram', file] },
  {
    kind: 'html',
    args: (file, _, { partition, operationA }) => [
      'diagram',
      file,
      '--partition',
      partition,
      '--operation',
      operationA,
    ],
  },
  {
    kind: 'mermaid',
    args: (file, _, { partition, storeA }) => [
      'diagram',
      file,
      '--format',
      'mermaid',
      '--partition',
      partition,
      '--store',
      storeA,
    ],
  },
  {
    kind: 'dot',
    args: (file, _, { partition, storeA }) => [
      'diagram',
      file,
      '--format',
      'dot',
      '--partition',
      partition,
      '--store',
      storeA,
    ],
  },
  { kind: 'html', args: (file, _, { operationA }) => ['timeline', file, '--operation', operationA] },
  {
    kind: 'text',
    args: (file, _, { operationA }) => ['timeline', file, '--operation', operationA, '--format', 'text'],
  },
  {
    kind: 'markdown',
    args: (file, _, { operationA }) => ['timeline', file, '--operation', operationA, '--format', 'markdown'],
  },
  { kind: 'html', args: (file) => ['report', file] },
  { kind: 'markdown', args: (file) => ['report', file, '--format', 'md'] },
  { kind: 'html', args: (file) => ['report', file, '--format', 'svg'] },
  {
    kind: 'html',
    args: (file, _, { operationA, partition }) => ['timeline', file, '--operation', operationA, '--under', partition],
  },
  { kind: 'promela', args: (file) => ['export', file] },
  { kind: 'text', args: (_, broken) => ['export', broken] },
  { kind: 'text', args: (file, broken) => ['fmt', '--check', file, broken] },
  { kind: 'text', args: (file) => ['check', `${file}.missing`] },
];

describe('on the command line', () => {
  for (const { kind, args } of OUTPUTS) {
    const hostile = args(FILES.hostile, BROKEN.hostile, HOSTILE_NAMES);
    test(`${args('FILE', 'BROKEN', TAME_NAMES).join(' ')}: ${kind}`, async () => {
      const { out, err } = await runCli(hostile, { cwd: folder });
      expect(unseen(err), 'on the error stream').toEqual([]);
      // What colours a line is ours; what a name holds would be left.
      expect(unseen(out.replace(hostile.includes('--color') ? /\x1B\[\d*m/g : /(?!)/g, ''))).toEqual([]);
      expect(out + err).not.toBe('');
      if (kind === 'json')
        expect(
          Object.values(HOSTILE_NAMES).some((name) => JSON.stringify(JSON.parse(out)).includes(JSON.stringify(name))),
          'for a program, names are as they are',
        ).toBe(true);
      const markup = MARKUP[kind];
      if (markup === undefined) return;
      const tame = await runCli(args(FILES.tame, BROKEN.tame, TAME_NAMES), { cwd: folder });
      expect(markup(out)).toBe(markup(tame.out));
      expect(markup(out)).not.toBe('');
    });
  }
});

describe('in an editor', () => {
  let server: string;
  beforeAll(async () => {
    server = await bundle();
  });
  afterAll(() => remove(server));

  /** Not shown to anybody: what is written into the file, looked for, or handed back to say which thing is meant. */
  const NOT_SHOWN = new Set([
    'newText',
    'filterText',
    'placeholder',
    'data',
    'uri',
    'id',
    'fault',
    'changes',
    'edit',
    'arguments',
    'diagnostics',
    'codeDescription',
    'range',
    'target',
    'runs',
    'style',
  ]);
  /** Names of the design in a picture's and a choice's answer say which thing is meant as well. */
  const NAMED = new Set(['partitions', 'stores', 'operations', 'vertices', 'nodes', 'selection']);

  interface Shown {
    readonly plain: string[];
    readonly markdown: string[];
    readonly svg: string[];
  }

  /** Every text in an answer, by whether the editor takes it for Markdown. */
  function collect(value: unknown, into: Shown): void {
    if (typeof value === 'string') into.plain.push(value);
    if (typeof value !== 'object' || value === null) return;
    if ('kind' in value && value.kind === 'markdown' && 'value' in value) {
      into.markdown.push(String(value.value));
      return;
    }
    for (const [key, one] of Object.entries(value)) {
      if (NAMED.has(key))
        for (const thing of [one].flat()) collect(typeof thing === 'object' ? { ...thing, name: '' } : '', into);
      else if (!NOT_SHOWN.has(key)) collect(one, into);
    }
  }

  /** All that an editor is told of a design, asked at every name and before it. */
  async function told(names: Names, text: string, isJudged: boolean): Promise<Shown> {
    const client = await TestClient.start(
      server,
      { commands: true },
      { textDocument: { publishDiagnostics: { relatedInformation: true } } },
    );
    const uri = 'file:///designs/named.cap';
    const textDocument = { uri };
    const into: Shown = { plain: [], markdown: [], svg: [] };
    const tests = new Set<string>();
    client.connection.onNotification(Notifications.status, (params: StatusParams) => collect(params, into));
    client.connection.onNotification(Notifications.expectations, (params: ExpectationsParams) => {
      collect(params, into);
      for (const { id } of params.expectations) tests.add(id);
    });
    collect(await client.verdicts(uri, await client.open(uri, text)), into);
    const lines = new LineIndex(text);
    const end = lines.position(text.length);
    const range = { start: { line: 0, character: 0 }, end };
    const fault = { links: [], oneWays: [], nodes: [names.nodeA], zones: [] };
    const all: readonly (readonly [string, object])[] = [
      ['textDocument/documentSymbol', { textDocument }],
      ['workspace/symbol', { query: '' }],
      ['textDocument/inlayHint', { textDocument, range }],
      ['textDocument/codeLens', { textDocument }],
      ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }],
      ['textDocument/documentLink', { textDocument }],
      [Requests.choices, { uri }],
      [Requests.report, { kind: 'all', uri }],
      [Requests.report, { kind: 'expectations', uri }],
      [
        Requests.report,
        {
          kind: 'compare',
          uri,
          before: { name: `${names.unknown}.cap`, text: text.replaceAll('siblings', 'discard') },
        },
      ],
      [Requests.report, { kind: 'partition', uri, fault: { kind: 'partition', name: names.partition } }],
      [Requests.report, { kind: 'partition', uri, fault: { kind: 'partition', name: names.unknown } }],
      [Requests.diagram, { uri, fault }],
      [Requests.timelineChoices, { uri }],
      ...[names.operationA, names.operationB, names.operationC, names.unknown].flatMap((operation) => [
        [Requests.timeline, { uri, target: { operation } }] as const,
        [Requests.timeline, { uri, target: { operation, client: names.unknown, fault } }] as const,
      ]),
      [
        Requests.diagram,
        {
          uri,
          fault: { ...fault, partition: names.partition },
          selection: { kind: 'operation', name: names.operationA },
        },
      ],
      ...[...text.matchAll(/"(?:[^"\\\n]|\\.)*"|\b(?:read|write|choose|replicate|needs|expect|accept) /g)].flatMap(
        ({ index }) => {
          const at = { textDocument, position: lines.position(index + 1) };
          return [
            ['textDocument/hover', at],
            ['textDocument/completion', { textDocument, position: lines.position(index) }],
            ['textDocument/signatureHelp', at],
            ['textDocument/prepareCallHierarchy', at],
            ['textDocument/rename', { ...at, newName: names.nodeB }],
            ['textDocument/rename', { ...at, newName: names.storeA }],
            [Requests.report, { kind: 'explain', uri, position: at.position }],
          ] as const;
        },
      ),
    ];
    for (const id of tests) collect(await client.request(Requests.expectationRun, { uri, id }), into);
    for (const of of [
      { kind: 'diagram', query: { uri, fault } },
      { kind: 'timeline', query: { uri, target: { operation: names.operationA, client: names.clientB, fault } } },
    ]) {
      const { svg, ...rest } = await client.request<{ readonly svg?: string }>(Requests.picture, { of, format: 'svg' });
      collect(rest, into);
      // Of what is not judged there is no run to draw.
      expect(svg !== undefined || (!isJudged && of.kind === 'timeline')).toBe(true);
      if (svg !== undefined) into.svg.push(svg);
    }
    // A fix is offered once it has been tried, and no event tells when: an editor asks again as well. Where nothing is
    // judged, nothing is tried.
    for (;;) {
      const offered = await client.request<CodeAction[]>('textDocument/codeAction', {
        textDocument,
        range,
        context: { diagnostics: [] },
      });
      if (isJudged && !offered.some(({ title }) => title.startsWith('Expect what holds'))) continue;
      collect(offered, into);
      break;
    }
    for (const [method, params] of all) {
      const answer = await client
        .request<unknown>(method, params)
        .catch((error: unknown) => (error instanceof Error ? error.message : ''));
      collect(answer, into);
      if (!method.endsWith('prepareCallHierarchy') || !Array.isArray(answer)) continue;
      for (const item of answer)
        for (const calls of ['callHierarchy/incomingCalls', 'callHierarchy/outgoingCalls'])
          collect(await client.request(calls, { item: item as object }), into);
    }
    into.plain.push(...client.messages);
    expect(client.logs).toEqual([]);
    await client.stop();
    return into;
  }

  for (const [what, design, isJudged] of [
    ['sound', namedDesign, true],
    ['with mistakes', mistakenDesign, false],
  ] as const) {
    test(`a design, ${what}`, async () => {
      const hostile = await told(HOSTILE_NAMES, design(HOSTILE_NAMES), isJudged);
      const tame = await told(TAME_NAMES, design(TAME_NAMES), isJudged);
      expect(hostile.plain.length).toBeGreaterThan(500);
      expect(hostile.plain.filter((text) => text.includes('\n') || unseen(text).length > 0)).toEqual([]);
      expect(hostile.markdown.filter((text) => unseen(text).length > 0)).toEqual([]);
      expect(hostile.svg.flatMap(unseen)).toEqual([]);
      expect(hostile.svg.map((text) => MARKUP['html']?.(text))).toEqual(tame.svg.map((text) => MARKUP['html']?.(text)));
      expect(
        hostile.plain.some((title) => /^(Add|Choose|Write) .*: /.test(title)),
        'a fix that was tried',
      ).toBe(true);
      expect(hostile.markdown.length).toBeGreaterThan(100);
      // A link runs a command of ours or there is none: the client trusts no other, and a name makes none.
      const links = hostile.markdown.flatMap((text) =>
        [...text.replace(/\\[^]/g, '').matchAll(/\]\(([^)]*)\)/g)].map(([, address = '']) => address),
      );
      // Most lead to runs of verdicts.
      if (isJudged) expect(links.length).toBeGreaterThan(10);
      expect(
        links.filter(
          (address) =>
            !Object.values(ClientCommands).some((id) =>
              new RegExp(`^command:${id.replace('.', '\\.')}\\?[A-Za-z0-9%]+ "[A-Za-z, ]+"$`).test(address),
            ),
        ),
      ).toEqual([]);
      expect(hostile.markdown.map((text) => MARKUP['markdown']?.(text))).toEqual(
        tame.markdown.map((text) => MARKUP['markdown']?.(text)),
      );
    });
  }
});

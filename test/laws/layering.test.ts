// docs/architecture.md draws these directions; here they are enforced.

import ts from 'typescript';
import { expect, test } from 'vitest';
import { files, importsOf, nodesOf, read, readJson, sources, type Import } from './sources.js';

/** Each row may import from the rows above it. */
const LAYERS = [
  ['base'],
  ['checks'],
  ['syntax'],
  ['model'],
  ['network'],
  // Two answers to the same question, neither made from the other.
  ['engine', 'simulate'],
  ['review'],
  ['render', 'export'],
  ['experiment', 'observe', 'findings'],
  ['ide'],
  ['fixes', 'import'],
  ['advise'],
  ['analyze'],
  ['index'],
];

const imports = sources.flatMap(importsOf);
const within =
  (folder: string) =>
  (file: string): boolean =>
    file.startsWith(`${folder}/`);
const shown = ({ from, to }: Import): string => `${from} → ${to}`;

test('the core consists of the known layers', () => {
  const names = new Set(sources.filter(within('core')).map(layerOf));
  expect([...names].filter((name) => !LAYERS.flat().includes(name))).toEqual([]);
});

test('inside the core, imports go from later layers to earlier ones', () => {
  const rank = (file: string): number => LAYERS.findIndex((row) => row.includes(layerOf(file)));
  const inside = imports.filter(({ from, to, isPackage }) => !isPackage && within('core')(from) && within('core')(to));
  const wrong = inside.filter(({ from, to }) => layerOf(from) !== layerOf(to) && rank(to) >= rank(from));
  expect(wrong.map(shown)).toEqual([]);
});

test('the naive engine is independent of the engine: only the comparison sees both', () => {
  const naive = files.filter((file) => within('core/src/testing/naive')(file) && !file.endsWith('compare.test.ts'));
  expect(naive.length).toBeGreaterThan(0);
  // The model is what both are asked about; which levels a scheme has belongs to it.
  const wrong = naive
    .flatMap(importsOf)
    .filter(
      ({ to, isPackage }) => !isPackage && !within('core/src/testing/naive')(to) && !within('core/src/model')(to),
    );
  expect(wrong.map(shown)).toEqual([]);
});

test('an export is independent of the engine: what it writes is a second statement of the semantics', () => {
  const exporters = sources.filter(within('core/src/export'));
  expect(exporters.length).toBeGreaterThan(0);
  const allowed = ['core/src/export', 'core/src/base', 'core/src/model', 'core/src/network'];
  const wrong = exporters
    .flatMap(importsOf)
    .filter(({ to, isPackage }) => isPackage || !allowed.some((folder) => within(folder)(to)));
  expect(wrong.map(shown)).toEqual([]);
});

test('others see of the core its façade, and of the protocol its one file', () => {
  const wrong = imports.filter(({ from, to, isPackage }) => {
    // The manifest belongs to everyone: the CLI's version is its version.
    if (isPackage || folderOf(from) === folderOf(to) || to === 'package.json') return false;
    // The protocol carries reports and pictures: it takes their types, and no code, from where they are made. The
    // interactive page is that of the diagram panel, with the core in it.
    return !(
      (folderOf(from) === 'page' && (folderOf(to) === 'webview' || to === 'client/src/panels/diagramPage')) ||
      (folderOf(from) === 'protocol' &&
        ['core/src/render/reports/document', 'core/src/render/diagram/scene'].includes(to))
    );
  });
  expect(wrong.map(shown)).toEqual([]);
});

test('packages are imported where they belong', () => {
  const allowed: Record<string, (name: string) => boolean> = {
    core: (name) => name === 'chevrotain' || name === '@dagrejs/dagre' || name === 'tinyqueue',
    disk: (name) => /^(#core|node:fs|node:path|node:util)$/.test(name),
    protocol: () => false,
    server: (name) => /^(#core|#disk|#protocol|node:.*|vscode-languageserver.*)$/.test(name),
    client: (name) => /^(#protocol|node:.*|vscode|vscode-languageclient.*)$/.test(name),
    webview: (name) => name === '#protocol',
    page: (name) => name === '#core' || name === '#protocol' || name.startsWith('@codemirror/'),
    cli: (name) => /^(#core|#disk|node:.*|commander|fflate|picocolors|yaml)$/.test(name),
    mcp: (name) => /^(#core|#disk|node:.*|@modelcontextprotocol\/server(\/stdio)?|zod)$/.test(name),
  };
  // A bundle of its own: who runs a check does not load it.
  const bundleOf = (from: string): string => (within('cli/src/mcp')(from) ? 'mcp' : folderOf(from));
  const wrong = imports.filter(({ from, to, isPackage }) => isPackage && !allowed[bundleOf(from)]?.(to));
  expect(wrong.map(shown)).toEqual([]);
});

test('only syntax/ knows the parser library', () => {
  const wrong = imports.filter(({ from, to }) => to === 'chevrotain' && !from.startsWith('core/src/syntax/'));
  expect(wrong.map(shown)).toEqual([]);
});

test('only the layout of pictures knows the layout library', () => {
  const wrong = imports.filter(
    ({ from, to }) => to === '@dagrejs/dagre' && from !== 'core/src/render/diagram/arrange.ts',
  );
  expect(wrong.map(shown)).toEqual([]);
});

test('only the editor of the playground knows the editor library', () => {
  const wrong = imports.filter(
    ({ from, to }) => to.startsWith('@codemirror/') && !/^page\/src\/play\/(editor|noLanguage)/.test(from),
  );
  expect(wrong.map(shown)).toEqual([]);
});

test('the page of the playground has the types of the core, and its worker the core', () => {
  // What the worker is made of.
  const worker = /^page\/src\/(design|explored|timelineRun|play\/(worker|workbench))\.ts$/;
  const own = sources.filter((file) => within('page/src')(file) && !worker.test(file));
  const interactive = /^page\/src\/(host|reports|source)\.ts$/;
  const wrong = own
    .filter((file) => !interactive.test(file))
    .flatMap((file) =>
      [...nodesOf(file)]
        .filter(
          (node) => ts.isImportDeclaration(node) && node.moduleSpecifier.getText() === "'#core'" && takesCode(node),
        )
        .map(() => file),
    );
  expect(wrong).toEqual([]);
});

test('only pages are compiled against the DOM, and core, protocol and pages without Node', () => {
  for (const folder of ['core', 'disk', 'protocol', 'server', 'client', 'webview', 'page', 'cli']) {
    const { lib, types } = readJson<{ compilerOptions: { lib: string[]; types: string[] } }>(
      `${folder}/tsconfig.json`,
    ).compilerOptions;
    expect({ folder, dom: lib.includes('DOM') }).toEqual({ folder, dom: ['webview', 'page'].includes(folder) });
    if (['core', 'protocol', 'webview', 'page'].includes(folder))
      expect({ folder, types }).toEqual({ folder, types: [] });
  }
});

test('the core is a function of its input: no clock, no chance, no console, no process', () => {
  const clocks = ['Date', 'performance', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'];
  const impure = new Set([...clocks, 'console', 'process', 'crypto', 'globalThis', 'require']);
  const wrong: string[] = [];
  for (const file of sources.filter(within('core'))) {
    for (const node of nodesOf(file)) {
      const isName = ts.isIdentifier(node) && impure.has(node.text) && !isOwnName(node);
      const isChance = ts.isPropertyAccessExpression(node) && node.getText() === 'Math.random';
      if (isName || isChance) wrong.push(`${file}: ${node.getText()}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('the protocol is types and names: nothing in it runs', () => {
  const wrong: string[] = [];
  for (const file of sources.filter(within('protocol'))) {
    for (const node of nodesOf(file)) if (runs(node) || takesCode(node)) wrong.push(`${file}: ${node.getText()}`);
  }
  expect(wrong).toEqual([]);
});

test('scripts load with nothing installed: they import packages only when they need them', () => {
  const wrong: string[] = [];
  for (const file of files.filter(
    (name) => /^scripts\/.*\.mjs$/.test(name) || name === 'test/host/run.mjs' || name === 'test/host/web.mjs',
  )) {
    // An `import(…)` inside a function is for later: only what loads with the file counts here.
    for (const statement of ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest).statements) {
      if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
      const name = statement.moduleSpecifier.text;
      if (!/^(node:|\.)/.test(name)) wrong.push(`${file} → ${name}`);
    }
  }
  expect(wrong).toEqual([]);
});

/** "core/src/engine/facts.ts" is in the layer engine, "core/src/index.ts" is the layer index. */
function layerOf(file: string): string {
  return (file.split('/')[2] ?? '').replace(/\.ts$/, '');
}

function folderOf(file: string): string {
  return file.split('/')[0] ?? '';
}

function runs(node: ts.Node): boolean {
  if (
    ts.isCallExpression(node) ||
    ts.isNewExpression(node) ||
    ts.isClassDeclaration(node) ||
    ts.isEnumDeclaration(node)
  )
    return true;
  return ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;
}

function takesCode(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node)) return node.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword;
  return ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined && !node.isTypeOnly;
}

/** A property or a declaration that happens to be called so is not the global. */
function isOwnName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (ts.isPropertyAccessExpression(parent) && parent.name === node) || ('name' in parent && parent.name === node);
}

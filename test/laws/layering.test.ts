// docs/architecture.md draws these directions; here they are enforced.

import ts from 'typescript';
import { expect, test } from 'vitest';
import { files, importsOf, nodesOf, read, readJson, sources, type Import } from './sources.js';

/** Each row may import from the rows above it. Within a row, nobody imports from a neighbour. */
const LAYERS = [['base'], ['syntax'], ['model'], ['network'], ['engine', 'simulate'], ['checks'], ['render'], ['ide'], ['analyze'], ['index']];

const imports = sources.flatMap(importsOf);
const within = (folder: string) => (file: string): boolean => file.startsWith(`${folder}/`);
const shown = ({ from, to }: Import): string => `${from} → ${to}`;

test('the core consists of the known layers', () => {
  const names = new Set(sources.filter(within('core')).map(layerOf));
  expect([...names].filter((name) => !LAYERS.flat().includes(name))).toEqual([]);
});

test('inside the core, imports go from later layers to earlier ones', () => {
  const rank = (file: string): number => LAYERS.findIndex((row) => row.includes(layerOf(file)));
  const wrong = imports.filter(
    ({ from, to, isPackage }) => !isPackage && within('core')(from) && within('core')(to) && layerOf(from) !== layerOf(to) && rank(to) >= rank(from),
  );
  expect(wrong.map(shown)).toEqual([]);
});

test('others see of the core its façade, and of the protocol its one file', () => {
  const wrong = imports.filter(({ from, to, isPackage }) => {
    if (isPackage || folderOf(from) === folderOf(to)) return false;
    // The protocol carries reports: it takes their type, and no code, from where they are made.
    return !(folderOf(from) === 'protocol' && to === 'core/src/render/document');
  });
  expect(wrong.map(shown)).toEqual([]);
});

test('packages are imported where they belong', () => {
  const allowed: Record<string, (name: string) => boolean> = {
    core: (name) => name === 'chevrotain',
    protocol: () => false,
    server: (name) => name === '#core' || name === '#protocol' || name.startsWith('vscode-languageserver') || name.startsWith('node:'),
    client: (name) => name === '#protocol' || name === 'vscode' || name.startsWith('vscode-languageclient') || name.startsWith('node:'),
    webview: (name) => name === '#protocol',
    cli: (name) => name === '#core' || ['commander', 'picocolors', 'tinyglobby'].includes(name) || name.startsWith('node:'),
  };
  const wrong = imports.filter(({ from, to, isPackage }) => isPackage && !allowed[folderOf(from)]?.(to));
  expect(wrong.map(shown)).toEqual([]);
});

test('only syntax/ knows the parser library', () => {
  const wrong = imports.filter(({ from, to }) => to === 'chevrotain' && !from.startsWith('core/src/syntax/'));
  expect(wrong.map(shown)).toEqual([]);
});

test('only the webview is compiled against the DOM, and core, protocol and webview without Node', () => {
  for (const folder of ['core', 'protocol', 'server', 'client', 'webview', 'cli']) {
    const { lib, types } = readJson(`${folder}/tsconfig.json`).compilerOptions;
    expect({ folder, dom: lib.includes('DOM') }).toEqual({ folder, dom: folder === 'webview' });
    if (['core', 'protocol', 'webview'].includes(folder)) expect({ folder, types }).toEqual({ folder, types: [] });
  }
});

test('the core is a function of its input: no clock, no chance, no console, no process', () => {
  const impure = new Set(['Date', 'console', 'process', 'performance', 'crypto', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'globalThis', 'require']);
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
    for (const node of nodesOf(file)) {
      const runs = ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isFunctionLike(node) && 'body' in node && node.body !== undefined || ts.isClassDeclaration(node) || ts.isEnumDeclaration(node);
      const importsCode = ts.isImportDeclaration(node) && node.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword || ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined && !node.isTypeOnly;
      if (runs || importsCode) wrong.push(`${file}: ${node.getText()}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('scripts load with nothing installed: they import packages only when they need them', () => {
  const scripts = files.filter((file) => /^scripts\/.*\.mjs$/.test(file) || file === 'test/host/run.mjs');
  const wrong = scripts.flatMap((file) => {
    const imported = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest).statements.filter(ts.isImportDeclaration);
    return imported.map((node) => (node.moduleSpecifier as ts.StringLiteral).text).filter((name) => !/^(node:|\.)/.test(name)).map((name) => `${file} → ${name}`);
  });
  expect(wrong).toEqual([]);
});

/** "core/src/engine/facts.ts" is in the layer engine, "core/src/index.ts" is the layer index. */
function layerOf(file: string): string {
  return (file.split('/')[2] ?? '').replace(/\.ts$/, '');
}

function folderOf(file: string): string {
  return file.split('/')[0] ?? '';
}

/** A property or a declaration that happens to be called so is not the global. */
function isOwnName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (ts.isPropertyAccessExpression(parent) && parent.name === node) || ('name' in parent && parent.name === node);
}

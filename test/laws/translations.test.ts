// What VS Code shows of the extension itself has one text in English and one in each other language.

import ts from 'typescript';
import { expect, test } from 'vitest';
import { files, nodesOf, read, readJson, sources } from './sources.js';

type Texts = Readonly<Record<string, string>>;

const manifest = readJson<{ l10n: string; contributes: unknown }>('package.json');
const english = readJson<Texts>('package.nls.json');
const client = sources.filter((file) => file.startsWith('client/src/'));

/** "de", for which there are both files. */
const LANGUAGES = files.flatMap((file) => /^package\.nls\.([\w-]+)\.json$/.exec(file)?.[1] ?? []);
const inManifest = (language: string): Texts => readJson(`package.nls.${language}.json`);
const inCode = (language: string): Texts => readJson(`l10n/bundle.l10n.${language}.json`);

/** What people read of a contribution. */
const READ = ['title', 'description', 'markdownDescription', 'enumDescriptions', 'label', 'aliases'];

/** Every text of the manifest that people read, but for the name of the product, which is the same everywhere. */
function textsIn(value: unknown, isRead = false): string[] {
  if (typeof value === 'string') return isRead && value !== 'Netsplit' ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, isRead));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, READ.includes(key)));
}

interface Call {
  readonly file: string;
  readonly text: string | undefined;
  readonly values: number;
}

const calls = client.flatMap((file) =>
  [...nodesOf(file)].filter(isTranslation).map(({ arguments: [first, ...values] }): Call => {
    const text = first !== undefined && ts.isStringLiteralLike(first) ? first.text : undefined;
    return { file, text, values: values.length };
  }),
);

function isTranslation(node: ts.Node): node is ts.CallExpression {
  return ts.isCallExpression(node) && node.expression.getText() === 'l10n.t';
}

test('there is a second language, each with both of its files, and the extension has them', () => {
  const bundles = files.flatMap((file) => /^l10n\/bundle\.l10n\.([\w-]+)\.json$/.exec(file)?.[1] ?? []);
  expect(LANGUAGES).toEqual(['de']);
  expect(bundles).toEqual(LANGUAGES);
  expect(manifest.l10n).toBe('./l10n');
  const packed = read('.vscodeignore').split('\n');
  for (const name of ['package.nls*.json', 'l10n/*.json']) expect(packed).toContain(`!${name}`);
});

test('no text of the manifest is a literal, and each of its keys has one text in each language', () => {
  const texts = textsIn(manifest.contributes);
  expect(texts.length).toBeGreaterThan(20);
  expect(texts.filter((text) => !/^%[\w.]+%$/.test(text))).toEqual([]);
  const keys = texts.map((text) => text.slice(1, -1)).sort();
  expect(new Set(keys).size).toBe(keys.length);
  for (const translated of [english, ...LANGUAGES.map(inManifest)])
    expect(Object.keys(translated).sort()).toEqual(keys);
});

test('each text of the client is a literal that its translations have, and they have no other', () => {
  expect(calls.filter(({ text }) => text === undefined)).toEqual([]);
  const keys = [...new Set(calls.map(({ text = '' }) => text))].sort();
  expect(keys.length).toBeGreaterThan(20);
  for (const language of LANGUAGES) expect(Object.keys(inCode(language)).sort()).toEqual(keys);
});

test('a text gets as many values as it has places for', () => {
  const wrong = calls.filter(({ text = '', values }) => placesOf(text).join() !== [...Array(values).keys()].join());
  expect(wrong).toEqual([]);
});

test('a translation keeps places, code and links, and is not empty', () => {
  const kept = (text: string): string[] =>
    [...text.matchAll(/`+[^`]+`+|\(command:[\w.]+\)|\$\([\w-]+\)|…$/g)].map(([mark]) => mark).sort();
  for (const language of LANGUAGES) {
    const pairs = [
      ...Object.entries(inManifest(language)).map(([key, text]) => [english[key] ?? '', text] as const),
      ...Object.entries(inCode(language)),
    ];
    const wrong = pairs.filter(
      ([from, to]) =>
        to.trim() === '' || placesOf(from).join() !== placesOf(to).join() || kept(from).join() !== kept(to).join(),
    );
    expect(wrong).toEqual([]);
  }
});

/** The numbers in braces, each once. */
function placesOf(text: string): number[] {
  return [...new Set([...text.matchAll(/\{(\d+)\}/g)].map(([, place]) => Number(place)))].sort((a, b) => a - b);
}

test('a command that a text tells to run has that name, in the language of the text', () => {
  const named = (text: string): string[] =>
    [...text.matchAll(/[“„]Netsplit: ([^“”„]+)[“”]/g)].map(([, title = '']) => title);
  const commandOf = (texts: Texts, title: string): string | undefined =>
    Object.keys(texts).find((key) => key.startsWith('command.') && texts[key]?.replace(/…$/, '') === title);
  let seen = 0;
  for (const language of LANGUAGES) {
    for (const [from, to] of Object.entries(inCode(language))) {
      const commands = named(from).map((title) => commandOf(english, title));
      seen += commands.length;
      expect({ from, commands }).not.toMatchObject({ commands: expect.arrayContaining([undefined]) as unknown });
      expect(named(to).map((title) => commandOf(inManifest(language), title))).toEqual(commands);
    }
  }
  expect(seen).toBeGreaterThan(3);
});

/** English on purpose: docs/decisions/024-one-language-a-place.md. */
const ENGLISH = [
  // Pages, whose contents the core writes.
  'client/src/panels/diagramPage.ts',
  'client/src/panels/reportPage.ts',
  'client/src/panels/timelinePage.ts',
  'client/src/panels/webviewPage.ts',
  // A part of a sentence of the core.
  'client/src/editorFiles.ts',
  'client/src/tests/outcome.ts',
  // The text of a design, with comments in the language of the lesson.
  'client/src/lessonText.ts',
  // Markup.
  'client/src/markdownPreview.ts',
];

test('the client says nothing that is not translated', () => {
  const found = client
    .filter((file) => !ENGLISH.includes(file))
    .flatMap((file) =>
      [...nodesOf(file)]
        .filter((node) => isSaid(node) && !isInside(node, isTranslated))
        .map((node) => `${file}: ${node.getText()}`),
    );
  expect(found).toEqual([]);
});

/** Words one after the other, or anything that is given to a part of the editor that shows it. */
function isSaid(node: ts.Node): boolean {
  if (!ts.isStringLiteralLike(node) && !ts.isTemplateExpression(node)) return false;
  const text = ts.isStringLiteralLike(node) ? node.text : node.getText().replaceAll(/\$\{[^}]*\}/g, '');
  if (/[A-Za-z]{2,}[,:;.]? [A-Za-z]{2,}/.test(text)) return true;
  const { parent } = node;
  const isShown = ts.isPropertyAssignment(parent) && ['title', 'placeHolder', 'label'].includes(parent.name.getText());
  return isShown && /[A-Za-z]{2,}/.test(text.replaceAll(/\$\([\w-]+\)/g, ''));
}

function isInside(node: ts.Node, test: (node: ts.Node) => boolean): boolean {
  for (let at = node.parent; at !== undefined; at = at.parent) if (test(at)) return true;
  return false;
}

/** Also what no user reads: the name of a state, and lines of the log, which go into reports of mistakes. */
function isTranslated(node: ts.Node): boolean {
  if (ts.isLiteralTypeNode(node) || ts.isImportDeclaration(node)) return true;
  if (ts.isBinaryExpression(node)) return node.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken;
  return isTranslation(node) || (ts.isCallExpression(node) && /\boutput\.\w+$/.test(node.expression.getText()));
}

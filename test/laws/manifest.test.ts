// package.json says what VS Code shall do; the code does it. Here the two are compared.

import ts from 'typescript';
import { expect, test } from 'vitest';
import { ALWAYS_ERRORS, CHECKS, LEVELS, RARE_FAULTS, SETTINGS_FILE } from '#core';
import { DEFAULTS, settingsFrom } from '../../server/src/settings.js';
import { files, nodesOf, read, readJson } from './sources.js';

interface Manifest {
  engines: { vscode: string };
  icon?: string;
  activationEvents?: string[];
  capabilities?: { untrustedWorkspaces?: { supported: boolean } };
  contributes?: {
    commands?: Command[];
    languages?: Language[];
    configuration?: { properties: Record<string, Setting> };
    jsonValidation?: { fileMatch: string; url: string }[];
    mcpServerDefinitionProviders?: { id: string }[];
    walkthroughs?: { steps: Step[] }[];
  };
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

interface Command {
  command: string;
  title: string;
  category?: string;
}

interface Step {
  title: string;
  description: string;
  media: { markdown: string };
  completionEvents: string[];
}

interface Setting {
  default: unknown;
  enum?: unknown[];
  properties?: Record<string, { enum: unknown[] }>;
  markdownDescription?: string;
}

interface Language {
  extensions: string[];
  configuration?: string;
}

interface Lock {
  packages: Record<string, { resolved?: string }>;
}

const english = readJson<Record<string, string>>('package.nls.json');
/** With the English texts in place of their keys. */
const manifest = JSON.parse(
  read('package.json').replaceAll(/"%([\w.]+)%"/g, (_, key: string) => JSON.stringify(english[key] ?? null)),
) as Manifest;
const host = readJson<Pick<Manifest, 'dependencies'>>('scripts/host/package.json');
const commands = manifest.contributes?.commands ?? [];
const languages = manifest.contributes?.languages ?? [];

test('every command is registered by a file of client/src/commands', () => {
  const literals = new Set<string>();
  for (const file of files.filter((name) => name.startsWith('client/src/commands/') && !name.endsWith('.test.ts'))) {
    for (const node of nodesOf(file)) if (ts.isStringLiteralLike(node)) literals.add(node.text);
  }
  expect(commands.length).toBeGreaterThan(0);
  expect(commands.map(({ command }) => command).filter((command) => !literals.has(command))).toEqual([]);
});

test('every command is found under Netsplit in the palette', () => {
  expect(commands.filter(({ category, title }) => category !== 'Netsplit' || title.includes('Netsplit'))).toEqual([]);
});

test('the settings are those that the server knows, with its defaults', () => {
  const properties = manifest.contributes?.configuration?.properties ?? {};
  const defaults = Object.entries(properties).map(([name, setting]) => nested(name, setting.default));
  expect(defaults.reduce((all, one) => ({ ...all, ...one }), {})).toEqual(DEFAULTS);
  for (const [name, { enum: values, properties: fields }] of Object.entries(properties)) {
    const given = fields === undefined ? (values ?? [true, false]) : levels(fields);
    for (const value of given)
      expect(settingsFrom(nested(name, value))).toEqual({ ...DEFAULTS, ...nested(name, value) });
  }
});

/** `nested('netsplit.a.b', 1)` is `{ a: { b: 1 } }`, as an editor sends it. */
function nested(name: string, value: unknown): Readonly<Record<string, unknown>> {
  const [, ...keys] = name.split('.');
  return keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as Readonly<Record<string, unknown>>;
}

/** An object with each level of each code. */
function levels(fields: Readonly<Record<string, { enum: unknown[] }>>): unknown[] {
  return Object.entries(fields).flatMap(([code, { enum: values }]) => values.map((value) => ({ [code]: value })));
}

test('netsplit.json and the settings know the same codes: all but those that stay errors', () => {
  const [validation] = manifest.contributes?.jsonValidation ?? [];
  expect(validation?.fileMatch).toBe(SETTINGS_FILE);
  const url = validation?.url.replace(/^\.\//, '') ?? '';
  expect(read('.vscodeignore').split('\n')).toContain(`!${url}`);
  const schema = readJson<{
    properties: {
      rareFaults: { enum: string[] };
      diagnostics: { properties: { severity: { properties: Record<string, unknown> } } };
    };
    $defs: { level: { enum: string[] } };
  }>(url);
  const codes = CHECKS.filter(({ code }) => !ALWAYS_ERRORS.has(code))
    .map(({ code }) => code)
    .sort();
  expect(Object.keys(schema.properties.diagnostics.properties.severity.properties)).toEqual(codes);
  const setting = manifest.contributes?.configuration?.properties['netsplit.diagnostics.severity'];
  expect(Object.keys(setting?.properties ?? {})).toEqual(codes);
  expect(schema.$defs.level.enum).toEqual([...LEVELS]);
  expect(schema.properties.rareFaults.enum).toEqual([...RARE_FAULTS]);
});

test('each step of the walkthrough begins with a verb, has one command to click and is done when that was', () => {
  const steps = (manifest.contributes?.walkthroughs ?? []).flatMap((walkthrough) => walkthrough.steps);
  expect(steps.length).toBeGreaterThan(0);
  for (const { title, description, completionEvents } of steps) {
    expect(title).toMatch(/^(Open|Cut|Read|Fix|Say|Let|Predict),? /);
    const [, command = ''] = /\]\(command:([\w.]+)[^)]*\)$/.exec(description) ?? [];
    const ours = commands.some((one) => one.command === command);
    expect({ title, command, known: ours || command === 'editor.action.quickFix' }).toEqual({
      title,
      command,
      known: true,
    });
    if (ours) expect(completionEvents).toContain(`onCommand:${command}`);
  }
});

test('a cap fence in Markdown is coloured as the language is', () => {
  const { repository } = readJson<{ repository: { fence: { begin: string } } }>(
    'syntaxes/cap.markdown.tmLanguage.json',
  );
  // \\G is where the last match ended, which JavaScript has no sign for.
  const begin = new RegExp(repository.fence.begin.replace('(^|\\G)', '^()'));
  for (const line of ['```cap', '~~~~ cap', '  ```cap title="a"', '```cap {1}'])
    expect({ line, is: begin.test(line) }).toEqual({ line, is: true });
  for (const line of ['```capnp', '``cap', '```js', 'cap'])
    expect({ line, is: begin.test(line) }).toEqual({ line, is: false });
});

test('every setting says what it does, and the README lists it', () => {
  const properties = Object.entries(manifest.contributes?.configuration?.properties ?? {});
  expect(
    properties.filter(
      ([name, { markdownDescription }]) =>
        (markdownDescription ?? '').length < 20 || !read('README.md').includes(`\`${name}\``),
    ),
  ).toEqual([]);
});

test('only a .cap file, a Netsplit command, a preview of Markdown, a list of servers for agents or a panel starts it', () => {
  // VS Code derives all but the panels, which may have been left open, from what is contributed.
  expect(manifest.activationEvents ?? []).toEqual([
    'onWebviewPanel:netsplit.report',
    'onWebviewPanel:netsplit.diagram',
    'onWebviewPanel:netsplit.timeline',
  ]);
  expect(languages.map(({ extensions }) => extensions)).toEqual([['.cap']]);
});

test('the server for agents is registered under the name that is contributed', () => {
  const ids = (manifest.contributes?.mcpServerDefinitionProviders ?? []).map(({ id }) => id);
  expect(ids).toHaveLength(1);
  expect(ids.filter((id) => !read('client/src/mcpServers.ts').includes(`'${id}'`))).toEqual([]);
});

test('opening a .cap file starts the extension: its language has a configuration', () => {
  expect(languages.filter(({ configuration }) => configuration === undefined)).toEqual([]);
});

test('every file that the manifest names exists', () => {
  const text = JSON.stringify({ ...manifest.contributes, icon: `./${manifest.icon ?? 'package.json'}` });
  const named = [...text.matchAll(/"\.\/([^"]+\.\w+)"/g)].map((match) => match[1] ?? '');
  // What is built from a file of the same name.
  const sourceOf = (name: string): string => name.replace(/^dist\/webview\//, 'webview/src/');
  expect(named.filter((name) => !files.includes(sourceOf(name)))).toEqual([]);
});

test('the extension works in an untrusted workspace', () => {
  expect(manifest.capabilities?.untrustedWorkspaces?.supported).toBe(true);
});

test('versions are exact', () => {
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...host.dependencies };
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('the API that is compiled against is the oldest that the manifest admits', () => {
  expect(manifest.engines.vscode).toBe(`^${manifest.devDependencies['@types/vscode']}`);
});

test('lock files name versions and checksums, not where they were fetched', () => {
  for (const file of ['package-lock.json', 'scripts/host/package-lock.json']) {
    const entries = Object.entries(readJson<Lock>(file).packages);
    expect(entries.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  }
});

test('docs/architecture.md gives a reason for every runtime dependency, and for no other', () => {
  const section = /## Runtime dependencies\n([\s\S]*?)(\n## |$)/.exec(read('docs/architecture.md'))?.[1] ?? '';
  const reasons = [...section.matchAll(/^\| `([^`]+)` \| (.{20,}) \|$/gm)].map((match) => match[1]);
  expect(reasons.sort()).toEqual(Object.keys(manifest.dependencies).sort());
});

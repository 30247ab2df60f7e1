import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { InMemoryTransport } from '@modelcontextprotocol/server';
import { CHECKS } from '#core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { shippedFiles } from '../shipped.js';
import { mcpServer } from './server.js';
import { MOST_CHARACTERS, shortened } from './tool.js';
import { TOOLS } from './tools/index.js';

const root = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'netsplit-mcp-'));
const outside = mkdtempSync(path.join(tmpdir(), 'netsplit-outside-'));
const client = new Client({ name: 'a test', version: '1' });

const DESIGN = `zone us { node us1, us2 }
zone eu { node eu1 }
link us -- eu 80ms
client ann in us
client bob in eu
store account on us1, us2, eu1 { choose CP }
operation pay: write account from ann, bob
partition ocean { us | eu }
`;

beforeAll(async () => {
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await mcpServer({ cwd: folder, shipped: shippedFiles(path.join(root, 'dist')) }).connect(ours);
  await client.connect(theirs);
  writeFileSync(path.join(folder, 'design.cap'), DESIGN);
  writeFileSync(path.join(outside, 'secret.cap'), 'node secret');
  symlinkSync(path.join(outside, 'secret.cap'), path.join(folder, 'linked.cap'));
});
afterAll(async () => {
  await client.close();
  for (const one of [folder, outside]) rmSync(one, { recursive: true, force: true });
});

interface Answered {
  readonly text: string;
  readonly data: Record<string, unknown> | undefined;
  readonly isError: boolean;
}

async function call(name: string, args: Record<string, unknown>): Promise<Answered> {
  const { content, structuredContent, isError } = await client.callTool({ name, arguments: args });
  const [first] = content;
  return {
    text: first?.type === 'text' ? first.text : '',
    data: structuredContent as Record<string, unknown> | undefined,
    isError: isError === true,
  };
}

const schema = (name: string): z.ZodType =>
  z.fromJSONSchema(
    JSON.parse(
      readFileSync(path.join(root, `schema/netsplit-${name}.schema.json`), 'utf8'),
    ) as z.core.JSONSchema.JSONSchema,
  );

test('the tools only read, and the page lists them with what the server offers', async () => {
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(TOOLS.map(({ name }) => name));
  for (const { annotations, description } of tools) {
    expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
    expect(description).toMatch(/\.$/);
  }
  const page = readFileSync(path.join(root, 'docs/agents.md'), 'utf8');
  expect([...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)).toEqual(tools.map(({ name }) => name));
  for (const { uri } of (await client.listResources()).resources) expect(page).toContain(`\`${uri}\``);
  // What every conversation pays for, before anything is asked.
  expect(JSON.stringify(tools).length).toBeLessThan(8_000);
});

test('what is checked, simulated and explained is, as data, what the schemas say', async () => {
  const checked = await call('check_design', { text: DESIGN });
  expect(checked.text).toContain('7:11 warning op-error');
  expect(schema('check').safeParse(checked.data).error).toBeUndefined();
  const simulated = await call('simulate_partition', { file: 'design.cap', partition: 'ocean' });
  expect(simulated.text).toMatch(/pay +bob +error/);
  expect(schema('verdicts').safeParse(simulated.data).error).toBeUndefined();
  const explained = await call('explain_operation', { text: DESIGN, operation: 'pay', client: 'bob', trace: true });
  expect(explained.text).toContain('majority');
  expect(schema('verdicts').safeParse(explained.data).error).toBeUndefined();
});

test('a fault is a partition, or links and nodes; without one there are all likely faults, and their names', async () => {
  const all = await call('simulate_partition', { text: DESIGN });
  expect(all.text).toContain('Every operation under every likely fault');
  const { links } = all.data as { readonly links: readonly { readonly id: string }[] };
  const cut = await call('simulate_partition', { text: DESIGN, links: [links.at(-1)?.id], nodes: ['us1'] });
  expect(cut.text).toMatch(/pay +ann +(error|unknown)/);
  const wrong = await call('simulate_partition', { text: DESIGN, links: ['x'] });
  expect(wrong).toMatchObject({ isError: true, text: expect.stringContaining('us--eu') as string });
  expect((await call('simulate_partition', { text: DESIGN, partition: 'ocean', nodes: ['us1'] })).isError).toBe(true);
});

test('a fix that is applied has the effect that its title says', async () => {
  const listed = await call('suggest_fixes', { text: DESIGN });
  const { fixes } = listed.data as { readonly fixes: readonly { readonly number: number; readonly title: string }[] };
  expect(fixes[0]?.title).toContain('→');
  expect(fixes.at(-1)?.title).toMatch(/^Accept: /);
  const choose = fixes.find(({ title }) => title.startsWith('Choose AP'));
  expect(choose?.title).toContain('conflict');
  const applied = await call('suggest_fixes', { text: DESIGN, apply: choose?.number });
  expect(applied.text).toContain('choose AP');
  const compared = await call('compare_designs', { before: { text: DESIGN }, after: { text: applied.text } });
  expect(compared.text).toContain('conflict');
  expect(compared.data).toMatchObject({ counts: { worse: expect.any(Number) as number } });
  expect(await call('suggest_fixes', { text: DESIGN, apply: 99 })).toMatchObject({ isError: true });
});

test('nearby designs have their figures in one line each, and their texts as data', async () => {
  const text =
    'node a, b, w fails 1%\nclient k\nlink k -- a\nlink k -- b\nlink k -- w\nmesh a, b, w 1ms\n' +
    'store s on a, b { replicate consensus leader a }\noperation put: write s from k\n';
  const advised = await call('advise', { text, operation: 'put', links: 0 });
  expect(advised.text).toMatch(
    /^1\. a replica in w: holds under any one fault, 99\.97% answered, never stale, 1 more replica$/m,
  );
  expect(advised.text).toMatch(/Looked at (\d+) of \1 nearby designs\.$/);
  expect(advised.data).toMatchObject({ front: [{ text: text.replace('on a, b {', 'on a, b, w {') }] });
  expect(await call('advise', { text, operation: 'get' })).toMatchObject({ isError: true });
});

test('presets and samples are listed, and given by name; every sample is one text', async () => {
  expect((await call('list_presets', {})).text).toContain('mongodb: MongoDB');
  expect((await call('list_presets', { name: 'mongodb' })).text).toContain('w: majority');
  expect((await call('list_presets', { name: 'mongdb' })).text).toContain('did you mean mongodb?');
  expect((await call('start_draft', { sample: 'bank' })).data).toMatchObject({ sample: 'bank.cap' });
  const { data } = await call('start_draft', {});
  const { chapters } = data as { readonly chapters: readonly { readonly samples: readonly string[] }[] };
  for (const sample of chapters.flatMap(({ samples }) => samples)) {
    const { text } = (await call('start_draft', { sample })).data as { readonly text: string };
    expect({ sample, includes: /^include/m.test(text), empty: text === '' }).toEqual({
      sample,
      includes: false,
      empty: false,
    });
  }
  expect((await call('start_draft', { sample: 'bnk' })).text).toContain('did you mean bank.cap?');
});

test('only what lies in the folder of the server is read', async () => {
  for (const file of ['../secret.cap', path.join(outside, 'secret.cap'), 'linked.cap', '.', 'missing.cap', '']) {
    const { isError, text } = await call('check_design', { file });
    expect({ file, isError }).toEqual({ file, isError: true });
    expect(text).not.toContain('node secret');
  }
  const { data } = await call('check_design', { text: 'include "../secret.cap"\nnode a\n' });
  expect(JSON.stringify(data)).toContain('include-outside');
});

test.each([
  [{}, 'there is no design'],
  [{ text: '', file: 'design.cap' }, 'leave one out'],
])('%j is refused with a sentence', async (args, why) => {
  expect(await call('check_design', args)).toMatchObject({
    isError: true,
    text: expect.stringContaining(why) as string,
  });
});

test('hostile names are shown, and obeyed nowhere', async () => {
  const { text } = await call('check_design', { text: 'node a\n\u001b[2J\u202e evil\nclient c at a\n' });
  expect(text).toContain('error');
  expect(text).not.toMatch(/[\u001b\u202e]/);
  for (const operation of ['\u001b[2J', '\u202e'])
    expect((await call('explain_operation', { text: DESIGN, operation })).text).not.toMatch(/[\u001b\u202e]/);
});

test('a long answer is cut after a line, and says how much is left', async () => {
  const names = Array.from({ length: 400 }, (_, i) => `node unlinked${i}\nlink unlinked${i} -- nowhere${i}\n`).join('');
  const { text } = await call('check_design', { text: names });
  expect(text.length).toBeLessThanOrEqual(MOST_CHARACTERS);
  expect(text).toMatch(/\n… \d+ more lines\. Mend these first, then check again\.$/);
  expect(shortened('short\n', 'unused')).toBe('short\n');
  expect(shortened('x'.repeat(MOST_CHARACTERS + 1), 'See the data.')).toBe('… 1 more lines. See the data.');
});

test('the pages are there to read, each code has its own', async () => {
  const read = async (uri: string): Promise<string> => {
    const [first] = (await client.readResource({ uri })).contents;
    return first !== undefined && 'text' in first ? first.text : '';
  };
  for (const { uri } of (await client.listResources()).resources) expect((await read(uri)).length).toBeGreaterThan(500);
  for (const { code } of CHECKS) expect(await read(`netsplit://codes/${code}`)).toContain(`# ${code}`);
  await expect(read('netsplit://codes/none')).rejects.toThrow('netsplit://codes/none');
});

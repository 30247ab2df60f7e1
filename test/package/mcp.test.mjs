// An agent's first hour, in fixed steps, with the official client and the installed package: write a design, get
// errors, mend it, reach zero problems.

import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installFromFile, node } from './installed.mjs';

let installed;
let client;
beforeAll(async () => {
  installed = installFromFile();
  client = new Client({ name: 'a test', version: '1' });
  await client.connect(new StdioClientTransport({ command: node, args: [installed.cli, 'mcp'], cwd: installed.place }));
});
afterAll(async () => {
  await client?.close();
  installed?.remove();
});

async function call(name, args) {
  const { content, structuredContent, isError } = await client.callTool({ name, arguments: args });
  expect(isError, content[0].text).not.toBe(true);
  return { text: content[0].text, data: structuredContent };
}

async function apply(text, wanted) {
  const { data } = await call('suggest_fixes', { text });
  const fix = data.fixes.find(({ title, detail }) => wanted.test(detail ?? title));
  expect(fix, `a fix like ${wanted} of ${JSON.stringify(data.fixes.map(({ title }) => title))}`).toBeDefined();
  return (await call('suggest_fixes', { text, apply: fix.number })).data.text;
}

test('a draft may be a sample, with what it includes', async () => {
  const { text } = await call('start_draft', { sample: 'regions-consensus.cap' });
  expect(text).toContain('zone ');
  expect(text).not.toContain('include "shared/');
});

test('from a draft with mistakes to no problem', async () => {
  const { data: draft } = await call('start_draft', {});
  let design = draft.text
    .replace('store account on us1, us2, eu1 { choose CP }', 'store account on us1, us2, eu1')
    .replace('operation pay:', 'opration pay:')
    .replace('expect pay from bob error under ocean\n', '');

  const first = await call('check_design', { text: design });
  expect(first.data.summary.errors).toBeGreaterThanOrEqual(2);
  expect(first.text).toContain('missing-choice');

  design = await apply(design, /`?operation`?/);
  design = await apply(design, /^Choose CP/);
  const second = await call('check_design', { text: design });
  expect(second.data.summary).toMatchObject({ errors: 0 });
  expect(second.data.summary.warnings).toBeGreaterThan(0);
  expect((await call('explain_operation', { text: design, operation: 'pay' })).text).toContain('majority');

  for (let warnings = second.data.summary.warnings; warnings > 0; ) {
    design = (await apply(design, /^Accept/)).replace(
      /"[^"\n]*"(?=\s*$)/m,
      '"a payment waits until the cable is back"',
    );
    const { summary } = (await call('check_design', { text: design })).data;
    expect(summary.warnings).toBeLessThan(warnings);
    warnings = summary.warnings;
  }
  const { text, data } = await call('check_design', {
    text: (await call('format_design', { text: design })).data.text,
  });
  expect(text).toContain('0 errors, 0 warnings');
  expect(data.summary.exitCode).toBe(0);
  expect(
    (await call('compare_designs', { before: { text: draft.text }, after: { text: design } })).data.counts.worse,
  ).toBe(0);
});

test('files of its folder are read, and the server ends with its input', async () => {
  installed.write('shared.cap', 'node a, b\nlink a -- b\n');
  installed.write(
    'design.cap',
    'include "shared.cap"\nclient app at a\nstore s on a, b { choose AP }\noperation get: read s from app\n',
  );
  expect((await call('check_design', { file: 'design.cap' })).data.summary).toMatchObject({ errors: 0 });

  const child = installed.start(['mcp']);
  const exit = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  child.stdin.end();
  expect(await exit).toBe(0);
});

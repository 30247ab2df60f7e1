// The GitHub action and the hooks of pre-commit, with the installed command line: in a repository of their own, against
// an API that answers as GitHub's does.

import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { repo } from '../../scripts/setup.mjs';
import { installFromFile, node, withNode } from './installed.mjs';

const DESIGN =
  'node a, b\nlink cable: a -- b\nclient c at a\nstore s on a, b { choose AP }\noperation get: read s from c\n' +
  'accept stale on get "a cache"\n';
const WORSE = DESIGN.replace('choose AP', 'choose CP').replace('accept stale on get "a cache"\n', '');
const action = parse(readFileSync(path.join(repo, 'action.yml'), 'utf8'));

let installed;
let server;
let api;
/** What GitHub has: comments of the pull request, what was asked, and what it refuses. */
let github;

beforeAll(async () => {
  installed = installFromFile();
  git('init', '--quiet');
  installed.write('.gitignore', 'node_modules\nsummary.md\noutput.txt\nevent.json\n*.svg\n');
  installed.write('shop.cap', DESIGN);
  installed.write('event.json', JSON.stringify({ pull_request: { number: 7 } }));
  git('add', '.');
  git('commit', '--quiet', '--message', 'First');
  server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text) => {
      body += text;
    });
    request.on('end', () => {
      const { status, value } = answer(request.method, request.url, body === '' ? undefined : JSON.parse(body));
      github.tokens.add(request.headers.authorization);
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(status === 204 ? '' : JSON.stringify(value));
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  api = `http://127.0.0.1:${server.address().port}`;
});
afterAll(() => {
  server?.close();
  installed?.remove();
});
beforeEach(() => {
  github = { comments: [], asked: [], tokens: new Set(), readOnly: false };
  installed.write('shop.cap', DESIGN);
  for (const file of ['summary.md', 'output.txt']) rmSync(path.join(installed.place, file), { force: true });
});

function answer(method, url, body) {
  github.asked.push(`${method} ${url.replace(/\?.*/, '')}`);
  if (method === 'GET') {
    const page = Number(new URL(url, api).searchParams.get('page'));
    return { status: 200, value: github.comments.slice((page - 1) * 100, page * 100) };
  }
  if (github.readOnly) return { status: 403, value: { message: 'Resource not accessible by integration' } };
  const id = Number(/comments\/(\d+)$/.exec(url)?.[1]);
  if (method === 'POST') github.comments.push({ id: 1000 + github.comments.length, user: { type: 'Bot' }, ...body });
  if (method === 'PATCH') github.comments.find((one) => one.id === id).body = body.body;
  if (method === 'DELETE') github.comments = github.comments.filter((one) => one.id !== id);
  return method === 'DELETE' ? { status: 204 } : { status: 200, value: {} };
}

function git(...args) {
  return execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
    cwd: installed.place,
    encoding: 'utf8',
  });
}

/** The step of action.yml, with its inputs as GitHub fills them in. Not waited for at once: it asks this process. */
async function run(inputs = {}, cwd = installed.place) {
  const step = action.runs.steps.find(({ id }) => id === 'review');
  const given = { base: 'HEAD', token: 'secret', command: `${node} ${installed.cli}`, ...inputs };
  const inputOf = (name) => given[name] ?? action.inputs[name].default;
  const env = Object.entries(step.env).map(([name, value]) => [
    name,
    value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/, (_, input) => inputOf(input)),
  ]);
  const child = spawn('bash', ['-e', '-c', step.run], {
    cwd,
    env: {
      ...withNode(),
      ...Object.fromEntries(env),
      GITHUB_ACTION_PATH: repo,
      GITHUB_API_URL: api,
      GITHUB_EVENT_PATH: path.join(installed.place, 'event.json'),
      GITHUB_OUTPUT: path.join(installed.place, 'output.txt'),
      GITHUB_REPOSITORY: 'owner/shop',
      GITHUB_RUN_ID: '42',
      GITHUB_SERVER_URL: 'https://github.example.org',
      GITHUB_STEP_SUMMARY: path.join(installed.place, 'summary.md'),
    },
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      log += text;
    });
  const code = await new Promise((resolve) => child.once('close', resolve));
  const file = (name) => {
    const there = path.join(installed.place, name);
    return existsSync(there) ? readFileSync(there, 'utf8') : '';
  };
  return { code, log, summary: file('summary.md'), output: file('output.txt') };
}

test('what got worse fails the step: on its line, in the summary, and in one comment', async () => {
  installed.write('shop.cap', WORSE);
  const { code, log, summary, output } = await run();
  expect(code).toBe(1);
  expect(log).toMatch(/^::error file=shop\.cap,line=5,.*title=worse since HEAD::get from c/m);
  expect(summary).toMatch(/^# Designs since HEAD\n[^]*```mermaid\n/);
  expect(output).toBe('check=0\ndiff=1\n');
  expect(github.comments).toHaveLength(1);
  expect(github.comments[0].body).toMatch(/^<!-- netsplit -->\n# Designs since HEAD\n[^]*get/);
  expect([...github.tokens]).toEqual(['Bearer secret']);
});

test('the comment is brought up to date, left alone, and taken away', async () => {
  const others = Array.from({ length: 100 }, (_, i) => ({ id: i, user: { type: 'User' }, body: '<!-- netsplit -->' }));
  github.comments = [...others, { id: 500, user: { type: 'Bot' }, body: '<!-- netsplit -->\nold' }];
  installed.write('shop.cap', WORSE);
  await run();
  expect(github.asked.at(-1)).toBe('PATCH /repos/owner/shop/issues/comments/500');
  expect(github.comments[100].body).toContain('Designs since');
  await run();
  expect(github.asked.at(-1)).toBe('GET /repos/owner/shop/issues/7/comments');
  installed.write('shop.cap', DESIGN);
  expect((await run()).code).toBe(0);
  expect(github.asked.at(-1)).toBe('DELETE /repos/owner/shop/issues/comments/500');
  expect(github.comments).toEqual(others);
});

test('without a change there is no comment', async () => {
  const { code, summary } = await run();
  expect(code).toBe(0);
  expect(summary).toContain('0 changed, added or removed, 1 unchanged');
  expect(github.asked).toEqual(['GET /repos/owner/shop/issues/7/comments']);
});

test('on a fork, whose token only reads, the summary has it, and the step says so', async () => {
  github.readOnly = true;
  installed.write('shop.cap', WORSE);
  const { code, log, summary } = await run();
  expect(code).toBe(1);
  expect(log).toContain('::notice title=netsplit::No comment was written');
  expect(summary).toContain('Designs since HEAD');
});

test('outside of a pull request only designs are checked', async () => {
  installed.write('shop.cap', `${DESIGN}expect get error under any 1 link\n`);
  const { code, summary, output } = await run({ base: '' });
  expect(code).toBe(1);
  expect(summary).not.toContain('Designs since');
  expect(output).toBe('check=1\ndiff=\n');
  expect(github.asked).toEqual([]);
});

test('fail-on says what counts, and comment whether there is one', async () => {
  installed.write('shop.cap', WORSE);
  expect((await run({ 'fail-on': 'check', comment: 'false' })).code).toBe(0);
  expect((await run({ 'fail-on': 'never', comment: 'false' })).code).toBe(0);
  expect((await run({ 'fail-on': 'worse', comment: 'false' })).code).toBe(1);
  expect(github.asked).toEqual([]);
  const { code, log } = await run({ 'fail-on': 'sometimes' });
  expect({ code, said: log.includes('fail-on is sometimes: write any, check, worse, never') }).toEqual({
    code: 2,
    said: true,
  });
});

test('a base that a shallow checkout does not have is fetched', async () => {
  const base = git('rev-parse', 'HEAD').trim();
  git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  installed.write('shop.cap', WORSE);
  git('commit', '--quiet', '--all', '--message', 'Second');
  const clone = mkdtempSync(path.join(tmpdir(), 'netsplit-shallow-'));
  try {
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${installed.place}`, clone]);
    const { code, summary } = await run({ base, comment: 'false' }, clone);
    expect(code).toBe(1);
    expect(summary).toContain(`# Designs since ${base.slice(0, 9)}\n`);
  } finally {
    git('reset', '--quiet', '--hard', base);
    rmSync(clone, { recursive: true, force: true });
  }
});

test('docs/ci.md lists the inputs, and this repository uses the action', () => {
  const page = readFileSync(path.join(repo, 'docs/ci.md'), 'utf8');
  for (const name of Object.keys(action.inputs)) expect(page).toContain(`| \`${name}\` |`);
  const { jobs } = parse(readFileSync(path.join(repo, '.github/workflows/test.yml'), 'utf8'));
  const uses = Object.values(jobs).flatMap(({ steps }) => steps.map((step) => step.uses));
  expect(uses).toContain('./');
});

test('the hooks of pre-commit are commands that are there', () => {
  const hooks = parse(readFileSync(path.join(repo, '.pre-commit-hooks.yaml'), 'utf8'));
  expect(hooks.map(({ id }) => id)).toEqual(['netsplit-check', 'netsplit-fmt']);
  installed.write('messy.cap', DESIGN.replace('node a, b', 'node  a,b'));
  for (const { entry, files } of hooks) {
    expect('designs/shop.cap').toMatch(new RegExp(files));
    const args = /^npx --yes netsplit (.*)$/.exec(entry)[1].split(' ');
    expect(installed.netsplit([...args, 'messy.cap'])).toMatchObject({ code: 0, err: '' });
  }
  expect(readFileSync(path.join(installed.place, 'messy.cap'), 'utf8')).toBe(DESIGN);
  rmSync(path.join(installed.place, 'messy.cap'));
});

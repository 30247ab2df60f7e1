// What action.yml runs: annotations on the lines of a pull request, the summary of the step, and one comment with what
// the branch changed. Node's own modules only, for it runs in the repositories of others.

import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The first line of the comment, by which the next run finds it. */
const MARKER = '<!-- netsplit -->';
/** GitHub refuses a longer comment, and a longer summary. In characters, with room for what is said instead. */
const MOST_COMMENT = 65_000;
const MOST_SUMMARY = 1_000_000;
/** At most this many comments are looked through. */
const MOST_PAGES = 30;
const FAIL_ON = ['any', 'check', 'worse', 'never'];

const { env } = process;
const failOn = env.NETSPLIT_FAIL_ON || 'any';
const paths = words(env.NETSPLIT_PATHS || '.');
const base = (env.NETSPLIT_BASE ?? '').trim();
const folder = mkdtempSync(path.join(tmpdir(), 'netsplit-action-'));
try {
  if (!FAIL_ON.includes(failOn)) throw new Error(`fail-on is ${failOn}: write ${FAIL_ON.join(', ')}`);
  await review();
} catch (error) {
  console.log(`::error title=netsplit::${escaped(String(error?.message ?? error))}`);
  process.exitCode = 2;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function review() {
  const checked = path.join(folder, 'check.md');
  const check = netsplit(['check', ...paths, '--format', 'github', '--format', 'markdown', '--out', checked]);
  const diff = base === '' ? undefined : compare();
  const sections = [...(diff === undefined ? [] : [diff.text]), textOf(checked)];
  append(env.GITHUB_STEP_SUMMARY, cut(sections.join('\n'), MOST_SUMMARY, 'The log has the rest.'));
  append(env.GITHUB_OUTPUT, `check=${check}\ndiff=${diff?.code ?? ''}\n`);
  if (diff !== undefined && env.NETSPLIT_COMMENT !== 'false') await comment(diff);
  const fails = [
    ...(check !== 0 && ['any', 'check'].includes(failOn) ? [check] : []),
    ...(diff !== undefined && diff.code !== 0 && ['any', 'worse'].includes(failOn) ? [diff.code] : []),
  ];
  process.exitCode = Math.max(0, ...fails);
}

/** What the branch changed: its text, whether there is anything to say, and the exit code. */
function compare() {
  if (git(['cat-file', '-e', `${base}^{commit}`]) !== 0)
    git(['fetch', '--quiet', '--no-tags', '--depth=1', 'origin', base]);
  const files = { markdown: path.join(folder, 'diff.md'), json: path.join(folder, 'diff.json') };
  const code = netsplit(['diff', '--base', base, ...paths, '--format', 'github']);
  for (const [format, out] of Object.entries(files))
    netsplit(['diff', '--base', base, ...paths, '--format', format, '--out', out]);
  const json = textOf(files.json);
  const designs = json === '' ? [] : JSON.parse(json).designs;
  return { code, text: textOf(files.markdown).replaceAll(base, base.slice(0, 9)), isEmpty: designs.length === 0 };
}

/** Writes the one comment, brings it up to date, or takes it away where nothing has changed any more. */
async function comment({ text, isEmpty }) {
  const number = JSON.parse(textOf(env.GITHUB_EVENT_PATH) || '{}').pull_request?.number;
  if (number === undefined) return;
  const issues = `/repos/${env.GITHUB_REPOSITORY}/issues`;
  try {
    const mine = await existing(`${issues}/${number}/comments`);
    if (isEmpty) {
      if (mine !== undefined) await api('DELETE', `${issues}/comments/${mine.id}`);
      return;
    }
    const link = `${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}/actions/runs/${env.GITHUB_RUN_ID}`;
    const body = cut(`${MARKER}\n${text}`, MOST_COMMENT, `The [summary of the run](${link}) has the rest.`);
    if (mine === undefined) await api('POST', `${issues}/${number}/comments`, { body });
    else if (mine.body !== body) await api('PATCH', `${issues}/comments/${mine.id}`, { body });
  } catch (error) {
    // A pull request from a fork has a token that only reads: the summary of the run says the same.
    if (error.status !== 403 && error.status !== 404) throw error;
    console.log('::notice title=netsplit::No comment was written, for the token may not: see the summary of this run.');
  }
}

/** Only of a bot: anybody may write a comment that begins with the marker. */
async function existing(comments) {
  for (let page = 1; page <= MOST_PAGES; page++) {
    const found = await api('GET', `${comments}?per_page=100&page=${page}`);
    const mine = found.find(({ body, user }) => user?.type === 'Bot' && body.startsWith(MARKER));
    if (mine !== undefined || found.length < 100) return mine;
  }
  return undefined;
}

async function api(method, address, body) {
  const response = await fetch(`${env.GITHUB_API_URL}${address}`, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${env.NETSPLIT_TOKEN}`,
      'content-type': 'application/json',
      'user-agent': 'netsplit',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok)
    throw Object.assign(new Error(`GitHub answers ${response.status} to ${method} ${address}`), {
      status: response.status,
    });
  return response.status === 204 ? undefined : response.json();
}

/** Runs Netsplit to its end, with its output in the log; the exit code. */
function netsplit(args) {
  const [program, ...first] = words(env.NETSPLIT_COMMAND || 'npx --yes netsplit');
  return ended(program, spawnSync(program, [...first, ...args], { stdio: 'inherit' }));
}

function git(args) {
  return ended('git', spawnSync('git', args, { stdio: ['ignore', 'inherit', 'ignore'] }));
}

function ended(program, { status, error }) {
  if (error !== undefined) throw new Error(`${program} did not start: ${error.message}`);
  return status ?? 1;
}

function textOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function append(file, text) {
  if (file !== undefined && file !== '') appendFileSync(file, text);
}

function cut(text, most, rest) {
  return text.length <= most ? text : `${text.slice(0, most)}\n\n…\n\n${rest}\n`;
}

function words(text) {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** As a message of a workflow command. */
function escaped(text) {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

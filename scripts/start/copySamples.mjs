// The samples that `npm start` opens are a copy, so that nobody edits files of the repository by trying something out.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Copies the samples to a folder of their own below `to`, and returns that folder. A file that was changed there since
 * it was copied stays as it is; one that was not gets the newest text. With git, the folder is a repository with the
 * copies as its last commit, so that a design can be compared with it.
 */
export function copySamples(from, to) {
  const target = path.join(to, 'samples');
  const list = path.join(to, 'copied.json');
  const copied = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : {};
  const fresh = [];
  for (const name of designs(from)) {
    const file = path.join(target, name);
    if (existsSync(file) && sum(file) !== copied[name]) continue;
    const text = readFileSync(path.join(from, name));
    if (existsSync(file) && readFileSync(file).equals(text)) continue;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    copied[name] = sum(file);
    fresh.push(name);
  }
  if (fresh.length === 0) return target;
  writeFileSync(list, JSON.stringify(copied, null, 2));
  const git = (...args) => spawnSync('git', args, { cwd: target, stdio: 'ignore' }).status === 0;
  if (existsSync(path.join(target, '.git')) || git('init', '--quiet')) {
    git('add', '--', ...fresh);
    const author = ['-c', 'user.name=Netsplit', '-c', 'user.email=netsplit@localhost', '-c', 'commit.gpgsign=false'];
    git(...author, 'commit', '--quiet', '--no-verify', '--message=The samples of Netsplit', '--', ...fresh);
  }
  return target;
}

function designs(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.cap'))
    .sort();
}

function sum(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

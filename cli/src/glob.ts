import { readdir } from 'node:fs/promises';
import path from 'node:path';

/**
 * Files that a pattern means, for shells that don't expand patterns themselves: `*`, `**`, `?`, `[ab]`, `{a,b}`.
 * Folders that begin with a dot and `node_modules` are looked into only where the pattern names them. In order of the
 * alphabet, with forward slashes.
 */
export async function glob(pattern: string, cwd: string): Promise<string[]> {
  const parts = pattern.split('/').filter((part, i) => i === 0 || (part !== '' && part !== '.'));
  const first = parts.findIndex(isPattern);
  const fixed = parts.slice(0, first < 0 ? parts.length - 1 : first);
  const found: string[] = [];
  await walk(cwd, fixed.join('/') || (pattern.startsWith('/') ? '/' : ''), parts.slice(fixed.length), found);
  return [...new Set(found)].sort();
}

export function isPattern(text: string): boolean {
  return /[*?]|\[[^\]]+\]|\{[^}]*\}/.test(text);
}

async function walk(cwd: string, folder: string, parts: readonly string[], found: string[]): Promise<void> {
  const [part, ...rest] = parts;
  if (part === undefined) return;
  const entries = await readdir(path.resolve(cwd, folder), { withFileTypes: true }).catch(() => []);
  const inside = (name: string): string =>
    folder === '' ? name : folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;
  if (part === '**') {
    await walk(cwd, folder, rest, found);
    for (const entry of entries) {
      if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
        await walk(cwd, inside(entry.name), parts, found);
    }
    return;
  }
  const matches = matcher(part);
  for (const entry of entries) {
    if (!matches(entry.name)) continue;
    if (rest.length > 0) {
      if (entry.isDirectory() || entry.isSymbolicLink()) await walk(cwd, inside(entry.name), rest, found);
    } else if (!entry.isDirectory()) {
      found.push(inside(entry.name));
    }
  }
}

/** Whether a name fits one part of a pattern. A leading dot has to be written out, as in a shell. */
function matcher(part: string): (name: string) => boolean {
  let source = '';
  let braces = 0;
  for (let i = 0; i < part.length; i++) {
    const c = part.charAt(i);
    const closing = c === '[' ? part.indexOf(']', i + 2) : -1;
    if (c === '*') source += '[^/]*';
    else if (c === '?') source += '[^/]';
    else if (closing > 0) {
      source += `[${part
        .slice(i + 1, closing)
        .replace(/^!/, '^')
        .replace(/\\/g, '\\\\')}]`;
      i = closing;
    } else if (c === '{' && part.includes('}', i)) {
      source += '(?:';
      braces++;
    } else if (c === '}' && braces > 0) {
      source += ')';
      braces--;
    } else if (c === ',' && braces > 0) source += '|';
    else source += c.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
  }
  const whole = regExp(`^${source}${')'.repeat(braces)}$`, part);
  return (name) => whole.test(name) && (part.startsWith('.') || !name.startsWith('.'));
}

/** A part that is not a pattern after all, such as `[z-a]`, means itself. */
function regExp(source: string, part: string): RegExp {
  try {
    return new RegExp(source, 'u');
  } catch {
    return new RegExp(`^${part.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')}$`, 'u');
  }
}

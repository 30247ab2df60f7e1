import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { DiagnosticJson } from '#core';
import type { Io } from '../io.js';
import { run } from '../run.js';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface World {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly terminal?: { readonly columns: number };
  readonly today?: string;
  /** The files of dist/, which most tests run without. */
  readonly dist?: 'built' | 'empty';
}

/** The command line in this process: everything except the real streams. */
export async function runCli(args: readonly string[], world: World = {}): Promise<Ran> {
  let out = '';
  let err = '';
  const { stdin = '' } = world;
  const io: Io = {
    out: (text) => (out += text),
    err: (text) => (err += text),
    stdin: () => Promise.resolve(typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
    serve: () => Promise.reject(new Error('a server takes the streams of a process of its own')),
    cwd: world.cwd ?? process.cwd(),
    today: world.today ?? '2026-01-01',
    terminal: world.terminal,
    status: undefined,
    open: (file) => {
      out += `[opens ${file}]\n`;
    },
    shipped: (name) => {
      if (name.startsWith('dist/') && world.dist !== 'built') return '';
      const file = path.resolve(import.meta.dirname, '../../..', name);
      return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    },
    env: world.env ?? {},
  };
  const code = await run(args, io);
  return { code, out, err };
}

/**
 * The diagnostics of the command line for one text, to compare them with those of an editor. Lines and columns from 1.
 */
export async function cliDiagnostics(text: string, cwd?: string): Promise<readonly DiagnosticJson[]> {
  const { out } = await runCli(['check', '-', '--format', 'json'], {
    stdin: text,
    ...(cwd === undefined ? {} : { cwd }),
  });
  const { files } = JSON.parse(out) as {
    readonly files: readonly { readonly diagnostics: readonly DiagnosticJson[] }[];
  };
  return files[0]?.diagnostics ?? [];
}

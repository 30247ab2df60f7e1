/**
 * A random editor at full speed against the server as it is shipped: it types, saves, opens, closes and asks. Said at
 * the end: what the log has, how the memory went, the longest time in which the server's thread read no message, and
 * whether the verdicts are those of a server that has just begun.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { largeDesign } from './largeDesign.js';
import { bundle, remove, said, TestClient } from './client.js';

const PIECES = [
  '\n',
  ' ',
  '{',
  '}',
  '"',
  '/*',
  '*/',
  ',',
  ':',
  '--',
  'node n',
  'expect ',
  'choose CP',
  '80ms',
  'é',
  'x',
];
const ASKED = [
  'textDocument/semanticTokens/full',
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/codeLens',
  'textDocument/hover',
  'textDocument/completion',
  'textDocument/definition',
];
/** Messages between two looks at the memory; the editor waits for an answer then. */
const LOOK_EVERY = 2000;
/** So far the editor runs ahead of the server. */
const AHEAD = 25;

export interface Soaked {
  readonly minutes: number;
  readonly seed: number;
  readonly messages: number;
  readonly logs: readonly string[];
  /** Of the process, its analysis included, in MB: at each tenth of the time. */
  readonly memory: readonly number[];
  /** In milliseconds. */
  readonly longestStall: number;
  /** Uris of the documents about which a fresh server says something else. */
  readonly different: readonly string[];
}

/** The minimal standard generator of Park and Miller: whole numbers below a bound. */
function drawer(seed: number): (bound: number) => number {
  let state = (seed % 2147483646) + 1;
  return (bound) => {
    state = (state * 48271) % 2147483647;
    return state % bound;
  };
}

class Editor {
  readonly open = new Map<string, { text: string; version: number }>();
  messages = 0;

  constructor(
    private readonly client: TestClient,
    private readonly originals: readonly string[],
    private readonly draw: (bound: number) => number,
  ) {}

  async step(): Promise<void> {
    this.messages++;
    const number = this.draw(this.originals.length * 3);
    const uri = `file:///soak/${number}.cap`;
    const original = this.originals[number % this.originals.length] ?? '';
    const known = this.open.get(uri);
    if (known === undefined) {
      this.open.set(uri, { text: original, version: await this.client.open(uri, original) });
      return;
    }
    const what = this.draw(20);
    if (what === 0) {
      this.open.delete(uri);
      await this.client.close(uri);
    } else if (what === 1) {
      await this.client.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
    } else if (what < 5) await this.ask(uri, this.draw(ASKED.length));
    else if (what === 5) {
      this.open.set(uri, { text: original, version: await this.client.change(uri, { text: original }) });
    } else await this.type(uri, known.text);
  }

  private async type(uri: string, text: string): Promise<void> {
    const lines = text.split('\n');
    const line = this.draw(lines.length);
    const character = this.draw((lines[line]?.length ?? 0) + 1);
    const place = { line, character };
    const piece = PIECES[this.draw(PIECES.length)] ?? '';
    lines[line] = `${lines[line]?.slice(0, character) ?? ''}${piece}${lines[line]?.slice(character) ?? ''}`;
    const version = await this.client.change(uri, { range: { start: place, end: place }, text: piece });
    this.open.set(uri, { text: lines.join('\n'), version });
  }

  private async ask(uri: string, which: number): Promise<void> {
    const asked = this.client.request(ASKED[which] ?? '', {
      textDocument: { uri },
      position: { line: this.draw(20), character: this.draw(10) },
    });
    await asked;
  }
}

async function saidBy(client: TestClient, uri: string, version: number): Promise<string> {
  const found = await client.verdicts(uri, version);
  return JSON.stringify(found.map((one) => [one.range, one.code, said(one)]));
}

/** `samples`: a folder of designs. */
export async function soak(minutes: number, seed: number, samples: string): Promise<Soaked> {
  const folder = await bundle('transparent');
  const client = await TestClient.start(folder);
  const names = readdirSync(samples).filter((name) => name.endsWith('.cap'));
  const originals = [...names.map((name) => readFileSync(path.join(samples, name), 'utf8')), largeDesign()];
  const editor = new Editor(client, originals, drawer(seed));
  const memory: number[] = [];
  let longestStall = 0;
  const look = async (): Promise<number> => {
    const { rss, stall } = await client.request<{ rss: number; stall: number }>('test/load', {});
    longestStall = Math.max(longestStall, stall);
    return Math.round(rss / 2 ** 20);
  };
  const start = performance.now();
  while (performance.now() - start < minutes * 60_000) {
    await editor.step();
    if (editor.messages % AHEAD === 0) await client.request('test/text', { uri: '' });
    if (editor.messages % LOOK_EVERY !== 0) continue;
    const rss = await look();
    client.forget();
    if ((performance.now() - start) / (minutes * 6000) >= memory.length) memory.push(rss);
  }
  memory.push(await look());
  const fresh = await TestClient.start(folder);
  const different: string[] = [];
  for (const [uri, { text }] of editor.open) {
    const [one, other] = [await client.change(uri, { text }), await fresh.open(uri, text)];
    if ((await saidBy(client, uri, one)) !== (await saidBy(fresh, uri, other))) different.push(uri);
    await fresh.close(uri);
  }
  await Promise.all([client.stop(), fresh.stop()]);
  await remove(folder);
  return { minutes, seed, messages: editor.messages, logs: client.logs, memory, longestStall, different };
}

import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { eventually } from './designs';

/** What a language server saw of itself in one second: see `watchServer.cjs`. */
export interface ServerLook {
  readonly pid: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** In MB. */
  readonly rss: number;
  /** In milliseconds. */
  readonly stall: number;
}

/** What the servers looked up of themselves is in a folder. */
export function looks(folder: string): readonly ServerLook[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return files.flatMap((name) =>
    readFileSync(path.join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as ServerLook),
  );
}

interface Told {
  readonly method?: string;
  readonly params?: {
    readonly uri?: string;
    readonly version?: number;
    readonly type?: number;
    readonly message?: string;
  };
}

/** After so long, everything that was told is shown, also on a busy machine. */
const SHOWN_MS = 5000;

/** LSP's number for a message about a mistake. */
const ERROR = 1;

/** Hears what every language server tells the extension from here on. */
export class ServerEar {
  /** Mistakes that were written to the log. */
  readonly logs: string[] = [];
  /** Uri → the newest version whose analysis is over, as the present server says. */
  private readonly analysed = new Map<string, number>();
  private readonly heard = new vscode.EventEmitter<void>();
  /** Servers that have been started. */
  servers = 0;

  constructor() {
    // Node tells of each process that this one starts.
    subscribe('child_process', (message) => {
      const { process: child } = message as { process: ChildProcess };
      child.once('spawn', () => {
        if (!child.spawnargs.some((one) => /dist[\\/]server\.js$/.test(one))) return;
        this.servers++;
        this.analysed.clear();
        child.on('message', (told) => this.hear(told as Told));
      });
    });
  }

  /** Resolves when everything was said about the newest version of every open design. */
  async settled(): Promise<void> {
    await eventually(this.heard.event, () => (this.isSettled() ? true : undefined));
    // The client makes diagnostics of what it was told one file after the other.
    await new Promise((resolve) => setTimeout(resolve, SHOWN_MS));
  }

  private isSettled(): boolean {
    return openDesigns().every(({ uri, version }) => this.analysed.get(uri.toString()) === version);
  }

  private hear({ method, params }: Told): void {
    if (method === 'window/logMessage' && params?.type === ERROR) this.logs.push(params.message ?? '');
    if (method !== 'netsplit/analysed') return;
    this.analysed.set(params?.uri ?? '', params?.version ?? -1);
    this.heard.fire();
  }
}

export function openDesigns(): readonly vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter((one) => one.languageId === 'cap' && !one.isClosed);
}

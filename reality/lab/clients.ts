import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Protocol } from './connections/index.js';
import type { Way } from './driver.js';
import type { Net } from './net.js';

/** A request as a client reads it. */
export interface Line {
  readonly id: number;
  readonly protocol: Protocol;
  readonly host: string;
  readonly request: unknown;
}

/** Is beside the program of the lab. */
const PROGRAM = 'client.mjs';

/** Clients that keep their connections: one at each site, with one connection to each server that it asks. */
export class Clients {
  private readonly processes = new Map<string, ChildProcess>();
  private readonly waiting = new Map<number, (answer: unknown) => void>();
  private count = 0;

  constructor(
    private readonly net: Net,
    private readonly protocol: Protocol,
  ) {}

  /** Undefined without an answer after `timeout` ms. */
  ask<Answer>({ from, to }: Way, request: unknown, timeout: number): Promise<Answer | undefined> {
    return new Promise((resolve) => {
      const id = this.count++;
      const done = (answer: unknown): void => {
        clearTimeout(timer);
        this.waiting.delete(id);
        resolve(answer as Answer | undefined);
      };
      const timer = setTimeout(done, timeout, undefined);
      this.waiting.set(id, done);
      const line: Line = { id, protocol: this.protocol, host: this.net.addressOf(to), request };
      this.at(from).stdin?.write(`${JSON.stringify(line)}\n`);
    });
  }

  private at(site: string): ChildProcess {
    const known = this.processes.get(site);
    if (known !== undefined) return known;
    const child = this.net.converse(site, [process.execPath, fileURLToPath(new URL(PROGRAM, import.meta.url))]);
    this.processes.set(site, child);
    child.on('exit', () => this.processes.delete(site));
    child.stdin?.on('error', () => undefined);
    if (child.stdout !== null)
      createInterface({ input: child.stdout }).on('line', (text) => {
        const { id, answer } = JSON.parse(text) as { id: number; answer: unknown };
        this.waiting.get(id)?.(answer);
      });
    return child;
  }
}

import { createConnection, type Socket } from 'node:net';
import type { Answer } from '../driver.js';
import type { Connection } from './connection.js';

export interface ZooKeeperRequest {
  readonly operation: 'write' | 'read' | 'sync';
  readonly key: string;
  readonly value: string;
}

const PORT = 2181;
const SESSION_MS = 4000;
const PING_MS = 900;
/** As every client does: a server that has been silent for two thirds of the session's time is given up. */
const SILENT_MS = 2700;
const CONNECT_MS = 1500;

/** Types of requests, and codes of answers, as the protocol numbers them. */
const TYPE = { create: 1, exists: 3, children: 8, sync: 9, ping: 11 } as const;
const PING_XID = -2;
const NO_NODE = -101;
const ALL_MAY = Buffer.concat([int(1), int(31), text('world'), text('anyone')]);

interface Reply {
  readonly code: number;
  readonly body: Buffer;
}

/** One session at one server; where it has ended, the next request begins another one. */
export function connectZooKeeper(host: string): Connection {
  let session: Promise<Session> | undefined;
  const open = (): Promise<Session> => {
    session ??= Session.open(host, () => (session = undefined));
    return session;
  };
  return (request) => answerOf(open, request as ZooKeeperRequest);
}

/** Just enough of the protocol: a child of the node `/key` for each value. */
async function answerOf(open: () => Promise<Session>, { operation, key, value }: ZooKeeperRequest): Promise<Answer> {
  let session: Session;
  try {
    session = await open();
    // The session may have been lost without a word: only what a live one was asked is in doubt.
    await session.ask(TYPE.exists, text('/'), Buffer.alloc(1));
  } catch (error) {
    return { outcome: (error as Error).message === REFUSED ? 'error' : 'unknown' };
  }
  try {
    return await (operation === 'write' ? create(session, key, value) : children(session, operation, key));
  } catch {
    return { outcome: 'unknown' };
  }
}

async function create(session: Session, key: string, value: string): Promise<Answer> {
  const make = (path: string): Promise<Reply> => session.ask(TYPE.create, text(path), int(0), ALL_MAY, int(0));
  let { code } = await make(`/${key}/${value}`);
  if (code === NO_NODE) {
    await make(`/${key}`);
    ({ code } = await make(`/${key}/${value}`));
  }
  return { outcome: code === 0 ? 'ok' : 'error' };
}

async function children(session: Session, operation: 'read' | 'sync', key: string): Promise<Answer> {
  if (operation === 'sync' && (await session.ask(TYPE.sync, text(`/${key}`))).code !== 0) return { outcome: 'error' };
  const { code, body } = await session.ask(TYPE.children, text(`/${key}`), Buffer.alloc(1));
  if (code === NO_NODE) return { outcome: 'ok', values: [] };
  if (code !== 0) return { outcome: 'error' };
  const values: string[] = [];
  let at = 4;
  for (let i = 0; i < body.readInt32BE(0); i++) {
    const length = body.readInt32BE(at);
    values.push(body.toString('utf8', at + 4, at + 4 + length));
    at += 4 + length;
  }
  return { outcome: 'ok', values };
}

const REFUSED = 'refused';

class Session {
  private readonly waiting = new Map<number, { answer: (reply: Reply) => void; fail: (error: Error) => void }>();
  private buffer = Buffer.alloc(0);
  private xid = 1;
  private heard = Date.now();
  private begun: (() => void) | undefined;

  private constructor(private readonly socket: Socket) {}

  static open(host: string, ended: () => void): Promise<Session> {
    return new Promise((resolve, reject) => {
      const session = new Session(createConnection({ host, port: PORT }));
      session.watch((error) => {
        ended();
        reject(error);
      });
      session.begun = (): void => {
        session.begun = undefined;
        resolve(session);
      };
    });
  }

  ask(type: number, ...parts: readonly Buffer[]): Promise<Reply> {
    return new Promise((answer, fail) => {
      if (this.socket.destroyed) {
        fail(new Error('lost'));
        return;
      }
      const xid = this.xid++;
      this.waiting.set(xid, { answer, fail });
      this.send(int(xid), int(type), ...parts);
    });
  }

  private watch(ended: (error: Error) => void): void {
    const { socket } = this;
    const gone = (): void => {
      clearInterval(ping);
      clearTimeout(slow);
      socket.destroy();
      for (const { fail } of this.waiting.values()) fail(new Error('lost'));
      this.waiting.clear();
      ended(new Error(REFUSED));
    };
    const slow = setTimeout(() => {
      if (this.begun !== undefined) gone();
    }, CONNECT_MS);
    const ping = setInterval(() => {
      if (Date.now() - this.heard > SILENT_MS) gone();
      else if (this.begun === undefined) this.send(int(PING_XID), int(TYPE.ping));
    }, PING_MS);
    socket.on('connect', () => {
      this.send(int(0), Buffer.alloc(8), int(SESSION_MS), Buffer.alloc(8), int(16), Buffer.alloc(16), Buffer.alloc(1));
    });
    socket.on('data', (data) => {
      this.heard = Date.now();
      this.buffer = Buffer.concat([this.buffer, data]);
      this.read();
    });
    socket.on('error', gone).on('close', gone);
  }

  private read(): void {
    while (this.buffer.length >= 4 && this.buffer.length >= 4 + this.buffer.readInt32BE(0)) {
      const end = 4 + this.buffer.readInt32BE(0);
      const body = this.buffer.subarray(4, end);
      this.buffer = this.buffer.subarray(end);
      if (this.begun !== undefined) {
        this.begun();
        continue;
      }
      const xid = body.readInt32BE(0);
      this.waiting.get(xid)?.answer({ code: body.readInt32BE(12), body: body.subarray(16) });
      this.waiting.delete(xid);
    }
  }

  private send(...parts: readonly Buffer[]): void {
    const body = Buffer.concat(parts);
    this.socket.write(Buffer.concat([int(body.length), body]));
  }
}

function int(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([int(bytes.length), bytes]);
}

import { createConnection, type Socket } from 'node:net';
import type { Connection } from './connection.js';

export interface NatsRequest {
  readonly subject: string;
  readonly body: string;
  /** How long an answer is waited for, in milliseconds. */
  readonly wait: number;
}

/** A message that came back, its headers as the protocol has them; or why none did. */
export type NatsAnswer =
  | { readonly outcome: 'ok'; readonly head: string; readonly body: string }
  | { readonly outcome: 'unreached' | 'unknown' };

const PORT = 4222;
const CONNECT_MS = 2500;

export function connectNats(host: string): Connection {
  let line: Promise<Line> | undefined;
  return async (request) => {
    line ??= Line.open(host, () => (line = undefined));
    try {
      return await (await line).ask(request as NatsRequest);
    } catch {
      return { outcome: 'unreached' };
    }
  };
}

/** Just enough of the text protocol for requests and their answers. */
class Line {
  private readonly inbox = `_INBOX.${process.pid}.${Math.random().toString(36).slice(2)}`;
  private readonly waiting = new Map<string, (answer: NatsAnswer) => void>();
  private buffer = Buffer.alloc(0);
  private count = 0;
  private opened: (() => void) | undefined;

  private constructor(private readonly socket: Socket) {}

  static open(host: string, ended: () => void): Promise<Line> {
    return new Promise((resolve, reject) => {
      const line = new Line(createConnection({ host, port: PORT }));
      line.opened = (): void => {
        clearTimeout(slow);
        resolve(line);
      };
      const gone = (): void => {
        clearTimeout(slow);
        line.socket.destroy();
        for (const done of [...line.waiting.values()]) done({ outcome: 'unknown' });
        ended();
        reject(new Error('no connection'));
      };
      const slow = setTimeout(gone, CONNECT_MS);
      line.socket.on('error', gone).on('close', gone);
      line.socket.on('data', (data) => {
        line.buffer = Buffer.concat([line.buffer, data]);
        while (line.read());
      });
    });
  }

  ask({ subject, body, wait }: NatsRequest): Promise<NatsAnswer> {
    return new Promise((resolve) => {
      const reply = `${this.inbox}.${this.count++}`;
      const done = (answer: NatsAnswer): void => {
        clearTimeout(timer);
        this.waiting.delete(reply);
        resolve(answer);
      };
      const timer = setTimeout(done, wait, { outcome: 'unknown' });
      this.waiting.set(reply, done);
      this.socket.write(`PUB ${subject} ${reply} ${Buffer.byteLength(body)}\r\n${body}\r\n`);
    });
  }

  /** Reads one message; false if there is not a whole one. */
  private read(): boolean {
    const end = this.buffer.indexOf('\r\n');
    if (end < 0) return false;
    const [verb = '', ...words] = this.buffer.toString('utf8', 0, end).split(' ');
    const isMessage = verb === 'MSG' || verb === 'HMSG';
    const length = isMessage ? Number(words.at(-1)) : 0;
    const next = end + 2 + (isMessage ? length + 2 : 0);
    if (this.buffer.length < next) return false;
    const payload = this.buffer.subarray(end + 2, end + 2 + length);
    this.buffer = this.buffer.subarray(next);
    if (verb === 'INFO' && this.opened !== undefined) {
      this.socket.write('CONNECT {"verbose":false,"headers":true,"no_responders":true}\r\n');
      this.socket.write(`SUB ${this.inbox}.* 1\r\n`);
      this.opened();
      this.opened = undefined;
    }
    if (verb === 'PING') this.socket.write('PONG\r\n');
    if (isMessage) {
      const headEnd = verb === 'HMSG' ? Number(words.at(-2)) : 0;
      const head = payload.toString('utf8', 0, headEnd);
      this.waiting.get(words[0] ?? '')?.({ outcome: 'ok', head, body: payload.toString('utf8', headEnd) });
    }
    return true;
  }
}

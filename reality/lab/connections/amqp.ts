import { createConnection, type Socket } from 'node:net';
import type { Connection } from './connection.js';

export type AmqpRequest = {
  readonly queue: string;
  /** How long an answer is waited for, in milliseconds. */
  readonly wait: number;
} & (
  | { readonly operation: 'declare'; readonly type: 'quorum' | 'classic' }
  /** With a confirm; refused if such a queue does not exist. */
  | { readonly operation: 'publish'; readonly body: string }
  /** All messages that begin so, which stay in the queue. All others are taken out. */
  | { readonly operation: 'look'; readonly prefix: string }
);

/** `error`: refused. `unreached`: there was no connection. `unknown`: no answer. `bodies`: the messages of a queue. */
export interface AmqpAnswer {
  readonly outcome: 'ok' | 'error' | 'unreached' | 'unknown';
  readonly bodies?: readonly string[];
}

const PORT = 5672;
const CONNECT_MS = 2500;

export function connectAmqp(host: string): Connection {
  let line: Promise<Line> | undefined;
  return async (request) => {
    line ??= Line.open(host, () => (line = undefined));
    let opened: Line;
    try {
      opened = await line;
    } catch {
      return { outcome: 'unreached' };
    }
    return opened.ask(request as AmqpRequest);
  };
}

/** Methods, as class and number. */
const METHOD = {
  start: [10, 10],
  startOk: [10, 11],
  tune: [10, 30],
  tuneOk: [10, 31],
  open: [10, 40],
  openOk: [10, 41],
  close: [10, 50],
  channelOpen: [20, 10],
  channelOpenOk: [20, 11],
  channelClose: [20, 40],
  declare: [50, 10],
  declareOk: [50, 11],
  publish: [60, 40],
  returned: [60, 50],
  get: [60, 70],
  getOk: [60, 71],
  getEmpty: [60, 72],
  ack: [60, 80],
  nack: [60, 120],
  select: [85, 10],
  selectOk: [85, 11],
} as const;

const FRAME = { method: 1, header: 2, body: 3 } as const;
const FRAME_END = 0xce;
const CHANNEL = 1;
const MOST_BYTES = 131_072;
/** Bits of basic.publish, basic.nack and queue.declare. */
const MANDATORY = 1;
const MULTIPLE_REQUEUE = 3;
const DURABLE = 2;
const PASSIVE = 1;
/** The property flag of the delivery mode, and the mode that keeps a message on disk. */
const HAS_DELIVERY_MODE = 0x10_00;
const PERSISTENT = 2;

interface Frame {
  readonly type: number;
  readonly payload: Buffer;
}

/**
 * Just enough of AMQP 0-9-1, on one channel: what is published is confirmed, and looked at by taking it and giving it
 * back.
 */
class Line {
  private buffer: Buffer = Buffer.alloc(0);
  private isOpen = false;
  private published = 0;
  private readonly unconfirmed = new Map<number, { readonly text: string; done(answer: AmqpAnswer): void }>();
  /** Waits for the next answer, confirms aside. */
  private next: ((method: string, payload: Buffer) => void) | undefined;
  private message: Buffer | undefined;
  private got: Buffer = Buffer.alloc(0);
  private isReturned = false;
  private turn: Promise<unknown> = Promise.resolve();

  private constructor(private readonly socket: Socket) {}

  static open(host: string, ended: () => void): Promise<Line> {
    return new Promise((resolve, reject) => {
      const line = new Line(createConnection({ host, port: PORT }));
      const gone = (): void => {
        clearTimeout(slow);
        line.socket.destroy();
        for (const { done } of [...line.unconfirmed.values()]) done({ outcome: 'unknown' });
        line.next?.('closed', Buffer.alloc(0));
        ended();
        reject(new Error('no connection'));
      };
      const slow = setTimeout(() => {
        if (!line.isOpen) gone();
      }, CONNECT_MS);
      line.socket.on('error', gone).on('close', gone);
      line.socket.on('connect', () => line.socket.write(Buffer.from('AMQP\0\0\x09\x01', 'latin1')));
      line.socket.on('data', (data) => {
        line.buffer = Buffer.concat([line.buffer, data]);
        for (let frame = line.frame(); frame !== undefined; frame = line.frame())
          if (!line.take(frame)) gone();
          else if (line.isOpen) resolve(line);
      });
    });
  }

  ask(request: AmqpRequest): Promise<AmqpAnswer> {
    if (request.operation === 'publish') return this.publish(request.queue, request.body, request.wait);
    const asked = this.turn.then(() =>
      request.operation === 'declare'
        ? this.declare(request.queue, request.type, request.wait)
        : this.look(request.queue, request.prefix, request.wait),
    );
    this.turn = asked;
    return asked;
  }

  private publish(queue: string, text: string, wait: number): Promise<AmqpAnswer> {
    return new Promise((resolve) => {
      const tag = ++this.published;
      const done = (answer: AmqpAnswer): void => {
        clearTimeout(timer);
        this.unconfirmed.delete(tag);
        resolve(answer);
      };
      const timer = setTimeout(done, wait, { outcome: 'unknown' });
      this.unconfirmed.set(tag, { text, done });
      const body = Buffer.from(text);
      this.send('publish', short(0), shortText(''), shortText(queue), octet(MANDATORY));
      const properties = [short(HAS_DELIVERY_MODE), octet(PERSISTENT)];
      this.sendFrame(FRAME.header, short(METHOD.publish[0]), short(0), longLong(body.length), ...properties);
      this.sendFrame(FRAME.body, body);
    });
  }

  private async declare(queue: string, type: string, wait: number): Promise<AmqpAnswer> {
    const args = table(Buffer.concat([shortText('x-queue-type'), Buffer.from('S'), longText(type)]));
    const { method } = await this.call(wait, 'declare', short(0), shortText(queue), octet(DURABLE), args);
    return { outcome: method === 'declareOk' ? 'ok' : 'unknown' };
  }

  private async look(queue: string, prefix: string, wait: number): Promise<AmqpAnswer> {
    const bodies: string[] = [];
    let last: Buffer | undefined;
    for (;;) {
      const { method, payload } = await this.call(wait, 'get', short(0), shortText(queue), octet(0));
      if (method === 'getEmpty') break;
      if (method !== 'getOk') return this.giveUp();
      const body = this.message?.toString() ?? '';
      const tag = payload.subarray(4, 12);
      if (body.startsWith(prefix)) {
        bodies.push(body);
        last = tag;
      } else this.send('ack', tag, octet(0));
    }
    if (last !== undefined) this.send('nack', last, octet(MULTIPLE_REQUEUE));
    for (const end = Date.now() + wait; Date.now() < end; ) {
      const { method, payload } = await this.call(wait, 'declare', short(0), shortText(queue), octet(PASSIVE), table());
      if (method !== 'declareOk') return this.giveUp();
      // The messages are there again.
      if (payload.readUInt32BE(5 + (payload[4] ?? 0)) >= bodies.length) return { outcome: 'ok', bodies };
    }
    return this.giveUp();
  }

  /** With the connection, which gives back what was taken out. */
  private giveUp(): AmqpAnswer {
    this.socket.destroy();
    return { outcome: 'unknown' };
  }

  /** One request, and the one answer to it; `late` without one. */
  private call(
    wait: number,
    name: keyof typeof METHOD,
    ...parts: readonly Buffer[]
  ): Promise<{ readonly method: string; readonly payload: Buffer }> {
    return new Promise((resolve) => {
      const done = (method: string, payload: Buffer): void => {
        clearTimeout(timer);
        this.next = undefined;
        resolve({ method, payload });
      };
      const timer = setTimeout(done, wait, 'late', Buffer.alloc(0));
      this.next = done;
      this.send(name, ...parts);
    });
  }

  /** The next frame that is there as a whole. */
  private frame(): Frame | undefined {
    if (this.buffer.length < 7) return undefined;
    const end = 7 + this.buffer.readUInt32BE(3);
    if (this.buffer.length <= end) return undefined;
    const [type = 0, payload] = [this.buffer[0], this.buffer.subarray(7, end)];
    this.buffer = this.buffer.subarray(end + 1);
    return { type, payload };
  }

  /** False: the server closes the channel or the connection. */
  private take({ type, payload }: Frame): boolean {
    // A message that came with an answer is whole with its body: those of the lab fit into one frame.
    if (type === FRAME.body) {
      this.message = payload;
      if (this.isReturned) this.refuse(payload.toString());
      else this.next?.('getOk', this.got);
      this.isReturned = false;
    }
    if (type !== FRAME.method) return true;
    const found = [payload.readUInt16BE(0), payload.readUInt16BE(2)].join();
    const method = Object.entries(METHOD).find(([, numbers]) => numbers.join() === found)?.[0] ?? '';
    switch (method) {
      case 'start':
        this.sendOn(0, 'startOk', CLIENT, shortText('PLAIN'), longText('\0guest\0guest'), shortText('en_US'));
        break;
      case 'tune':
        this.sendOn(0, 'tuneOk', short(CHANNEL), long(MOST_BYTES), short(0));
        this.sendOn(0, 'open', shortText('/'), shortText(''), octet(0));
        break;
      case 'openOk':
        this.send('channelOpen', shortText(''));
        break;
      case 'channelOpenOk':
        this.send('select', octet(0));
        break;
      case 'selectOk':
        this.isOpen = true;
        break;
      case 'ack':
      case 'nack':
        this.confirm(Number(payload.readBigUInt64BE(4)), payload[12] === 1, method === 'ack' ? 'ok' : 'error');
        break;
      case 'returned':
        this.isReturned = true;
        break;
      case 'getOk':
        this.got = payload;
        break;
      case 'close':
      case 'channelClose':
        return false;
      default:
        this.next?.(method, payload);
    }
    return true;
  }

  /** The queue does not exist, and the confirm that follows says nothing. */
  private refuse(returned: string): void {
    [...this.unconfirmed.values()].find(({ text }) => text === returned)?.done({ outcome: 'error' });
  }

  private confirm(tag: number, isMultiple: boolean, outcome: 'ok' | 'error'): void {
    const tags = [...this.unconfirmed.keys()].filter((one) => (isMultiple ? one <= tag : one === tag));
    for (const one of tags) this.unconfirmed.get(one)?.done({ outcome });
  }

  private send(name: keyof typeof METHOD, ...parts: readonly Buffer[]): void {
    this.sendOn(CHANNEL, name, ...parts);
  }

  private sendOn(channel: number, name: keyof typeof METHOD, ...parts: readonly Buffer[]): void {
    this.write(FRAME.method, channel, ...METHOD[name].map(short), ...parts);
  }

  private sendFrame(type: number, ...parts: readonly Buffer[]): void {
    this.write(type, CHANNEL, ...parts);
  }

  private write(type: number, channel: number, ...parts: readonly Buffer[]): void {
    const payload = Buffer.concat(parts);
    this.socket.write(Buffer.concat([octet(type), short(channel), long(payload.length), payload, octet(FRAME_END)]));
  }
}

/** A client that understands refusals of what it published. */
const CLIENT = table(
  Buffer.concat([
    shortText('capabilities'),
    Buffer.from('F'),
    table(
      Buffer.concat(
        ['publisher_confirms', 'basic.nack'].flatMap((one) => [shortText(one), Buffer.from('t'), octet(1)]),
      ),
    ),
  ]),
);

function octet(value: number): Buffer {
  return Buffer.from([value]);
}

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function longLong(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}

function shortText(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([octet(bytes.length), bytes]);
}

function longText(value: string): Buffer {
  return table(Buffer.from(value));
}

/** Anything after its length. */
function table(bytes: Buffer = Buffer.alloc(0)): Buffer {
  return Buffer.concat([long(bytes.length), bytes]);
}

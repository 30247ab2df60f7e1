import { setTimeout as after } from 'node:timers/promises';
import { type ChannelModel, type ConfirmChannel, connect, type GetMessage } from 'amqplib';
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

const CONNECT_MS = 2500;

export function connectAmqp(host: string): Connection {
  let line: Promise<Line> | undefined;
  return async (request) => {
    const own = (line ??= Line.open(host, () => {
      if (line === own) line = undefined;
    }));
    let opened: Line;
    try {
      opened = await own;
    } catch {
      return { outcome: 'unreached' };
    }
    return opened.ask(request as AmqpRequest);
  };
}

/** A channel of a server: what is published is confirmed, and looked at by taking it and giving it back. */
class Line {
  private published = 0;
  /** By the id of a message: who waits for its confirm. */
  private readonly unconfirmed = new Map<string, (outcome: AmqpAnswer['outcome']) => void>();
  private turn: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly model: ChannelModel,
    private readonly channel: ConfirmChannel,
    private readonly ended: () => void,
  ) {}

  static async open(host: string, ended: () => void): Promise<Line> {
    const server = { hostname: host, username: 'guest', password: 'guest', heartbeat: 0 };
    try {
      const model = await connect(server, { timeout: CONNECT_MS });
      // What breaks closes, too.
      model.on('error', () => undefined).on('close', ended);
      const channel = await within(CONNECT_MS, model.createConfirmChannel());
      const line = new Line(model, channel, ended);
      channel
        .on('error', () => undefined)
        .on('return', ({ properties }) => line.unconfirmed.get(String(properties.messageId))?.('error'))
        .on('close', () => line.gone());
      return line;
    } catch (error) {
      ended();
      throw error;
    }
  }

  ask(request: AmqpRequest): Promise<AmqpAnswer> {
    if (request.operation === 'publish') return this.publish(request.queue, request.body, request.wait);
    const asked = this.turn.then(async (): Promise<AmqpAnswer> => {
      try {
        if (request.operation === 'look') return await this.look(request.queue, request.prefix, request.wait);
        const how = { durable: true, arguments: { 'x-queue-type': request.type } };
        await within(request.wait, this.channel.assertQueue(request.queue, how));
        return { outcome: 'ok' };
      } catch {
        // Late or closed. With the channel, what was taken out is given back.
        this.gone();
        return { outcome: 'unknown' };
      }
    });
    this.turn = asked;
    return asked;
  }

  private publish(queue: string, text: string, wait: number): Promise<AmqpAnswer> {
    return new Promise((resolve) => {
      const messageId = String(++this.published);
      const done = (outcome: AmqpAnswer['outcome']): void => {
        clearTimeout(timer);
        this.unconfirmed.delete(messageId);
        resolve({ outcome });
      };
      const timer = setTimeout(done, wait, 'unknown');
      this.unconfirmed.set(messageId, done);
      // A server returns what it has no queue for, and confirms it: the first of the two counts.
      const options = { mandatory: true, persistent: true, messageId };
      try {
        this.channel.sendToQueue(queue, Buffer.from(text), options, (refused: unknown) =>
          done(refused === null ? 'ok' : 'error'),
        );
      } catch {
        done('unknown');
      }
    });
  }

  private async look(queue: string, prefix: string, wait: number): Promise<AmqpAnswer> {
    const bodies: string[] = [];
    let last: GetMessage | undefined;
    for (;;) {
      const message = await within(wait, this.channel.get(queue));
      if (message === false) break;
      const body = message.content.toString();
      if (body.startsWith(prefix)) {
        bodies.push(body);
        last = message;
      } else this.channel.ack(message);
    }
    if (last !== undefined) this.channel.nack(last, true, true);
    for (const end = Date.now() + wait; Date.now() < end; ) {
      const { messageCount } = await within(wait, this.channel.checkQueue(queue));
      // The messages are there again.
      if (messageCount >= bodies.length) return { outcome: 'ok', bodies };
    }
    throw new Error('the messages did not come back');
  }

  /** Nobody knows what became of what is not confirmed. The server may be out of reach, and never hear of the end. */
  private gone(): void {
    this.ended();
    for (const done of [...this.unconfirmed.values()]) done('unknown');
    this.model.close().catch(() => undefined);
  }
}

/** Rejects if it takes longer. In milliseconds. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  const late = new AbortController();
  const expired = after(ms, undefined, { signal: late.signal }).then(() => Promise.reject(new Error('late')));
  expired.catch(() => undefined);
  try {
    return await Promise.race([promise, expired]);
  } finally {
    late.abort();
  }
}

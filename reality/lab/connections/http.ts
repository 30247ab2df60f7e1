import { request as send } from 'node:http';
import type { Connection } from './connection.js';

export interface HttpRequest {
  readonly port: number;
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  /** Sent as JSON; without one there is no body. */
  readonly body?: unknown;
  /** "user:password" */
  readonly auth?: string;
  /** How long an answer is waited for, in milliseconds. */
  readonly wait: number;
}

/** What came back, or why nothing did: `unreached` if there never was a connection. */
export type HttpAnswer =
  | { readonly outcome: 'ok'; readonly status: number; readonly body: string }
  | { readonly outcome: 'unreached' | 'unknown' };

const CONNECT_MS = 2000;

/** A connection for each request. */
export function connectHttp(host: string): Connection {
  return (request) => answerOf(host, request as HttpRequest);
}

function answerOf(host: string, { port, method, path, body, auth, wait }: HttpRequest): Promise<HttpAnswer> {
  return new Promise((resolve) => {
    let isConnected = false;
    const headers = body === undefined ? {} : { 'content-type': 'application/json' };
    const sent = send({ host, port, method, path, headers, agent: false, ...(auth === undefined ? {} : { auth }) });
    const end = (answer?: HttpAnswer): void => {
      clearTimeout(slow);
      clearTimeout(late);
      sent.destroy();
      resolve(answer ?? { outcome: isConnected ? 'unknown' : 'unreached' });
    };
    const late = setTimeout(end, wait);
    const slow = setTimeout(() => {
      if (!isConnected) end();
    }, CONNECT_MS);
    sent.on('socket', (socket) => socket.on('connect', () => (isConnected = true)));
    sent.on('error', () => end());
    sent.on('response', (response) => {
      let text = '';
      response.on('data', (data: Buffer) => (text += data.toString()));
      response.on('error', () => end());
      response.on('end', () => end({ outcome: 'ok', status: response.statusCode ?? 0, body: text }));
    });
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

// What the lab starts at each site whose clients keep their connections: a request a line, an answer a line.

import { createInterface } from 'node:readline';
import type { Line } from './clients.js';
import type { Connection } from './connections/connection.js';
import { PROTOCOLS } from './connections/index.js';

const connections = new Map<string, Connection>();

for await (const text of createInterface({ input: process.stdin })) {
  const { id, protocol, host, request } = JSON.parse(text) as Line;
  const name = `${protocol} ${host}`;
  const ask = connections.get(name) ?? PROTOCOLS[protocol](host);
  connections.set(name, ask);
  void ask(request).then((answer) => process.stdout.write(`${JSON.stringify({ id, answer })}\n`));
}
process.exit();

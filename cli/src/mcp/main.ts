// dist/mcp.js: the Model Context Protocol on standard input and output, until the input ends.

import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { shippedFiles } from '../shipped.js';
import { mcpServer } from './server.js';

serveStdio(() => mcpServer({ cwd: process.cwd(), shipped: shippedFiles(__dirname) }), {
  onerror: (error) => process.stderr.write(`netsplit mcp: ${error.message}\n`),
});

import { McpServer } from '@modelcontextprotocol/server';
import { version } from '../version.js';
import { registerResources } from './resources.js';
import { TOOLS } from './tools/index.js';
import type { World } from './world.js';

const INSTRUCTIONS = `Netsplit computes what each operation of a distributed design does under every network partition.
Designs are written in the language of netsplit://language. Begin with start_draft or list_presets, write the design,
then check_design until it has no error; read each remaining warning to the user, for it is a decision: suggest_fixes
lists changes that were tried, and \`accept VERDICT on OPERATION "reason"\` says that one is intended. Never say that a
design is safe: the answers name what was looked at.`;

/** The server with its tools and resources; the transport is the caller's. */
export function mcpServer(world: World): McpServer {
  const server = new McpServer({ name: 'netsplit', title: 'Netsplit', version }, { instructions: INSTRUCTIONS });
  for (const { register } of TOOLS) register(server, world);
  registerResources(server, world);
  return server;
}

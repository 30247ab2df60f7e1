import type { CallToolResult, McpServer } from '@modelcontextprotocol/server';
import { visible } from '#core';
import * as z from 'zod';
import { UsageError } from '../io.js';
import type { World } from './world.js';

/** At most 4,000 tokens: names and numbers come to about 2.5 characters a token. */
export const MOST_CHARACTERS = 10_000;

/** What a tool says: for the model to read, and as data for programs. */
export interface Answer {
  readonly text: string;
  /** What to ask for where the text is too long to be said whole. */
  readonly more: string;
  readonly data: object;
}

interface Described<Input extends z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: Input;
  readonly answer: (args: z.infer<Input>, world: World) => Answer;
}

/** One tool of the server. */
export interface Tool {
  readonly name: string;
  readonly register: (server: McpServer, world: World) => void;
}

/** The design that a tool is about. */
export const DESIGN = {
  text: z.string().optional().describe('The design itself, as the text of a .cap file'),
  file: z.string().optional().describe('Instead of `text`: a .cap file, relative to the folder of the server'),
};

/** A tool from its description. None of them writes anything. */
export function tool<Input extends z.ZodObject>({ name, title, description, input, answer }: Described<Input>): Tool {
  return {
    name,
    register: (server, world) => {
      server.registerTool(
        name,
        {
          title,
          description,
          // The library checks the arguments with it, which its types do not carry through a parameter of ours.
          inputSchema: input as z.ZodObject,
          annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
        },
        (args) => result(() => answer(args as z.infer<Input>, world)),
      );
    },
  };
}

function result(answer: () => Answer): CallToolResult {
  try {
    const { text, more, data } = answer();
    return {
      content: [{ type: 'text', text: shortened(text, more) }],
      structuredContent: data as Record<string, unknown>,
    };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { isError: true, content: [{ type: 'text', text: `${visible(error.message)}.` }] };
  }
}

/** As many whole lines as may be said, and how many are left. */
export function shortened(text: string, more: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  const lines = text.trimEnd().split('\n');
  const kept: string[] = [];
  // The last line says how many are left.
  let room = MOST_CHARACTERS - more.length - 40;
  for (const line of lines) {
    room -= line.length + 1;
    if (room < 0) break;
    kept.push(line);
  }
  return [...kept, `… ${lines.length - kept.length} more lines. ${more}`].join('\n');
}

import { type McpServer, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server';
import { CHECKS, presetPage } from '#core';
import type { World } from './world.js';

interface Page {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly text: (world: World) => string | undefined;
}

const PAGES: readonly Page[] = [
  {
    name: 'language',
    title: 'The language',
    description: 'Every statement and clause of a design, with examples.',
    text: ({ shipped }) => shipped('docs/language.md'),
  },
  {
    name: 'semantics',
    title: 'The semantics',
    description: 'What each verdict means, and by which rules it is decided.',
    text: ({ shipped }) => shipped('docs/semantics.md'),
  },
  {
    name: 'presets',
    title: 'Presets',
    description: 'The products that a store can be `like`: clauses, levels and sources.',
    text: () => presetPage(),
  },
  {
    name: 'codes',
    title: 'Diagnostic codes',
    description: 'All codes with their severities; netsplit://codes/CODE is the page of one.',
    text: () => CHECKS.map(({ code, severity }) => `${code} (${severity})\n`).join(''),
  },
];

const MARKDOWN = 'text/markdown';

/** Pages to read: the language, its meaning, presets and codes. */
export function registerResources(server: McpServer, world: World): void {
  for (const { name, title, description, text } of PAGES)
    server.registerResource(name, `netsplit://${name}`, { title, description, mimeType: MARKDOWN }, ({ href }) =>
      contents(href, text(world)),
    );
  server.registerResource(
    'code',
    new ResourceTemplate('netsplit://codes/{code}', { list: undefined }),
    { title: 'A diagnostic code', description: 'What it means, and what to do.', mimeType: MARKDOWN },
    ({ href }, { code }) => {
      const row = CHECKS.find((one) => one.code === code);
      return contents(href, row === undefined ? undefined : world.shipped(`docs/diagnostics/${row.code}.md`));
    },
  );
}

function contents(
  uri: string,
  text: string | undefined,
): { contents: { uri: string; mimeType: string; text: string }[] } {
  if (text === undefined) throw new ResourceNotFoundError(uri);
  return { contents: [{ uri, mimeType: MARKDOWN, text }] };
}

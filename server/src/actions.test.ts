import { ClientCommands, Requests, type CommandTarget, type TimelineAnswer } from '#protocol';
import type { Hover, InlayHint } from 'vscode-languageserver';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, bundle, remove, TestClient } from './testing/client.js';

const URI = 'file:///design/bank.cap';
/** What an address decodes, what ends one, and what is decoded where a browser decodes twice. */
const NAME = '50%41 ](command:x "y") 100%';
const DESIGN = `node a, b
link a -- b
client ${JSON.stringify(NAME)} at a
client far at b
store s on a, b { choose AP }
operation get: read s from ${JSON.stringify(NAME)}, far
operation put: write s from far
`;

let folder: string;
beforeAll(async () => {
  folder = await bundle();
});
afterAll(() => remove(folder));

async function withServer(options: object, run: (client: TestClient) => Promise<void>): Promise<void> {
  const client = await TestClient.start(folder, options);
  try {
    await client.verdicts(URI, await client.open(URI, DESIGN));
    await run(client);
  } finally {
    expect(await client.stop()).toBe(0);
  }
}

async function hover(client: TestClient): Promise<string> {
  const { contents } = await client.request<Hover>('textDocument/hover', {
    textDocument: { uri: URI },
    position: at(DESIGN, 'get'),
  });
  return typeof contents === 'object' && 'value' in contents ? contents.value : '';
}

interface Link {
  readonly id: string;
  readonly target: CommandTarget;
}

/** As VS Code reads an address: it is decoded twice. */
function linksIn(markdown: string): readonly Link[] {
  return [...markdown.matchAll(/\]\(command:([\w.]+)\?([^ )]+) "[^"]+"\)/g)].map(([, id = '', query = '']) => {
    const once = decodeURIComponent(query);
    const [target] = JSON.parse(decodeURIComponent(once)) as readonly CommandTarget[];
    if (target === undefined) throw new Error(`a command without a target: ${query}`);
    return { id, target };
  });
}

test('the links of a hover run commands of the extension only, and lead to the runs that they stand on', () =>
  withServer({ commands: true }, async (client) => {
    const markdown = await hover(client);
    const links = linksIn(markdown);
    expect(links.length).toBe(markdown.split('](').length - 1);
    expect(links.map(({ id }) => id).filter((id) => !Object.values<string>(ClientCommands).includes(id))).toEqual([]);
    const explanations = links.filter(({ id }) => id === ClientCommands.explain);
    expect(explanations).toEqual([{ id: ClientCommands.explain, target: { uri: URI, position: at(DESIGN, 'get') } }]);
    const runs = links.filter(({ id }) => id === ClientCommands.showTimeline);
    expect(runs.length).toBe(links.length - 1);
    expect(runs[0]).toMatchObject({
      id: ClientCommands.showTimeline,
      target: { timeline: { operation: 'get', client: NAME, outcome: { verdict: 'stale' } } },
    });
    expect(runs.map(({ target }) => target.timeline?.client)).toContain('far');
    for (const { target } of runs) {
      const answer = await client.request<TimelineAnswer>(Requests.timeline, { uri: URI, target: target.timeline });
      if (answer.kind === 'message') throw new Error(answer.message);
      expect(answer.timeline.target).toMatchObject({ ...target.timeline, outcome: { ...target.timeline?.outcome } });
    }
  }));

test('a hint leads to what it says', () =>
  withServer({ commands: true }, async (client) => {
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const [hint] = await client.request<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri: URI }, range });
    const [part] = Array.isArray(hint?.label) ? hint.label : [];
    expect(part?.value).toBe('stale · a–b cut');
    expect(part?.command?.arguments).toEqual([
      {
        uri: URI,
        timeline: {
          operation: 'get',
          client: NAME,
          fault: { links: ['a--b'], oneWays: [], nodes: [], zones: [] },
          outcome: { verdict: 'stale', howLong: 'heal' },
        },
      },
    ]);
  }));

test('an editor without the extension’s commands gets words', () =>
  withServer({}, async (client) => expect(linksIn(await hover(client))).toEqual([])));

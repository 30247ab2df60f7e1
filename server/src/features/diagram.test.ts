import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Diagram,
  type DiagramAnswer,
  type DiagramQuery,
  type ElementsAnswer,
  type PartitionAnswer,
  type PickedFault,
  Requests,
} from '#protocol';
import { BANK } from '../testing/bank.js';
import { at, bundle, remove, TestClient } from '../testing/client.js';

const URI = 'file:///design/bank.cap';
const HEALTHY: PickedFault = { links: [], oneWays: [], nodes: [], zones: [] };

let folder: string;
beforeAll(async () => {
  folder = await bundle();
});
afterAll(() => remove(folder));

async function withServer(run: (client: TestClient) => Promise<void>): Promise<void> {
  const client = await TestClient.start(folder);
  try {
    await run(client);
  } finally {
    expect(await client.stop()).toBe(0);
  }
}

async function pictured(client: TestClient, query: Partial<DiagramQuery> = {}): Promise<Diagram> {
  const answer = await client.request<DiagramAnswer>(Requests.diagram, { uri: URI, fault: HEALTHY, ...query });
  if (answer.kind === 'message') throw new Error(answer.message);
  return answer.diagram;
}

test('a picture, what can be broken in it, and the smallest causes once they are known', () =>
  withServer(async (client) => {
    const version = await client.open(URI, BANK);
    await client.verdicts(URI, version);
    const diagram = await pictured(client);
    expect(diagram.partitions).toEqual(['atlantic']);
    expect(diagram.stores).toEqual(['accounts', 'cart']);
    expect(diagram.links.map(({ id }) => id)).toContain('us--eu');
    expect(diagram.scene.parts.filter(({ kind }) => kind === 'link')).toHaveLength(diagram.links.length);
    expect(diagram.vertices.find(({ name }) => name === 'us1')?.range?.start).toEqual(at(BANK, 'us1'));
    expect(diagram.causes?.length).toBeGreaterThan(1);
    const [first] = diagram.causes ?? [];
    expect((await pictured(client, { fault: first?.fault ?? HEALTHY })).report.title).toBe(first?.title);
  }));

test('a picked fault is drawn, and its verdicts stand beside the healthy ones', () =>
  withServer(async (client) => {
    await client.open(URI, BANK);
    const { scene, report, ranges, fault } = await pictured(client, {
      fault: { ...HEALTHY, links: ['us--eu', 'gone--now'] },
    });
    expect(fault.links).toEqual(['us--eu']);
    expect(
      scene.parts.flatMap(({ kind, states, label }) => (kind === 'link' && states.includes('cut') ? [label] : [])),
    ).toEqual(['Link us to eu, round trip 80 ms, cut.']);
    const row =
      report.sections[0]?.table?.rows.findIndex(
        ({ cells }) => cells[0]?.text === 'balance' && cells[1]?.text === 'traveller',
      ) ?? -1;
    expect(report.sections[0]?.table?.rows[row]?.cells.slice(2, 4).map(({ text }) => text)).toEqual(['ok', 'error']);
    expect(ranges[0]?.[row]?.start).toEqual(at(BANK, 'operation balance', 'operation '.length));
  }));

test('who takes part is pointed out, as long as it is there', () =>
  withServer(async (client) => {
    await client.open(URI, BANK);
    const selection = { kind: 'store', name: 'cart' } as const;
    const { scene } = await pictured(client, { selection });
    expect(
      scene.parts.filter(({ states }) => states.includes('selected')).map(({ label }) => label.split(' ')[1]),
    ).toEqual(['us1', 'eu1']);
    await client.change(URI, { text: BANK.replaceAll('cart', 'basket') });
    expect((await pictured(client, { selection })).selection).toBeUndefined();
  }));

test('what the cursor is on', () =>
  withServer(async (client) => {
    await client.open(URI, BANK);
    const { vertices } = await client.request<ElementsAnswer>(Requests.elementsAt, {
      uri: URI,
      position: at(BANK, 'teller    in us'),
    });
    expect(vertices).toHaveLength(1);
    expect((await pictured(client)).vertices[vertices[0] ?? -1]?.name).toBe('teller');
  }));

test('a fault written as a partition is that fault', () =>
  withServer(async (client) => {
    await client.open(URI, BANK);
    const written = await client.request<PartitionAnswer>(Requests.writePartition, {
      uri: URI,
      fault: { ...HEALTHY, links: ['us--eu'], nodes: ['us2'] },
    });
    if (written.kind === 'message') throw new Error(written.message);
    expect(written.text).toBe('\npartition cut1 {\n  cut us -- eu\n  down us2\n}');
    await client.change(URI, { range: { start: written.at, end: written.at }, text: written.text });
    expect((await pictured(client, { fault: { ...HEALTHY, partition: 'cut1' } })).fault.partition).toBe('cut1');
    expect(await client.request(Requests.writePartition, { uri: URI, fault: HEALTHY })).toMatchObject({
      kind: 'message',
    });
  }));

test('of a file that is not open, nothing', () =>
  withServer(async (client) => {
    const uri = 'file:///nowhere.cap';
    expect(await client.request(Requests.diagram, { uri, fault: HEALTHY })).toMatchObject({ kind: 'message' });
    expect(await client.request(Requests.writePartition, { uri, fault: HEALTHY })).toMatchObject({ kind: 'message' });
    expect(await client.request(Requests.elementsAt, { uri, position: { line: 0, character: 0 } })).toEqual({
      vertices: [],
      links: [],
    });
  }));

import { expect, test } from 'vitest';
import type { Cause } from '../../engine/facts.js';
import type { Model } from '../../model/model.js';
import { HEALTHY } from '../../network/fault.js';
import { resolve } from '../../model/resolve.js';
import { parse } from '../../syntax/parse.js';
import { drawDiagram, type DrawOptions, drawWithVerdicts } from './draw.js';
import type { Part, Scene } from './scene.js';

const modelOf = (text: string): Model => resolve(parse(text)).model;

const SHOP = `zone us { node us1, us2 }
zone eu { node eu1 }
node judge
router r
link cable: us -- eu 80ms fails 0.1%
link eu -> r
link r -- judge
client web in us
client batch at eu1 via eu1
store orders on us1, eu1, witness judge { choose CP replicate consensus leader us1 }
store log on us1, us2 { choose AP }
operation put: write orders from web
partition ocean { us | eu }
partition several { cut us1 -- us cut r -> judge down us2 }
`;
const model = modelOf(SHOP);
const id = (name: string): number => model.vertices.findIndex((vertex) => vertex.name === name);
const link = (label: string): number => model.links.findIndex((one) => one.label === label || one.name === label);
const draw = (options?: DrawOptions): readonly Part[] => drawDiagram(model, options).parts;
const labels = (options?: DrawOptions): string[] => draw(options).map(({ label }) => label);
const states = (options: DrawOptions): string[] =>
  draw(options).flatMap((part) =>
    part.states.length > 0 && part.kind !== 'legend' ? [`${part.label} ${part.states.join(' ')}`] : [],
  );
const looks = (part: Part | undefined): string[] => part?.shapes.map(({ look }) => look) ?? [];
const under = (cause: Partial<Cause>): DrawOptions => ({ cause: { ...HEALTHY, ...cause } });

test('every part says in a sentence what it is', () => {
  expect(labels()).toEqual([
    'Zone us of 2 nodes.',
    'Zone eu of 1 node.',
    "web's connection to its zone, which can't fail.",
    'Link us1 to us.',
    'Link us2 to us.',
    'Link eu1 to eu.',
    'Link cable, us to eu, round trip 80 ms, fails with a probability of 0.1%, owed to it: 8.76 h a year without an answer.',
    'Link from eu to r only.',
    'Link r to judge.',
    'Node judge, votes for orders.',
    'Node us1 in zone us, leads orders and holds log.',
    'Node us2 in zone us, holds log.',
    'Client web in zone us.',
    'Node eu1 in zone eu, holds orders.',
    'Client batch at eu1, asks only eu1.',
    'Router r.',
    'leader or primary.',
    'holds a copy.',
    'votes, holds no copy.',
    'thicker: more of the time without an answer is owed to it.',
  ]);
});

test('a leader, a holder of a copy and a node that only votes have different signs', () => {
  const [judge, us1] = ['judge', 'us1'].map((name) =>
    draw().find(({ kind, index }) => kind === 'node' && index === id(name)),
  );
  expect(looks(us1).filter((look) => look.startsWith('sign'))).toEqual(['sign-leader', 'sign-replica']);
  expect(looks(judge).filter((look) => look.startsWith('sign'))).toEqual(['sign-witness']);
});

test('an observer has the sign of a copy without a vote, and the legend says so', () => {
  const parts = drawDiagram(
    modelOf('node a, b, o\nclient k at a\nstore s on a, b, observer o { replicate primary a }\n'),
    {},
  ).parts;
  const observer = parts.find(({ kind, label }) => kind === 'node' && label.startsWith('Node o'));
  expect(observer?.label).toBe('Node o, observes s.');
  expect(looks(observer).filter((look) => look.startsWith('sign'))).toEqual(['sign-observer']);
  expect(parts.map(({ label }) => label)).toContain('holds a copy, no vote.');
});

test('a node that elects a primary without holding a copy only votes', () => {
  const elected = modelOf(
    'node a, b, c\nclient k at a\nstore s on a, b { replicate primary a failover automatic by a, b, c }\n',
  );
  expect(
    drawDiagram(elected)
      .parts.filter(({ kind }) => kind === 'node')
      .map(({ label }) => label),
  ).toEqual(['Node a, leads s.', 'Node b, holds s.', 'Node c, votes for s.']);
});

test('a link that carries one way has an arrow', () => {
  expect(looks(draw().find(({ kind, index }) => kind === 'link' && index === link('eu→r')))).toContain('arrow');
  expect(looks(draw().find(({ kind, index }) => kind === 'link' && index === link('cable')))).not.toContain('arrow');
});

test('what is cut has a sign and not only a colour; what is stopped is crossed out', () => {
  expect(states(under({ partition: 1 }))).toEqual([
    'Link us1 to us, cut. cut',
    'Link r to judge, cut from r to judge. partly-cut',
    'Node us2 in zone us, holds log, stopped. stopped',
  ]);
  const parts = draw(under({ partition: 1 }));
  expect(looks(parts.find(({ kind, index }) => kind === 'link' && index === link("us1's link to us")))).toEqual([
    'touch',
    'line line-broken',
    'sign-back',
    'sign-back',
    'sign',
    'sign',
  ]);
  // The half that still carries is whole, and its arrow leads to where something arrives.
  expect(looks(parts.find(({ kind, index }) => kind === 'link' && index === link('r–judge')))).toEqual(
    expect.arrayContaining(['line', 'line line-broken', 'arrow', 'sign']),
  );
  expect(
    looks(parts.find(({ kind, index }) => kind === 'node' && index === id('us2'))).filter((look) => look === 'stop'),
  ).toHaveLength(2);
  expect(parts.filter(({ kind }) => kind === 'legend').map(({ label }) => label)).toEqual(
    expect.arrayContaining(['cut.', 'stopped.']),
  );
});

test('a lost zone takes its machines and its clients with it', () => {
  expect(states(under({ zones: [id('us')] }))).toEqual([
    'Zone us of 2 nodes, lost. stopped',
    'Node us1 in zone us, leads orders and holds log, stopped. stopped',
    'Node us2 in zone us, holds log, stopped. stopped',
    'Client web in zone us, issues nothing. stopped',
  ]);
});

test('the sides of a partition are marked and named, and what joins them carries nothing', () => {
  const parts = draw(under({ partition: 0 }));
  expect(parts.filter(({ kind }) => kind === 'side').map(({ label }) => label)).toEqual([
    'Side 1 of the partition: us.',
    'Side 2 of the partition: eu.',
  ]);
  expect(parts.filter(({ kind, states: own }) => kind === 'link' && own.length > 0).map(({ label }) => label)).toEqual([
    'Link cable, us to eu, round trip 80 ms, fails with a probability of 0.1%, carries nothing between the sides of the partition, owed to it: 8.76 h a year without an answer.',
  ]);
  expect(drawDiagram(model, under({ partition: 0 })).description).toBe(
    'A network of 2 zones, 4 nodes, 1 router, 2 clients, 6 links and 2 stores, under partition ocean.',
  );
});

test('the vertices that take part are pointed out, the others are dimmed', () => {
  const selected = (options: DrawOptions): string[] =>
    draw(options).flatMap(({ label, states: own }) =>
      own.includes('selected') ? [label.split(/[ ,.]/)[1] ?? ''] : [],
    );
  expect(selected({ selection: { kind: 'store', store: 0 } })).toEqual(['judge', 'us1', 'eu1']);
  expect(selected({ selection: { kind: 'operation', operation: 0 } })).toEqual(['judge', 'us1', 'web', 'eu1']);
  expect(selected({ selection: { kind: 'zone', zone: id('eu') } })).toEqual(['eu1', 'batch']);
  expect(
    draw({ selection: { kind: 'store', store: 1 } })
      .filter(({ kind, states: own }) => kind === 'node' && own.includes('dimmed'))
      .map(({ index }) => index),
  ).toEqual([id('judge'), id('eu1')]);
});

test('of links that are drawn as one line, some may be broken', () => {
  const zones = ['z0', 'z1']
    .map((zone) => `zone ${zone} { node ${Array.from({ length: 60 }, (_, i) => `${zone}n${i}`).join(', ')} }`)
    .join('\n');
  const many = modelOf(`${zones}\nlink z0 -- z1\nlink z0n0 -- z1n0\n`);
  const declared = many.links.flatMap(({ kind }, i) => (kind === 'declared' ? [i] : []));
  const drawn = (links: readonly number[]): string[] =>
    drawDiagram(many, under({ links })).parts.flatMap((part) =>
      part.kind === 'link'
        ? [`${part.label} ${part.states.join(' ')} ${looks(part).filter((look) => look === 'sign').length}`]
        : [],
    );
  expect(drawn(declared.slice(1))).toEqual(['2 links: z0–z1, z0n0–z1n0, 1 of them broken. partly-cut 2']);
  expect(drawn(declared)).toEqual(['2 links: z0–z1, z0n0–z1n0, 2 of them broken. cut 2']);
});

test('a fault moves nothing', () => {
  const places = (options?: DrawOptions): unknown =>
    draw(options).flatMap(({ kind, index, shapes }) =>
      kind === 'node' || kind === 'zone' ? [[kind, index, shapes[0]]] : [],
    );
  expect(places(under({ links: [0, 1], stopped: [id('us1')], partition: 0 }))).toEqual(places());
});

test('a design of nothing is a sentence', () => {
  expect(drawDiagram(modelOf('')).parts.map(({ label }) => label)).toEqual([
    'The design declares nothing that could be drawn.',
  ]);
});

test('a copy has a mark for what became of it, with a legend and in words, and a fault moves nothing', () => {
  const text = SHOP.replace('put: write orders', 'put: write log').replace(
    'client batch',
    'client far in us\nclient batch',
  );
  const shop = modelOf(text.replace('operation put: write log from web', 'operation put: write log from web, batch'));
  const healthy = drawWithVerdicts(shop);
  const broken = drawWithVerdicts(shop, { cause: { ...HEALTHY, partition: 1 } });
  const of = (scene: Scene, name: string): Part | undefined =>
    scene.parts.find(({ kind, label }) => kind === 'node' && label.startsWith(`Node ${name}`));
  expect(of(broken, 'us1')?.label).toContain('orders: led before the break');
  expect(of(broken, 'us1')?.shapes.map(({ look }) => look)).toContain('sign-former');
  expect(broken.parts.filter(({ kind }) => kind === 'legend').map(({ label }) => label)).toContain(
    'led before the break.',
  );
  const boxes = (scene: Scene) =>
    scene.parts.flatMap(({ kind, shapes }) => (kind === 'node' ? shapes.filter((one) => one.look === 'node-box') : []));
  expect(boxes(broken)).toEqual(boxes(healthy));
});

test('a sign in brackets, and the dash of a client that is down, are in the legend', () => {
  const shop = modelOf(
    'zone us { node us1 }\nzone eu { node eu1 }\nlink us -- eu\nclient ann at us1\nclient bob in eu\n' +
      'store cart on us1, eu1 { choose AP }\noperation add: write cart from ann, bob\npartition noUs { down us1 }\n',
  );
  const legend = (cause: Partial<Cause>): string[] =>
    drawWithVerdicts(shop, under(cause)).parts.flatMap(({ kind, label }) => (kind === 'legend' ? [label] : []));
  expect(legend({})).toContain('only while replication lags.');
  expect(legend({ links: [0] })).not.toContain('only while replication lags.');
  expect(legend({ partition: 0 })).toContain('the client is down too.');
  const [ann] = drawWithVerdicts(shop).parts.filter(({ kind }) => kind === 'client');
  expect(ann?.label).toContain('add: conflict while replication lags');
});

test('what a limit keeps out of a picture is said in its legend', () => {
  const legend = (text: string): string[] =>
    drawDiagram(resolve(parse(text)).model, { replicas: [] }).parts.flatMap(({ kind, label }) =>
      kind === 'legend' ? [label] : [],
    );
  const nodes = Array.from({ length: 24 }, (_, i) => `n${i}`);
  const stores = (count: number): string =>
    `node ${nodes.join(', ')}\n` +
    Array.from({ length: count }, (_, i) => `store s${i} on ${nodes.join(', ')} { choose AP }\n`).join('');
  expect(legend(stores(8))).not.toContain('too many copies to mark who leads or is stale.');
  expect(legend(stores(9))).toContain('too many copies to mark who leads or is stale.');
  const unknown = 'which link matters most is not known: a limit was reached.';
  const meshed = (count: number): string => {
    const names = Array.from({ length: count }, (_, i) => `m${i}`).join(', ');
    return (
      `node ${names}\nlink m0 -- m1 fails 1%\nclient k at m0\nstore s on ${names} { choose CP }\n` +
      'operation o: write s from k\n'
    );
  };
  expect(legend(meshed(3))).not.toContain(unknown);
  expect(legend(meshed(25))).toContain(unknown);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze } from '../analyze.js';
import { exploreAll } from '../engine/explore.js';
import { alikeTitle } from '../render/words/cause.js';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { decisions } from './decisions.js';
import { type Heat, heatmap } from './heatmap.js';
import { standingOf } from './standing.js';

const TEN = `zone us { node us1, us2 }
zone eu { node eu1 }
link us -- eu 80ms
client ann in us
client amy in us
client bob in eu
store account on us1, us2, eu1 { choose CP }
store cart on us1, eu1 { choose AP }
operation pay: write account from ann, amy, bob
operation view: read cart from bob
operation add: write cart from ann
partition ocean { us | eu }
`;

const { resolved, results } = analyze(TEN);
const { model } = resolved;

function shown({ columns, rows }: Heat): string[] {
  return [
    columns.map(({ group, causes }) => `${group}: ${alikeTitle(model, causes)}`).join(' | '),
    ...rows.map(({ operation, clients, cells }) => {
      const who = clients.map((client) => model.vertices[client]?.name).join('+');
      return `${model.operations[operation]?.name ?? ''} ${who}: ${cells
        .map(({ verdict, outcome }) => (outcome?.howLong === 'lag' ? `(${verdict})` : verdict))
        .join(' ')}`;
    }),
  ];
}

test('faults that do the same share a column, clients to whom the same happens a row', () => {
  expect(shown(heatmap(model, results).likely)).toEqual([
    'no fault: no fault | named: ocean, us–eu cut, us or eu apart, us and eu apart | nodes: us1 isolated, us1 stopped | ' +
      'nodes: us2 isolated, us2 stopped | nodes: eu1 isolated, eu1 stopped | zones: us lost | zones: eu lost',
    'pay ann+amy: ok ok ok ok ok silent ok',
    'pay bob: ok error ok ok ok error silent',
    'view bob: (stale) stale stale (stale) ok stale silent',
    'add ann: ok ok conflict ok ok silent ok',
  ]);
});

test('rare faults are the smallest ones that do harm, and none of them is likely', () => {
  const { rare } = heatmap(model, results);
  expect(rare.columns.length).toBeGreaterThan(0);
  for (const { causes } of rare.columns) {
    for (const cause of causes) {
      const size = cause.links.length + cause.isolated.length + cause.stopped.length + cause.directions.length;
      expect(size > 1 || cause.directions.length === 1).toBe(true);
    }
  }
});

test('the worst verdict of a likely fault that the heat map shows is the headline', () => {
  const { likely } = heatmap(model, results);
  model.operations.forEach((_, operation) => {
    const clients = results.clients.filter((one) => one.operation === operation);
    const told = new Set(standingOf(model, results.expectations, clients).likely.map(({ verdict }) => verdict));
    const seen = likely.rows
      .filter((row) => row.operation === operation)
      .flatMap(({ cells }) => cells.flatMap(({ outcome }) => (outcome === undefined ? [] : [outcome.verdict])));
    for (const verdict of seen) expect([...told]).toContain(verdict);
  });
});

test('a design that is too large is cut off at a number of verdicts, and says how much is missing', () => {
  const names = Array.from({ length: 60 }, (_, i) => `n${i}`).join(', ');
  const clients = Array.from({ length: 40 }, (_, i) => `client c${i} at n${i}\n`).join('');
  const text = `node ${names}\n${clients}store s on n0, n1, n2 { choose CP }\noperation get: read s from ${Array.from(
    { length: 40 },
    (_, i) => `c${i}`,
  ).join(', ')}\nexplore any 1 node\n`;
  const large = resolve(parse(text)).model;
  const { likely } = heatmap(large, exploreAll(large));
  const shownFaults = likely.columns.reduce((sum, { causes }) => sum + causes.length, 0);
  expect(shownFaults).toBe(50);
  expect(likely.left).toBeGreaterThan(1000);
});

test('an operation holds, is decided, or is left to nobody', () => {
  const statusOf = (text: string): string[] => {
    const made = analyze(text);
    const of = made.resolved.model;
    return decisions(of, made.results, heatmap(of, made.results)).map(
      ({ operation, status, unharmed }) =>
        `${of.operations[operation]?.name ?? ''} ${status}${unharmed.map((id) => ` ${of.vertices[id]?.name ?? ''}`).join('')}`,
    );
  };
  expect(statusOf(TEN)).toEqual(['pay undecided ann amy', 'view undecided', 'add undecided']);
  const decided = `${TEN}expect pay never stale\naccept stale on view "an old cart is fine"\n`;
  expect(statusOf(decided)).toEqual(['pay decided ann amy', 'view decided', 'add undecided']);
  const local = 'node a, b\nlink a -- b\nclient c at a\nstore s on a { choose CP }\noperation get: read s from c\n';
  expect(statusOf(`${local}explore any 1 link\n`)).toEqual(['get not known']);
  expect(statusOf('node a\nclient c at a\nstore s on a { choose CP }\noperation get: read s from c\n')).toEqual([
    'get holds',
  ]);
});

test('harm that lasts until a fault is noticed stands beside what is told anyway', () => {
  const made = analyze(readFileSync(new URL('../../../samples/postgresql-patroni.cap', import.meta.url), 'utf8'));
  const of = made.resolved.model;
  const reviews = decisions(of, made.results, heatmap(of, made.results)).map(
    ({ operation, standing, passing }) =>
      `${of.operations[operation]?.name ?? ''}: ${standing.headline?.verdict ?? 'ok'}, ${passing?.outcome.verdict ?? '–'}`,
  );
  expect(reviews).toContain('save: lost, conflict');
});

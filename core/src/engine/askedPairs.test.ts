import { expect, test } from 'vitest';
import { run } from '../base/steps.js';
import { resolve } from '../model/resolve.js';
import { HEALTHY } from '../network/fault.js';
import { parse } from '../syntax/parse.js';
import { pairsOf } from './askedPairs.js';
import { CODES } from './code.js';
import { Verdicts } from './verdicts.js';

/** The machines, and a client beside each. */
const NETWORK = [
  'router hub',
  ...['a', 'b', 'c', 'd', 'e'].flatMap((node) => [`node ${node}`, `link ${node} -- hub`]),
  'node f',
  'link f -- hub',
  'client atA at a',
  'client atE at e',
  'client atF at f',
].join('\n');

/** Between whom an operation asks, by names in order of the alphabet. */
function asked(text: string, client: string, operation = 0): { all: string[]; byAnybody: string[] } {
  const { model } = resolve(parse(`${NETWORK}\n${text}\n`));
  const verdicts = new Verdicts(model);
  const vertex = model.vertices.findIndex(({ name }) => name === client);
  const question = { bits: CODES.length, ...verdicts.question(operation, vertex) };
  const { all, byAnybody } = run(pairsOf(verdicts.topology, HEALTHY, question));
  const named = (pairs: Iterable<readonly number[]>): string[] =>
    Array.from(pairs, (pair) =>
      pair
        .map((one) => model.vertices[one]?.name)
        .sort()
        .join('-'),
    ).sort();
  return { all: named(all.values()), byAnybody: named(byAnybody) };
}

const READ = 'store s on a, b, c, d { replicate any merge crdt }\noperation get: read s from atE, atF, atA';

test('who reads asks each replica; what writers ask is the same for all readers', () => {
  const text = `${READ}\noperation put: write s from atF`;
  const writer = ['a-f', 'b-f', 'c-f', 'd-f'];
  const between = ['a-b', 'a-c', 'a-d', 'b-c', 'b-d', 'c-d'];
  const { all, byAnybody } = asked(text, 'atE');
  expect(byAnybody).toEqual([...between, ...writer].sort());
  expect(all).toEqual([...between, ...writer, 'a-e', 'b-e', 'c-e', 'd-e'].sort());
  // A writer asks what it asks anyhow.
  expect(asked(text, 'atF').all).toEqual(byAnybody);
});

test('a client on the machine of a replica asks no other one, and is not taken for the others', () => {
  const { all, byAnybody } = asked(READ, 'atA');
  expect(byAnybody).toEqual([]);
  expect(all.filter((pair) => pair.includes('e') || pair.includes('f'))).toEqual([]);
});

test('a client that names its replicas asks these alone', () => {
  const text = 'client pinned via b\nstore s on a, b, c { choose AP }\noperation get: read s from pinned, atE';
  expect(asked(text, 'pinned').byAnybody).toEqual([]);
  expect(asked(text, 'atE').all.filter((pair) => pair.includes('e'))).toEqual(['a-e', 'b-e', 'c-e']);
});

test('the replicas of other stores on the same machines are not asked', () => {
  const text = 'store s on a, b { choose AP }\nstore t on a, b, c, d { choose AP }\noperation get: read s from atE';
  expect(asked(text, 'atE').all.filter((pair) => pair.includes('e'))).toEqual(['a-e', 'b-e']);
});

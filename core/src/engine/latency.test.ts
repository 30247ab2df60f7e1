import { expect, test } from 'vitest';
import { resolve } from '../model/resolve.js';
import { compileTopology } from '../network/topology.js';
import { parse } from '../syntax/parse.js';
import { latencyMs } from './latency.js';

const TEXT = `
zone us { node u1, u2, u3 }
zone eu { node e1, e2, e3 }
link us -- eu 80ms
node lone1, lone2
link us -- lone1 10ms
link us -- lone2 20ms
client k in us
client far
store q on u1, u2, u3, e1, e2, e3 { replicate quorum R=4 W=4 }
store spread on u1, lone1, lone2 { replicate quorum R=2 W=2 }
`;

/** The latency of a write with this level, in milliseconds. */
function ms(level: string, store = 'q', client = 'k'): number | undefined {
  const { model, diagnostics } = resolve(parse(`${TEXT}operation w: write ${store} from ${client} ${level}\n`));
  expect(
    diagnostics
      .filter(({ severity, code }) => severity === 'error' && code !== 'unconnected-client')
      .map(({ message }) => message),
  ).toEqual([]);
  return latencyMs(compileTopology(model), 0, model.operations[0]?.clients[0] ?? -1);
}

test('a quorum takes as long as its slowest member, and one of the own zone does not wait for the other', () => {
  expect(ms('level one')).toBe(0);
  expect(ms('level two')).toBe(0);
  expect(ms('level local-quorum')).toBe(0);
  expect(ms('level each-quorum')).toBe(80);
  expect(ms('')).toBe(80);
});

test('nodes outside of zones are one group', () => {
  // Two of three replicas outside of zones: it waits for the nearer one.
  expect(ms('', 'spread')).toBe(10);
  expect(ms('level all', 'spread')).toBe(20);
});

/** The latency of the first operation of the design `text`, in milliseconds. */
function msOf(text: string): number | undefined {
  const { model } = resolve(parse(text));
  return latencyMs(compileTopology(model), 0, model.operations[0]?.clients[0] ?? -1);
}

test('steps add up, and consensus waits for the last member of a majority, under the slowest possible leader', () => {
  const text =
    'node a, b, c, d, e\nlink a -- b 10ms\nlink a -- c 20ms\nlink a -- d 40ms\nlink a -- e 80ms\nclient k at a\nstore s on a, b, c, d, e { replicate consensus leader a }\n';
  expect(msOf(`${text}operation w: write s from k`)).toBe(20);
  expect(msOf(`${text}operation w: write s from k level all`)).toBe(80);
  expect(msOf(`${text}operation w from k { write s; write s level all }`)).toBe(100);
});

test('a round trip that is not declared on any part of the way leaves it open', () => {
  const over = (near: string, far: string): number | undefined =>
    msOf(
      `node a\nrouter r\nclient k\nlink k -- r ${near}\nlink r -- a ${far}\nstore s on a { choose AP }\noperation o: read s from k`,
    );
  expect(over('3ms', '4ms')).toBe(7);
  expect(over('', '4ms')).toBe(undefined);
  expect(over('3ms', '')).toBe(undefined);
});

test('a primary waits for the nearest of the others that are enough, in whatever order they are declared', () => {
  const text =
    'node p, far, near\nlink p -- far 90ms\nlink p -- near 10ms\nclient k at p\nstore s on p, far, near { replicate primary p sync 1 }\n';
  expect(msOf(`${text}operation w: write s from k`)).toBe(10);
  expect(msOf(`${text}operation w: write s level all from k`)).toBe(90);
  expect(msOf(`${text}operation w: write s level one from k`)).toBe(0);
});

test('a local quorum waits for a majority of the own zone, however many there are elsewhere', () => {
  const text =
    'node a, b, c, x, y\nlink a -- b 5ms\nlink a -- c 7ms\nlink a -- x 1ms\nlink a -- y 1ms\nzone z { node d }\nzone far { node e1, e2, e3, e4, e5 }\nlink z -- far 50ms\nclient k at a\nclient m at e1\n';
  expect(msOf(`${text}store s on a, b, c { replicate quorum }\noperation w: write s level local-quorum from k`)).toBe(
    5,
  );
  expect(msOf(`${text}store s on d, e1 { replicate quorum }\noperation w: write s level local-quorum from m`)).toBe(0);
});

test('a client at a node has no way to go there, whatever ways lead back to it', () => {
  expect(
    msOf('node a\nrouter r\nlink a -- r 30ms\nclient k at a\nstore s on a { choose CP }\noperation r1: read s from k'),
  ).toBe(0);
});

import { describe, expect, test } from 'vitest';
import { resolve } from '../model/resolve.js';
import { HEALTHY } from '../network/fault.js';
import { parse } from '../syntax/parse.js';
import { phaseTable } from '../testing/phases.js';
import { verdictTable } from '../testing/verdicts.js';
import { verdictsUnder } from './under.js';

const three = `node a, b, c
mesh a, b, c
client x
link x -- a
link x -- b
link x -- c 10ms
`;
const operations = `operation put: write s from x
operation get: read s from x
`;

describe('one direction between a client and a replica is cut', () => {
  const consensus = (partition: string): string[] =>
    phaseTable(`${three}store s on a, b, c { replicate consensus }\n${operations}partition p { ${partition} }`);

  test('it waits on an old connection, or makes a new one to the next replica', () => {
    for (const direction of ['cut a -> x', 'cut x -> a'])
      expect(consensus(direction)).toEqual(['put x: unknown+ok | ', 'get x: error+ok | ']);
  });

  test('any replica of the order may have such a connection', () => {
    expect(consensus('isolate a\ncut b -> x')).toEqual(['put x: unknown+ok | error', 'get x: error+ok | ']);
    expect(consensus('cut a -- b\ncut a -- c\ncut b -> x')).toEqual([
      'put x: unknown+ok | error',
      'get x: error+ok | ',
    ]);
  });

  test('a request that arrives takes effect, one that does not leaves nothing', () => {
    const dirty = (direction: string): string | undefined =>
      phaseTable(`node a, b, w
mesh a, b, w
client x via a
client y at a
link x -- a
store s on a, b, witness w { replicate primary a failover automatic }
operation put: write s from x
operation get: read s from y level local
partition p { a | b, w
cut ${direction} }`).at(-1);
    expect(dirty('a -> x')).toContain('dirty');
    expect(
      phaseTable(`node a, b
link a -- b
client x via a
client y at b
link x -> a
store s on a, b { choose AP }
operation put: write s from x
operation get: read s from y
partition p { a | b }`),
    ).toEqual(['put x: error | ', 'get y: ok | ']);
  });

  test('a link that is declared in one direction connects nobody', () => {
    expect(
      verdictTable(`node a, b
link a -- b
client x
link x -> a
link x -- b
store s on a, b { choose AP }
operation put: write s from x
partition p { cut x -- b }`),
    ).toEqual([
      ['', 'healthy', 'p'],
      ['put x', 'ok', 'error'],
    ]);
  });

  test('the same between a client and an instance of a service, and between instances', () => {
    const through = (cut: string): string[][] =>
      verdictTable(`node a, b, d
mesh a, b, d
client x
link x -- a
link x -- b
service api on a, b
store s on d { choose CP }
operation put: write s from x through api
operation get: read s from x through api
partition p { ${cut} }`);
    const both = [
      ['', 'healthy', 'p'],
      ['put x', 'ok', 'unknown+ok'],
      ['get x', 'ok', 'error+ok'],
    ];
    expect(through('cut a -> x')).toEqual(both);
    expect(through('cut x -> a')).toEqual(both);
  });

  test('through a service, the reason says whether the request arrived', () => {
    const unknown = (direction: string): string | undefined => {
      const { model } = resolve(
        parse(`node a
client x
link x -- a
service gate on a
store s on a { choose CP }
operation put: write s from x through gate
partition p { cut ${direction} }`),
      );
      const outcomes = verdictsUnder(model, { ...HEALTHY, partition: 0 }).flatMap(({ verdict }) => verdict.outcomes);
      return outcomes.find(({ verdict }) => verdict === 'unknown')?.reason;
    };
    expect(unknown('a -> x')).toBe("through gate at a: the answer can't travel back");
    expect(unknown('x -> a')).toBe("x still waits for gate at a, which the request can't reach any more");
  });

  test('an instance that waits for the next service asks no other, and neither does its sender', () => {
    expect(
      phaseTable(`node g1, g2, n1, n2, d
client x
link x -- g1
link x -- g2 5ms
link g1 -- n1
link g2 -- n2
link n1 -- d
link n2 -- d
service gate on g1, g2
service api on n1, n2
store s on d { choose CP }
operation put: write s from x through gate, api
partition p { cut n1 -> g1
cut n1 -- d }`),
    ).toEqual(['put x: unknown+ok | ']);
  });

  test('derived data is read from its source only where no copy answers', () => {
    const look = (store: string): string[] | undefined =>
      verdictTable(`node a, d
link a -- d
client x
link x -- a
link x -- d
store s on d { choose CP }
store copy on a { from s${store} }
operation put: write s from x
operation look: read copy from x
partition p { cut a -> x }`).at(-1);
    expect(look('')).toEqual(['look x', '~stale', 'error']);
    expect(look(' else s')).toEqual(['look x', '~stale', 'ok']);
  });
});

describe('until a client notices that its own link broke', () => {
  const cut = (partition: string, store = 'replicate consensus'): string[] =>
    phaseTable(`${three}store s on a, b, c { ${store} }\n${operations}partition p { ${partition} }`);

  test('reads are errors and writes in doubt', () => {
    expect(cut('cut x -- a')).toEqual(['put x: ok | unknown', 'get x: ok | error']);
    expect(cut('isolate a', 'replicate consensus leader b')).toEqual(['put x: ok | unknown', 'get x: ok | error']);
  });

  test('its session is with the first that it asks on the healthy network', () => {
    expect(cut('cut x -- b')).toEqual(['put x: ok | ', 'get x: ok | ']);
    expect(cut('cut x -- b', 'replicate primary b')).toEqual(['put x: error | unknown', 'get x: error | ']);
    expect(cut('cut x -- a', 'replicate primary b')).toEqual(['put x: ok | ', 'get x: ok | ']);
  });

  test('a machine that stops closes its connections', () => {
    expect(cut('down a', 'replicate consensus leader b')).toEqual(['put x: ok | ', 'get x: ok | ']);
  });

  test('none of these writes takes effect', () => {
    const [, get] = phaseTable(`node a, b
link a -- b
client x at a
client y at b
store s on a, b { replicate primary b }
operation put: write s from x
operation get: read s from y
partition p { a | b }`);
    expect(get).toBe('get y: ok | ');
  });

  test('an instance of a service waits as well', () => {
    expect(
      phaseTable(`node a, b, d, e
mesh a, b, d, e
client x
link x -- a
link x -- b
service api on a, b
store s on d, e { choose AP }
operation put: write s from x through api
partition away { cut x -- a }`),
    ).toEqual(['put x: ok | unknown']);
  });
});

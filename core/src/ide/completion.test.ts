import { describe, expect, test } from 'vitest';
import { cursor } from '../testing/cursor.js';
import { PRESETS } from '../model/presets/index.js';
import { expectedAt } from '../syntax/expected.js';
import { wordsOf } from '../syntax/language/index.js';
import { complete } from './completion.js';
import { expectedHere } from './wordAt.js';

const PLACES =
  'zone us { node us1, us2 }\nnode n\nrouter r\nclient web in us\nstore s on us1, us2 { choose CP }\noperation o: read s from web\npartition p { us | n }\n';

function labels(marked: string): readonly string[] {
  const { resolved, offset } = cursor(marked);
  return complete(resolved, offset).map(({ label }) => label);
}

describe('completion', () => {
  test('statements where one may begin', () => {
    expect(labels('$0')).toEqual([
      'node',
      'zone',
      'router',
      'client',
      'link',
      'mesh',
      'store',
      'service',
      'operation',
      'partition',
      'risk',
      'expect',
      'accept',
      'explore',
      'include',
    ]);
    expect(labels(`${PLACES}st$0`)).toContain('store');
  });

  test('names by kind', () => {
    expect(labels(`${PLACES}operation q: read $0`)).toEqual(['s']);
    expect(labels(`${PLACES}operation q: read s from $0`)).toEqual(['web']);
    const services = `${PLACES}service api on us1, us2\nservice gate on n\n`;
    expect(labels(`${services}operation q: read s from web through $0`)).toEqual(['api', 'gate']);
    expect(labels(`${services}operation q from web through gate, $0`)).toEqual(['api', 'gate']);
    expect(labels(`${services}operation q from web $0`)).toContain('through');
    expect(labels(`${services}store t on n { requires $0 }`)).toEqual(['s', 'api', 'gate', 't']);
    expect(labels(`${services}service t on n { requires s, $0 }`)).toEqual(['s', 'api', 'gate', 't']);
    expect(labels(`${services}service t on n { $0 }`)).toEqual(['requires']);
    expect(labels(`${PLACES}service x on $0`)).toEqual(expect.arrayContaining(['us', 'us1', 'n']));
    expect(labels(`${PLACES}client x in $0`)).toEqual(['us']);
    expect(labels(`${PLACES}expect $0`)).toEqual(['o']);
    expect(labels(`${PLACES}expect o ok under $0`)).toEqual(['p', 'any', 'no fault']);
    expect(labels(`${PLACES}link n -- $0`)).toEqual(expect.arrayContaining(['us', 'us1', 'n', 'r', 'web']));
  });

  test('values, with what they mean', () => {
    expect(labels('link a -- b 80ms $0')).toEqual(['±', 'p99', 'fails']);
    expect(labels('link a -- b 80ms ± 10ms $0')).toEqual(['fails']);
    expect(labels('link a -- b 80ms p99 $0')).toEqual([]);
    expect(labels(`${PLACES}expect o $0`)).toContain('within');
    expect(labels(`${PLACES}expect o within $0`)).toEqual([]);
    expect(labels(`${PLACES}expect o within 5ms $0`)).toEqual(['p99', 'under']);
    expect(labels(`${PLACES}expect o within 5ms p99 $0`)).toEqual(['under']);
    expect(labels('store s on a { choose $0 }')).toEqual(['CP', 'AP']);
    expect(labels('store s on a { replicate $0 }')).toEqual(['any', 'consensus', 'primary', 'quorum']);
    expect(labels('store s on a { replicate any membership $0 }')).toEqual(['agreed']);
    expect(labels(`${PLACES}operation q: read s from web level $0`)).toEqual(
      expect.arrayContaining(['leader', 'local', 'each-quorum']),
    );
    const { resolved, offset } = cursor('store s on a { merge l$0 }');
    expect(complete(resolved, offset).find(({ label }) => label === 'lww')?.documentation).toContain('Last write wins');
  });

  test('the word that is being typed is replaced, an open quote with it', () => {
    const replaced = (marked: string): string => {
      const { resolved, text, offset } = cursor(marked);
      const [first] = complete(resolved, offset);
      return first === undefined ? '' : `${text.slice(first.span.start, first.span.end)} → ${first.insert}`;
    };
    expect(replaced('store s on a { choose C$0 }')).toBe('C → CP');
    expect(replaced(`${PLACES}client x in u$0`)).toBe('u → us');
    expect(replaced('zone "my zone" { node a }\nclient c in "my z$0')).toBe('"my z → "my zone"');
    expect(replaced('zone "my zone" { node a }\nclient c in $0')).toBe(' → "my zone"');
  });

  test('presets, with what they stand for', () => {
    const { resolved, offset } = cursor('node a\nstore s on a { like $0 }');
    const offered = complete(resolved, offset);
    expect(offered.map(({ label }) => label)).toEqual(PRESETS.map(({ name }) => name));
    const derived = cursor('node a\nstore t on a { choose CP }\nstore s on a { from t like $0 }');
    expect(complete(derived.resolved, derived.offset).map(({ label }) => label)).toEqual(['cdn', 'memcached']);
    const etcd = offered.find(({ label }) => label === 'etcd');
    expect(etcd).toMatchObject({
      kind: 'value',
      insert: 'etcd',
      detail:
        'etcd 3.5 and later; 3.4 with --pre-vote: three or five voting members, default timers (heartbeat 100 ms, election 1 s), pre-vote on (the default since 3.5)',
    });
    expect(etcd?.documentation).toContain('```cap\nreplicate consensus\n');
  });

  test("the levels of the product that a store is like, for that access, before the language's own", () => {
    const text = `${PLACES}store m on us1, us2, n { like mongodb }\nstore "my store" on us1 { like etcd }\n`;
    expect(labels(`${text}operation q: write m from web level $0`)).toEqual([
      'w: 1',
      'w: 2',
      'w: majority',
      ...wordsOf('level'),
    ]);
    expect(labels(`${text}operation q: read m level $0`).slice(0, 2)).toEqual(['primary', 'nearest']);
    expect(
      labels(`${text}operation q from web {\n  write m level "w: 1"\n  read "my store" level $0\n}\n`).slice(0, 2),
    ).toEqual(['linearizable', 'serializable']);
    expect(labels(`${text}operation q: read s from web level $0`)).not.toContain('nearest');
    const { resolved, offset } = cursor(`${text}operation q: write m from web level "w: m$0`);
    const majority = complete(resolved, offset).find(({ label }) => label === 'w: majority');
    expect(majority).toMatchObject({ insert: '"w: majority"', detail: 'level of a write like mongodb' });
    expect(resolved.text.slice(majority?.span.start, majority?.span.end)).toBe('"w: m');
  });

  test('nothing in comments', () => {
    expect(labels('// no$0')).toEqual([]);
    expect(labels('/* $0')).toEqual([]);
  });

  test('nothing where a new name is wanted', () => {
    expect(labels('node $0')).toEqual([]);
    expect(labels('store $0')).toEqual([]);
  });

  test('looks at its own statement only, with the same answer as from the whole text', () => {
    const text = `${PLACES}// store\nexpect o from web stale under any 1 link\nstore t on us1 {\n  choose \n  merge lww }\n"x\nlink a`;
    const { resolved } = cursor(`${text}$0`);
    for (let offset = 0; offset <= text.length; offset++)
      expect([offset, expectedHere(resolved, offset)]).toEqual([offset, expectedAt(text, offset)]);
  });

  test('works wherever the cursor is in a broken file', () => {
    const text = `store\n}\n${PLACES}operation : read\n{ { "x\nlink a --\n/* open`;
    for (let offset = 0; offset <= text.length; offset++)
      expect(() => labels(`${text.slice(0, offset)}$0${text.slice(offset)}`)).not.toThrow();
  });
});

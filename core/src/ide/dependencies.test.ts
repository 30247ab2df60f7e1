import { describe, expect, test } from 'vitest';
import { cursor } from '../testing/cursor.js';
import { dependenciesOf, dependencyAt, dependentsOf } from './dependencies.js';

const DESIGN = `zone us { node us1, us2 }
node far
link cable: us -- far
link far -- us1
client web in us
store s on us, witness far { choose CP }
store t on far { choose CP }
operation o from web { read s; write t; write s }
`;

function shown(marked: string): { readonly on: readonly string[]; readonly by: readonly string[] } {
  const { text, offset, resolved } = cursor(marked);
  const item = dependencyAt(resolved, offset);
  if (item === undefined) return { on: [], by: [] };
  const at = (spans: readonly { readonly start: number; readonly end: number }[]): string =>
    spans.map(({ start, end }) => text.slice(start, end)).join(' ');
  return {
    on: dependenciesOf(resolved, item).map(({ on, places }) => `${on.kind} ${on.name} (${at(places)})`),
    by: dependentsOf(resolved, item).map(
      ({ dependent, places }) => `${dependent.kind} ${dependent.name} (${at(places)})`,
    ),
  };
}

describe('what depends on what', () => {
  test('an operation on its stores', () => {
    expect(shown(DESIGN.replace('operation o', 'operation $0o'))).toEqual({
      on: ['store s (s s)', 'store t (t)'],
      by: ['client web (web)'],
    });
  });

  test('a store on its replicas and witnesses', () => {
    expect(shown(DESIGN.replace('store s', 'store $0s'))).toEqual({
      on: ['node us1 (us)', 'node us2 (us)', 'node far (far)'],
      by: ['operation o (s s)'],
    });
  });

  test('a node on its links, and on those of its zone', () => {
    expect(shown(DESIGN.replace('node us1', 'node $0us1'))).toEqual({
      on: expect.arrayContaining(['link cable (us1)', 'link far–us1 (us1)']),
      by: ['store s (us)'],
    });
    expect(
      shown(DESIGN.replace('us2 }', '$0us2 }')).on.some(
        (one) => one.startsWith('link us1’s') || one.startsWith("link us1's"),
      ),
    ).toBe(false);
  });

  test('a link on nothing', () => {
    expect(shown(DESIGN.replace('cable', '$0cable'))).toEqual({
      on: [],
      by: ['node far (far)', 'node us1 (us1)', 'node us2 (us2)'],
    });
  });

  test('a client on what it issues', () => {
    expect(shown(DESIGN.replace('client web', 'client $0web'))).toEqual({ on: ['operation o (web)'], by: [] });
  });

  test('zones and keywords are no part of it', () => {
    expect(shown(DESIGN.replace('zone us', 'zone $0us'))).toEqual({ on: [], by: [] });
    expect(shown(`$0${DESIGN}`)).toEqual({ on: [], by: [] });
  });
});

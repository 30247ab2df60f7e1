import { expect, test } from 'vitest';
import { padEnd, visible, width } from './visible.js';

test('nothing in a name can speak to the terminal or turn the line around', () => {
  expect(visible('a\u001b[31mb')).toBe('a⟨U+001B⟩[31mb');
  expect(visible('a\u202Eb\u200Bc\u2066d')).toBe('a⟨U+202E⟩b⟨U+200B⟩c⟨U+2066⟩d');
  expect(visible('a\r\nb\tc\u2028\u0085')).toBe('a⟨U+000D⟩⟨U+000A⟩b c⟨U+2028⟩⟨U+0085⟩');
  expect(visible('\uD800')).toBe('⟨U+D800⟩');
  expect(visible('Zürich–東京 “ok”')).toBe('Zürich–東京 “ok”');
});

test('of all characters, those stay that can be seen', () => {
  const shown = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
    (one) => visible(one) === one,
  );
  expect(shown.filter((one) => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(one))).toEqual([]);
  expect(shown.length).toBeGreaterThan(60_000);
});

test('width counts columns: wide characters two, combining marks none', () => {
  expect([width('abc'), width('東京'), width('e\u0301'), width('🚀'), width('us–eu'), width('a→b')]).toEqual([
    3, 4, 1, 2, 5, 3,
  ]);
  expect(padEnd('東', 4)).toBe('東  ');
});

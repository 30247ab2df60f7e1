import { expect, test } from 'vitest';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { semanticTokens, TOKEN_TYPES } from './semanticTokens.js';

function shown(text: string): string {
  return semanticTokens(resolve(parse(text)))
    .map(({ span, type, isDeclaration }) => `${text.slice(span.start, span.end)}:${type}${isDeclaration ? '!' : ''}`)
    .join(' ');
}

test('names by what they name, declared or referred to', () => {
  expect(shown('zone us { node a }\nrouter r\nlink cable: us -> r')).toBe(
    'zone:keyword us:namespace! node:keyword a:variable! router:keyword r:interface! link:keyword cable:property! us:namespace ->:operator r:interface',
  );
  expect(
    shown(
      'node a\nclient web at a\nstore s on a { choose CP }\noperation o: read s from web\npartition p { down a }\nexpect o ok under p',
    ),
  ).toBe(
    [
      'node:keyword a:variable! client:keyword web:event! at:keyword a:variable store:keyword s:struct! on:keyword a:variable choose:keyword CP:enumMember',
      'operation:keyword o:function! read:keyword s:struct from:keyword web:event partition:keyword p:macro! down:keyword a:variable',
      'expect:keyword o:function ok:enumMember under:keyword p:macro',
    ].join(' '),
  );
});

test('values, settings, units and texts', () => {
  expect(shown('node a\nstore s on a { replicate quorum R=1 W=1 sloppy on partition wait 5s }')).toContain(
    'quorum:enumMember R:parameter =:operator 1:number W:parameter =:operator 1:number sloppy:enumMember on:keyword partition:keyword wait:enumMember 5s:number',
  );
  expect(shown('node a, p99\nlink a -- p99 8ms ± 1ms\nlink a -- p99 8ms p99 1s')).toBe(
    'node:keyword a:variable! p99:variable! link:keyword a:variable --:operator p99:variable 8ms:number ±:operator ' +
      '1ms:number link:keyword a:variable --:operator p99:variable 8ms:number p99:number 1s:number',
  );
  expect(shown('expect o within 5ms p99.9')).toBe('expect:keyword within:keyword 5ms:number p99.9:number');
  expect(shown('explore any 2 link')).toBe('explore:keyword any:keyword 2:number link:enumMember');
  expect(shown('explore any 1 isolated node, 1 zone apart')).toBe(
    'explore:keyword any:keyword 1:number isolated:enumMember node:enumMember 1:number zone:enumMember apart:enumMember',
  );
  expect(shown('accept stale on "my op" "a reason"')).toBe(
    'accept:keyword stale:enumMember on:keyword "my op":string "a reason":string',
  );
});

test('a word of the language that is a name is a name', () => {
  expect(shown('node from, level\nlink from -- level')).toBe(
    'node:keyword from:variable! level:variable! link:keyword from:variable --:operator level:variable',
  );
});

test('a name that is declared nowhere is left to the grammar', () => {
  expect(shown('client web at nowhere')).toBe('client:keyword web:event! at:keyword');
});

test('a comment over several lines is one token for each', () => {
  expect(shown('/* a\r\n\n  b */ node a // c')).toBe(
    '/* a:comment   b */:comment node:keyword a:variable! // c:comment',
  );
});

test('broken files have tokens, in order, that do not overlap', () => {
  const text = 'store\n}\nnode a\noperation : read\n{ { "x\nlink a --\n/* open\n more';
  const tokens = semanticTokens(resolve(parse(text)));
  tokens.slice(1).forEach(({ span }, i) => expect(span.start).toBeGreaterThanOrEqual(tokens[i]?.span.end ?? Infinity));
  expect(tokens.every(({ type }) => TOKEN_TYPES.includes(type))).toBe(true);
  expect(shown(text)).toContain('a:variable!');
});

import { DiagnosticSeverity } from 'vscode-languageserver';
import { expect, test } from 'vitest';
import { isOfUnfinished, unfinishedWord } from './unfinished.js';

test('a word at the end of a line is unfinished while letters are added to it', () => {
  expect(unfinishedWord('node a\nexp', 'node a\nexpe')).toEqual({ line: 1, character: 4 });
  expect(unfinishedWord('node a\n\nnode b', 'node a\nzo\nnode b')).toEqual({ line: 1, character: 2 });
  expect(unfinishedWord('store s on a', 'store s on aa')).toEqual({ line: 0, character: 13 });
});

test('it is finished with what follows it, and what is pasted or removed was never typed', () => {
  expect(unfinishedWord('expec', 'expec ')).toBeUndefined();
  expect(unfinishedWord('expec', 'expec\n')).toBeUndefined();
  expect(unfinishedWord('link us -- eu', 'link usa -- eu')).toBeUndefined();
  expect(unfinishedWord('expect', 'expec')).toBeUndefined();
  expect(unfinishedWord('', `node ${'a'.repeat(50)}`)).toBeUndefined();
  expect(unfinishedWord('node a\nnode b', 'node c\nnode bd')).toBeUndefined();
});

test('only an error that ends with the word is one of it', () => {
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } };
  const error = { range, message: '', severity: DiagnosticSeverity.Error };
  expect(isOfUnfinished(error, range.end)).toBe(true);
  expect(isOfUnfinished({ ...error, severity: DiagnosticSeverity.Warning }, range.end)).toBe(false);
  expect(isOfUnfinished(error, { line: 2, character: 4 })).toBe(false);
});

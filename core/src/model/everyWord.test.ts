import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from '../syntax/parse.js';
import { lexer, Numeric, Semicolon } from '../syntax/tokens.js';
import { modelText } from './modelText.js';
import { resolve } from './resolve.js';

// A clause that is read and then forgotten makes a wrong verdict that no comparison of engines sees: all of them begin
// with the model.

const folder = new URL('../../../samples/', import.meta.url);
/** Without those that include files: these are not read here, and a file that misses one is judged no further. */
const samples = readdirSync(folder).flatMap((name) => {
  if (!name.endsWith('.cap')) return [];
  const text = readFileSync(new URL(name, folder), 'utf8');
  return /^include/m.test(text) ? [] : [{ name, text }];
});

/** What the text means and what is said about it. */
function meaning(text: string): string {
  const { model, diagnostics } = resolve(parse(text));
  return [modelText(model).whole, ...diagnostics.map(({ code, message }) => `${code} ${message}`)].join('\n');
}

/** A semicolon ends nothing that its line doesn't end, `async` and `any 1` say what is so without them. */
const SAYS_THE_DEFAULT = ['async', '1'];

test.each(samples)('each word and each number of $name says something', ({ text }) => {
  const whole = meaning(text);
  const idle = lexer.tokenize(text).tokens.flatMap(({ image, startOffset, tokenType }) => {
    const changed = (to: string): string => text.slice(0, startOffset) + to + text.slice(startOffset + image.length);
    const line = text.slice(0, startOffset).split('\n').length;
    const isIdle = tokenType !== Semicolon && !SAYS_THE_DEFAULT.includes(image) && meaning(changed(' ')) === whole;
    const isIdleNumber = tokenType === Numeric && meaning(changed(image.replace(/^\d+/, (n) => `${n}3`))) === whole;
    return isIdle || isIdleNumber ? [`line ${line}: ${image}`] : [];
  });
  expect(idle).toEqual([]);
});

import { expect, test } from 'vitest';
import { parse } from '../parse.js';
import { Names } from './context.js';
import { readResembling } from './resembling.js';
import { scan } from './scan.js';

const DESIGN = `
zone us { node us1, us2 }
zone eu { node eu1 }
client ann in us
client bob in eu
store account on us1, us2, eu1 { choose CP }
operation pay: write account from ann, bob
operation view: read account from ann, bob
partition ocean { us | eu }
`;

const known = new Names().add(parse(DESIGN).statements);
const read = (line: string): readonly string[] | undefined => readResembling(scan(line).tokens, known);

test('a line is the form of the language that takes most of its words, in any order', () => {
  expect(
    [
      'the cable that joins us and eu takes 80ms',
      'us and eu are 80ms apart',
      'on us1 and eu1 lies the basket, which is consistent',
      'an error of pay is what bob sees when ocean',
      'settle: ann and bob write the account',
      'a client called eve sits in eu',
    ].map(read),
  ).toEqual([
    ['link us -- eu 80ms'],
    ['link us -- eu 80ms'],
    ['store basket on us1, eu1 { choose CP }'],
    ['expect pay from bob error under ocean'],
    ['operation settle: write account from ann, bob'],
    ['client eve in eu'],
  ]);
});

test('nothing is understood where a word is left that may turn the meaning, or where two forms are as near', () => {
  expect(
    [
      'bob must not see an error of pay under ocean',
      'pay is an error for bob unless ocean',
      'us and eu are never 80ms apart',
      'pay and view are ok',
      'us, eu and us1 are 80ms apart',
    ].map(read),
  ).toEqual([undefined, undefined, undefined, undefined, undefined]);
});

import { expect, test } from 'vitest';
import { analyze } from '../analyze.js';
import { applyEdits } from '../ide/applyEdits.js';
import { textFixes } from './textFixes.js';

/** The titles of what is offered for each unknown name, and the lines that the first one adds. */
function declared(text: string): string[][] {
  const { resolved } = analyze(text);
  return resolved.diagnostics.flatMap((diagnostic) => {
    if (diagnostic.code !== 'unknown-name') return [];
    const fixes = textFixes(resolved, diagnostic);
    const [first] = fixes;
    const after = applyEdits(text, first?.edits ?? []).split('\n');
    return [[...fixes.map(({ title }) => title), ...after.filter((line) => !text.split('\n').includes(line))]];
  });
}

const DESIGN = `zone us { node us1, us2 }
zone eu { node eu1 }
link us -- eu 80ms
client web in us
store s on us1, us2, eu1 { choose CP }
operation save: write s from web
`;

test('each name is declared as what its place wants', () => {
  expect(declared(`${DESIGN}operation look: read s from phone`)).toEqual([
    ['Declare client `phone` in `us`', 'Declare client `phone` in `eu`', 'client phone in us'],
  ]);
  expect(declared(`${DESIGN}operation look: read basket from web`)).toEqual([
    ['Declare store `basket` on us1, us2, eu1, chosen CP', 'store basket on us1, us2, eu1 { choose CP }'],
  ]);
  expect(declared(`${DESIGN}link us -- hub 3ms`)).toEqual([['Declare node `hub`', 'node hub']]);
  expect(declared(`${DESIGN}client app in asia`)).toEqual([
    ['Declare zone `asia` with node `asia1`', 'zone asia { node asia1 }'],
  ]);
  expect(declared(`${DESIGN}expect save ok under atlantic`)).toEqual([
    ['Declare partition `atlantic` of `us` and `eu`', 'partition atlantic { us | eu }'],
  ]);
  expect(declared(`${DESIGN}expect look never stale`)).toEqual([
    [
      'Declare operation `look` as a read of `s`',
      'Declare operation `look` as a write of `s`',
      'operation look: read s from web',
    ],
  ]);
});

test('a name that is no identifier is written in quotes', () => {
  expect(declared(`${DESIGN}operation look: read s from "my phone"`)[0]?.at(-1)).toBe('client "my phone" in us');
});

test('a declaration that is a mistake itself is not offered', () => {
  // A leader has to be a replica, which no declaration of a node makes it.
  expect(declared(DESIGN.replace('choose CP', 'replicate consensus leader boss'))).toEqual([[]]);
});

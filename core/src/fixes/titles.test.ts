import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Analysis, analyze } from '../analyze.js';
import { applyEdits } from '../ide/applyEdits.js';
import { PRESETS } from '../model/presets/index.js';
import { operationName } from '../render/words/names.js';
import { type Headline, headlinesOf } from '../review/standing.js';
import type { Place } from '../syntax/parseDesign.js';
import { readerOf } from '../testing/files.js';
import { judgeAll } from '../testing/fixes.js';
import { cut, MOST_TITLE } from './fixTitle.js';
import { offeredFixes } from './offered.js';
import { mistakeFixes, triedFixes } from './quickFixes.js';

const shared = Object.fromEntries(
  readdirSync('samples/shared').map((name) => [`shared/${name}`, readFileSync(`samples/shared/${name}`, 'utf8')]),
);
const PLACE: Place = { path: 'design.cap', read: readerOf(shared) };

const DESIGNS: readonly (readonly [name: string, text: string])[] = [
  ...readdirSync('samples')
    .filter((name) => name.endsWith('.cap'))
    .map((name) => [name, readFileSync(`samples/${name}`, 'utf8')] as const),
  ...PRESETS.map(({ name }) => [`like ${name}`, likePreset(name)] as const),
];

/** A design in two regions and one more, with the store of a preset. */
function likePreset(name: string): string {
  return `zone us { node us1 }
zone eu { node eu1 }
zone ap { node ap1 }
link us -- eu 80ms
link eu -- ap 120ms
client ann in us
client bob in eu
store account on us1, eu1, ap1 { like ${name} }
operation pay: write account from ann, bob
operation view: read account from ann, bob
`;
}

/** What happens to an operation under likely faults, what is told first first. */
function likely({ resolved: { model }, results }: Analysis, name: string): readonly Headline[] {
  const clients = results.clients.filter(({ operation }) => operationName(model, operation) === name);
  return headlinesOf(model, results.expectations, clients).likely;
}

describe.each(DESIGNS)('%s', (_, text) => {
  const analysis = analyze(text, {}, PLACE);
  const { resolved, results, diagnostics } = analysis;
  const judged = judgeAll(resolved);
  const whole = { start: 0, end: text.length };

  test(`a title has at most ${MOST_TITLE} characters, and the details have the price`, () => {
    const { helping, others } = triedFixes({ resolved, diagnostics }, { results, judged }, whole);
    const all = [...helping, ...others, ...mistakeFixes({ resolved, diagnostics }, whole)];
    expect(all.map(({ title }) => title).filter(({ length }) => length > MOST_TITLE)).toEqual([]);
    for (const { detail } of [...helping, ...others]) expect(detail).toMatch(/^\S.*: \S/);
  });

  test('the first fix of an operation helps with the fault in its headline', () => {
    for (const operation of resolved.model.operations.keys()) {
      const at = resolved.origins.operations[operation];
      const name = operationName(resolved.model, operation);
      const [headline] = likely(analysis, name);
      if (at === undefined || headline === undefined) continue;
      const [first] = offeredFixes(resolved, results, judged, at).filter(({ helps }) => helps);
      if (first === undefined) continue;
      const after = likely(analyze(applyEdits(text, first.edits), {}, PLACE), name);
      const { verdict, howLong } = headline.outcome;
      expect(
        after.filter(({ outcome }) => outcome.verdict === verdict && outcome.howLong === howLong),
        first.title,
      ).toEqual([]);
      expect(first.title).toContain(` → ${after[0]?.verdict ?? 'ok'}`);
    }
  });
});

test('a very long name is cut, and no character in two', () => {
  expect(cut('short')).toBe('short');
  expect(cut('😀'.repeat(40))).toBe(`${'😀'.repeat(29)}…`);
});

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze } from '../analyze.js';
import { causeTitle } from '../render/words/cause.js';
import { MOST_WORDS, wordsIn } from '../base/words.js';
import { likelyCauses, standingOf } from './standing.js';

const TEN = `zone us { node us1, us2 }
zone eu { node eu1 }
link us -- eu
client ann in us
client bob in eu
store account on us1, us2, eu1 { choose CP }
operation pay: write account from ann, bob
`;

/** "error · us–eu cut", with what is said of it, and what only happens beyond one fault. */
function standing(text: string): string {
  const { resolved, results } = analyze(text);
  const { headline, beyond } = standingOf(resolved.model, results.expectations, results.clients);
  const told = [headline, beyond].map((one) =>
    one === undefined
      ? '–'
      : `${one.verdict} · ${causeTitle(resolved.model, one.cause)}${one.decision === undefined ? '' : ` (${one.decision.kind})`}`,
  );
  return told.join(' | ');
}

test('one plausible fault heads a design, not the worst that can be found', () => {
  expect(standing(TEN)).toMatch(/^error · us–eu cut \| unknown · /);
});

test('a link that the author wrote goes before an isolated node, with the reason under that cut', () => {
  const carts = TEN.replace('operation', 'store cart on us1, eu1 { choose AP }\noperation').replace(
    'write account',
    'write cart',
  );
  expect(standing(carts)).toMatch(/^conflict · us–eu cut \|/);
  const { resolved, results } = analyze(carts);
  const { headline } = standingOf(resolved.model, results.expectations, results.clients);
  expect(headline?.outcome.reason).toContain('acknowledged by us1 while pay from bob can be acknowledged by eu1');
  const alone = TEN.replace('link us -- eu\n', 'link us -- eu\npartition p { us | eu }\n');
  expect(standing(alone)).toMatch(/^error · p \|/);
});

test('of two that are lost, a request during the break is told before what somebody wrote just before it', () => {
  const text = `node a, b, w
link ab: a -- b
link aw: a -- w
link bw: b -- w
client atA at a
client atB at b
store s on a, b, witness w { replicate primary a async failover automatic }
operation put: write s from atB, atA
partition p { a | b, w }
`;
  const { resolved, results } = analyze(text);
  const { headline } = standingOf(resolved.model, results.expectations, results.clients);
  const { vertices } = resolved.model;
  expect(headline?.outcome).toMatchObject({ verdict: 'lost' });
  expect(headline?.outcome.before).toBeUndefined();
  expect(headline?.clients.map((client) => vertices[client]?.name)).toEqual(['atA']);
});

test('a verdict is decided by an acceptance, an expectation that states it, or a never that is worth it', () => {
  for (const [line, how] of [
    ['accept error on pay "no answer is better"', 'accepted'],
    ['expect pay from bob error under any 1 pair', 'expected'],
    ['expect pay never conflict', 'expected'],
  ])
    expect(standing(`${TEN}${line}\n`)).toMatch(new RegExp(`^error · us–eu cut \\(${how}\\)`));
  // An expectation that fails decides nothing, and neither does one for another client.
  expect(standing(`${TEN}expect pay from ann error under any 1 pair\n`)).toMatch(/^error · us–eu cut \|/);
});

test('an answer for a share of time, which a store that refuses gives as well, decides on no wrong answers', () => {
  const carts = TEN.replace('link us -- eu', 'link us -- eu fails 0.01%')
    .replace('operation', 'store cart on us1, eu1 { choose AP }\noperation')
    .replace('write account', 'write cart');
  expect(standing(`${carts}expect pay available under any 1 link\n`)).toMatch(/^conflict · us–eu cut \(expected\)/);
  expect(standing(`${carts}expect pay available 99%\n`)).toMatch(/^conflict · us–eu cut \|/);
  expect(standing(`${carts}expect pay conflict beyond lag at most 1%\n`)).toMatch(/^conflict · us–eu cut \(expected\)/);
});

test('what nobody decided goes before what somebody did, and the lag comes last', () => {
  const lags = `${TEN.replace('operation', 'store cart on us1, eu1 { choose AP }\noperation')}`;
  expect(standing(`${lags.replace('write account', 'write cart')}accept conflict on pay "both are kept"\n`)).toMatch(
    /^conflict · .* \(accepted\)/,
  );
});

test('of equal verdicts the cut of a link is told first, with what it does', () => {
  const cart = `${TEN.replace('store account on us1, us2, eu1 { choose CP }', 'store account on us1, eu1 { choose AP }')}`;
  const { resolved, results } = analyze(cart);
  const { headline } = standingOf(resolved.model, results.expectations, results.clients);
  expect(headline?.outcome.reason).toMatch(/^acknowledged by us1 while pay from bob can be acknowledged by eu1/);
  expect(standing(cart)).toMatch(/^conflict · us–eu cut/);
  const causes = likelyCauses(resolved.model, results.clients).map((cause) => causeTitle(resolved.model, cause));
  expect(causes.slice(0, 3)).toEqual(['us–eu cut', 'us1 isolated', 'eu1 isolated']);
});

const folder = new URL('../../../samples/', import.meta.url);
const samples = readdirSync(folder).filter((name) => name.endsWith('.cap'));

test.each(samples)('%s: what is said of an operation is one clause', (name) => {
  const { diagnostics } = analyze(readFileSync(new URL(name, folder), 'utf8'));
  const long = diagnostics.filter(({ code, message }) => /^op-(?!not)/.test(code) && wordsIn(message) > MOST_WORDS);
  expect(long.map(({ message }) => message)).toEqual([]);
});

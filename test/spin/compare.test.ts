import { availableParallelism } from 'node:os';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EXPORT_FORMATS, exploreAll, type Model } from '../../core/src/index.js';
import { models, toCap } from '../../core/src/testing/naive/randomModel.js';
import { countWithSpin, type Counts } from './spin.js';

/**
 * The engine against SPIN, on random small designs. The fixed seed makes a run repeatable, the fresh one looks where nobody has looked; NETSPLIT_SEED
 * repeats a fresh one, NETSPLIT_SPIN_RUNS asks for more designs of each.
 */
const RUNS = Number(process.env['NETSPLIT_SPIN_RUNS'] ?? 25);
const FRESH = process.env['NETSPLIT_SEED'] === undefined ? Date.now() % 2 ** 31 : Number(process.env['NETSPLIT_SEED']);
const TIMEOUT_MS = 120_000 + RUNS * 20_000;
/** Of a design that is refused another one is drawn. */
const SPARE = 4;

const [format] = EXPORT_FORMATS.filter(({ name }) => name === 'promela');

interface Drawn {
  readonly model: Model;
  readonly promela: string;
}

/** As many designs as are asked for that the export takes, and why it did not take the others. */
function draw(seed: number): { readonly taken: readonly Drawn[]; readonly refused: readonly string[] } {
  const taken: Drawn[] = [];
  const refused: string[] = [];
  for (const model of fc.sample(models({ mostLinks: 5 }), { seed, numRuns: SPARE * RUNS })) {
    if (taken.length === RUNS) break;
    const exported = format?.write(model);
    if (exported?.kind === 'text') taken.push({ model, promela: exported.text });
    else refused.push(...(exported?.reasons ?? []));
  }
  return { taken, refused };
}

function engineCounts(model: Model): Counts {
  return Object.fromEntries(
    exploreAll(model).clients.flatMap(({ operation, client, findings }) =>
      findings.map(({ outcome, faults }) => {
        const key = outcome.howLong === undefined ? outcome.verdict : `${outcome.verdict}/${outcome.howLong}`;
        return [`${model.operations[operation]?.name ?? '?'} from ${model.vertices[client]?.name ?? '?'}: ${key}`, Number(faults)];
      }),
    ),
  );
}

/** The engine says nothing of what works. */
function withoutOk(counts: Counts): Counts {
  return Object.fromEntries(Object.entries(counts).filter(([what]) => !what.endsWith(': ok')));
}

test.each([20181021, FRESH])('SPIN and the engine count the same, on designs drawn with the seed %i', { timeout: TIMEOUT_MS }, async (seed) => {
  const { taken, refused } = draw(seed);
  console.log(`seed ${seed}: ${taken.length} designs compared, ${refused.length} refused${refused.length > 0 ? `: ${refused.join('; ')}` : ''}`);
  expect(taken).toHaveLength(RUNS);
  const waiting = [...taken];
  const different: string[] = [];
  const work = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      const spin = withoutOk(await countWithSpin(one.promela));
      const engine = engineCounts(one.model);
      const keys = [...new Set([...Object.keys(spin), ...Object.keys(engine)])].filter((key) => spin[key] !== engine[key]);
      if (keys.length > 0) different.push(`${toCap(one.model)}\n${keys.map((key) => `${key}: SPIN ${spin[key] ?? 0}, engine ${engine[key] ?? 0}`).join('\n')}`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  expect(different.sort((a, b) => a.length - b.length).slice(0, 3).join('\n\n'), 'shortest first').toBe('');
});

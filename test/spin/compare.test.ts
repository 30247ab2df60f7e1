import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze, EXPORT_FORMATS, exploreAll, type Model, type Place } from '../../core/src/index.js';
import { budgetOf, seedsOf } from '../../core/src/testing/budget.js';
import { scenarioCount } from '../../core/src/export/promela/refusals.js';
import { showsWhatIsDiscarded } from '../../core/src/testing/discarding.js';
import { ClauseCount } from '../../core/src/testing/furtherClauses.js';
import { capFence, models, toCap } from '../../core/src/testing/naive/randomModel.js';
import { readBelow } from '../../disk/src/below.js';
import { countWithSpin, type Counts } from './spin.js';

/**
 * The engine against SPIN, on random small designs. MOST_WAYS: in which the stores of one operation of a sample may
 * settle; SPIN looks at them one by one.
 */
const { spin: RUNS, spinWays: MOST_WAYS } = budgetOf(process.env);
/**
 * How many of them are taken as they come. The others are those in which more than errors can happen: too many random
 * designs break in the same few ways.
 */
const AS_THEY_COME = Math.ceil(RUNS / 3);
const TIMEOUT_MS = 120_000 + RUNS * 20_000;
/** At most this many are drawn for each that is taken. */
const SPARE = 10 * 4;
/** Designs that are drawn at a time: fast-check draws all that it is asked for, also those that nobody looks at. */
const CHUNK = 100;
/** Designs in which a read can show a write that is discarded. */
const DIRTY_RUNS = Math.ceil(RUNS / 2);

const [format] = EXPORT_FORMATS.filter(({ name }) => name === 'promela');

interface Drawn {
  readonly model: Model;
  readonly promela: string;
}

function exportOf(text: string, place?: Place): Drawn {
  const { model, diagnostics } = analyze(text, {}, place).resolved;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(`has errors: ${errors.map(({ message }) => message).join('; ')}`);
  const exported = format?.write(model);
  if (exported?.kind !== 'text')
    throw new Error(`not exported: ${exported?.reasons.join('; ') ?? 'there is no such format'}`);
  return { model, promela: exported.text };
}

/** Rules that few random designs depend on. */
const SELDOM: Readonly<Record<string, string>> = {
  'a leader that still can lead stays': `node a, b, c
link a -- b
link b -- c
link a -- c
client k at c
store s on a, b, c { replicate consensus leader a }
operation put: write s from k
operation get: read s level local from k
`,
  'what an old primary takes is lost also where the new one is connected to it': `node a, b, c, d
link a -- b
link a -- c
link a -- d
link b -- c
link b -- d
client k at a
store s on a, b, c, d { replicate primary a failover automatic }
operation put: write s from k
operation get: read s from k
`,
  'an old primary that serves on acknowledges nothing to the new one': `node a, b, c, w
link a -- b
link a -- w
link b -- c
link b -- w
client k at a
store s on a, b, c, witness w { choose AP replicate primary a sync 2 failover automatic }
operation put: write s level all from k
`,
  'an old primary that has stepped down follows the new one': `node a, b, c, d, e
link a -- b
link b -- c
link b -- d
link a -- e
client k at b
client m at a
store s on a, b, c, witness d, witness e { replicate primary a failover automatic step-down }
operation put: write s from k
operation get: read s level local from m
`,
  'a primary has stepped down before another is promoted': `node a, b, c, d
link a -- b
link a -- c
link b -- d
client k at a
store s on a, b, c, witness d { choose AP replicate primary a sync 2 weakens step-down failover automatic }
operation put: write s from k
operation get: read s from k
`,
  'without PreVote a leader that somebody misses does not last': `node a, b, c
link a -- b
link b -- c
link a -- c
client k at a
client m at c
store s on a, b, c { choose CP replicate consensus no-prevote }
store t on a, b, c { choose AP replicate consensus leader b no-prevote }
operation put: write s from k
operation get: read s level local from m
operation add: write t from k
operation look: read t from m
`,
  'in Raft no replica is elected where the voters of each candidate may be ahead of it': `node a, b, c, d, e
link c -- a
link c -- b
link c -- d
link a -- b
link a -- d
link c -- e
link a -- e
client k at a
store s on a, b, c, d, e { replicate consensus leader c }
operation put: write s from k
operation get: read s level local from k
`,
  'the voters of a primary store may refuse each candidate too': `node a, b, c, d, e
link c -- a
link c -- b
link c -- d
link a -- b
link a -- d
link a -- e
client k at a
store s on a, b, c, d, e { replicate primary c failover automatic raft }
store t on a, b, c, d, witness e { replicate primary c sync 1 step-down failover safe raft }
operation put: write s from k
operation get: read s level local from k
operation add: write t from k
`,
  'those that reach an old leader know that it has stepped down, and those of a stopped one as well': `node a, b, c
link a -- b
link b -- c
link a -- c
client k at b
client m at c
store s on a, b, c { replicate consensus leader a step-down on partition wait 5s }
store t on a, b, c { replicate consensus leader a no-prevote step-down on partition wait 5s }
store u on a, b, c { replicate consensus relay step-down on partition wait 5s }
operation put: write s from k, m
operation add: write t from k
operation keep: write u from k
`,
  'a candidate that is refused refuses those behind it': `node p, q, x, f, w
mesh p, q, w
link f -- p
link f -- q
link f -- x
link x -- p
client k at p
store s on p, q, x, f, witness w { replicate consensus on partition wait 5s }
store t on p, q, x, f, witness w { choose AP replicate consensus leader f no-prevote }
store u on p, q, x, f, witness w { replicate consensus paxos relay }
operation put: write s from k
operation get: read s level local from k
operation add: write t from k
operation look: read t from k
operation keep: write u from k
`,
  'in ZooKeeper a leader keeps its followers, and steps down without a majority of them': `node a, b, c, d, e
link a -- b
link a -- c
link a -- e
link b -- c
link b -- d
client k at a
client m at e
store s on a, b, c, d, e { replicate consensus zab leader a on partition wait 5s }
store t on a, b, c, d, witness e { choose AP replicate consensus zab step-down }
operation put: write s from k
operation get: read s level local from m
operation add: write t from k
operation look: read t level bounded 5s from m
`,
  'a group that relays agrees anew on its members, and orders nothing until then': `node a, b, c
link a -- b
link b -- c
link a -- c
client k at a
client m at c
store s on a, b, c { choose AP replicate consensus relay }
operation put: write s from k
operation get: read s from m
operation look: read s level local from m
`,
  'a member that reached no other is not missed by a group that relays': `node a, b, c
link a -- b
link c -> a
client k at a
client m at b
store s on a, b, c { choose AP replicate consensus relay }
operation put: write s from k
operation get: read s level any from m
`,
  'a hint is on no replica, and is handed over': `node a, b, c
link a -- b
link b -- c
link a -- c
client k at a
client m at c
store s on a, b, c { choose CP replicate quorum R=2 W=2 read-repair }
operation put: write s level hint from k, m
operation get: read s from m
operation look: read s level local from k
`,
  'one replica is the last to notice the break, and serves whom the others refuse': `node a, b
mesh a, b
client k
store s on a, b { choose CP replicate any }
operation put: write s from k
operation get: read s from k
`,
  'replicas follow a view and not whom they reach, and one view wins the heal': `node a, b, c
link a -- b
link b -- c
link a -- c
client k at a
client m at c
store s on a, b, c { choose CP replicate any membership agreed merge discard }
store t on a, b, c { replicate any membership agreed merge discard }
operation put: write s from k
operation get: read s from m
operation add: write t from k
operation look: read t from m
operation both from k { read s; write t }
`,
  'there were several ways to agree on the members before the break': `node a, b, c, d
link a -- b
link b -- c
link c -- d
link b -- d
client k at a
store s on a, b, c, d { choose AP replicate any membership agreed }
store t on a, b, c { choose CP replicate any membership agreed on partition wait 5s merge discard }
operation put: write s from k
operation get: read s from k
operation add: write t from k
operation look: read t from k
`,
  'an observer has what the copy that feeds it has, and the promoted primary learns nothing from it': `node a, b, c, o, p
link a -- b
link b -- c
link a -- c
link a -- o
link b -- o
link o -- p
client k at a
client m at o
client w at p
store s on a, b, c, observer o, observer p of o { replicate primary a failover automatic }
operation put: write s from k
operation get: read s level local from m, w
operation near: read s level bounded 5s from m, w
`,
  'members pass messages on to an observer, which passes none on itself': `node a, b, c, o, p
link a -- b
link b -- c
link c -- o
link a -- p
link o -- p
client k at a
client m at o
client w at p
store s on a, b, c, observer o, observer p of o { choose AP replicate consensus relay }
store t on b, c, a, observer o of c, observer p { replicate consensus zab }
operation put: write s from k
operation get: read s level local from m
operation near: read s level bounded 5s from m, w
operation any1: read s level any from w
operation add: write t from k
operation look: read t level bounded 5s from m, w
operation see: read t level any from w
`,
  'a replica that lacks an answer serves nobody, and a leader that lacks one neither': `node a, b, c
link a -- b
link b -- c
link a -- c
client k at a
client m at c
store pd on b, c, a { choose CP replicate any }
service v on c, a { requires pd }
store s on a, b, c { choose AP replicate consensus leader c; requires pd }
store t on a, b { replicate primary a failover automatic; on partition wait 5s; requires v }
operation put: write s from k, m
operation get: read s from m
operation loc: read s level local from k
operation add: write t from k, m
operation look: read t level local from m
`,
  'what is required may require something itself, and is met as it is at that moment': `node a, b, c
link a -- b
link b -- c
link a -- c
client k at a
client m at c
store x on a, b, c { replicate primary a failover automatic step-down }
store y on b, c { replicate consensus leader b step-down ; requires x; on partition wait 5s }
store s on a, c { replicate quorum R=1 W=2 sloppy; requires y }
store u on a, b, c { choose CP replicate any membership agreed; requires x; merge discard }
operation put: write s from k, m
operation get: read s from m
operation add: write y from k
operation look: read y from m
operation two from k { write y; write u }
operation see: read u from m
`,
  'a copy of derived data shows what its machine is answered, and a client may ask the source instead': `node a, b, c
link a -- b
link b -- c
link a -- c
client k at a
client m at c
store db on a, b, c { replicate primary a failover automatic }
store cache on c, b { from db else db }
store cdn on c, a { from cache bounded 60s }
operation put: write db from k
operation get: read cache from m, k
operation see: read cdn from m, k
operation both from m { read cdn; write db }
`,
  'a copy that is fed by one with a bound reads no source instead': `node a, b, c
link a -- b
link b -- c
link a -- c
client k at a
client m at c
store db on a, b, c { choose CP replicate any merge discard  }
store idx on b { from db bounded 60s else db }
store far on c { from idx }
operation put: write db from k
operation get: read idx from m, k
operation see: read far from m, k
`,
  'any copy may answer a read, and where it is out of reach nobody does': `node a, b, c
link a -- b
link b -- c
link a -- c
client k at a
client m
link m -- b
store s on a, b, c { replicate consensus no-prevote leader a on partition wait 5s }
store t on a, b, c { choose AP replicate consensus relay }
operation put: write s from k
operation get: read s level any from k, m
operation add: write t from k
operation look: read t level any from m
`,
  'a leader that lost its majority refuses at once where its followers let a request wait': `node a, b, c
link a -- b
link b -- c
link a -- c
client k
link k -- a
link k -- b
store s on a, b, c { replicate consensus step-down on partition wait 5s }
store t on a, b, c { replicate consensus no-prevote step-down leader b on partition wait 5s }
operation put: write s from k
operation get: read s from k
operation add: write t from k
`,
  'a member that has what the group has ordered answers before a write, until it notices the break': `node a, b, c
link a -- b
link b -- c
link a -- c
client k at a
store s on a, b, c { choose CP replicate consensus leader b relay; on partition wait 5s }
store t on a, b, c { choose AP replicate quorum R=1 W=2 sloppy }
operation put: write s from k
operation both from k { read s; write t }
explore any 2 links
explore any 1 link, 1 destroyed node
`,
  'at level any, a replica that lacks an answer passes nothing on, and a copy that lacks one refuses': `node a, b, c, d
link d -- a
link d -- c
link a -- b
link b -- c
client k at b
client m at a
store pd on d { replicate primary d }
store s on a, b, c { replicate consensus leader a; requires pd }
store t on c, a, observer b { choose AP replicate consensus; requires pd }
operation put: write s from m
operation get: read s level any from k, m
operation add: write t from m
operation look: read t level any from k, m
`,
  'what was on destroyed disks only is lost, and meets nothing at the heal': `zone x { node a, b }
node c, d
link x -- c
link c -- d
link x -- d
client k in x
client m at c
store s on a, b, c { choose AP replicate quorum R=1 W=2 sloppy }
store t on a, b, c { replicate primary a sync 1 failover automatic }
store u on c, d, b { choose AP replicate any }
operation put: write s from k, m
operation get: read s from m
operation add: write t from k, m
operation look: read t level local from m
operation keep: write u from k, m
partition fire { destroy x; cut c -- d }
partition rack { down b, c destroyed }
explore any 1 link, 2 destroyed nodes
explore any 1 destroyed zone, 1 node
`,
  'no message passes between several pairs of places': `zone x { node a, b }
node c, d
link x -- c
link c -- d
link x -- d
client k at c
store s on a, c, d { choose CP }
store t on a, b, c, d { choose AP replicate any }
operation put: write s from k
operation get: read t from k
operation add: write t from k
explore any 2 pairs
explore any 1 one-way, 3 pairs
`,
  'an instance that refuses, or is not reached, leaves the request to the next one': `node a, b, c
link a -- b
link b -- c
link a -> c
client k
link k -- a
link k -- b
service web on a, b
service api on c, b
store s on b, c { choose CP }
store t on a, c { replicate primary a sync 1; on partition wait 5s }
operation put: write s from k through web, api
operation get: read s from k through web
operation both from k through api, web { read s; write s; write t }
operation two from k through web { write t; read s; write s }
`,
  'an instance serves while it gets what its service requires, and a writer may meet one that has not noticed': `node a, b, c
link a -- b
link b -- c
link a -- c
client k at a
client m
link m -- c
link m -- b
store pd on a, b, c { choose CP replicate any }
store s on b, c { replicate primary b failover automatic step-down }
service gate on b, a { requires pd }
service work on c, b { requires s }
service last on a, c { requires gate }
operation put: write s from k, m through gate
operation get: read s level local from k, m through work
operation put2: write pd from k, m through last, work
operation get2: read pd from k
`,
  'an instance reads derived data for its client, or the source instead': `node a, b, c
link a -- b
link b -- c
link a -- c
client k at a
client m at c
service api on b, c
store db on a, b { replicate consensus }
store cache on c, b { from db else db }
operation put: write db from m through api
operation get: read cache from k, m through api
operation both from k through api { read cache; write db }
`,
  'who followed nobody before the break bounds no staleness until it is noticed': `node a, b, c
link a -- b
client j at a
client k
link c -- k
store s on a, b, c { choose CP replicate consensus }
store t on a, b, c { choose AP replicate any }
operation put: write t from j
operation both from k { read s level bounded 5s; write t }
`,
};

const samples: (Drawn & { readonly name: string })[] = [];
const refusedSamples: string[] = [];
const folder = path.resolve(import.meta.dirname, '../../samples');
for (const name of readdirSync(folder).filter((file) => file.endsWith('.cap'))) {
  try {
    const sample = exportOf(readFileSync(path.join(folder, name), 'utf8'), {
      path: name,
      read: (included) => readBelow(folder, included),
    });
    const ways = scenarioCount(sample.model);
    if (ways > MOST_WAYS) refusedSamples.push(`${name}: ${ways} ways to settle, which test:all tries`);
    else samples.push({ name, ...sample });
  } catch (error) {
    refusedSamples.push(`${name}: ${String(error)}`);
  }
}

function* drawn(options: { readonly mostLinks: number }, seed: number, most: number): Generator<Model> {
  for (let from = 0; from < most; from += CHUNK)
    yield* fc.sample(models(options), { seed: seed + from, numRuns: Math.min(CHUNK, most - from) });
}

/** As many designs as are asked for that the export takes, and why it did not take others. */
function draw(seed: number): { readonly taken: readonly Drawn[]; readonly refused: readonly string[] } {
  const taken: Drawn[] = [];
  const refused: string[] = [];
  for (const model of drawn({ mostLinks: 5 }, seed, SPARE * RUNS)) {
    if (taken.length === RUNS) break;
    const exported = format?.write(model);
    if (exported?.kind !== 'text') refused.push(...(exported?.reasons ?? []));
    else if (taken.length < AS_THEY_COME || isTelling(model)) taken.push({ model, promela: exported.text });
  }
  return { taken, refused };
}

function isTelling(model: Model): boolean {
  return exploreAll(model).clients.some(({ findings }) =>
    findings.some(({ outcome: { verdict } }) => verdict === 'stale' || verdict === 'conflict' || verdict === 'lost'),
  );
}

function isDirty(model: Model): boolean {
  return exploreAll(model).clients.some(({ findings }) =>
    findings.some(({ outcome: { verdict } }) => verdict === 'dirty'),
  );
}

function drawDirty(seed: number): readonly Drawn[] {
  const taken: Drawn[] = [];
  for (const model of drawn({ mostLinks: 4 }, seed, 50 * SPARE * DIRTY_RUNS)) {
    if (taken.length === DIRTY_RUNS) break;
    if (!showsWhatIsDiscarded(model)) continue;
    const exported = format?.write(model);
    if (exported?.kind === 'text' && isDirty(model)) taken.push({ model, promela: exported.text });
  }
  return taken;
}

/** The three differences with the shortest texts; empty: there are none. */
async function shortestDifferences(designs: readonly Drawn[]): Promise<string> {
  const waiting = [...designs];
  const different: string[] = [];
  const work = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      const difference = await differences(one);
      if (difference !== '') different.push(`${capFence(toCap(one.model))}\n${difference}`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return different
    .sort((a, b) => a.length - b.length)
    .slice(0, 3)
    .join('\n\n');
}

function engineCounts(model: Model): Counts {
  return Object.fromEntries(
    exploreAll(model).clients.flatMap(({ operation, client, findings }) =>
      findings.map(({ outcome, faults }) => {
        const key = outcome.howLong === undefined ? outcome.verdict : `${outcome.verdict}/${outcome.howLong}`;
        return [
          `${model.operations[operation]?.name ?? '?'} from ${model.vertices[client]?.name ?? '?'}: ${key}`,
          Number(faults),
        ];
      }),
    ),
  );
}

/** The engine says nothing of what works. */
function withoutOk(counts: Counts): Counts {
  return Object.fromEntries(Object.entries(counts).filter(([what]) => !what.endsWith(': ok')));
}

/** What SPIN counts otherwise than the engine; empty: nothing. */
async function differences({ model, promela }: Drawn): Promise<string> {
  const spin = withoutOk(await countWithSpin(promela));
  const engine = engineCounts(model);
  const keys = [...new Set([...Object.keys(spin), ...Object.keys(engine)])].filter((key) => spin[key] !== engine[key]);
  return keys.map((key) => `${key}: SPIN ${spin[key] ?? 0}, engine ${engine[key] ?? 0}`).join('\n');
}

describe('SPIN and the engine count the same', () => {
  test.each(seedsOf(20181021, process.env))(
    'on designs drawn with the seed %i',
    { timeout: TIMEOUT_MS },
    async (seed) => {
      const { taken, refused } = draw(seed);
      console.log(
        `seed ${seed}: ${taken.length} designs compared, ${refused.length} refused${refused.length > 0 ? `: ${refused.join('; ')}` : ''}`,
      );
      expect(taken).toHaveLength(RUNS);
      const clauses = new ClauseCount();
      for (const { model } of taken) clauses.add(model);
      console.log(clauses.text);
      expect(clauses.share).toBeGreaterThan(1 / 2);
      expect(await shortestDifferences(taken), 'the three with the shortest texts').toBe('');
    },
  );

  test.each(seedsOf(20260331, process.env))(
    'where a read can show a write that is discarded, on designs drawn with the seed %i',
    { timeout: TIMEOUT_MS },
    async (seed) => {
      const taken = drawDirty(seed);
      console.log(`seed ${seed}: ${taken.length} designs with dirty reads compared`);
      expect(taken).toHaveLength(DIRTY_RUNS);
      expect(await shortestDifferences(taken), 'the three with the shortest texts').toBe('');
    },
  );

  test.concurrent.each(Object.entries(SELDOM))('where it matters that %s', { timeout: TIMEOUT_MS }, async (_, text) => {
    expect(await differences(exportOf(text))).toBe('');
  });

  test('there are samples that the export takes', () => {
    console.log(`${samples.length} samples compared, refused: ${refusedSamples.join('; ') || 'none'}`);
    expect(samples.length).toBeGreaterThanOrEqual(10);
  });

  test.concurrent.each(samples)('on $name', { timeout: TIMEOUT_MS }, async ({ model, promela }) => {
    expect(await differences({ model, promela })).toBe('');
  });
});

test('names that mean something in Promela, in C or in the model are no trouble', { timeout: TIMEOUT_MS }, async () => {
  const design = (node: string, other: string, client: string, store: string, operation: string): string =>
    `node "${node}", "${other}"\nlink "${node}" -- "${other}"\nclient "${client}" at "${node}"\nstore "${store}" on "${node}", "${other}" { choose CP }\noperation "${operation}": write "${store}" from "${client}"\n`;
  const { model, promela } = exportOf(design('do', 'now', 'fault', 'c_code', 'if'));
  const counts = await countWithSpin(promela);
  // Errors of the cut link, both one-way cuts, both isolated nodes, the pair and the other node stopped. Under a one-way
  // cut, the client may also wait for the other node on a connection from before the break.
  expect(counts).toEqual({
    'if_2 from fault_2: ok': 1,
    'if_2 from fault_2: error': 7,
    'if_2 from fault_2: unknown': 2,
  });
  expect(engineCounts(model)).toEqual({ 'if from fault: error': 7, 'if from fault: unknown': 2 });
});

test('what no design changes is complete: the smallest design is a model that SPIN explores', {
  timeout: TIMEOUT_MS,
}, async () => {
  const { promela } = exportOf('node a\nclient k at a\nstore s on a { choose CP }\noperation o: write s from k\n');
  // The healthy network, and the stopped node, which takes the client along.
  expect(await countWithSpin(promela)).toEqual({ 'o from k: ok': 2 });
});

import { expect, test, vi } from 'vitest';
import { run } from '../base/steps.js';
import { analyze } from '../analyze.js';
import type { Model } from '../model/model.js';
import { HEALTHY } from '../network/fault.js';
import { compileTopology } from '../network/topology.js';
import { LinkWorld } from '../network/linkWorld.js';
import { exploreAll } from './explore.js';
import { verdictsUnder } from './under.js';
import type { FaultVerdict } from './facts.js';
import { needsRefuted } from './needs.js';
import { SCHEMES } from './replication/index.js';
import { Verdicts } from './verdicts.js';

// The cost of verdicts, counted and not timed: questions that the engine skips because they cannot matter must stay
// skipped.

const DESIGN = `node a, b, c, d, e
link a -- b
link b -- c
link a -- c
link c -- d
link d -- e
link e -- a
client k at a
client m
store account on a, b, c, d, e { choose CP replicate consensus }
store cart on a, b, c { choose AP replicate any }
store orders on a, b, c { replicate primary a failover automatic }
store pages on a, b, c { choose CP replicate any }
store views on a, b, c { choose AP replicate quorum R=2 W=2 }
store ledger on a, b, c { choose AP replicate primary b }
store stock on a, b, c { choose CP replicate quorum R=2 W=2 }
store bills on a, b, c { replicate primary c async failover automatic }
operation deposit: write account from k, m
operation balance: read account from k, m
operation add: write cart from k, m
operation show: read cart from k, m
operation order: write orders from k, m
operation list: read orders level local from k, m
operation publish: write pages from k, m
operation read_page: read pages from k, m
operation count_view: write views from k, m
operation view: read views from k, m
operation enter: write ledger from k, m
operation bill: write bills from k, m
operation due: read bills level local from k, m needs monotonic-reads
operation audit: read ledger from k, m
operation take: write stock from k, m
operation count: read stock from k, m needs monotonic-reads
operation pay from k, m { read account; write account; write orders }
`;

function modelOf(text: string): Model {
  const { model, diagnostics } = analyze(text).resolved;
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return model;
}

const QUESTIONS = {
  possible: ['scenarios', 'unnoticed'],
  requests: ['routes', 'serve'],
  worth: ['missed', 'discarded', 'diverges'],
} as const;
type Asked = Record<(typeof QUESTIONS)[keyof typeof QUESTIONS][number], number>;

/** How often each question is put to a scheme during `run`. */
function askedBy(run: () => unknown): Asked {
  const asked: Asked = { scenarios: 0, unnoticed: 0, routes: 0, serve: 0, missed: 0, discarded: 0, diverges: 0 };
  for (const scheme of Object.values(SCHEMES)) {
    count(asked, scheme.possible, QUESTIONS.possible);
    count(asked, scheme.requests, QUESTIONS.requests);
    count(asked, scheme.worth, QUESTIONS.worth);
  }
  run();
  vi.restoreAllMocks();
  return asked;
}

function count(asked: Asked, group: object, questions: readonly (keyof Asked)[]): void {
  const row = group as Record<string, (...args: unknown[]) => unknown>;
  for (const question of questions) {
    const ask = row[question];
    vi.spyOn(row, question).mockImplementation((...args) => {
      asked[question]++;
      return ask?.(...args);
    });
  }
}

// If they take fewer, write down the new number, so that the gain is not lost again.
test('the verdicts of a design take as many questions to its schemes as they took', () => {
  const design = `${DESIGN}\nexplore all links\nexplore 1 one-way\nexplore 1 node`;
  const [raft, paxos] = [modelOf(design), modelOf(design.replace('replicate consensus', 'replicate consensus paxos'))];
  // Where no voter refuses a candidate for its log.
  expect(askedBy(() => exploreAll(paxos))).toEqual({
    scenarios: 1398,
    unnoticed: 539,
    routes: 4927,
    serve: 2868,
    missed: 861,
    discarded: 1622,
    diverges: 246,
  });
  // Whether no replica is elected depends on more links.
  expect(askedBy(() => exploreAll(raft))).toEqual({
    scenarios: 1398,
    unnoticed: 539,
    routes: 5867,
    serve: 3408,
    missed: 861,
    discarded: 1982,
    diverges: 246,
  });
});

// No read can be dirty there: the question whether one is must cost nothing.
test('without a failover that discards histories they take no question more than before there were dirty reads', () => {
  const model = modelOf(DESIGN.replaceAll(' failover automatic', ''));
  expect(askedBy(() => exploreAll(model))).toEqual({
    scenarios: 1459,
    unnoticed: 566,
    routes: 6248,
    serve: 3511,
    missed: 670,
    discarded: 1970,
    diverges: 265,
  });
});

test('a design without needs asks the network nothing for them', () => {
  const needless = new Proxy({ operations: [] } as unknown as Model, {
    get: (model, key) => (key === 'operations' ? model.operations : expect.fail(`${String(key)} was looked at`)),
  });
  expect(run(needsRefuted(needless))).toEqual([]);
});

test('what was asked of the network in one run is not worked out again in it', () => {
  const topology = compileTopology(
    modelOf('node a, b\nlink a -- b\nclient k at a\nstore s on b { choose CP }\noperation r: read s from k'),
  );
  const direct = vi.fn(topology.directOnly);
  expect(topology.directOnly(0, 1)).toEqual([0]);
  const world = new LinkWorld({ ...topology, directOnly: direct }, HEALTHY, 1);
  for (let run = 1; run <= 2; run++) {
    for (let again = 0; again < 3; again++) expect(world.reach(0, 1)).toBe(run === 1);
    expect(direct).toHaveBeenCalledTimes(run);
    expect(world.advance()).toBe(run === 1);
  }
});

// The link that is cut first decides which causes come first.
test('of several links between the same two the first is decided first', () => {
  const topology = compileTopology(
    modelOf(
      'node a, b\nlink a -- b\nlink b -- a\nclient k at a\nstore s on b { choose CP }\noperation r: read s from k',
    ),
  );
  const world = new LinkWorld(topology, HEALTHY, 2);
  const cuts: number[][] = [];
  do {
    world.reach(0, 1);
    cuts.push(world.decidedCuts());
  } while (world.advance());
  expect(cuts).toEqual([[], [0], [0, 1]]);
});

test('a question that depends on no fault is not asked again for the next version of a design', () => {
  const model = modelOf(DESIGN);
  const look = (): unknown => verdictsUnder(model, { ...HEALTHY, links: [0] });
  const [first, second] = [askedBy(look), askedBy(look)];
  expect(second.scenarios).toBeLessThan(first.scenarios);
});

// Over a or over b; the way that was found first is replaced by one with fewer undecided links.
test('a way over several machines decides no more links than the shortest has', () => {
  const model = modelOf(
    'node a, b\nrouter q, r, t\nlink a -- q\nlink q -- r\nlink r -- b\nlink a -- t\nlink t -- b\nclient k at a\nstore s on b { choose CP }\noperation r1: read s from k',
  );
  const world = new LinkWorld(compileTopology(model), HEALTHY, 5);
  let runs = 0;
  do {
    world.reach(0, 1);
    runs++;
  } while (world.advance());
  expect(runs).toBe(9);
});

test('what is explored by default beside cuts and stopped nodes adds as many as it added', () => {
  const model = modelOf(DESIGN.replace('replicate consensus', 'replicate consensus paxos'));
  expect(askedBy(() => exploreAll(model))).toEqual({
    scenarios: 1623,
    unnoticed: 631,
    routes: 5843,
    serve: 3334,
    missed: 1024,
    discarded: 1959,
    diverges: 313,
  });
});

// Asked again for each pair of answer and write, they were 900,000 in one run, which nothing can interrupt.
test('who may issue a step through services is found once for each state of its store in a run', () => {
  const model = modelOf(`node n1, n2, n3
client c1
mesh n1, n2, n3, c1
store s1 on n3, n1, n2 { choose AP replicate consensus paxos relay }
store s2 on n1, n2, n3 { choose AP replicate any membership agreed requires s1 }
service v1 on n3, n1, n2 { requires s2 }
operation o1: write s2 from c1
operation o2 from c1 through v1 { write s1; write s2 level one }
partition p2 { cut n1 -> n2; down n3 }`);
  const verdicts = new Verdicts(model);
  const [client = -1] = model.operations[1]?.clients ?? [];
  const look = (): FaultVerdict => verdicts.under({ ...HEALTHY, partition: 0 }, 1, client, verdicts.detecting);
  expect(look().outcomes.map(({ verdict }) => verdict)).toEqual(['conflict', 'ok']);
  expect(askedBy(look)).toEqual({
    scenarios: 2,
    unnoticed: 2,
    routes: 767,
    serve: 755,
    missed: 0,
    discarded: 362,
    diverges: 7560,
  });
});

import type { FaultFamily } from '../model/model.js';
import type { Topology } from '../network/topology.js';
import { sweepAlike } from './alikeCuts.js';
import { MOST_LISTED } from '../network/facts/everyCut.js';
import { isForFacts, sweepByFacts } from './factSweep.js';
import { sweepByLinks } from './linkSweep.js';
import { mostCuts, patternSweep } from './patternSweep.js';
import { cutShort, type Question, type Sweep } from './question.js';

/** Up to this many links, nearly every design is explored completely. */
const FEW_LINKS = 20;
const RUNS_FEW_LINKS = 200_000;
/**
 * With more links, most designs that do not fit would not fit into ten times as many runs either. The questions of the
 * file share this many runs …
 */
const RUNS_OF_FILE = 40_000;
/** … in these steps, so that one more operation rarely changes how far the others are explored. */
const RUNS_MANY_LINKS = [3_000, 1_000, 300, 100] as const;

/**
 * How many runs one family may take for one question before fewer cut links are explored. A run takes ten to a hundred
 * microseconds; runs are counted, not timed, so that the same file gets the same answer on every machine.
 */
export function maxRuns(links: number, questions: number): number {
  if (links <= FEW_LINKS) return RUNS_FEW_LINKS;
  return RUNS_MANY_LINKS.find((runs) => runs * questions <= RUNS_OF_FILE) ?? RUNS_MANY_LINKS[3];
}

/** Beyond this many links that relays share, links are not decided one by one at first. */
const MANY_LINKS = 100;
/** This many runs are tried before patterns of reachability are counted, or facts are asked for. */
const FEW_RUNS = 200;
/** … or before all cuts are listed. */
const FEWER_RUNS = 60;
/**
 * Where a question in facts takes more runs than these, links are decided one by one. A run in facts takes several
 * times as long, and what does not fit into these rarely fits into twice as many.
 */
const FACT_RUNS = 1_500;
/** Counting takes steps of about half a microsecond: as many for each run that a question may take, up to 3,000. */
const STEPS_PER_RUN = 1_000;
const COUNTED_RUNS = 3_000;
/** A set of cuts that stands for others is found, judged and counted by itself, which takes as long as some runs. */
const ALIKE_FOR_ONE = 4;
/** It has to go further than a few runs by that many cuts. */
const FURTHER = 2;
/** A state of a table of patterns takes about a microsecond, and a run ten to a hundred. */
const STATES_PER_RUN = 100;

/**
 * Asks the question for every fault of a family; if that takes more than `limit` runs, only for the faults with at most
 * as many cut links as fit. A network with many links is taken by its patterns of reachability, where it has relays.
 */
export function* sweep(
  topology: Topology,
  family: FaultFamily,
  question: Question,
  limit: number,
): Generator<void, Sweep> {
  const links = topology.model.links.length;
  const most = family.links === 'all' ? links : Math.min(family.links, links);
  const isLarge = links > FEW_LINKS && most > 0 && !topology.isDirect;
  const limits = { runs: limit, states: limit * STATES_PER_RUN };
  const isByFacts = isForFacts(topology, family);
  // What depends on few links takes few runs, and no table.
  const first = isLarge || isByFacts ? Math.min(limit, links > MOST_LISTED ? FEW_RUNS : FEWER_RUNS) : limit;
  // In a network of many links a run looks for long paths, and two hundred of them rarely tell all.
  const isByLinks = !isLarge || links <= MANY_LINKS || !topology.isTwoWay || family.oneWays > 0;
  let byLinks = isByLinks ? yield* sweepByLinks(topology, family, question, first) : undefined;
  if (byLinks?.complete === true) return byLinks;
  const counted =
    (isByFacts && limit > first
      ? yield* sweepByFacts(topology, family, question, {
          runs: Math.min(limit, FACT_RUNS),
          steps: Math.min(limit, COUNTED_RUNS) * STEPS_PER_RUN,
        })
      : undefined) ?? (isLarge ? yield* patternSweep(topology, family, question, limits) : undefined);
  if (counted !== undefined) return { ...counted, complete: true };
  if (byLinks !== undefined && limit > first && links > FEW_LINKS) {
    // Ten times as many runs decide one link more, rarely two.
    const least = Math.min(most, Number(byLinks.family.links) + FURTHER);
    const alike = yield* sweepAlike(topology, family, question, { limit: limit / ALIKE_FOR_ONE, least });
    if (alike !== undefined) return alike;
  }
  if (isByLinks && limit > first) {
    byLinks = yield* sweepByLinks(topology, family, question, limit);
    if (byLinks.complete) return byLinks;
  }
  for (const cuts of isLarge ? yield* mostCuts(topology, most - 1, question, limits.states) : []) {
    const part = yield* patternSweep(topology, { ...family, links: cuts }, question, limits);
    if (part !== undefined) return cutShort(part, { of: 'states', most: limits.states });
  }
  return byLinks ?? (yield* sweepByLinks(topology, family, question, limit));
}

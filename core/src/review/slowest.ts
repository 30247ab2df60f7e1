import { isAnswered } from '../base/harm.js';
import { Clock } from '../engine/clock.js';
import { Verdicts } from '../engine/verdicts.js';
import { Ways } from '../engine/ways.js';
import type { Model, VertexId } from '../model/model.js';
import type { Cause } from '../network/fault.js';
import { LinkWorld } from '../network/linkWorld.js';
import { countPairs } from '../network/places.js';
import { likelyCauses } from './likelyCauses.js';

/** The slowest answer of a request under one likely fault. */
export interface Slowest {
  readonly ms: number;
  readonly cause: Cause;
}

/** What PACELC calls "else" is the first column of a report; this is what a likely fault makes of it. */
export interface SlowestAnswers {
  /** Undefined: never answered for certain under a likely fault, or a round trip is not known. */
  of(operation: number, client: VertexId): Slowest | undefined;
  /** How many likely faults were looked at, of how many. */
  readonly faults: number;
  readonly all: number;
}

/** Requests are timed under at most this many faults together. */
const MOST_REQUESTS = 1000;

/** The slowest answers under each likely fault under which an answer is certain; of equal ones, the first fault. */
export function* slowestAnswersInSteps(model: Model): Generator<void, SlowestAnswers> {
  const requests = model.operations.flatMap(({ clients }, operation) =>
    clients.map((client) => ({ operation, client })),
  );
  const causes = likelyCauses(model, MOST_REQUESTS).map(({ cause }) => cause);
  const most = Math.max(1, Math.floor(MOST_REQUESTS / Math.max(1, requests.length)));
  const looked = causes.slice(0, most);
  const all = causes.length + Math.max(0, countPairs(model) - MOST_REQUESTS);
  const verdicts = new Verdicts(model);
  const clock = new Clock(verdicts.topology);
  const found = new Map<string, Slowest>();
  for (const cause of looked) {
    const world = new LinkWorld(verdicts.topology, cause, 0);
    const ways = new Ways(verdicts.topology, world);
    for (const { operation: index, client } of requests) {
      const operation = model.operations[index];
      if (operation === undefined || verdicts.limit(index) !== undefined) continue;
      yield;
      const { outcomes, silent } = yield* verdicts.underInSteps(cause, index, client);
      if (silent || outcomes.some(({ verdict, before }) => before !== true && !isAnswered(verdict))) continue;
      const { time } = yield* clock.longest(ways, world, { operation, client });
      const key = `${index} ${client}`;
      if (time !== undefined && time.ms > (found.get(key)?.ms ?? -1)) found.set(key, { ms: time.ms, cause });
    }
  }
  return { of: (operation, client) => found.get(`${operation} ${client}`), faults: looked.length, all };
}

import type { Operation, Step, VertexId } from '../model/model.js';
import type { LinkWorld } from '../network/linkWorld.js';
import type { Topology } from '../network/topology.js';
import { Assignments } from './judge/assignments.js';
import { readInstead } from './judge/instead.js';
import { journeys, servicesOf } from './judge/journey.js';
import { type Assignment, Situations } from './judge/situations.js';
import { journeyOf } from './latency.js';
import { schemeOf } from './replication/index.js';
import { request } from './request.js';
import { AT_ONCE, plus, type Timed, whichever } from './timed.js';
import type { Ways } from './ways.js';

/** How a request, or a part of it, ends in one case, and how long that takes. */
interface Ended {
  readonly isAnswered: boolean;
  /** Undefined: a round trip is not declared. */
  readonly time: Timed | undefined;
}

/**
 * How long answers take, round trip by round trip, once a break has settled. It follows the same requests as the judge:
 * who is asked, who refuses, who serves. A replica that is out of reach takes no time, one that refuses a round trip.
 */
export class Clock {
  private readonly situations: Situations;
  private readonly assignments: Assignments;

  constructor(topology: Topology) {
    this.situations = new Situations(topology, 'settled');
    this.assignments = new Assignments(this.situations);
  }

  /** In how many combinations of situations answers were timed so far. */
  get cases(): number {
    return this.assignments.visited;
  }

  /**
   * The longest time of an answer in the world, in which everything is decided; every possible case is looked at.
   * `ways`: those of that world. `undeclared`: the links without a round trip, if `time` is undefined because of them.
   */
  *longest(
    ways: Ways,
    world: LinkWorld,
    { operation, client }: { readonly operation: Operation; readonly client: VertexId },
  ): Generator<void, { readonly time: Timed | undefined; readonly undeclared: readonly number[] }> {
    const services = servicesOf(this.situations.model, operation);
    const times: (Timed | undefined)[] = [];
    const plan = this.assignments.planOf({ steps: operation.steps, services });
    yield* this.assignments.eachInSteps(world, plan, (assignment) => {
      for (const { isAnswered, time } of this.ends(world, ways, assignment, { operation, client }))
        if (isAnswered) times.push(time);
    });
    return { time: whichever(times), undeclared: [...ways.undeclared] };
  }

  /** The way of a request through services, if it takes any, and then its steps. */
  private *ends(
    world: LinkWorld,
    ways: Ways,
    assignment: Assignment,
    { operation, client }: { readonly operation: Operation; readonly client: VertexId },
  ): Generator<Ended> {
    const services = servicesOf(this.situations.model, operation);
    if (services.length === 0) {
      yield* this.steps(ways, assignment, operation.steps, client);
      return;
    }
    const { healthy } = this.situations;
    for (const serves of this.situations.serving(world, services, assignment)) {
      for (const attempts of journeys({ world, healthy, services, serves, isUnaware: false }, client)) {
        let spent: Timed | undefined = AT_ONCE;
        for (const attempt of attempts) {
          const stops = [client, ...attempt.path];
          const way = attempt.path.reduce<Timed | undefined>(
            (sum, to, i) => plus(sum, ways.between(stops[i] ?? client, to)),
            spent,
          );
          const ended = [...this.steps(ways, assignment, operation.steps, attempt.issuer)];
          for (const { isAnswered, time } of ended) if (isAnswered) yield { isAnswered, time: plus(way, time) };
          const refused = ended.filter(({ isAnswered }) => !isAnswered).map(({ time }) => time);
          if (refused.length === 0) break;
          spent = plus(way, whichever(refused));
        }
      }
    }
  }

  /** One step after the other; the first that is not answered ends it. */
  private *steps(
    ways: Ways,
    assignment: Assignment,
    [step, ...others]: readonly Step[],
    issuer: VertexId,
  ): Generator<Ended> {
    if (step === undefined) {
      yield { isAnswered: true, time: AT_ONCE };
      return;
    }
    for (const one of this.step(ways, assignment, step, issuer)) {
      if (!one.isAnswered) yield one;
      else
        for (const { isAnswered, time } of this.steps(ways, assignment, others, issuer))
          yield { isAnswered, time: plus(one.time, time) };
    }
  }

  private *step(ways: Ways, assignment: Assignment, step: Step, issuer: VertexId): Generator<Ended> {
    const at = assignment.get(step.store);
    if (at === undefined) return;
    const { here } = at.met;
    const { store } = here;
    const instead = readInstead(store);
    const { nearest } = this.situations;
    for (const route of nearest.routes(at.met, step, issuer)) {
      for (const answer of request(at.met, step, { client: issuer, route, isSettled: nearest.isSettled })) {
        const refusals = route
          .filter((replica) => (((answer.refusedBy ?? 0) >> replica) & 1) === 1)
          .reduce<Timed | undefined>((sum, replica) => plus(sum, ways.between(issuer, here.vertex(replica))), AT_ONCE);
        if (answer.kind === 'answered') {
          const asked = here.vertex(answer.asked);
          const { home, fallback } = answer.served;
          const time = fallback
            ? ways.between(issuer, asked)
            : schemeOf(store).path.time(
                journeyOf(ways, { store, step, client: issuer, asked, home: here.vertex(home) }),
              );
          yield { isAnswered: true, time: plus(refusals, time) };
        } else if (instead !== undefined) {
          for (const { isAnswered, time } of this.step(ways, assignment, instead, issuer))
            yield { isAnswered, time: plus(refusals, time) };
        } else {
          yield { isAnswered: false, time: refusals };
        }
      }
    }
  }
}

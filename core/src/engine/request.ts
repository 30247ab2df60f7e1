import type { Step, VertexId } from '../model/model.js';
import { mayHang } from './connection.js';
import { alone, type Family, type Mask } from './family.js';
import { schemeOf } from './replication/index.js';
import type { Served, StoreState } from './replication/scheme.js';

/** How a replica served a request, or keeps a write without an answer. */
export interface Taken {
  readonly served: Extract<Served, { kind: 'served' }>;
  readonly asked: number;
  /** The replicas that were asked before `asked`, had noticed the break and refused. */
  readonly refusedBy: Mask;
}

export type Answer = Answered | Unanswered;

interface Answered extends Taken {
  readonly kind: 'answered';
}

/** `unknown`: the client does not learn whether its write took effect. */
interface Unanswered {
  readonly kind: 'error' | 'unknown';
  readonly reason: () => string;
  /** The replicas that keep the write, if a failover or the heal may discard it there. */
  readonly taken?: Taken;
  /** No replica was in reach, or all that were refused at once; those among them that had noticed the break. */
  readonly refusedBy?: Mask;
  /** It was not refused: of the replicas that let it wait, or refused it before, those that had noticed the break. */
  readonly aware?: Mask;
  /** The client waits on a connection from before the break. */
  readonly hangs?: true;
}

/** One that asks: a client, an instance of a service, or a machine. */
export interface Asking {
  readonly client: VertexId;
  /** The replicas in the order in which it asks them. */
  readonly route: readonly number[];
  /** Has everybody noticed the break? Then it says nothing of a write which replicas had noticed it and refused it. */
  readonly isSettled: boolean;
  /** The replica that it may not have given up yet; absent: it has noticed the break. */
  readonly session?: number | undefined;
}

/**
 * Every answer that is possible, the usual one first, for a client that asks these replicas in this order. The first
 * replica that it can connect to decides. After a refusal, the client asks the next one, unless that refusal is final;
 * a request that timed out is not sent again. Where messages do not pass both ways, no connection can be made, and the
 * client asks the next replica. If it has a connection from before the break, it may also wait there (`mayHang`) and
 * get no answer.
 */
export function request(
  state: StoreState,
  step: Step,
  { client, route, isSettled, session }: Asking,
): readonly Answer[] {
  const { here } = state;
  const through = here.asksFacts && isSettled ? servedThrough(state, step) : undefined;
  if (through !== undefined) return [requestThrough(state, step, { client, route, through })];
  const { world } = here;
  let hanging: readonly Answer[] = NO_ANSWERS;
  let answers: readonly Answer[] = NO_ANSWERS;
  let refusal: (() => string) | undefined;
  let refusedBy: Mask = 0;
  for (const asked of route) {
    const replica = here.vertex(asked);
    const arrives = world.reach(client, replica);
    if (!arrives || world.isHalfOpen(client, replica)) {
      if (mayHang({ world, healthy: here.before?.world }, client, replica, asked === session)) {
        const silence = arrives ? unheard(state, step, asked) : unsent(state, step, client, asked);
        hanging = [...hanging, after(refusedBy, silence)];
      }
      continue;
    }
    let refused: Refusal | undefined;
    const given: Answer[] = [];
    for (const answer of answersOf(state, step, asked))
      if (answer.kind === 'refused') refused = answer;
      else given.push(after(refusedBy, answer));
    // Most requests are answered by the first replica.
    answers = answers.length === 0 ? given : [...answers, ...given];
    if (refused === undefined) return hanging.length === 0 ? answers : [...answers, ...hanging];
    refusal ??= refused.reason;
    if (refused.hasNoticed) refusedBy |= 1 << asked;
    if (refused.isFinal) break;
  }
  const reason = refusal ?? (() => schemeOf(here.store).requests.unreached(state, step));
  return [...answers, { kind: 'error', reason, refusedBy }, ...hanging];
}

const NO_ANSWERS: readonly Answer[] = [];

/** An answer that comes after these refusals. */
function after(refusedBy: Mask, answer: Answer): Answer {
  if (refusedBy === 0) return answer;
  if (answer.kind === 'answered') return { ...answer, refusedBy };
  const aware = refusedBy | (answer.aware ?? 0);
  return { ...answer, aware, ...(answer.taken === undefined ? {} : { taken: { ...answer.taken, refusedBy } }) };
}

/** As in `Requests`, where the client asks all that it reaches: a replica that gives up instead ends the request. */
function servedThrough(state: StoreState, step: Step): number | undefined {
  const { store } = state.here;
  return store.onPartition.kind === 'error' ? schemeOf(store).requests.servedThrough?.(state, step) : undefined;
}

/** The answer where it does not matter which of the replicas in reach is asked first. */
function requestThrough(
  state: StoreState,
  step: Step,
  {
    client,
    route,
    through,
  }: { readonly client: VertexId; readonly route: readonly number[]; readonly through: number },
): Answer {
  const { here } = state;
  const isServed =
    through >= 0 &&
    here.world.meetsBeside(
      client,
      here.vertex(through),
      route.map((one) => here.vertex(one)),
    );
  const served = isServed ? schemeOf(here.store).requests.serve(state, step, through) : undefined;
  if (served?.kind === 'served') return { kind: 'answered', served, asked: through, refusedBy: 0 };
  const reason = served?.reason ?? ((): string => schemeOf(here.store).requests.unreached(state, step));
  return { kind: 'error', reason, refusedBy: 0 };
}

interface Refusal {
  readonly kind: 'refused';
  readonly hasNoticed: boolean;
  readonly isFinal: boolean;
  readonly reason: () => string;
}

/** Every answer of a replica that the client has connected to: its own, or of any copy that it passes the step to. */
function answersOf(state: StoreState, step: Step, asked: number): readonly (Answer | Refusal)[] {
  const { here } = state;
  const copies = schemeOf(here.store).requests.passesTo?.(state, step);
  // One that lacks what its store requires refuses, and passes nothing on.
  if (copies === undefined || isUnmet(state, asked)) return orNone(state, step, answerOf(state, step, asked));
  // The connections of a machine that stops are closed; those to one that is out of reach are not.
  return copies
    .filter((copy) => here.isUp(copy))
    .map((copy) =>
      copy === asked || here.connected(asked, copy)
        ? answerOf(state, step, asked, copy)
        : withoutAnswer(
            step,
            () => `${here.name(asked)} passes the read on to ${here.name(copy)}, which does not answer it`,
          ),
    );
}

/** The answer of one replica that the client has connected to. `by`: the one that it passes the step on to. */
function answerOf(state: StoreState, step: Step, asked: number, by = asked): Answer | Refusal {
  const { here, scenario } = state;
  const { onPartition } = here.store;
  const found = handled(state, step, by);
  if (found.kind === 'served') return { kind: 'answered', served: found, asked, refusedBy: 0 };
  const { reason, isFinal = false, atOnce } = found;
  const kept = found.keeps === undefined ? undefined : withoutReply(found.keeps, asked);
  const isLate = scenario.spared === asked && schemeOf(here.store).possible.asksWhoIsLate?.(step) !== false;
  const hasNoticed = scenario.unnoticed !== true && !isLate;
  if (!hasNoticed && atOnce !== 'closed' && !wasRefusedBefore(state, step, by))
    return withoutAnswer(step, () => inVain(here.name(asked), reason()), kept);
  if (onPartition.kind === 'wait' && !isFinal && atOnce === undefined) {
    const { ms } = onPartition;
    const why = (): string =>
      `${here.name(asked)} takes the request in and gives up after ${duration(ms)}: ${reason()}`;
    return { ...withoutAnswer(step, why, kept), ...(hasNoticed ? { aware: 1 << asked } : {}) };
  }
  return { kind: 'refused', hasNoticed, isFinal, reason };
}

/** An answer with the silence that may take its place. */
function orNone({ here }: StoreState, step: Step, answer: Answer | Refusal): readonly (Answer | Refusal)[] {
  const reason = answer.kind === 'answered' ? answer.served.orNone : undefined;
  if (answer.kind !== 'answered' || reason === undefined) return [answer];
  return [answer, withoutAnswer(step, () => inVain(here.name(answer.asked), reason()))];
}

function inVain(asked: string, reason: string): string {
  return `${asked} takes the request in and waits, not knowing of the break: ${reason}`;
}

/** As the scheme says; under `choose AP` a replica answers by itself where it would refuse, but no observer does. */
function handled(state: StoreState, step: Step, asked: number): Served {
  const { here } = state;
  const served = serve(state, step, asked);
  if (served.kind === 'served' || here.store.choice !== 'AP') return served;
  return here.isObserver(asked) || isUnmet(state, asked) ? served : byItself(asked);
}

/** A replica that gets the request over a connection from before the break, which carries no reply any more. */
function unheard(state: StoreState, step: Step, asked: number): Answer {
  const name = state.here.name(asked);
  const answer = answerOf(state, step, asked);
  switch (answer.kind) {
    case 'answered':
      return withoutConnection(step, () => `${name} takes the request in, its reply can't travel back`, answer);
    case 'refused':
      return withoutConnection(
        step,
        () => `${name} takes the request in, its refusal can't travel back: ${answer.reason()}`,
      );
    default:
      return { ...answer, hangs: true };
  }
}

/** A connection from before the break carries no request any more. */
function unsent({ here }: StoreState, step: Step, client: VertexId, asked: number): Answer {
  const who = here.world.topology.model.vertices[client]?.name ?? '?';
  return withoutConnection(
    step,
    () => `${who} still waits for ${here.name(asked)}, which the request can't reach any more`,
  );
}

function withoutConnection(step: Step, reason: () => string, taken?: Taken): Answer {
  return { ...withoutAnswer(step, reason, taken), hangs: true };
}

/** As the scheme says, unless the replicas that serve it lack what their store requires. */
function serve(state: StoreState, step: Step, asked: number): Served {
  const served = schemeOf(state.here.store).requests.serve(state, step, asked);
  if (state.unmet === undefined) return served;
  if (served.kind === 'refused') return isUnmet(state, asked) ? { kind: 'refused', reason: served.reason } : served;
  const { home } = served;
  const lacking = isUnmet(state, asked) ? asked : isUnmet(state, home) ? home : undefined;
  if (lacking === undefined) return served;
  const { here } = state;
  return {
    kind: 'refused',
    ...(lacking === asked ? {} : { by: lacking }),
    reason: () => `${here.name(lacking)} gets no answer from all that ${here.store.name} requires`,
  };
}

function isUnmet({ unmet = 0 }: StoreState, replica: number): boolean {
  return ((unmet >> replica) & 1) === 1;
}

/** Under `choose AP`, a replica that would refuse by its scheme answers on its own. */
function byItself(replica: number): Extract<Served, { kind: 'served' }> {
  return { kind: 'served', family: alone(replica), home: replica, authority: false, fallback: true };
}

/** A read without an answer is an error; a write may have taken effect. */
function withoutAnswer(step: Step, reason: () => string, taken?: Taken): Unanswered {
  if (step.access === 'read') return { kind: 'error', reason };
  return { kind: 'unknown', reason, ...(taken === undefined ? {} : { taken }) };
}

/** A write that its coordinator or primary keeps, with too few acknowledgements. */
function withoutReply(family: Family, asked: number): Taken {
  return { served: { ...byItself(asked), family, fallback: false }, asked, refusedBy: 0 };
}

/**
 * A replica that has not noticed the break refuses at once what it refused before the break. If another replica refused
 * it, that replica must still be in reach.
 */
function wasRefusedBefore(state: StoreState, step: Step, asked: number): boolean {
  const { here, unmet } = state;
  if (here.before === undefined) return false;
  const { former, formerViews } = state.scenario;
  const views = formerViews === undefined ? {} : { views: formerViews };
  const scenario = { leader: former, former, promoted: -1, ...views };
  const before = { here: here.before, scenario, ...(unmet === undefined ? {} : { unmet }) };
  const served = serve(before, step, asked);
  return served.kind === 'refused' && (served.by === undefined || here.connected(asked, served.by));
}

export function duration(ms: number): string {
  if (ms >= 3_600_000 && ms % 3_600_000 === 0) return `${ms / 3_600_000} h`;
  if (ms >= 60_000 && ms % 60_000 === 0) return `${ms / 60_000} min`;
  if (ms >= 1000 && ms % 100 === 0) return `${ms / 1000} s`;
  return ms < 1 ? `${ms * 1000} us` : `${ms} ms`;
}

import type { Step, VertexId } from '../model/model.js';
import { alone, type Mask } from './family.js';
import type { Scenario, Scheme, Served } from './replication/scheme.js';
import type { StoreWorld } from './storeWorld.js';

export type Answer =
  /** `refusedBy`: of those who were asked in front of `asked`, who had noticed the break. */
  | {
      readonly kind: 'answered';
      readonly served: Extract<Served, { kind: 'served' }>;
      readonly asked: number;
      readonly refusedBy: Mask;
    }
  /** `unknown`: a write that a replica took in and whose outcome the client does not learn. */
  | { readonly kind: 'error' | 'unknown'; readonly reason: () => string };

/**
 * What a client gets that asks these replicas in this order: the first that its request reaches decides, a refusal that
 * travels back sends it to the next one, a request that timed out is not sent again.
 */
export function request(
  store: StoreWorld,
  scheme: Scheme,
  scenario: Scenario,
  step: Step,
  client: VertexId,
  route: readonly number[],
): Answer {
  const { world } = store;
  const noAnswer = step.access === 'write' ? 'unknown' : 'error';
  let refusal: (() => string) | undefined;
  let refusedBy: Mask = 0;
  for (const asked of route) {
    const replica = store.vertex(asked);
    if (!world.reach(client, replica)) continue;
    let served = scheme.serve(store, scenario, step, asked);
    if (served.kind === 'refused' && store.store.choice === 'AP') {
      served = { kind: 'served', family: alone(asked), home: asked, authority: false, fallback: true };
    }
    if (served.kind === 'served') {
      if (world.reach(replica, client)) return { kind: 'answered', served, asked, refusedBy };
      return { kind: noAnswer, reason: () => `${store.name(asked)} takes the request in, its reply can't travel back` };
    }
    const { reason } = served;
    const { onPartition } = store.store;
    const hasNoticed = scenario.unnoticed !== true && scenario.spared !== asked;
    if (!hasNoticed && !refusedBefore(store, scheme, scenario, step, asked)) {
      return {
        kind: noAnswer,
        reason: () => `${store.name(asked)} takes the request in and waits, not knowing of the break: ${reason()}`,
      };
    }
    if (onPartition.kind === 'wait') {
      return {
        kind: noAnswer,
        reason: () =>
          `${store.name(asked)} takes the request in and gives up after ${duration(onPartition.ms)}: ${reason()}`,
      };
    }
    if (!world.reach(replica, client)) {
      return {
        kind: noAnswer,
        reason: () => `${store.name(asked)} takes the request in, its refusal can't travel back: ${reason()}`,
      };
    }
    refusal ??= reason;
    if (hasNoticed) refusedBy |= 1 << asked;
  }
  return { kind: 'error', reason: refusal ?? (() => scheme.unreached(store, scenario, step)) };
}

/**
 * What was refused before the break is refused at once by who has not noticed it; by another one, if it can be asked.
 */
function refusedBefore(
  store: StoreWorld,
  scheme: Scheme,
  { leader, former }: Scenario,
  step: Step,
  asked: number,
): boolean {
  if (store.before === undefined) return false;
  const served = scheme.serve(store.before, { leader, former, promoted: -1 }, step, asked);
  return served.kind === 'refused' && (served.by === undefined || store.connected(asked, served.by));
}

export function duration(ms: number): string {
  if (ms >= 3_600_000 && ms % 3_600_000 === 0) return `${ms / 3_600_000} h`;
  if (ms >= 60_000 && ms % 60_000 === 0) return `${ms / 60_000} min`;
  if (ms >= 1000 && ms % 100 === 0) return `${ms / 1000} s`;
  return ms < 1 ? `${ms * 1000} us` : `${ms} ms`;
}

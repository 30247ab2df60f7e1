import type { VertexId } from '../model/model.js';
import type { TraceStep } from './trace.js';

/**
 * A run without the steps that show nothing: votes and heartbeats that arrive, that come from a vertex which plays no
 * part, or that follow the last answer (their result is an event of its own); leaders of the healthy network that no
 * client asks; and every step after the last answer and the outcome. The other steps are unchanged, in the same order.
 */
export function shrink(steps: readonly TraceStep[]): TraceStep[] {
  const players = new Set(steps.flatMap((step) => (step.housekeeping === true ? [] : participants(step, 'messages'))));
  const lost = new Set<string>();
  const kept = steps.filter((step) => {
    if (step.kind === 'event')
      return step.phase !== 'healthy' && step.housekeeping !== true ? true : players.has(step.at);
    if (step.kind !== 'message' || step.housekeeping !== true) return true;
    const way = `${step.from} ${step.to}`;
    if (step.arrives || step.phase === 'healthy' || !players.has(step.from) || lost.has(way)) return false;
    lost.add(way);
    return true;
  });
  const answered = kept.findLastIndex(({ asked }) => asked !== undefined);
  return kept
    .slice(0, kept.findLastIndex(({ asked, outcome }) => asked !== undefined || outcome === true) + 1)
    .filter(({ housekeeping }, i) => i < answered || housekeeping !== true);
}

/** The vertices that take part in a step. `messages`: only the sender and the receiver of a message. */
export function participants(step: TraceStep, which: 'all' | 'messages'): VertexId[] {
  if (step.kind === 'message') return [step.from, step.to];
  return step.kind === 'event' && which === 'all' ? [step.at] : [];
}

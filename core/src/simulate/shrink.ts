import type { VertexId } from '../model/model.js';
import type { TraceStep } from './trace.js';

/**
 * A run without the steps that show nothing: votes and heartbeats that arrive or that come from somebody who plays no
 * part (what comes of them is an event), leaders of the healthy network whom nobody asks, votes and heartbeats behind
 * the last answer, and whatever is behind what comes of it. What is left is as it was, in the same order.
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

/** Who takes part in a step; of messages only: those who have something to say or to hear. */
export function participants(step: TraceStep, which: 'all' | 'messages'): VertexId[] {
  if (step.kind === 'message') return [step.from, step.to];
  return step.kind === 'event' && which === 'all' ? [step.at] : [];
}

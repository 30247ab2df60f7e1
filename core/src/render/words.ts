import type { HowLong, Outcome } from '../engine/facts.js';
import type { Model, Step, VerdictKind, VertexId } from '../model/model.js';

/** Small pieces of sentences, as plain text: printers escape them. */

export function vertexName(model: Model, vertex: VertexId): string {
  return model.vertices[vertex]?.name ?? '?';
}

export function operationName(model: Model, operation: number): string {
  return model.operations[operation]?.name ?? '?';
}

/** "a", "a and b", "a, b and c". */
export function list(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1] ?? ''}`;
}

/** The same, cut where it gets long: "a, b and 7 more". */
export function shortList(items: readonly string[], most: number): string {
  return items.length <= most ? list(items) : list([...items.slice(0, most - 1), `${items.length - most + 1} more`]);
}

export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** Thousands are set apart: "122,880". The engine counts in decimal strings. */
export function thousands(decimal: string): string {
  return decimal.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** "stale until the heal", "conflict for the lag", "error" */
export function verdictText(outcome: { readonly verdict: VerdictKind; readonly howLong?: HowLong }): string {
  return outcome.howLong === undefined ? outcome.verdict : `${outcome.verdict} ${howLongText(outcome.howLong)}`;
}

export function howLongText(howLong: HowLong): string {
  return howLong === 'lag' ? 'for the lag' : 'until the heal';
}

/** What happens, as the end of a sentence that begins with the operation and has one client at least. */
export function happensText(outcome: Outcome, clients: readonly string[]): string {
  const who = shortList(clients, 4);
  switch (outcome.verdict) {
    case 'ok':
      return `is ok for ${who}`;
    case 'error':
      return `errors for ${who}`;
    case 'stale':
      return outcome.howLong === 'lag' ? `can lag behind for ${who}` : `can be stale for ${who} until the heal`;
    case 'unknown':
      return `leaves ${who} not knowing whether it took effect`;
    case 'conflict':
      return outcome.howLong === 'lag' ? `can be in conflict for ${who} for the lag` : `can be in conflict for ${who}`;
    case 'lost':
      return `can be lost for ${who}`;
  }
}

/** "write orders" */
export function stepText(model: Model, step: Step | undefined): string {
  return step === undefined ? 'a step' : `${step.access} ${model.stores[step.store]?.name ?? '?'}`;
}

/** The reason with what it leaves half done, for a composite operation. */
export function reasonText(model: Model, operation: number, outcome: Outcome): string {
  const found = model.operations[operation];
  const step =
    found?.composite === true && outcome.verdict !== 'ok' ? `${stepText(model, found.steps[outcome.step])}: ` : '';
  const halfDone = outcome.halfDone ?? [];
  if (halfDone.length === 0) return `${step}${outcome.reason}`;
  const done = list(halfDone.map((i) => stepText(model, found?.steps[i])));
  return `${step}${outcome.reason}; half done: ${done} took effect before`;
}

/** A reason as the end of a sentence; some things have none. */
export function because(reason: string): string {
  return reason === '' ? '' : `: ${reason}`;
}

/** "17 ms"; a tenth where it is small enough to matter. */
export function msText(ms: number): string {
  return `${ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms)} ms`;
}

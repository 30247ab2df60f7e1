import { BROKEN_PHASES, type ObservedRow, type Phase, type Seen } from '../observations.js';
import type { Asked } from './experiment.js';

/** A write that was acknowledged less than this before a read may still be on its way. */
export const LAG_MS = 500;

/** Puts together what was seen of each operation from each client in each phase. `kept`: what was there after the heal. */
export function rowsOf(cut: string, asked: readonly Asked[], kept: ReadonlySet<string>, lagMs = LAG_MS): ObservedRow[] {
  const written = asked.filter(({ access, answer }) => access === 'write' && answer.outcome === 'ok');
  const rivals = new Set<Phase>(
    BROKEN_PHASES.filter((phase) =>
      areRivals(
        // Until the break is noticed, a write has those for rivals that are acknowledged once it has settled as well.
        written.filter(({ phase: when }) => when === 'settled' || when === phase),
        kept,
      ),
    ),
  );
  const lasting = written.filter(({ value }) => kept.has(value));
  const rows = new Map<string, { readonly row: ObservedRow; readonly seen: Map<Seen, number> }>();
  for (const one of asked) {
    const { phase, operation, client } = one;
    const name = [phase, operation, client].join(' ');
    const known = rows.get(name) ?? newRow({ cut, phase, operation, client });
    rows.set(name, known);
    const seen =
      one.access === 'read'
        ? readSeen(one, phase === 'healed' ? lasting : written, lagMs)
        : writeSeen(one, kept, rivals.has(phase));
    known.seen.set(seen, (known.seen.get(seen) ?? 0) + 1);
  }
  return [...rows.values()].map(({ row }) => row);
}

function newRow(row: Omit<ObservedRow, 'seen'>): { readonly row: ObservedRow; readonly seen: Map<Seen, number> } {
  const seen = new Map<Seen, number>();
  return { row: { ...row, seen }, seen };
}

/** Two histories: of the acknowledged writes some were kept, and others thrown away. */
function areRivals(written: readonly Asked[], kept: ReadonlySet<string>): boolean {
  return new Set(written.map(({ value }) => kept.has(value))).size === 2;
}

function writeSeen({ answer, value }: Asked, kept: ReadonlySet<string>, isRival: boolean): Seen {
  const isKept = kept.has(value);
  if (answer.outcome === 'ok') return isKept ? (isRival ? 'conflict' : 'ok') : 'discarded';
  // A refused write that took effect is in doubt for its client.
  if (isKept) return 'applied';
  return answer.outcome === 'unknown' ? 'unknown' : 'error';
}

function readSeen({ answer, began }: Asked, written: readonly Asked[], lagMs: number): Seen {
  if (answer.outcome !== 'ok') return 'error';
  const values = new Set(answer.values);
  const missed = written.filter(({ ended, value }) => ended <= began && !values.has(value));
  if (missed.length === 0) return 'ok';
  return missed.every(({ ended }) => began - ended <= lagMs) ? 'lag' : 'stale';
}

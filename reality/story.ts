import { designOf } from './design.js';
import type { JudgedRow } from './judge.js';
import type { ObservedRow } from './observations.js';
import type { System } from './systems/system.js';

/** "leader isolated: settled write from p1" */
export function nameOf({ cut, phase, operation, client }: ObservedRow): string {
  return `${cut}: ${phase} ${operation} from ${client}`;
}

/** A row that disagrees: the run, both stories, and the design. */
export function storyOf(system: System, version: string, links: readonly string[], row: JudgedRow): string {
  const seen = [...row.seen].map(([kind, count]) => `${kind} ×${count}`).join(', ');
  return [
    `${version}, ${nameOf(row)}`,
    `  seen: ${seen}`,
    ...row.outcomes.map(({ verdict, howLong, reason }) => {
      const lasting = howLong === undefined ? '' : ` (${howLong})`;
      return `  predicted: ${verdict}${lasting}: ${reason}`;
    }),
    designOf(system, links),
  ].join('\n');
}

import type { Merge } from './merge.js';

/**
 * One side of the healed partition wins, the others discard what they have and copy it (RabbitMQ's autoheal). The
 * product decides which side wins; here it may be any.
 */
export const discard: Merge = { atHeal: () => 'one side wins, and what only the others have is thrown away' };

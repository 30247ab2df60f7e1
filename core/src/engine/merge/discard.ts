import type { Merge } from './merge.js';

/**
 * One side of the healed partition wins, the others give up what they have and copy it (RabbitMQ's autoheal). Which
 * side that is, is for the product to say: here it may be any.
 */
export const discard: Merge = { atHeal: () => 'one side wins, and what only the others have is thrown away' };

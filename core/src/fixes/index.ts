import type { FixKind } from './design.js';
import { addLink } from './addLink.js';
import { addWitness } from './addWitness.js';
import { changeChoice } from './changeChoice.js';
import { moveReplica } from './moveReplica.js';
import { readAtLeader } from './readAtLeader.js';
import { readAtQuorum } from './readAtQuorum.js';
import { readNearest } from './readNearest.js';
import { writeAtQuorum } from './writeAtQuorum.js';

/**
 * What may help an operation that something happens to, in the order in which it is offered. A new one is a file and a
 * line here.
 */
export const FIX_KINDS: readonly FixKind[] = [
  readAtQuorum,
  readAtLeader,
  writeAtQuorum,
  addLink,
  moveReplica,
  addWitness,
  changeChoice,
  readNearest,
];

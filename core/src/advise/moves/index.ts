import type { MoveKind } from '../move.js';
import { addLink } from './addLink.js';
import { addReplica } from './addReplica.js';
import { addWitness } from './addWitness.js';
import { addZone } from './addZone.js';
import { choice } from './choice.js';
import { levels } from './levels.js';
import { moveReplica } from './moveReplica.js';
import { settings } from './settings.js';

/** What is changed in a nearby design, in the order in which it is tried. A new kind is a file and a line here. */
export const MOVE_KINDS: readonly MoveKind[] = [
  settings,
  levels,
  moveReplica,
  addReplica,
  addWitness,
  addZone,
  addLink,
  choice,
];

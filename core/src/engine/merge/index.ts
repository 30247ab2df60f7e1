import type { MergeRule } from '../../model/model.js';
import { crdt } from './crdt.js';
import { discard } from './discard.js';
import { lww } from './lww.js';
import { manual } from './manual.js';
import type { Merge } from './merge.js';
import { siblings } from './siblings.js';

/** The merge rules. A new one is a file and a line here. */
export const MERGES: Readonly<Record<MergeRule, Merge>> = { lww, crdt, siblings, manual, discard };

import type { Tool } from '../tool.js';
import { advise } from './advise.js';
import { check } from './check.js';
import { compare } from './compare.js';
import { explain } from './explain.js';
import { formatDesign } from './format.js';
import { listPresets } from './listPresets.js';
import { simulate } from './simulate.js';
import { startDraft } from './startDraft.js';
import { suggestFixes } from './suggestFixes.js';

/** A row each: what an agent is offered, in the order of a design's life. */
export const TOOLS: readonly Tool[] = [
  startDraft,
  listPresets,
  check,
  simulate,
  explain,
  suggestFixes,
  advise,
  compare,
  formatDesign,
];

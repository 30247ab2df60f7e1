import type { CheckFormat } from './format.js';
import { github } from './github.js';
import { gitlab } from './gitlab.js';
import { junit } from './junit.js';
import { markdown } from './markdown.js';
import { sarif } from './sarif.js';

/** A row each: the services that findings are written for. */
export const CHECK_FORMATS: readonly CheckFormat[] = [github, gitlab, junit, sarif, markdown];

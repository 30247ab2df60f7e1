import { compose } from './compose.js';
import type { ImportFormat } from './deployment.js';
import { kubernetes } from './kubernetes.js';
import { likec4 } from './likec4.js';
import { structurizr } from './structurizr.js';
import { terraform } from './terraform.js';

/** What can be imported: a row each. The first whose sign a document has reads it. */
export const IMPORT_FORMATS: readonly ImportFormat[] = [terraform, structurizr, likec4, kubernetes, compose];

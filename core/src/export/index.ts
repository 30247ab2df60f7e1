import type { ExportFormat } from './format.js';
import { promela } from './promela.js';

/** A row for each format of `netsplit export`. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [{ name: 'promela', write: promela }];

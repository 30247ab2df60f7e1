import { analyze } from '../analyze.js';
import type { Diagnostic } from '../base/diagnostic.js';
import type { CheckDoc } from '../checks/check.js';
import { readerOf } from './files.js';

/** Everything there is to say about the example of a code. */
export function diagnosed({ example, files = {} }: CheckDoc): readonly Diagnostic[] {
  return analyze(example, {}, { path: 'design.cap', read: readerOf(files) }).diagnostics;
}

/** What stands on the code's page below its example. */
export function saidOf(check: CheckDoc): readonly string[] {
  return diagnosed(check)
    .filter(({ code }) => code === check.code)
    .map(({ message }) => message);
}

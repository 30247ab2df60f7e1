import { type Diagnostic, diagnosticOf } from '../../checks/diagnostic.js';
import { INCLUDE } from '../../checks/include.js';
import type { Parsed } from '../../syntax/ast.js';

/**
 * One diagnostic at each include whose file, or one that it includes in turn, has errors: a reader of the including
 * file sees that something is left out, and where to look. `diagnostics` is what was found so far, in all files.
 */
export function includesWithErrors({ includes, sources }: Parsed, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  if (includes.length === 0) return [];
  const errors = new Map<string, Diagnostic[]>();
  for (const one of diagnostics) {
    if (one.severity !== 'error') continue;
    const { path } = sources.fileAt(one.span.start);
    const known = errors.get(path);
    if (known === undefined) errors.set(path, [one]);
    else known.push(one);
  }
  return includes.flatMap(({ span, to }) => {
    if (to === undefined) return [];
    const found = [...reached(to, includes)].flatMap((path) => errors.get(path) ?? []);
    const [first] = found;
    if (first === undefined) return [];
    const isOwn = found.every((one) => sources.fileAt(one.span.start).path === to);
    const many = found.length === 1 ? 'an error' : `${found.length} errors`;
    return [
      diagnosticOf(
        INCLUDE.hasErrors,
        span,
        `\`${to}\`${isOwn ? '' : ', with what it includes,'} ` +
          `has ${many}, so that something of it is left out here: correct it there.`,
        { related: [{ span: first.span, message: first.message }] },
      ),
    ];
  });
}

/** A file and everything that it includes, in the order in which they are met. */
function reached(path: string, includes: Parsed['includes']): ReadonlySet<string> {
  const found = new Set([path]);
  for (const one of found) for (const { from, to } of includes) if (from === one && to !== undefined) found.add(to);
  return found;
}

import { visible } from '../render/print/visible.js';
import { draftOf, type Draft } from './draft.js';
import { IMPORT_FORMATS } from './formats.js';
import type { Document } from './tree.js';

/** A draft, or one sentence that says why there is none. */
export type Imported =
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'refused'; readonly why: string };

/** Documents that no format knows are left out, unless all are; of two formats at once, there is no draft. */
export function importDraft(documents: readonly Document[]): Imported {
  const [format, ...others] = IMPORT_FORMATS.filter((one) => documents.some((document) => one.is(document)));
  if (format === undefined) {
    const signs = IMPORT_FORMATS.map(({ product, sign }) => `${product} (${sign})`).join(', ');
    return { kind: 'refused', why: `nothing here is known to import. Known are ${signs}` };
  }
  const [other] = others;
  if (other !== undefined)
    return {
      kind: 'refused',
      why: `these are files of ${format.product} and of ${other.product}: import one of them at a time`,
    };
  const deployment = format.read(withShortNames(documents.filter((document) => format.is(document))));
  if (deployment.parts.length === 0) {
    const files = [...new Set(documents.map(({ file }) => visible(file)))].join(', ');
    return { kind: 'refused', why: `${files} deploys nothing that a design could have` };
  }
  return { kind: 'draft', draft: draftOf(deployment, format.product) };
}

/** Files by the last part of their names, where that tells them apart: comments repeat them often. */
function withShortNames(documents: readonly Document[]): readonly Document[] {
  const short = (file: string): string => file.split(/[/\\]/).at(-1) ?? file;
  const files = new Set(documents.map(({ file }) => file));
  const areApart = new Set([...files].map(short)).size === files.size;
  return areApart ? documents.map(({ file, root }) => ({ file: short(file), root })) : documents;
}

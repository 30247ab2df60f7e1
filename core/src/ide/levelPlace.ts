import { presetNamed } from '../model/presets/index.js';
import type { Preset } from '../model/presets/preset.js';
import type { Resolved } from '../model/model.js';
import { lexer } from '../syntax/tokens.js';
import { quoted } from './nameText.js';

/**
 * The store's preset and the access that an offset in an operation is about; looks at the words before it, so that the
 * statement may be broken.
 */
export function presetOfStep(
  { text, file, model }: Resolved,
  offset: number,
): { readonly preset: Preset; readonly access: 'read' | 'write' } | undefined {
  const statement = file.statements.findLast(({ span }) => span.start <= offset);
  if (statement?.kind !== 'operation') return undefined;
  const words = lexer.tokenize(text.slice(statement.span.start, offset)).tokens.map(({ image }) => image);
  const at = words.findLastIndex(
    (word, i) => (word === 'read' || word === 'write') && i + 1 < words.length && words[i - 1] !== 'from',
  );
  const name = words[at + 1];
  const like = model.stores.find((store) => store.name === name || quoted(store.name) === name)?.preset;
  const preset = like === undefined ? undefined : presetNamed(like);
  return preset === undefined ? undefined : { preset, access: words[at] === 'write' ? 'write' : 'read' };
}

import { presetLevel, presetNamed } from '../../model/presets/index.js';
import type { Model } from '../../model/model.js';
import { levelText, presetBlocks } from '../../render/words/preset.js';
import type { Statement } from '../../syntax/ast.js';
import { asText } from '../markdown.js';
import type { WrittenWord } from '../wordAt.js';

/**
 * The name of a preset, and a level by a product's name: the whole table after `like`, one row of it in an operation.
 * Empty on any other word.
 */
export function presetHover(model: Model, statement: Statement, word: WrittenWord): string {
  if (statement.kind === 'store') {
    const name = statement.clauses.flatMap((clause) =>
      clause.kind === 'like' && clause.preset?.span.start === word.span.start ? [clause.preset.name] : [],
    )[0];
    const preset = name === undefined ? undefined : presetNamed(name);
    return preset === undefined ? '' : [`preset **${preset.name}**`, ...presetBlocks(preset)].join('\n\n');
  }
  if (statement.kind !== 'operation') return '';
  const step = statement.steps.find(({ level }) => level?.span.start === word.span.start);
  const like = model.stores.find(({ name }) => name === step?.store?.name)?.preset;
  const preset = like === undefined ? undefined : presetNamed(like);
  const level =
    preset === undefined || step?.level === undefined ? undefined : presetLevel(preset, step.access, step.level.name);
  return preset === undefined || step === undefined || level === undefined
    ? ''
    : `**${asText(level.name)}** of a ${step.access} like ${preset.name} · ${levelText(preset, level)}`;
}
